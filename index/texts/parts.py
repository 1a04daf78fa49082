"""A long passage is found by its parts too.

One vector for 200 words on three matters is near to none of them. So a passage of many words is
embedded whole, under its breadcrumb, and again in runs of whole sentences or rows, each under the
nearest heading or lead-in alone; it is as near to a question as the nearest of these. Over 259
answerable questions over real papers recall at 5, before a reader, went from 0.785 to 0.806 with
parts (0.726 to 0.750 over the 42 of gold over PDFs); parts half as long made more vectors and found
no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.texts.runs import SENTENCE

if TYPE_CHECKING:
    from index.encoder import Encoder

Floats = npt.NDArray[np.float32]

LONG = 80
"""Words from which a passage has parts."""
PART = 60
"""Words of a part, unless one sentence or row has more."""
SHARE = 0.9
"""Of a part's cosine: a passage that is about a question as a whole comes first. 0.8, 0.9, 1.0
gave MRR 0.632, 0.637, 0.610 over council PDFs, 0.728, 0.728, 0.723 over text papers."""


def embedded_texts(breadcrumb: str, text: str) -> tuple[str, ...]:
    """What an encoder is given of a passage: the whole of it, then its parts."""
    whole = f"{breadcrumb}\n{text}" if breadcrumb else text
    if len(text.split()) < LONG:
        return (whole,)
    over = breadcrumb.rsplit("\n", 1)[-1]
    parts = [f"{over}\n{part}" if over else part for part in _parts(text)]
    return (whole, *parts) if len(parts) > 1 else (whole,)


def vectors_of(encoder: Encoder, passages: Sequence[tuple[str, ...]]) -> list[Floats]:
    """For each passage's texts their rows, (len(texts), dimensions): the first of unit length, the
    parts' shorter by SHARE."""
    rows = encoder.encode([text for texts in passages for text in texts])
    made: list[Floats] = []
    at = 0
    for texts in passages:
        own = np.array(rows[at : at + len(texts)], np.float32)
        own[1:] *= SHARE
        made.append(own)
        at += len(texts)
    return made


def _parts(text: str) -> Iterator[str]:
    """The text in runs of whole sentences and lines, of up to PART words."""
    pieces = [piece for line in text.split("\n") for piece in SENTENCE.split(line) if piece.strip()]
    run: list[str] = []
    words = 0
    for piece in pieces:
        size = len(piece.split())
        if run and words + size > PART:
            yield " ".join(run)
            run, words = [], 0
        run.append(piece)
        words += size
    if run:
        yield " ".join(run)
