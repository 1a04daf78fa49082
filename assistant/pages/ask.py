"""The Ask tab: a question, the limits on it, the cited answer, and the cited page beside it.

Each question may follow from those before it: what it carried over stands over the answer, each
part with a button that asks again without it, and the earlier answers below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.access import EVERYONE
from assistant.answer import Answer, Citation
from assistant.conversation.talking import converse
from assistant.conversation.turns import Turn
from assistant.errors import AssistantError
from assistant.evaluation.judging import candidate_row, keep
from assistant.pages import markup, talk
from assistant.pages.events import PRIVATE, QUIET
from assistant.pages.examples import SHOWN, example_questions
from assistant.pages.look import html
from assistant.scope import scope_of
from assistant.showing import opening
from assistant.showing.paper_view import excerpt, passages_html
from assistant.wire import Json, answer_json
from corpus.dates import written_out
from index.errors import IndexingError

if TYPE_CHECKING:
    from index.library import Library

NO_SOURCE = markup.message_html("The page that an answer comes from is shown here.")


KEPT = "Kept, with this answer, for those who evaluate the library: it is on the Evaluate tab."

Shown = tuple[Any, ...]
"""The answer as HTML, the sources to pick from, the first source, the citations, the examples, the
answer as JSON, the button that finds it wanting, what came of pressing it, the question typed, and
the parts of the conversation (`talk.Parts.all`)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Which papers may answer, as the tab's four boxes give it; None or "" where nothing is set."""

    councils: list[str] | None
    committees: list[str] | None
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class AskTab:
    """The parts of the tab that other code fills: what `choices` returns, in order."""

    offered: list[Any]


def ask_tab(library: Library) -> AskTab:
    """Lay out the tab inside the current Blocks and connect it to the library."""
    citations, answered = gr.State([]), gr.State({})
    with gr.Row(equal_height=False, elem_classes="desk"):
        with gr.Column(scale=6, min_width=280):
            question = gr.Textbox(
                label="Your question", lines=1, max_lines=6, max_length=2000,
                placeholder="What was promised, by whom, by when, and was it done?",
                elem_id="question", submit_btn=False,
            )  # fmt: skip
            limits = _limits()
            with gr.Row(elem_classes="asking"):
                button = gr.Button("Ask", variant="primary", elem_id="ask", min_width=120)
                again = gr.Button("Start again", visible=False, elem_id="again", min_width=120)
            offer, examples = _examples()
            carried = talk.carried_row()
            answer = html(name="answer")
            sources = gr.Radio(label="Sources: pick one to see it on its page", visible=False,
                               elem_id="sources", type="index")  # fmt: skip
            wanting = gr.Button("Not what you asked? Keep the question for evaluators", size="sm",
                                visible=False, elem_id="wanting")  # fmt: skip
            kept = html(name="wanting-kept")
            earlier = html(name="earlier")
        with gr.Column(scale=5, min_width=280):
            source = html(NO_SOURCE, name="source")
    parts = talk.Parts(gr.State(()), gr.State(()), *carried, again, earlier)
    shown = [answer, sources, source, citations, offer, answered, wanting, kept, question,
             *parts.all]  # fmt: skip
    asked: dict[str, Any] = {
        "fn": lambda text, turns, *given: _asked(library, text, turns, Limits(*given)),
        "inputs": [question, parts.turns, *limits],
        "outputs": shown,
        **PRIVATE,
        "show_progress_on": [answer],
    }
    gr.on([button.click, question.submit], **asked)
    for example in examples:
        example.click(lambda text: text, example, question, **QUIET).then(**asked)
    for number, chip in enumerate(parts.chips):
        chip.click(**asked | {
            "fn": lambda turns, dropped, *given, number=number: _asked_without(
                library, turns, dropped, number, Limits(*given)
            ),
            "inputs": [parts.turns, parts.dropped, *limits],
        })  # fmt: skip
    again.click(_started_again, None, shown, **QUIET)
    sources.input(
        lambda chosen, cited: _source(library, cited, chosen), [sources, citations], source,
        **QUIET,
    )  # fmt: skip
    wanting.click(
        lambda told: _found_wanting(library, told), answered, [kept, wanting],
        **QUIET,
    )  # fmt: skip
    return AskTab(offered=[*limits, *examples])


def choices(library: Library) -> list[Any]:
    """What the tab offers, now that the library holds what it holds: limits, then examples."""
    papers = library.papers(EVERYONE)
    days = sorted({paper.date for paper in papers if paper.date})
    dates = [("Any date", ""), *((written_out(day), day) for day in days)]
    examples = example_questions(papers)
    buttons = [gr.Button(text, visible=True) for text in examples]
    buttons += [gr.Button(visible=False)] * (SHOWN - len(buttons))
    return [
        gr.Dropdown(choices=sorted({paper.council for paper in papers if paper.council})),
        gr.Dropdown(choices=sorted({paper.committee for paper in papers if paper.committee})),
        gr.Dropdown(choices=dates, value=""),
        gr.Dropdown(choices=[dates[0], *reversed(dates[1:])], value=""),
        *buttons,
    ]


def _limits() -> list[Any]:
    with (
        gr.Accordion("Limit which papers may answer", open=False, elem_id="limits"),
        gr.Row(elem_classes="limits"),
    ):
        return [
            gr.Dropdown([], label="Council", multiselect=True, min_width=120),
            gr.Dropdown([], label="Committee", multiselect=True, min_width=120),
            gr.Dropdown([("Any date", "")], label="Meetings from", value="", min_width=120),
            gr.Dropdown([("Any date", "")], label="Meetings to", value="", min_width=120),
        ]


def _examples() -> tuple[Any, list[Any]]:
    """The examples' fold, which closes when a question has been asked, and their buttons."""
    with gr.Accordion("For example", open=True, elem_id="examples") as fold:
        buttons = [
            gr.Button("", visible=False, size="sm", elem_classes="example") for _ in range(SHOWN)
        ]
    return fold, buttons


def _asked(
    library: Library, question: str, turns: Sequence[Turn], limits: Limits,
    dropped: tuple[str, ...] = (),
) -> Shown:  # fmt: skip
    """The question answered after these turns, or the problem with it said in its place."""
    try:
        scope = scope_of(
            limits.councils or (), limits.committees or (), since=limits.since, until=limits.until
        )
        turn = converse(library, question or "", turns, scope=scope, shelves=EVERYONE,
                        dropped=dropped)  # fmt: skip
    except (AssistantError, IndexingError) as error:
        problem = markup.message_html(str(error), kind="problem")
        left = _nothing(problem, fold=gr.skip(), question=gr.skip())
        return *left, *talk.unchanged()
    answer = turn.answer
    cited = list(answer.citations)
    told, button = answer_json(answer), gr.Button(visible=not library.read_only)
    article = markup.answer_html(answer, asked=question)
    picked = _picks(answer), _source(library, cited, 0), cited, gr.Accordion(open=False)
    return article, *picked, told, button, "", "", *talk.shown((*turns, turn), dropped)


def _asked_without(
    library: Library, turns: Sequence[Turn], dropped: tuple[str, ...], number: int, limits: Limits
) -> Shown:
    """The last question asked again without one of the things it carried over."""
    last = turns[-1]
    without = (*dropped, last.followed.carried[number].what)
    return _asked(library, last.asked, turns[:-1], limits, without)


def _started_again() -> Shown:
    """As if nothing had been asked."""
    return *_nothing("", fold=gr.Accordion(open=True), question=""), *talk.shown((), ())


def _nothing(told: str, *, fold: Any, question: Any) -> Shown:
    """The parts of an answer where there is none."""
    gone, hidden = gr.Radio(visible=False), gr.Button(visible=False)
    return told, gone, NO_SOURCE, [], fold, {}, hidden, "", question


def _found_wanting(library: Library, answer: Json) -> tuple[str, Any]:
    """Keep a question whose answer was not what the reader asked, and say so."""
    try:
        keep(library, "candidates", candidate_row(answer))
    except AssistantError as error:
        return markup.message_html(str(error), kind="problem"), gr.skip()
    return markup.message_html(KEPT), gr.Button(visible=False)


def _picks(answer: Answer) -> Any:
    labels = [markup.source_label(citation) for citation in answer.citations]
    return gr.Radio(choices=labels, value=labels[0] if labels else None, visible=bool(labels))


def _source(library: Library, cited: list[Citation], chosen: int | None) -> str:
    """One source as HTML: its page drawn, or an excerpt of its text where it has no pages."""
    if not cited or chosen is None:
        return NO_SOURCE
    citation = cited[chosen]
    paper, quotes = citation.paper, (citation.quote,)
    try:
        if citation.page:
            opening.draw_page(library, paper, citation.page, shelves=EVERYONE, quotes=quotes)
            return markup.source_html(citation)
    except AssistantError:
        pass  # a page that cannot be drawn is shown as text, like a paper without pages
    try:
        passages = opening.passages_of(library, paper, EVERYONE)
    except AssistantError as error:
        return markup.message_html(str(error), kind="problem")
    around = excerpt(passages, citation.quote)
    return markup.source_html(citation, passages_html(around, quotes))
