"""Dialogues: each turn asked after the system's own answers to those before it, and scored.

A line is {"id", "turns": [{"move", and a gold question's fields but "id"}]}; a turn's move is
"first", "follow-up", "new subject" or "reset".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from assistant.conversation.talking import converse
from assistant.conversation.turns import Turn
from assistant.conversation.wire import turn_json
from assistant.errors import EvaluationError, QuestionError
from assistant.evaluation.gold import Gold, gold_of
from assistant.evaluation.jsonl import lines_of, object_of, text_in
from assistant.evaluation.measures import Score, score
from assistant.wire import Json

if TYPE_CHECKING:
    from index.library import Library

MOVES = ("first", "follow-up", "new subject", "reset")


@dataclass(frozen=True, slots=True)
class Said:
    """One turn of a dialogue: its move and its gold question, whose id is the dialogue's and its
    number."""

    move: str
    gold: Gold


@dataclass(frozen=True, slots=True)
class TurnResult:
    """One turn as it was answered, and its figures."""

    said: Said
    run: Json
    score: Score

    @property
    def right(self) -> bool:
        """Worded and cited; refused, where the papers do not say."""
        return self.score["overall"] == 1


@dataclass(frozen=True, slots=True)
class MoveRow:
    """The figures over the turns of one move, or of all: the shares right, worded and cited of
    those the papers answer, and refused of the others; None where there are none."""

    label: str
    turns: int
    right: float
    worded: float | None
    cited: float | None
    refused: float | None


def read_dialogues(path: Path) -> list[tuple[Said, ...]]:
    """The dialogues of a JSONL file. Raises EvaluationError, which names the line that is none."""
    found = []
    for number, line in enumerate(lines_of(path), 1):
        if line.strip():
            try:
                found.append(_dialogue(line))
            except (ValueError, AttributeError, TypeError) as error:
                message = f"{path} line {number} is no dialogue: {error}."
                raise EvaluationError(message) from None
    if not found:
        raise EvaluationError(f"{path} holds no dialogues; each line should be one as JSON.")
    return found


def _dialogue(line: str) -> tuple[Said, ...]:
    row = object_of(line)
    turns = row.get("turns")
    if not isinstance(turns, list) or not turns:
        raise ValueError('it has no "turns"')
    said = []
    for number, turn in enumerate(turns, 1):
        move = text_in(turn, "move")
        if move not in MOVES:
            raise ValueError(f'"{move}" is no move')
        said.append(Said(move, gold_of({**turn, "id": f"{text_in(row, 'id')}.{number}"})))
    return tuple(said)


def hold(
    library: Library, dialogues: Sequence[tuple[Said, ...]], *,
    alone: bool = False, on_turn: Callable[[TurnResult], None] | None = None,
) -> list[TurnResult]:  # fmt: skip
    """Hold each dialogue; with `alone`, ask each turn as if nothing had been said before it."""
    results = []
    for dialogue in dialogues:
        before: list[Turn] = []
        for said in dialogue:
            run: Json = {"answered": False}
            try:
                turn = converse(library, said.gold.question, () if alone else before)
                before.append(turn)
                run = turn_json(turn)
            except QuestionError as error:
                run["answer"] = str(error)
            result = TurnResult(said, {"id": said.gold.id, **run}, score(said.gold, run))
            results.append(result)
            if on_turn:
                on_turn(result)
    return results


def rows(results: Sequence[TurnResult]) -> list[MoveRow]:
    """The figures over all turns, then by move."""
    by_move = [(m, [r for r in results if r.said.move == m]) for m in MOVES]
    return [_row(label, part) for label, part in (("all", list(results)), *by_move) if part]


def _row(label: str, results: Sequence[TurnResult]) -> MoveRow:
    def share(name: str) -> float | None:
        told = [r.score[name] for r in results if name in r.score]
        return mean(told) if told else None

    right = mean(r.right for r in results)
    return MoveRow(label, len(results), right, share("worded"), share("right"), share("refused"))
