"""The verb evaluate: ask gold questions, or take a run's answers, and say how good they are."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.beir import evaluate_beir
from assistant.cli.common import (
    JsonOption,
    LibraryOption,
    library_folder,
    open_library,
    print_json,
)
from assistant.cli.dialogues import evaluate_dialogues

if TYPE_CHECKING:
    from assistant.evaluation.asking import Result
    from assistant.evaluation.gold import BadLine, Gold
    from assistant.evaluation.summing import Evaluation
    from index.library import Library


def evaluate(
    questions: Annotated[
        Path | None, typer.Argument(help="Gold questions, one JSON object a line.")
    ] = None,
    *,
    run_file: Annotated[
        Path | None, typer.Option(help="Write each answer here, one JSON object a line.")
    ] = None,
    from_run: Annotated[
        Path | None, typer.Option(help="Score the answers of this run file; ask nothing.")
    ] = None,
    compare: Annotated[
        tuple[Path, Path] | None,
        typer.Option(metavar="RUN RUN", help="Compare two run files, the second with the first."),
    ] = None,
    words: Annotated[int, typer.Option(min=1, help="Words of passages a reader takes in.")] = 600,
    report: Annotated[
        Path | None, typer.Option(help="Write a report into this folder, every question in it.")
    ] = None,
    qrels: Annotated[
        Path | None, typer.Option(help="Write the relevant passages here, as TREC's qrels.")
    ] = None,
    trec_run: Annotated[
        Path | None, typer.Option(help="Write the passages found here, as a TREC run.")
    ] = None,
    beir: Annotated[
        list[Path] | None,
        typer.Option(help="Measure the search on a retrieval set in BEIR form; repeatable."),
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(metavar="FIELD", help="With --beir: search each query's own group only."),
    ] = None,
    dialogues: Annotated[
        Path | None, typer.Option(help="Hold the dialogues of this file, and score each turn.")
    ] = None,
    alone: Annotated[
        bool,
        typer.Option("--alone", help="With --dialogues: ask each turn as if it were the first."),
    ] = False,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """Ask gold questions and score what was found, answered, cited and refused."""
    from assistant.cli.show_evaluation import bad_line  # noqa: PLC0415
    from assistant.evaluation import gold, summing  # noqa: PLC0415

    _check_apart(
        kept=any((run_file, from_run, report, qrels, trec_run)), compared=bool(compare),
        asked=bool(questions), own=bool(beir or dialogues), within=bool(within and not beir),
    )  # fmt: skip
    if dialogues:
        return evaluate_dialogues(dialogues, alone=alone, as_json=as_json, library=library)
    if beir:
        return evaluate_beir(beir, within=within, as_json=as_json, library=library)
    if questions is None:
        raise typer.BadParameter("Name a file of gold questions, or give --beir or --dialogues")
    read, unread = gold.read_gold(questions)
    with _library(library, needed=not (from_run or compare)) as opened:
        counted, bad = summing.checked(read, unread, library=opened)
        if compare:
            _compare(compare, counted, bad, library=opened, words=words, as_json=as_json)
        else:
            results = _results(read, from_run, library=opened, words=words)
            if run_file:
                _write_run(run_file, results)
            ids = {question.id for question in counted}
            results = [result for result in results if result.gold.id in ids]
            if qrels or trec_run:
                _write_trec(results, qrels, trec_run, library=opened)
            summed = summing.summed(results, bad, library=opened, words=words)
            _print(summed, as_json=as_json)
            if report:
                asked_now = from_run is None
                _report(report, summed, questions, asked_now=asked_now, library=opened)
    for line in bad:
        print(bad_line(str(questions), line), file=sys.stderr)
    return 1 if bad else 0


def _check_apart(*, kept: bool, compared: bool, asked: bool, own: bool, within: bool) -> None:
    """Refuse options that do not go together: `kept` are files of a run, `asked` is the file of
    questions, `own` what brings its own questions, `within` a field with no set to have it."""
    if compared and kept:
        raise typer.BadParameter("--compare only prints: leave out the options for files beside it")
    if own and (asked or compared or kept):
        raise typer.BadParameter(
            "--beir and --dialogues have their own questions: leave out other files"
        )
    if within:
        raise typer.BadParameter(
            "--within is for the queries of a set: name its folder with --beir"
        )


@contextmanager
def _library(given: Path | None, *, needed: bool) -> Iterator[Library | None]:
    """The library; where it is not needed and not there, none."""
    if needed or given or (library_folder(given) / "catalogue.sqlite").is_file():
        with open_library(given) as opened:
            yield opened
    else:
        yield None


def _results(
    read: list[Gold], from_run: Path | None, *, library: Library | None, words: int
) -> list[Result]:
    from assistant.evaluation import asking  # noqa: PLC0415

    if from_run or library is None:
        runs = _run(from_run, read) if from_run else {}
        return asking.scored(read, runs, library=library, words=words)
    return asking.evaluate(library, read, words=words, on_result=_ticker(len(read)))


def _run(path: Path, read: list[Gold]) -> dict[str, dict[str, object]]:
    """A run file's answers; the questions it has none to are named, for they count as refused."""
    from assistant.evaluation.runs import read_run  # noqa: PLC0415

    runs = read_run(path)
    missing = [question.id for question in read if question.id not in runs]
    if missing:
        named = ", ".join(missing[:10]) + ("…" if len(missing) > 10 else "")
        print(f"{path} has no answer to {named}: counted as refused.", file=sys.stderr)
    return runs


def _compare(
    paths: tuple[Path, Path], counted: list[Gold], bad: tuple[BadLine, ...], *,
    library: Library | None, words: int, as_json: bool,
) -> None:  # fmt: skip
    from assistant.cli.show_evaluation import comparison_lines  # noqa: PLC0415
    from assistant.evaluation import asking, comparing, wire  # noqa: PLC0415

    runs = [_run(path, counted) for path in paths]
    first, second = (
        asking.scored(counted, run, library=library, words=words, beside=other.values())
        for run, other in ((runs[0], runs[1]), (runs[1], runs[0]))
    )
    compared = comparing.compare(first, second, words=words)
    if as_json:
        print_json(wire.comparison_json(compared, bad))
    else:
        print("\n".join(comparison_lines(compared)))


def _write_run(path: Path, results: list[Result]) -> None:
    from assistant.evaluation.asking import write_run  # noqa: PLC0415

    write_run(path, results)


def _write_trec(
    results: list[Result], qrels: Path | None, trec_run: Path | None, *, library: Library | None
) -> None:
    from assistant.evaluation import ranking, trec  # noqa: PLC0415

    runs = [result.run for result in results]
    if qrels:
        asked = [result.gold for result in results]
        trec.write_qrels(qrels, ranking.judged(asked, runs, library=library))
    if trec_run:
        trec.write_trec_run(trec_run, ranking.ranked(runs))


def _print(summed: Evaluation, *, as_json: bool) -> None:
    from assistant.cli.show_evaluation import evaluation_lines  # noqa: PLC0415
    from assistant.evaluation import wire  # noqa: PLC0415

    if as_json:
        print_json(wire.evaluation_json(summed))
    else:
        print("\n".join(evaluation_lines(summed)))


def _report(
    folder: Path, summed: Evaluation, questions: Path, *, asked_now: bool, library: Library | None
) -> None:
    from assistant.evaluation.report import about_run, write_report  # noqa: PLC0415

    today = date.today()
    about = about_run(questions.name, asked_now=asked_now, library=library, today=today)
    page = write_report(folder, summed, about=about)
    print(f"The report is in {page}.", file=sys.stderr)


def _ticker(total: int) -> Callable[[object], None] | None:
    """A count of the questions asked so far, on a terminal only."""
    if not sys.stderr.isatty():
        return None
    done = iter(range(1, total + 1))

    def tick(_: object) -> None:
        count = next(done)
        end = "\n" if count == total else ""
        print(f"\r{count} of {total} questions", end=end, file=sys.stderr, flush=True)

    return tick
