"""The Papers tab: what is in the library, and adding to it; each file ends in a line of report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.access import EVERYONE
from assistant.errors import AssistantError
from assistant.pages import markup
from assistant.pages.events import PRIVATE, QUIET
from assistant.pages.look import html
from assistant.pages.paper_list import papers_html, reports_html
from assistant.phrases import shortened
from assistant.scope import meeting_day
from corpus.errors import CorpusError
from corpus.paper import Metadata
from corpus.tracing import trace
from index.errors import IndexingError

if TYPE_CHECKING:
    from index.library import Library

EXEMPT = "Kept apart from the public papers; it answers nothing on these pages."
NAMED = 60  # characters of a file's name over the bar: three lines of a narrow column
ADDING = (
    "<h2>Add papers</h2><p>PDF, Word, HTML, text or Markdown. Files are read on this machine and "
    "kept in its library; nothing is sent anywhere.</p>"
)


def papers_tab(library: Library, *, then: Callable[[], list[Any]], refilled: list[Any]) -> Any:
    """Lay out the tab; after an addition `then()` fills `refilled`. Returns the papers' table."""
    with gr.Row(equal_height=False, elem_classes="desk"):
        with gr.Column(scale=3, min_width=280, elem_id="adding"):
            html(ADDING, name="about-adding")
            files = gr.File(
                label="Files to add", file_count="multiple", elem_id="files", height=150
            )
            with gr.Accordion("What the papers do not say of themselves", open=False):
                council = gr.Textbox(label="Council", max_lines=1)
                committee = gr.Textbox(label="Committee", max_lines=1)
                date = gr.Textbox(label="Meeting date", placeholder="11 July 2017", max_lines=1)
            exempt = gr.Checkbox(label="Exempt: not for publication", info=EXEMPT)
            button = gr.Button("Add to the library", variant="primary", elem_id="add")
            reports = html(name="reports")
        with gr.Column(scale=9, min_width=280):
            table = html(name="papers")
    inputs = [files, council, committee, date, exempt]

    def added(  # noqa: PLR0917 (gradio hands the boxes over one by one, and sees progress by name)
        files: list[str] | None, council: str | None, committee: str | None, date: str | None,
        exempt: bool, progress: gr.Progress = gr.Progress(),
    ) -> tuple[str, Any]:  # fmt: skip
        said = Said(council or "", committee or "", date or "", exempt)
        return _add(library, files, said, progress)

    button.click(
        added,
        inputs, [reports, files], **PRIVATE, concurrency_limit=1,
        show_progress_on=[reports],
    ).then(
        lambda: [listed(library), *then()], None, [table, *refilled],
        **QUIET,
    )  # fmt: skip
    return table


def listed(library: Library) -> str:
    """The public papers of the library as an HTML table."""
    return papers_html(library.papers(EVERYONE))


@dataclass(frozen=True, slots=True)
class Said:
    """What the person adding files says of them; "" where nothing."""

    council: str
    committee: str
    date: str
    exempt: bool

    def metadata(self) -> Metadata:
        """The same for the library. Raises QuestionError for a date that is none."""
        return Metadata(
            council=self.council.strip() or None,
            committee=self.committee.strip() or None,
            date=meeting_day(self.date) if self.date.strip() else None,
            access="exempt" if self.exempt else None,
        )


def _add(
    library: Library, files: list[str] | None, said: Said, progress: gr.Progress
) -> tuple[str, Any]:
    """Add the files; the report of each as HTML, and the file box emptied if all went in."""
    if not files:
        return markup.message_html("Choose the files to add first.", kind="problem"), gr.skip()
    paths = [Path(file) for file in files]
    try:
        reports = library.add(paths, metadata=said.metadata(), on_progress=_shown_on(progress))
    except (AssistantError, IndexingError, CorpusError) as error:
        return markup.message_html(str(error), kind="problem"), gr.skip()
    except OSError as error:  # the outermost edge of this door
        trace(error)
        sentence = f"The machine says: {error.strerror}."
        return markup.message_html(sentence, kind="problem"), gr.skip()
    _forget(paths)
    shown = {paper.id: paper for paper in library.papers(EVERYONE)}
    return reports_html(reports, shown), gr.File(value=None)


def _shown_on(progress: gr.Progress) -> Callable[..., None]:
    """Library.add tells how far it is; the page shows it over the place of the report."""

    def show(done: int, total: int, doing: str) -> None:
        told = f"{done} of {total} done: {shortened(doing, NAMED)}"
        progress((done, total), desc=told, unit="files")

    return show


def _forget(paths: list[Path]) -> None:
    """Remove the uploaded copies: the library has its own, and an exempt one must not lie about."""
    for path in paths:
        path.unlink(missing_ok=True)
