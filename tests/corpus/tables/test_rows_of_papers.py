"""Table rows of the shared papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.paper import Block
from corpus.read import read
from corpus.tables.cell_kinds import is_people, is_value
from corpus.tables.rows import named_cells


@pytest.fixture(scope="module")
def tables(shared: Path) -> list[list[Block]]:
    """The tables of the shared text papers, rows without their headers."""
    found: dict[tuple[str, int | None], list[Block]] = {}
    for file in sorted((shared / "papers" / "text").iterdir()):
        for paper in read(file).papers:
            for row in paper.blocks:
                if row.kind == "table row" and row.row != "header":
                    found.setdefault((paper.id, row.table), []).append(row)
    return list(found.values())


def table_under(tables: list[list[Block]], header: str) -> list[Block]:
    return next(t for t in tables if any(header in h for h in t[-1].headers))


def test_the_shared_action_plan_has_its_sixteen_rows_in_the_right_fields(
    tables: list[list[Block]],
) -> None:
    plan = table_under(tables, "Direction of Travel")
    assert [row.row for row in plan] == [str(n) for n in range(1, 17)]
    for cells in map(named_cells, plan):
        _, recommendation, lead, *scores, direction, actions, owner, when = cells.values()
        assert len(recommendation) > 40 and is_people(lead)
        assert all(score in ("", "1", "2", "3") for score in scores)
        assert direction in ("Improving", "Maintained")
        assert len(actions) > 80 and is_people(owner) and len(owner) < 90
        assert when and not when.startswith(owner)


def test_the_shared_review_plan_has_seven_recommendations_and_thirteen_actions(
    tables: list[list[Block]],
) -> None:
    plan = table_under(tables, "Timeframe")
    assert (len({row.row for row in plan}), len(plan)) == (7, 13)
    assert all(row.lead_in.startswith(row.row) for row in plan if not row.cells[0])


def test_the_shared_finance_table_adds_up_by_its_phases(tables: list[list[Block]]) -> None:
    table = table_under(tables, "£'000")
    units = [h for h in table[0].headers if h.endswith("£'000")]
    posts = [r for r in table if any(r.cells[1:]) and not r.row.startswith("TOTAL")]
    totals = [r for r in table if r.row.startswith("TOTAL PHASE")]
    assert (len(units), len(totals)) == (3, 3)
    for total in totals:
        for unit in units:
            phase = [r for r in posts if r.section[: len(total.section)] == total.section]
            assert sum(money(r, unit) for r in phase) == money(total, unit)
    assert table[-1].section == table[0].section  # the grand total stands outside the phases


def money(row: Block, header: str) -> int:
    return int(named_cells(row)[header].replace(",", "").replace("-", "0") or 0)


def test_the_shared_grades_are_pairs_of_area_and_grade(tables: list[list[Block]]) -> None:
    pairs = [t for t in tables if all(len(r.cells) == 2 and is_value(r.cells[1]) for r in t)]
    assert sorted(len(t) for t in pairs) == [4, 6]
