"""The plans of a paper, row by row: what each says under which role, with the number and the
recommendation that a row takes over from those above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.paper import Block, Paper
from corpus.register.columns import Role, cell_starts, recommends, roles_of

_NUMBER = re.compile(r"(?:R(?:ec)?\.? ?)?(\d{1,3})[.):]?\s+(?=\S)")
_REF = re.compile(r"(?:R(?:ec)?\.? ?)?\d{1,3}(?:\.\d{1,2})*[A-Za-z]?[.)]?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and where it begins in the paper's text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the paper's text."""
        return self.start + len(self.text)


NONE = Cell("", 0)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of a table whose headers name roles. `recommendation` is the cell that the row stands
    under, printed in this row where `states`; `number` is the one printed with it."""

    index: int
    block: Block
    cells: tuple[tuple[Role, Cell], ...]
    recommendation: Cell = NONE
    number: str = ""
    states: bool = False

    def all_of(self, role: Role) -> list[Cell]:
        """The filled cells of a role, in printed order."""
        return [cell for named, cell in self.cells if named == role and cell.text]

    def one(self, role: Role) -> Cell:
        """The first filled cell of a role."""
        return next(iter(self.all_of(role)), NONE)


def plan_rows(paper: Paper) -> Iterator[PlanRow]:
    """Every row of the paper's tables that stands under headers, in order."""
    above: PlanRow | None = None
    for index, block in enumerate(paper.blocks):
        if block.kind != "table row":
            continue
        if above is not None and not _same_plan(above.block, block):
            above = None
        if block.row == "header" or len(block.headers) != len(block.cells):
            continue
        if sum(map(bool, block.cells)) < 2:
            continue  # the title of a section of the plan
        row = _row(index, block, above)
        yield row
        above = row


def _same_plan(above: Block, block: Block) -> bool:
    headers = block.headers or above.headers
    return block.row == "header" or headers == above.headers or above.table == block.table


def _row(index: int, block: Block, above: PlanRow | None) -> PlanRow:
    roles = _roles(block.headers)
    cells = tuple(
        (role, Cell(text, start))
        for role, text, start in zip(roles, block.cells, cell_starts(block), strict=True)
    )
    own = next((cell for role, cell in cells if role == "recommendation" and cell.text), NONE)
    if not own.text:
        kept = (above.recommendation, above.number) if above else (NONE, "")
        return PlanRow(index, block, cells, *kept)
    ref = next((cell.text for role, cell in cells if role == "number" and cell.text), "")
    number, own = _numbered(own)
    return PlanRow(index, block, cells, own, number or _plain(ref), states=True)


def _roles(headers: Sequence[str]) -> list[Role]:
    """The roles of the columns; a first column without a name holds numbers, and of two columns for
    recommendations the one that says so holds them."""
    roles = list(roles_of(headers))
    if roles and not headers[0]:
        roles[0] = "number"
    named = [i for i, h in enumerate(headers) if roles[i] == "recommendation" and recommends(h)]
    if named:
        for i, role in enumerate(roles):
            if role == "recommendation" and i != named[0]:
                roles[i] = ""
    return roles


def _numbered(cell: Cell) -> tuple[str, Cell]:
    """A recommendation's printed number, and it without: "4. Oversight" is "4" and "Oversight"."""
    found = _NUMBER.match(cell.text)
    if found is None:
        return "", cell
    return found[1], Cell(cell.text[found.end() :], cell.start + found.end())


def _plain(ref: str) -> str:
    return ref.rstrip(".)") if _REF.fullmatch(ref) else ""
