"""Fits everything that is fitted: `python -m training.fit [--plain] QUESTIONS.jsonl=LIBRARY …`

Each argument is a file of gold questions and the library they are asked of. What
`assistant/fitted.py` should hold is printed, for a library with a reader, or with --plain for one
without. Before it, for each set, the figures of `matters evaluate` with everything fitted on the
other sets alone: those are the figures to quote. One thing they have seen: which units are gathered
(of the first passages, the likeliest) is decided by the weights in use.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant import fitted
from assistant.evaluation.asking import scored, table
from benchmarks.steps import changed
from index.library import Library
from training.asked import Set, answers, ask_all
from training.fit_evidence import (
    BY_HAND,
    BY_HAND_READ,
    Order,
    fit_order,
    fit_units,
    ranking,
)
from training.fit_refusal import Refusing, fit_refusal, rows_of

SHOWN = ("recall@600w", "all@600w", "mrr", "right", "refused", "over-refused", "aurc")


@dataclass(frozen=True, slots=True)
class Fit:
    """What was fitted on some sets."""

    units: tuple[float, ...]
    order: Order
    refusing: Refusing

    @contextmanager
    def used(self, *, read: bool) -> Iterator[None]:
        """While inside, the assistant works with these."""
        kind = "READ" if read else "PLAIN"
        refusing = (self.refusing.weights, self.refusing.bias, self.refusing.threshold)
        values = {kind: self.units, f"ORDER_{kind}": self.order[1], f"REFUSE_{kind}": refusing}
        if read:
            values["READER_SHARE"] = self.order[0]
        with changed(fitted, values):
            yield


def fit(sets: Sequence[Set], *, read: bool) -> Fit:
    """Fit units, order and refusal, in this order, for each rests on the one before.

    The reader's share, which also decides what is gathered, is looked for with the units' weights
    as they are gathered now.
    """
    guess = BY_HAND_READ if read else BY_HAND
    start = [float(guess.get(name, 0)) for name in fitted.EVIDENCE]
    units = tuple(fit_units(sets, start).tolist())
    order = fit_order(sets, units, read=read)
    return Fit(units, order, fit_refusal([rows_of(each, units) for each in sets]))


def main() -> None:
    """Print the held-out figures of each set, then what fits all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", help="QUESTIONS.jsonl=LIBRARY")
    parser.add_argument("--plain", action="store_true", help="without a reader")
    given = parser.parse_args()
    with ExitStack() as opened:
        sets = []
        for argument in given.sets:
            file, folder = argument.rsplit("=", 1)
            reader: Literal["none"] | None = "none" if given.plain else None
            library = Library.open(folder, read_only=True, reader=reader)
            sets.append(ask_all(Path(file).stem, Path(file), opened.enter_context(library)))
        for held in sets:
            others = [each for each in sets if each is not held]
            if others:
                print(_held_out(held, fit(others, read=not given.plain), read=not given.plain))
        print(_told(sets, fit(sets, read=not given.plain)))


def _held_out(held: Set, done: Fit, *, read: bool) -> str:
    with done.used(read=read):
        runs = {run["id"]: run for run in answers(held)}
        rows = table(scored(held.gold, runs, library=held.library))
    figures = ", ".join(f"{n} {v:.3f}" for n in SHOWN if (v := rows[0].figures.get(n)) is not None)
    area = done.refusing.area(rows_of(held, done.units))
    return f"{held.name}, fitted on the others: {figures}, AUROC {area:.3f}"


def _told(sets: Sequence[Set], done: Fit) -> str:
    lines = [f"units = {_rounded(done.units)}", f"order = {done.order}"]
    for each in sets:
        said = {k: round(v, 3) for k, v in ranking(each, done.units, done.order).items()}
        area = done.refusing.area(rows_of(each, done.units))
        lines.append(f"# {each.name}, fitted on it too: {said}, AUROC {area:.3f}")
    refusing = done.refusing
    numbers = (_rounded(refusing.weights), round(refusing.bias, 2), round(refusing.threshold, 3))
    return "\n".join([*lines, f"refuse = {numbers}"])


def _rounded(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(round(value, 2) for value in values)


if __name__ == "__main__":
    main()
