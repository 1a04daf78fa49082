"""Two sequences aligned as a whole: blocks of two papers, sentences of two blocks, words of two
sentences all go through here.

The pairs chosen are those of the greatest total gain that keep both orders; a greedy choice would
let one good pair cross, and so forbid, many others.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Gains = npt.NDArray[np.float64]
"""(n, m): what it is worth to pair one of the first sequence with one of the second; 0 forbids."""
Pairs = list[tuple[int, int]]


def aligned(gains: Gains) -> Pairs:
    """The pairs of the greatest total gain, in order, none crossing another.

    >>> aligned(np.array([[1.0, 0.0], [3.0, 0.0], [0.0, 1.0]]))
    [(1, 0), (2, 1)]
    """
    rows, columns = gains.shape
    best = np.zeros((rows + 1, columns + 1))
    for at in range(rows):
        paired = np.where(gains[at] > 0, best[at, :-1] + gains[at], 0.0)
        np.maximum.accumulate(np.maximum(best[at, 1:], paired), out=best[at + 1, 1:])
    pairs, i, j = [], rows, columns
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def nearest(gains: Gains) -> Pairs:
    """Pairs in whatever order, the best of all first, each row and column used once."""
    left, pairs = gains.copy(), []
    while left.size and left.max() > 0:
        i, j = divmod(int(left.argmax()), left.shape[1])
        pairs.append((i, j))
        left[i, :] = left[:, j] = 0
    return sorted(pairs)
