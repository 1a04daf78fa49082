"""`matters evaluate --dialogues`: conversations held, and each turn's answer scored."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.common import open_library, print_json
from assistant.cli.terminal import wrapped

if TYPE_CHECKING:
    from assistant.evaluation.dialogues import MoveRow, TurnResult


def evaluate_dialogues(path: Path, *, alone: bool, as_json: bool, library: Path | None) -> int:
    """Hold the dialogues of a file, print the figures by move and the turns that missed."""
    from assistant.evaluation import dialogues  # noqa: PLC0415

    said = dialogues.read_dialogues(path)
    total, done = sum(map(len, said)), iter(range(1, sys.maxsize))

    def tick(_: object) -> None:
        print(f"\r{next(done)} of {total} turns", end="", file=sys.stderr, flush=True)

    watched = sys.stderr.isatty()
    with open_library(library) as opened:
        results = dialogues.hold(opened, said, alone=alone, on_turn=tick if watched else None)
    if watched:
        print(file=sys.stderr)
    figures = dialogues.rows(results)
    if as_json:
        told = [asdict(row) for row in figures]
        runs = [{"move": r.said.move, "figures": r.score, **r.run} for r in results]
        print_json({"dialogues": len(said), "moves": told, "turns": runs})
    else:
        print("\n".join(_lines(figures, results)))
    return 0


def _lines(figures: Sequence[MoveRow], results: Sequence[TurnResult]) -> Iterator[str]:
    yield f"{'turns':<18}{'right':>8}{'worded':>8}{'cited':>8}{'refused':>9}"
    for row in figures:
        shares = (row.right, row.worded, row.cited)
        cells = "".join(f"{_share(share):>8}" for share in shares)
        yield f"{f'{row.label} ({row.turns})':<18}{cells}{_share(row.refused):>9}"
    missed = [result for result in results if not result.right]
    yield ""
    yield f"Missed: {len(missed)}"
    for result in missed:
        gold, run = result.said.gold, result.run
        yield from wrapped(f"{gold.id}  {gold.question}", "", "    ")
        yield from wrapped(f"asked: {run.get('question', '')}", "    ", "        ")
        yield from wrapped(f"gold: {gold.answer}", "    ", "        ")
        words = " ".join(run["answer"].split()[:20]) if run["answered"] else "refused"
        yield from wrapped(f"answer: {words}", "    ", "        ")


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
