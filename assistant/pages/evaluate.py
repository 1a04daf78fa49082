"""The Evaluate tab: gold questions measured on this library, each one opened, passages judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.errors import AssistantError, EvaluationError
from assistant.evaluation.asking import Result, evaluate
from assistant.evaluation.curves import charts_html
from assistant.evaluation.figure_view import figures_html, left_out_html
from assistant.evaluation.gold import BadLine, Gold, read_gold
from assistant.evaluation.question_view import question_html, verdict
from assistant.evaluation.summing import checked, summed
from assistant.pages import markup
from assistant.pages.events import PRIVATE, QUIET
from assistant.pages.judge import judge_part
from assistant.pages.look import html
from assistant.phrases import shortened
from index.errors import IndexingError

if TYPE_CHECKING:
    from index.library import Library

SAMPLE, OWN = "The sample papers’ questions", "A questions file of my own"
MOST = 1000  # questions asked from a page; more are for the command, which nobody waits at
ABOUT = (
    "<h2>Measure</h2><p>Questions with a known answer are asked as a member of the public would "
    "ask them, and what was found, answered, cited and refused is compared with that answer. "
    "Nothing is sent anywhere.</p>"
)
OPENED = "<h2>Open a question</h2><p>What was found, answered and cited, beside the gold.</p>"


def evaluate_tab(library: Library) -> tuple[list[Any], Callable[[], list[Any]]]:
    """Lay out the tab inside the current Blocks; returns parts, and what fills them on loading."""
    results = gr.State([])
    with gr.Column(elem_classes="evaluate"):
        with gr.Column(elem_id="measuring"):
            html(ABOUT, name="about-measuring")
            source = gr.Radio([SAMPLE, OWN], value=SAMPLE, label="Which questions", elem_id="gold")
            upload = gr.File(
                label="Questions file (JSONL)", file_types=[".jsonl", ".json"],
                visible=False, height=130, elem_id="gold-file",
            )  # fmt: skip
            run = gr.Button("Ask the questions", variant="primary", elem_id="measure")
        figures = html(name="figures")
        with gr.Column(visible=False, elem_id="opening") as opening:
            html(OPENED, name="about-opening")
            chosen = gr.Dropdown([], label="Question", type="index", elem_id="pick-question")
            one = html(name="one-question")
        judging = judge_part(library)
    source.input(lambda which: gr.File(visible=which == OWN), source, upload, **QUIET)

    def measured(which: str, file: str | None, progress: gr.Progress = gr.Progress()) -> list[Any]:
        return _measure(library, None if which == SAMPLE else file or "", progress)

    run.click(  # the figures of the run before would lie under the bar
        lambda: "", None, figures, **QUIET
    ).then(
        measured, [source, upload], [results, figures, opening, chosen, one],
        **PRIVATE, concurrency_limit=1, show_progress_on=[figures],
    )  # fmt: skip
    chosen.change(_opened, [results, chosen], [one, judging.question], **QUIET)  # fmt: skip
    return judging.filled, judging.fill


def _measure(library: Library, file: str | None, progress: gr.Progress) -> list[Any]:
    """Results, figures, the questions' part, its list and its first question; or the problem."""
    try:
        asked, bad = checked(*_read(file), library=library)
        if len(asked) > MOST:
            raise EvaluationError(
                f"That file holds {len(asked)} questions; this page asks up to {MOST} at once, "
                "matters evaluate any number."
            )
        results = evaluate(library, asked, on_result=_told(progress, len(asked)))
        evaluation = summed(results, bad, library=library)
    except (AssistantError, IndexingError) as error:
        problem = markup.message_html(str(error), kind="problem")
        return [[], problem, gr.Column(visible=False), gr.Dropdown(choices=[], value=None), ""]
    shown = figures_html(evaluation.rows) + left_out_html(bad) + charts_html(evaluation)
    labels = [_label(result) for result in results]
    first = next((n for n, r in enumerate(results) if r.score["overall"] < 1), 0)
    picked = gr.Dropdown(choices=labels, value=labels[first])
    opened = _one(results[first])
    return [results, shown, gr.Column(visible=True), picked, opened]


def _read(file: str | None) -> tuple[list[Gold], list[BadLine]]:
    """The questions of a file, of the sample papers' for None."""
    if file is None:
        with as_file(files("corpus.sample").joinpath("questions.jsonl")) as path:
            return read_gold(path)
    if not file:
        raise EvaluationError("Choose the questions file first.")
    try:
        return read_gold(Path(file))
    except EvaluationError as error:  # the reader knows the file by its name only
        raise EvaluationError(str(error).replace(file, Path(file).name)) from None


def _told(progress: gr.Progress, total: int) -> Callable[[Result], None]:
    done = iter(range(1, total + 1))

    def tell(_: Result) -> None:
        count = next(done)
        progress((count, total), desc=f"{count} of {total} questions asked", unit="questions")

    return tell


def _label(result: Result) -> str:
    return f"{verdict(result)} · {result.gold.id} · {shortened(result.gold.question, 90)}"


def _opened(results: Sequence[Result], chosen: int | None) -> tuple[Any, Any]:
    """The question as HTML, and its words where passages are judged."""
    if chosen is None or chosen >= len(results):
        return "", gr.skip()
    return _one(results[chosen]), results[chosen].gold.question


def _one(result: Result) -> str:
    gold = result.gold
    return (
        f'<article class="question"><h3>{escape(gold.question)}</h3>'
        f"<p>{escape(gold.id)} · {escape(gold.kind)} · {verdict(result)}</p>"
        f"{question_html(result)}</article>"
    )
