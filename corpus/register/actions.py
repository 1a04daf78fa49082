"""The actions of a paper: the rows of its action plans, one entry for each action a row lists, and
what minutes record as an ACTION.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpus.paper import Paper
from corpus.register.columns import OF_NOW, is_plan, is_score, is_tracker
from corpus.register.due import When, due_date, when_in
from corpus.register.entries import Action, Place, Sureness
from corpus.register.marked import Part, parts_of
from corpus.register.minuted import minuted_actions
from corpus.register.places import place_of
from corpus.register.plans import NONE, Cell, PlanRow, plan_rows
from corpus.register.rating_keys import rating_key, rating_name
from corpus.register.statuses import statuses_of


def actions(paper: Paper) -> tuple[Action, ...]:
    """What the paper says is to be done, in order of print."""
    key = rating_key(paper)
    planned = [one for row in plan_rows(paper) if _plans(row) for one in _row(paper, row, key)]
    found = [*planned, *minuted_actions(paper)]
    return tuple(sorted(found, key=lambda action: action.place.start))


def _plans(row: PlanRow) -> bool:
    return len(_planned(row).text.split()) > 1


def _planned(row: PlanRow) -> Cell:
    """What a row says is to be done: its action, or the recommendation that a tracker follows."""
    if is_plan(row.block.headers):
        return row.one("action")
    follows = row.states and is_tracker(row.block.headers)
    return row.recommendation if follows else NONE


def _row(paper: Paper, row: PlanRow, key: Mapping[str, str]) -> Iterator[Action]:
    cell = _planned(row)
    parts = parts_of(cell.text) or [Part("", 0, len(cell.text))]
    texts = [cell.text[part.start : part.end] for part in parts]
    when, due = _when(row), _due_date(row, _year(paper))
    said = [*([when.status] if when.status else []), *_progress(row)]
    statuses = statuses_of(_as_clauses(said), [part.mark for part in parts], texts)
    scores = _scores(row)
    meaning = key.get(rating_name(scores[-1]), "") if scores else ""
    sure: Sureness = "likely" if "cells uncertain" in row.block.marks else "sure"
    for part, text, status in zip(parts, texts, statuses, strict=True):
        yield Action(
            _place(row, cell, part), text, row.recommendation.text, row.number,
            lead=row.one("lead").text, owner=row.one("owner").text,
            due=when.due, due_date=due, status=status,
            direction=row.one("direction").text, scores=scores, meaning=meaning,
            sureness=sure,
        )  # fmt: skip


def _place(row: PlanRow, cell: Cell, part: Part) -> Place:
    return place_of(row.block, cell.start + part.start, cell.start + part.end)


def _when(row: PlanRow) -> When:
    """When a row is due; several cells for dates say so together."""
    cells = [when_in(cell.text) for cell in row.all_of("due")]
    return When(
        "; ".join(when.due for when in cells if when.due),
        " ".join(when.status for when in cells if when.status),
    )


def _due_date(row: PlanRow, year: int | None) -> str | None:
    """The day a row is due: of several columns for dates the one of the revised date tells, if it
    has one, else the last day they name."""
    dated = [
        (bool(OF_NOW.search(header)), day)
        for header, (role, cell) in zip(row.block.headers, row.cells, strict=True)
        if role == "due" and (day := due_date(when_in(cell.text).due, year=year))
    ]
    return max(dated, default=(False, None))[1]


def _progress(row: PlanRow) -> list[str]:
    cells = row.all_of("progress") + row.all_of("rating")
    return [cell.text for cell in cells if not is_score(cell.text)]


def _as_clauses(cells: Sequence[str]) -> str:
    """Cells as one text in which each ends: "In progress; 120 fitted"."""
    ended = [cell if cell.endswith((".", ";", ":")) else f"{cell};" for cell in cells[:-1]]
    return " ".join([*ended, *cells[-1:]])


def _scores(row: PlanRow) -> tuple[str, ...]:
    """The ratings of a row, whichever of its columns they stand in: in printed order, but that of
    now last."""
    scores = [
        (bool(OF_NOW.search(header)), cell.text)
        for header, (role, cell) in zip(row.block.headers, row.cells, strict=True)
        if role in ("rating", "progress") and cell.text and is_score(cell.text)
    ]
    return tuple(text for _, text in sorted(scores, key=lambda score: score[0]))


def _year(paper: Paper) -> int | None:
    return int(paper.meeting.date[:4]) if paper.meeting.date else None
