"""An evaluation as a folder to keep or hand on: index.html, and the run that it was made from.

The page holds everything it shows and runs no script: it opens anywhere, without a network, and
prints. Every chart has its table, every question opens to what was found, answered and cited.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import EvaluationError
from assistant.evaluation.asking import Result, write_run
from assistant.evaluation.curves import charts_html
from assistant.evaluation.figure_view import figures_html, left_out_html
from assistant.evaluation.question_view import question_html, verdict
from assistant.evaluation.summing import Evaluation
from assistant.phrases import counted
from assistant.showing.document import document
from corpus.dates import written_out

if TYPE_CHECKING:
    from index.library import Library


def write_report(folder: Path, evaluation: Evaluation, *, about: Sequence[str]) -> Path:
    """Write the report into a folder, made if need be; returns its page.

    `about` are sentences that say what was measured, where and when. Raises EvaluationError if it
    cannot be written.
    """
    page = folder / "index.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        page.write_text(report_html(evaluation, about=about), encoding="utf-8")
    except OSError as error:
        message = f"The report could not be written to {folder}: {error.strerror}."
        raise EvaluationError(message) from None
    write_run(folder / "run.jsonl", evaluation.results)
    return page


def about_run(
    questions: str, *, asked_now: bool, library: Library | None, today: date
) -> list[str]:  # fmt: skip
    """Sentences that say what was measured: the file of questions, when, and of which library."""
    day = written_out(today.isoformat())
    done = f"asked on {day}" if asked_now else f"answered in a run file, scored on {day}"
    told = [f"The questions of {questions}, {done}."]
    if library:
        status = library.status()
        papers = sum(shelf.papers for shelf in status.shelves)
        passages = sum(shelf.passages for shelf in status.shelves)
        told.append(
            f"The library: {counted(papers, 'public paper')}, {counted(passages, 'passage')}, "
            f"with the encoder {status.encoder}"
            + (f" and the reader {status.reader}." if status.reader else ".")
        )
    return told


def report_html(evaluation: Evaluation, *, about: Sequence[str]) -> str:
    """The whole page."""
    style = files("assistant.evaluation").joinpath("report.css").read_text(encoding="utf-8")
    told = "".join(f"<p>{escape(sentence)}</p>" for sentence in about)
    figures = figures_html(evaluation.rows) + left_out_html(evaluation.bad)
    body = (
        '<a class="skip" href="#questions">Skip to the questions</a>'
        f"<header><h1>How far can this library be trusted?</h1>{told}</header>"
        '<nav aria-label="Parts of the report"><a href="#figures">Figures</a>'
        '<a href="#charts">Charts</a><a href="#questions">Questions</a></nav>'
        f'<main><section id="figures"><h2>Figures</h2>{figures}</section>'
        f'<section id="charts"><h2>Charts</h2>{charts_html(evaluation)}</section>'
        f'<section id="questions"><h2>Questions</h2>{_questions(evaluation.results)}'
        "</section></main>"
    )
    return document("Evaluation", body, style=style)


def _questions(results: Sequence[Result]) -> str:
    """Those that came out wrong first: they are what a reader looks for."""
    wrong = [result for result in results if result.score["overall"] < 1]
    right = [result for result in results if result.score["overall"] == 1]
    return "".join(
        f"<h3>{name}: {len(part)} of {len(results)}</h3>" + "".join(map(_question, part))
        for name, part in (("Wrong", wrong), ("Right", right))
    )


def _question(result: Result) -> str:
    gold = result.gold
    good = " right" if result.score["overall"] == 1 else ""
    return (
        f'<details id="q-{escape(gold.id)}"><summary><span class="verdict{good}">'
        f"{verdict(result)}</span> · {escape(gold.id)} · {escape(gold.kind)} · "
        f"{escape(gold.question)}</summary>{question_html(result)}</details>"
    )
