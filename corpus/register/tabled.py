"""What a paper's tables recommend: the column of a plan or of a reviewer's letter headed so."""

from __future__ import annotations

from collections import Counter

from corpus.paper import Paper
from corpus.register.asked import Asked
from corpus.register.columns import recommends
from corpus.register.plans import PlanRow, plan_rows

FIRST_GROUP = 10_000
"""Groups of tables are counted from here, those of prose from 1."""


def tabled_in(paper: Paper) -> list[Asked]:
    """The recommendations that stand in a column of their own, one for each that is printed."""
    rows = [row for row in plan_rows(paper) if row.states and _is_headed(row)]
    same = Counter(row.recommendation.text.casefold() for row in rows)
    return [
        Asked(
            row.index, row.recommendation.start, row.recommendation.end, _group(row),
            number=row.number, by_others=True,
            sure="cells uncertain" not in row.block.marks,
        )
        for row in rows
        if len(row.recommendation.text.split()) > 1 and same[row.recommendation.text.casefold()] < 3
    ]  # fmt: skip


def _is_headed(row: PlanRow) -> bool:
    headed = zip(row.block.headers, row.cells, strict=True)
    return any(role == "recommendation" and recommends(header) for header, (role, _) in headed)


def _group(row: PlanRow) -> int:
    return FIRST_GROUP + (row.block.table or 0)
