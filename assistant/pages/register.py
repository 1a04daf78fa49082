"""The Register tab: what the papers judge, recommend, decide and promise, filtered and sorted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.access import EVERYONE
from assistant.errors import AssistantError
from assistant.pages.events import QUIET
from assistant.pages.look import html
from assistant.pages.markup import message_html
from assistant.pages.register_table import NO_PAPERS, Order, count_html, table_html
from assistant.printings.state import STATES
from assistant.register.query import Filters, Kind, find
from assistant.register.wire import entries_json
from assistant.scope import meeting_day, scope_of
from corpus.dates import written_out
from index.errors import IndexingError

if TYPE_CHECKING:
    from index.library import Library

KINDS: tuple[tuple[str, Kind], ...] = (
    ("Actions", "actions"), ("Recommendations", "recommendations"), ("Decisions", "decisions"),
    ("Judgements", "judgements"),
)  # fmt: skip
STANDS = [("Any", ""), ("open", "open"), ("done with", "done"), *((s, s) for s in STATES)]
ABOUT = (
    "<h2>The register</h2><p>What the papers judge, recommend, decide and promise, entry by entry, "
    "each opened at its words. Press an entry to see all of it, and to correct what is wrong.</p>"
)
_SORTING = """
element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-sort]");
  if (!button) return;
  element.dataset.sorted = button.dataset.sort;
  trigger("select", {column: Number(button.dataset.sort)});
});
watch("value", () => { // the table is new: whoever pressed a heading is still on it
  const pressed = element.querySelector(`button[data-sort="${element.dataset.sorted}"]`);
  if (pressed) pressed.focus();
  delete element.dataset.sorted;
});
"""


@dataclass(frozen=True, slots=True)
class RegisterTab:
    """The parts that other code fills: `offered` with what `offers` returns; and the listing, which
    `listed` fills from `asked` when the tab is opened."""

    offered: list[Any]
    asked: list[Any]
    shown: list[Any]
    listed: Callable[..., list[Any]]


def register_tab(library: Library) -> RegisterTab:
    """Lay out the tab inside the current Blocks and connect it to the library."""
    html(ABOUT, name="about-register")
    kind = gr.Radio(list(KINDS), value="actions", label="What to list", elem_id="register-kind")
    boxes = _filters()
    order = gr.State(Order())
    count = html(name="register-count")
    table = gr.HTML(elem_id="register", apply_default_css=False, js_on_load=_SORTING)
    asked, shown = [kind, *boxes.chosen, *boxes.typed], [count, table]

    def listed(order: Order, *given: Any) -> list[Any]:
        return _listed(library, order, *given)

    def sorted_by(event: gr.EventData, order: Order, *given: Any) -> list[Any]:
        turned = order.asked(int(event.column))
        return [turned, *_listed(library, turned, *given)]

    def of_kind(*given: Any) -> list[Any]:
        plain = Order()
        apply = given[0] == "actions"
        hidden = [type(box)(visible=apply) for box in boxes.of_actions]
        return [*hidden, plain, *_listed(library, plain, *given)]

    kind.input(of_kind, asked, [*boxes.of_actions, order, *shown], **QUIET)
    # the last of several filters set while one is still at work counts
    gr.on(
        [*(box.input for box in boxes.chosen), *(box.submit for box in boxes.typed),
         boxes.show.click],
        listed, [order, *asked], shown, trigger_mode="always_last", **QUIET,
    )  # fmt: skip
    table.select(sorted_by, [order, *asked], [order, *shown], **QUIET)
    return RegisterTab(boxes.chosen[:4], [order, *asked], shown, listed)


def offers(library: Library) -> list[Any]:
    """What the tab's filters offer, now that the library holds what it holds."""
    papers = library.papers(EVERYONE)
    days = sorted({paper.date for paper in papers if paper.date})
    dates = [("Any date", ""), *((written_out(day), day) for day in days)]
    return [
        gr.Dropdown(choices=sorted({paper.council for paper in papers if paper.council})),
        gr.Dropdown(choices=sorted({paper.committee for paper in papers if paper.committee})),
        gr.Dropdown(choices=dates, value=""),
        gr.Dropdown(choices=[dates[0], *reversed(dates[1:])], value=""),
    ]


@dataclass(frozen=True, slots=True)
class _Boxes:
    """The filters: those that are chosen, which act at once, and those that are typed, which act on
    Enter or on the button; those that only actions have."""

    chosen: list[Any]
    typed: list[Any]
    show: Any

    @property
    def of_actions(self) -> list[Any]:
        return [self.chosen[4], *self.typed, self.show]


def _filters() -> _Boxes:
    with gr.Accordion("Narrow the list", open=True, elem_id="narrow"):
        with gr.Row(elem_classes="limits", equal_height=True):
            chosen = [
                gr.Dropdown([], label="Council", multiselect=True, min_width=130),
                gr.Dropdown([], label="Committee", multiselect=True, min_width=130),
                gr.Dropdown([("Any date", "")], label="Meetings from", value="", min_width=130),
                gr.Dropdown([("Any date", "")], label="Meetings to", value="", min_width=130),
                gr.Dropdown(STANDS, label="State or status", value="",
                            allow_custom_value=True, min_width=130),
            ]  # fmt: skip
            typed = [
                gr.Textbox(label="Lead or owner", max_lines=1, min_width=130),
                gr.Textbox(label="Overdue at", max_lines=1, min_width=130,
                           placeholder="10 October 2023"),
            ]  # fmt: skip
            show = gr.Button("Show", size="sm", min_width=60, scale=0, elem_id="show-entries")
        chosen.append(gr.Checkbox(label="Also what officers have set aside as no entry"))
    return _Boxes(chosen, typed, show)


def _listed(library: Library, order: Order, *given: Any) -> list[Any]:
    """How many entries there are, and the table of them; or the problem with what is asked."""
    try:
        asked = _asked(*given)
        found = find(library, asked, shelves=EVERYONE)
    except (AssistantError, IndexingError) as error:
        return [message_html(str(error), kind="problem"), ""]
    if not library.papers(EVERYONE):
        return [message_html(NO_PAPERS), ""]
    entries = entries_json(library, found, EVERYONE, overdue_at=asked.overdue_at)
    waiting = library.unregistered(EVERYONE)
    return [count_html(entries, asked, waiting=waiting), table_html(asked.kind, entries, order)]


def _asked(  # noqa: PLR0917 (gradio hands the boxes over one by one)
    kind: Kind, councils: list[str] | None, committees: list[str] | None, since: str | None,
    until: str | None, status: str | None, set_aside: bool, lead: str | None, overdue: str | None,
) -> Filters:  # fmt: skip
    """What the boxes ask for. Raises QuestionError for a date that is none."""
    scope = scope_of(councils or (), committees or (), since=since, until=until)
    plain = Filters(kind, scope, set_aside=set_aside)
    if kind != "actions":
        return plain
    day = meeting_day(overdue) if overdue and overdue.strip() else None
    return replace(plain, lead=lead or "", status=status or "", overdue_at=day)
