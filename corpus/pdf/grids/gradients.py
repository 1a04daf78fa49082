"""Gradients, told from rulings: a cell shaded from one colour to another is painted in strips.

Strips as thin as a ruling lie edge to edge by the dozen; rulings have white between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from corpus.pdf.grids.ruled import SHADED, Box

STRIPS = 6
"""Thin boxes edge to edge, at least; a border drawn double or threefold has no more than three."""
EDGE = 0.4
"""Points between the edges of two strips at most."""


def without_gradients(rules: Sequence[Box]) -> tuple[list[Box], list[Box]]:
    """The `rules` that are rulings, and the boxes that the others paint together."""
    kept, upright = _parted(rules)
    turned, level = _parted([_turned(box) for box in kept])
    return [_turned(box) for box in turned], [*upright, *map(_turned, level)]


def _turned(box: Box) -> Box:
    return box[1], box[0], box[3], box[2]


def _parted(rules: Sequence[Box]) -> tuple[list[Box], list[Box]]:
    """(kept, painted), by strips that lie below one another."""
    alike: dict[tuple[float, float], list[Box]] = defaultdict(list)
    for box in rules:
        alike[round(box[0], 1), round(box[2], 1)].append(box)
    kept: list[Box] = []
    painted: list[Box] = []
    for boxes in alike.values():
        # The pieces of a ruling lie end to end, but they are no wider than it is thick.
        if len(boxes) < STRIPS or boxes[0][2] - boxes[0][0] < SHADED:
            kept += boxes
            continue
        for run in _runs(sorted(boxes, key=lambda b: b[1])):
            if len(run) < STRIPS:
                kept += run
            else:
                painted.append((run[0][0], run[0][1], run[0][2], run[-1][3]))
    return kept, painted


def _runs(boxes: Sequence[Box]) -> list[list[Box]]:
    runs: list[list[Box]] = []
    for box in boxes:
        # Strips go on downwards; a line drawn again in its own place does not.
        if runs and abs(box[1] - runs[-1][-1][3]) < EDGE < box[3] - runs[-1][-1][3]:
            runs[-1].append(box)
        else:
            runs.append([box])
    return runs
