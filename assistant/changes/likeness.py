"""How much alike two pieces of two papers are: the words they share, rare ones counting most.

Figures and dates are held to be alike whatever they say, since they are what changes; a row or a
field of the same name is likely the same one. A number is no name: where a row is gone, those after
it move up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from assistant.changes.pieces import Piece
from assistant.printings.likeness import is_number
from assistant.rewording.aligning import Gains
from assistant.rewording.tokens import tokens_of

Words = tuple[str, ...]

LEAST = 0.36
"""Of shared words: what two versions of one paragraph have, and two paragraphs of one paper's
stock phrases ("The due date has moved from …") do not. Plans' rows of one number that are one
action share 0.41 and more, those that are not 0.29 and less."""
OTHER_NAME = 0.5
"""What the likeness of two rows, or paragraphs, of different names is worth; fields may change
theirs ("Accountable Head of Service")."""
SAME_NAME = 0.5
"""The share of likeness that a common name is worth by itself."""
LEAST_SENTENCE = 0.45
"""Of words in the same order, from which one sentence is the other reworded."""
FEWEST_OF_ROW = 3
"""Words of a row that says more than a rating."""
MOVED = 0.8
"""The same, for sentences of two blocks that are not each other."""
FEWEST_MOVED = 4
"""Words of such a sentence."""


def words_of(text: str) -> Words:
    """What two texts are compared by: words, and a mark for any figure or date.

    >>> words_of("A rise of 5% by July 2017")
    ('a', 'rise', 'of', '#figure', 'by', '#date')
    """
    return tuple(t.value if t.kind == "word" else f"#{t.kind}" for t in tokens_of(text))


def values_of(text: str) -> Words:
    """A text's words with its figures and dates."""
    return tuple(token.value for token in tokens_of(text))


def piece_gains(old: Sequence[Piece], new: Sequence[Piece], *, least: float = LEAST) -> Gains:
    """What pairing each old piece with each new one is worth, 0 below the least likeness."""
    here, there = [words_of(p.text) for p in old], [words_of(p.text) for p in new]
    weights = _weights([*here, *there])
    likeness = _likeness(here, there, weights)
    titles = [[piece.title for piece in pieces] for pieces in (old, new)]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            named = titles[0][i], titles[1][j]
            likeness[i, j] = _judged(likeness[i, j], one, other, named=named)
    likeness[(likeness < least) | _spoken_for(old, new)] = 0
    sizes = [np.log(2 + np.array([len(w) for w in words], dtype=float)) for words in (here, there)]
    gains: Gains = likeness * np.minimum(sizes[0][:, None], sizes[1][None, :])
    return gains


def _judged(likeness: float, one: Piece, other: Piece, *, named: tuple[str, str]) -> float:
    """The likeness of two pieces, knowing what they are."""
    if one.is_row != other.is_row or (one.block.row == "header") != (other.block.row == "header"):
        return 0.0
    if all(named):
        if named[0] == named[1]:
            same = not one.is_row or _is_one_row(likeness, one, other)
            return SAME_NAME + (1 - SAME_NAME) * likeness if same else 0.0
        likeness *= OTHER_NAME if one.is_row or not (one.key or other.key) else 1.0
    return likeness


def _is_one_row(likeness: float, one: Piece, other: Piece) -> bool:
    """Whether two rows of one name are one: a number is believed where the words are alike, or are
    too few to say ("1A", "Green")."""
    if likeness >= LEAST or not is_number(one.label):
        return True
    words = ([w for w in words_of(piece.text) if not w.startswith("#")] for piece in (one, other))
    return min(map(len, words)) < FEWEST_OF_ROW


def _spoken_for(old: Sequence[Piece], new: Sequence[Piece]) -> npt.NDArray[np.bool_]:
    """Which pairs are out of the question because one of the two stands word for word in the other
    paper, as something else."""
    here, there = [values_of(p.text) for p in old], [values_of(p.text) for p in new]
    same = np.array([[one == other for other in there] for one in here], dtype=bool)
    same = same.reshape(len(old), len(new))
    mine = np.array([row.any() for row in same], dtype=bool)[:, None]
    theirs = np.array([column.any() for column in same.T], dtype=bool)[None, :]
    out: npt.NDArray[np.bool_] = ~same & (mine | theirs)
    return out


def _weights(texts: Sequence[Words]) -> dict[str, float]:
    """What each word weighs: the fewer pieces have it, the more."""
    seen = Counter(word for words in texts for word in set(words))
    return {word: log(1 + len(texts) / count) for word, count in seen.items()}


def _likeness(here: Sequence[Words], there: Sequence[Words], weights: dict[str, float]) -> Gains:
    """Twice the weight of the shared words, over the weight of all (Dice)."""
    shared = np.zeros((len(here), len(there)))
    rows, columns = _where(here), _where(there)
    for word in rows.keys() & columns.keys():
        shared[np.ix_(rows[word], columns[word])] += weights[word]
    totals = [np.array([sum(weights[w] for w in set(words)) for words in texts])
              for texts in (here, there)]  # fmt: skip
    likeness: Gains = 2 * shared / np.maximum(totals[0][:, None] + totals[1][None, :], 1e-9)
    return likeness


def _where(texts: Sequence[Words]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, words in enumerate(texts):
        for word in set(words):
            found.setdefault(word, []).append(place)
    return found


def sentence_gains(old: Sequence[str], new: Sequence[str]) -> Gains:
    """What pairing each old sentence with each new one is worth, by words in the same order."""
    return _ordered([words_of(text) for text in old], [words_of(text) for text in new])


def moved_gains(old: Sequence[str], new: Sequence[str]) -> Gains:
    """The same for sentences of any two blocks, which must be nearly alike, figures and all, and
    not so short that they stand everywhere ("N/A")."""
    here, there = ([values_of(text) for text in texts] for texts in (old, new))
    kept = [words if len(words) >= FEWEST_MOVED else () for words in here]
    return _ordered(kept, there, MOVED)


def _ordered(here: Sequence[Words], there: Sequence[Words], least: float = LEAST_SENTENCE) -> Gains:
    gains = np.zeros((len(here), len(there)))
    for i, one in enumerate(here):
        for j, other in enumerate(there):
            if not (one and other) or 2 * min(len(one), len(other)) < least * (
                len(one) + len(other)
            ):
                continue  # too unlike in length to reach the least likeness
            alike = Indel.normalized_similarity(one, other)
            gains[i, j] = alike * min(len(one), len(other)) if alike >= least else 0
    return gains
