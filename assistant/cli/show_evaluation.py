"""How evaluations look on a terminal or in a pipe: tables of plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.cli.terminal import plain, wrapped
from assistant.evaluation.wire import first_words

if TYPE_CHECKING:
    from assistant.evaluation.asking import Row
    from assistant.evaluation.comparing import Change, Comparison
    from assistant.evaluation.gold import BadLine
    from assistant.evaluation.intervals import Interval
    from assistant.evaluation.summing import Evaluation

LABEL = 24  # characters, for a figure's, kind's or council's name and its questions
BESIDE = ("mrr", "ndcg@10", "right", "refused", "overall")
"""Shown by kind and by council, after the two within a word budget: more would not fit a line."""


def evaluation_lines(evaluation: Evaluation) -> Iterator[str]:
    """Every figure over all questions, the chief ones by kind and council, risk and time."""
    everything = evaluation.rows[0]
    yield f"all ({everything.questions})".ljust(LABEL) + "   mean   95 % interval"
    for name, value in everything.figures.items():
        yield name.ljust(LABEL) + f"{_figure(value):>7}   {_span(everything.intervals.get(name))}"
    if evaluation.curve:
        area, span = evaluation.curve.aurc, evaluation.curve.interval
        yield "aurc".ljust(LABEL) + f"{area:>7.3f}   {_span(span)}"
        yield _stand(evaluation)
    for of in ("kind", "council"):
        rows = [row for row in evaluation.rows if row.of == of]
        if rows:
            yield ""
            yield from _beside(rows, of)
    if evaluation.seconds:
        median, slowest = evaluation.seconds
        yield f"seconds a question: median {median:.3f}, 95th percentile {slowest:.3f}"


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """Each figure of the two runs, the difference and how likely it is luck; what changed."""
    yield (f"all ({comparison.questions})".ljust(LABEL)
           + "  first  second  difference   95 % interval         p")  # fmt: skip
    for d in comparison.differences:
        yield (d.name.ljust(LABEL) + f"{d.first:>7.3f}{d.second:>8.3f}{d.difference:>+12.3f}   "
               + f"{d.interval[0]:+.3f} to {d.interval[1]:+.3f}{d.p:>9.4f}")  # fmt: skip
    for won, word in ((True, "Won"), (False, "Lost")):
        changes = [change for change in comparison.changes if change.won is won]
        yield ""
        yield f"{word} by the second run: {len(changes)}"
        for change in changes:
            yield from _change(change)


def bad_line(file: str, line: BadLine) -> str:
    """A line of the questions file with something wrong."""
    what = "counts all the same" if line.counted else "was left out"
    return plain(f"{file} line {line.number} {what}: {line.reason}.")


def _stand(evaluation: Evaluation) -> str:
    curve = evaluation.curve
    if curve is None or curve.risk is None:
        return "It answered nothing."
    return f"It answered {curve.coverage:.0%} of the questions, {curve.risk:.0%} of these wrongly."


def _beside(rows: Sequence[Row], of: str) -> Iterator[str]:
    budgeted = [name for name in rows[0].figures if name.endswith("w")]
    names = [*budgeted, *BESIDE]
    labels = [f"{plain(row.label)} ({row.questions})" for row in rows]
    wide = max(LABEL, *map(len, labels))
    yield f"by {of}".ljust(wide) + "".join(name.rjust(18) for name in names)
    for label, row in zip(labels, rows, strict=True):
        cells = (_cell(row.figures[name], row.intervals.get(name)) for name in names)
        yield label.ljust(wide) + "".join(cell.rjust(18) for cell in cells)


def _cell(value: float | None, interval: Interval | None) -> str:
    if value is None or interval is None:
        return "-"
    return f"{value:.3f} {interval[0]:.2f}-{interval[1]:.2f}"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _span(interval: Interval | None) -> str:
    return "-" if interval is None else f"{interval[0]:.3f} to {interval[1]:.3f}"


def _change(change: Change) -> Iterator[str]:
    gold = change.first.gold
    yield from wrapped(f"{gold.id}  {gold.question}", "", "    ")
    for word, result in (("first", change.first), ("second", change.second)):
        yield from wrapped(f"{word}: {first_words(result)}", "    ", "        ")
