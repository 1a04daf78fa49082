"""What both models are trained from, made ready: the passages, those held out, the hard negatives.

Reading the papers and finding the negatives takes minutes on two cores and needs the whole product;
training needs a graphics card to be quick. So the first can be kept in a file, which a machine
with a card trains from.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.encoder import Encoder
from training.mining import hard_negatives
from training.pairs import Hard
from training.papers import read_papers
from training.passages import Passage, Question, parted, read_passages, without
from training.schedule import said

MINED = 8
"""Hard negatives kept of a question."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Passages to train on and passages of other documents, and by the place of one of the first
    and the text of its question or near miss: its hard negatives, by their places."""

    passages: list[Passage]
    held: list[Passage]
    hard: Hard

    def write(self, path: Path) -> None:
        """Keep it in a file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        found = [[place, text, near] for (place, text), near in self.hard.items()]
        rows = {"passages": self.passages, "held": self.held}
        with gzip.open(path, "wt", encoding="utf-8") as file:
            json.dump({n: [asdict(p) for p in r] for n, r in rows.items()} | {"hard": found}, file)

    @classmethod
    def read(cls, path: Path) -> Prepared:
        """What `write` kept."""
        with gzip.open(path, "rt", encoding="utf-8") as file:
            kept = json.load(file)
        passages, held = ([_passage(row) for row in kept[name]] for name in ("passages", "held"))
        return cls(passages, held, {(place, text): near for place, text, near in kept["hard"]})


def prepare(
    shared: Path | None, papers: Path, quotes: Collection[str], encoder: Encoder
) -> Prepared:
    """Read every passage but those that share most of their words with one of the quotes, part
    them, and find the hard negatives of those to train on."""
    passages = read_passages(shared) + read_papers(papers)
    kept, held = parted(without(passages, quotes))
    said(f"{len(kept)} passages to train on, {len(held)} held out")
    return Prepared(kept, held, mined(kept, encoder))


def mined(passages: Sequence[Passage], encoder: Encoder) -> Hard:
    """By the place of a passage and the text of a question or near miss: its hard negatives."""
    asked = [
        (place, text, answer)
        for place, passage in enumerate(passages)
        for text, answer in (
            *((q.text, passage.text[q.start : q.end]) for q in passage.questions),
            *((text, "") for text in passage.near_misses),
        )
    ]
    found = hard_negatives(
        [(text, answer) for _, text, answer in asked], [place for place, _, _ in asked],
        passages, encoder, most=MINED,
    )  # fmt: skip
    return {(place, text): near for (place, text, _), near in zip(asked, found, strict=True)}


def _passage(row: dict[str, Any]) -> Passage:
    questions = tuple(Question(**question) for question in row["questions"])
    return Passage(**row | {"questions": questions, "near_misses": tuple(row["near_misses"])})
