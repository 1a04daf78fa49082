"""What the models are trained on: passages of committee papers, questions they answer, near misses.

Three sources, in one form. `training/written/` is ours: passages of papers of councils that do not
exist, each with questions and their answers. `../shared/training` holds passages of real papers,
and `../shared/papers/pdf` the papers that `training/of_papers/` asks of (`training.papers`); both
stay there. Questions are split by document, never by question, so that what is held out is
about papers the model has not seen.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from index.words import tokens

WRITTEN = Path(__file__).parent / "written"
Runs = frozenset[tuple[str, ...]]
HELD_OUT = 10
"""One document in so many is kept for validation."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and where its passage answers it: `passage.text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a paper, questions it answers, and questions in its words that it does not."""

    id: str
    document: str
    breadcrumb: str
    text: str
    questions: tuple[Question, ...]
    near_misses: tuple[str, ...]

    @property
    def is_held_out(self) -> bool:
        """Whether it is for validation, as every passage of its document is."""
        return int(sha256(self.document.encode()).hexdigest()[:8], 16) % HELD_OUT == 0

    @property
    def unasked(self) -> Passage:
        """The passage alone: others may be told from it."""
        return replace(self, questions=(), near_misses=())

    @property
    def whole(self) -> str:
        """What a model is given of it, as of any passage of a library."""
        return f"{self.breadcrumb}\n{self.text}" if self.breadcrumb else self.text


def read_passages(shared: Path | None) -> list[Passage]:
    """Every passage to train on, ours first; `shared` is the folder of the real ones, or None."""
    rows = [row for path in sorted(WRITTEN.glob("*.jsonl")) for row in rows_in(path)]
    found = [_passage(row, row) for row in rows]
    if shared is not None:
        asked = {row["passage_id"]: row for row in rows_in(shared / "questions.jsonl")}
        found += [
            _passage(row | {"breadcrumb": row["document"]}, asked.get(row["passage_id"], {}))
            for row in rows_in(shared / "passages.jsonl")
        ]
    return found


def without(passages: Iterable[Passage], quotes: Collection[str]) -> list[Passage]:
    """The passages that share most of their words with none of these quotations, either way."""
    sought = Texts(quotes)
    return [p for p in passages if not sought.share_with(p.text)]


def parted(passages: Iterable[Passage]) -> tuple[list[Passage], list[Passage]]:
    """Those to train on, and those of the held-out documents that are no copies of them."""
    kept: list[Passage] = []
    held: list[Passage] = []
    for passage in passages:
        (held if passage.is_held_out else kept).append(passage)
    known = Texts(passage.text for passage in kept)
    return kept, [p for p in held if not known.share_with(p.text)]


class Texts:
    """Texts by their three-word runs, to tell copies of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._runs = [runs_of(text) for text in texts]
        self._with = defaultdict[tuple[str, ...], list[int]](list)
        for number, runs in enumerate(self._runs):
            for run in runs:
                self._with[run].append(number)

    def share_with(self, text: str) -> bool:
        """Whether half of the shorter text's runs stand in the other, for any of them."""
        runs = runs_of(text)
        shared = Counter(number for run in runs for number in self._with.get(run, ()))
        return any(2 * n >= min(len(runs), len(self._runs[at])) for at, n in shared.items())


def answers(passage: Passage, said: str) -> bool:
    """Whether another passage holds an answer's words too, so that it may be right as well."""
    return len(said) >= 12 and _evened(said) in _evened(passage.text)


@cache
def _evened(text: str) -> str:
    return " ".join(text.split())


def _passage(row: dict[str, Any], asked: dict[str, Any]) -> Passage:
    text = row["text"]
    questions = []
    for question in asked.get("questions", ()):
        start = _place(question["answer"], text)
        if start < 0:
            raise ValueError(f"{row['passage_id']}: {question['answer']!r} is not in its passage")
        questions.append(Question(question["q"], start, start + len(question["answer"])))
    return Passage(
        row["passage_id"], row["document"], row["breadcrumb"], text,
        tuple(questions), tuple(asked.get("near_misses", ())),
    )  # fmt: skip


def _place(answer: str, text: str) -> int:
    """Where an answer stands first, as words of its own if it does so anywhere ("9%" is not in
    "89%"); -1 if nowhere."""
    whole = re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", text)
    return whole.start() if whole else text.find(answer)


def rows_in(path: Path) -> Iterator[dict[str, Any]]:
    """A file of one JSON object a line, blank lines left out."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def runs_of(text: str) -> Runs:
    """The three-word runs of a text, in the words that are indexed."""
    words = tokens(text)
    return frozenset(tuple(words[i : i + 3]) for i in range(len(words) - 2))
