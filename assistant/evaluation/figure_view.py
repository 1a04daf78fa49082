"""The figures of an evaluation as HTML tables: over all questions, by kind, by council.

Each mean stands with the interval that it would fall in 95 times of 100, were as many other
questions of the same sort asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from assistant.evaluation.asking import Row
from assistant.evaluation.gold import BadLine
from assistant.evaluation.intervals import Interval
from assistant.phrases import counted

MEANINGS = {
    "mrr": "1 / rank of the first passage that holds evidence",
    "ndcg@10": "how near the order of the first ten passages is to the best one",
    "relevant@20": "share of all relevant passages in the first twenty",
    "worded": "answers that say what they must",
    "right": "the same, and they cite the evidence",
    "citation precision": "share of an answer’s citations that bear on the evidence",
    "citation recall": "share of the evidence that is cited",
    "over-refused": "questions that the papers answer, refused (less is better)",
    "refused": "questions that the papers do not answer, refused",
    "overall": "all questions, answered rightly or rightly refused",
}
CHIEF = ("mrr", "right", "refused", "overall")
"""With those within the words read, what stands side by side by kind and by council."""


def figures_html(rows: Sequence[Row]) -> str:
    """All figures of the row over all questions, then the chief ones by kind and by council."""
    parts = [f"<h3>All questions</h3>{_overall(rows[0])}"]
    for of, label in (("kind", "kind of question"), ("council", "council")):
        part = [row for row in rows if row.of == of]
        if part:
            parts.append(f"<h3>By {label}</h3>{_beside(part, of.capitalize())}")
    return "".join(parts)


def left_out_html(bad: Sequence[BadLine]) -> str:
    """What is wrong with lines of the questions file, each by its number; "" for nothing."""
    if not bad:
        return ""
    lines = "".join(
        f"<li>Line {line.number}{'' if line.counted else ' was left out'}: "
        f"{escape(line.reason)}.</li>"
        for line in bad
    )
    return f"<h3>Wrong in the questions file</h3><ul>{lines}</ul>"


def _overall(row: Row) -> str:
    lines = "".join(
        f'<tr><th scope="row">{escape(name)}<br><small>{escape(_meaning(name))}</small></th>'
        f'<td class="figure">{_mean(value)}</td>'
        f'<td class="figure">{_between(row.intervals.get(name))}</td></tr>'
        for name, value in row.figures.items()
        if value is not None
    )
    caption = f"{counted(row.questions, 'question')}; means, each with its 95 % bootstrap interval"
    return _table(caption, ("Figure", "Mean", "95 % interval"), lines)


def _meaning(name: str) -> str:
    """What a figure means; those of a rank or a number of words are told by their name.

    >>> _meaning("recall@600w")
    'share of the evidence within the first 600 words of passages'
    """
    of, _, depth = name.partition("@")
    if depth.endswith("w"):
        shares = "questions whose whole evidence is" if of == "all" else "share of the evidence"
        return f"{shares} within the first {depth[:-1]} words of passages"
    if of == "recall":
        first = "passage" if depth == "1" else f"{depth} passages"
        return f"share of the evidence in the first {first}"
    return MEANINGS.get(name, "")


def _beside(rows: Sequence[Row], label: str) -> str:
    names = [n for n in rows[0].figures if n in CHIEF or ("@" in n and n.endswith("w"))]
    lines = "".join(
        f'<tr><th scope="row">{escape(row.label)}</th><td class="figure">{row.questions}</td>'
        + "".join(
            f'<td class="figure">{_mean(row.figures[name])}'
            f"<br><small>{_between(row.intervals.get(name))}</small></td>"
            for name in names
        )
        + "</tr>"
        for row in rows
    )
    caption = "Means, each over its 95 % bootstrap interval: wide where questions are few"
    return _table(caption, (label, "Questions", *names), lines)


def _table(caption: str, heads: Sequence[str], lines: str) -> str:
    first, *others = heads
    head = f'<th scope="col">{escape(first)}</th>' + "".join(
        f'<th scope="col" class="figure">{escape(name)}</th>' for name in others
    )
    return (  # a table wider than the window is scrolled, by keyboard too
        f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(caption)}">'
        f'<table class="figures"><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>"
    )


def _mean(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _between(interval: Interval | None) -> str:
    return f"{interval[0]:.3f} to {interval[1]:.3f}" if interval else "–"
