"""What the report draws: risk against coverage, recall against words read, seconds a question."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from statistics import mean

from assistant.evaluation.asking import Result
from assistant.evaluation.charts import Chart, Point, chart_svg, round_end
from assistant.evaluation.measures import first_words, recall
from assistant.evaluation.refusing import Curve
from assistant.evaluation.summing import Evaluation

BUDGETS = (50, 100, 200, 300, 400, 600, 800, 1000, 1500, 2000)  # words, of which 600 is a page read


def charts_html(evaluation: Evaluation) -> str:
    """The charts that the results have figures for, each with its table."""
    words, seconds = words_curve(evaluation.results), seconds_curve(evaluation.results)
    charts = (
        refusal_figure(evaluation.curve) if evaluation.curve else "",
        words_figure(words) if words else "",
        seconds_figure(seconds) if seconds else "",
    )
    return f'<div class="charts">{"".join(charts)}</div>'


def words_curve(results: Sequence[Result]) -> list[Point]:
    """(words read, mean recall of the evidence within them) over answerable questions."""
    sought = [r for r in results if r.gold.answerable]
    if not sought:
        return []
    return [(float(words), mean(_within(result, words) for result in sought)) for words in BUDGETS]


def seconds_curve(results: Sequence[Result]) -> list[Point]:
    """(seconds, share of the questions answered within them), a point a question of which the run
    says how long it took."""
    told = (result.run.get("seconds") for result in results)
    times = sorted(float(time) for time in told if time is not None)
    return [(time, n / len(times)) for n, time in enumerate(times, 1)]


def words_figure(points: Sequence[Point]) -> str:
    """Recall against words read as a chart with its table."""
    chart = Chart("Recall against words read", "words of passages read", "share of evidence found",
                  points, far=BUDGETS[-1], dots=True)  # fmt: skip
    rows = [(f"{words:.0f}", f"{found:.3f}") for words, found in points]
    return figure_html(chart, ("Words", "Recall"), rows)


def refusal_figure(curve: Curve) -> str:
    """Risk against coverage as a chart with its table, thinned to tenths of coverage."""
    points = [(point.coverage, point.risk) for point in curve.points]
    chart = Chart("Risk against coverage", "share of questions answered, surest first",
                  "share of those wrong", points, far=1.0, dots=len(points) == 1)  # fmt: skip
    tenths = [next(p for p in curve.points if p.coverage >= n / 10 - 1e-9) for n in range(1, 11)]
    rows = [(f"{p.coverage:.2f}", f"{p.risk:.3f}", f"{p.confidence:.2f}")
            for p in dict.fromkeys(tenths)]  # fmt: skip
    low, high = curve.interval
    note = (
        f"Area under the curve (AURC) {curve.aurc:.3f}, 95 % interval {low:.3f} to {high:.3f}: the "
        "mean risk over all coverages, 0 is perfect."
    )
    return figure_html(chart, ("Coverage", "Risk", "Confidence at least"), rows, note=note)


def seconds_figure(points: Sequence[Point]) -> str:
    """How long questions took as a chart with its table."""
    times = [time for time, _ in points]
    chart = Chart("Seconds a question", "seconds", "share of questions", [(0, 0), *points],
                  far=round_end(times[-1]), stepped=True)  # fmt: skip
    marks = ((0.5, "half"), (0.9, "90 %"), (0.95, "95 %"), (1.0, "all"))
    rows = [(name, f"{times[min(int(len(times) * part), len(times) - 1)]:.3f}")
            for part, name in marks]  # fmt: skip
    return figure_html(chart, ("Of the questions", "took at most, seconds"), rows)


def figure_html(
    chart: Chart, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, note: str = ""
) -> str:
    """A chart under its title, and what it shows as a table that opens."""
    head = "".join(f'<th scope="col" class="figure">{escape(name)}</th>' for name in heads)
    body = "".join(
        "<tr>" + "".join(f'<td class="figure">{escape(cell)}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    told = f"<p>{escape(note)}</p>" if note else ""
    return (
        f"<figure><figcaption><h3>{escape(chart.title)}</h3></figcaption>{chart_svg(chart)}{told}"
        f"<details><summary>{escape(chart.title)} as a table</summary><table><thead><tr>{head}</tr>"
        f"</thead><tbody>{body}</tbody></table></details></figure>"
    )


def _within(result: Result, words: int) -> float:
    passages = list(result.run.get("passages") or ())
    return recall(result.gold, first_words(passages, words))
