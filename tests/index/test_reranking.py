"""The first hits are read against the question and put in another order."""

from dataclasses import replace

import numpy as np
import pytest

from index.passages import Passage
from index.reader import Verdict
from index.reranking import LEAST, SHARE, relevances, reordered, reread
from index.search import Hit


class Preferring:
    """A reader that holds the last passages it is given the most relevant."""

    name = "preferring"

    def __init__(self) -> None:
        self.read_: list[tuple[str, str]] = []

    def read(self, question, passages):
        self.read_ += passages
        none = np.zeros(0, np.float32)
        return [Verdict(float(n), None, np.zeros((0, 2), np.int64), none, none)
                for n in range(len(passages))]  # fmt: skip


def hits(*scores: float) -> list[Hit]:
    passages = [Passage("p", "p", f"text {n}", 0, 6, "crumb", id=n) for n in range(len(scores))]
    return [Hit(p, s, found=s) for p, s in zip(passages, scores, strict=True)]


def ids(found) -> list[int]:
    return [hit.passage.id for hit in found]


def test_what_the_reader_prefers_comes_first():
    assert ids(reread(hits(0.9, 0.85, 0.8), "why", Preferring()))[0] == 2


def test_only_the_first_are_read():
    reader = Preferring()
    found = reread(hits(0.9, 0.8, 0.7), "why", reader, first=2)
    assert reader.read_ == [("crumb", "text 0"), ("crumb", "text 1")]
    assert [hit.verdict is None for hit in found] == [False, False, True]
    assert ids(found)[-1] == 2


def test_without_a_reader_nothing_changes():
    assert reread(hits(0.9, 0.8), "why", None) == hits(0.9, 0.8)


def test_nothing_found_is_nothing_read():
    assert reread([], "why", Preferring()) == []


def test_the_score_is_a_mean_of_found_and_relevant():
    found = {h.passage.id: h for h in reread(hits(0.9, 0.8), "why", Preferring())}
    assert found[1].score == pytest.approx((1 - SHARE) * 0.8 + SHARE * 1)
    assert found[0].score == pytest.approx((1 - SHARE) * 0.9)


def test_ordering_again_starts_from_how_they_were_found():
    read = reread(hits(0.9, 0.8, 0.7), "why", Preferring())
    assert [(h.passage.id, h.score) for h in reordered(read)] == [
        (h.passage.id, h.score) for h in read
    ]
    assert ids(reordered(read, share=0.0)) == [0, 1, 2]


def read_by_ours(*logits: float) -> list[Hit]:
    none = np.zeros(0, np.float32)
    verdicts = [Verdict(x, 0.0, np.zeros((0, 2), np.int64), none, none) for x in logits]
    return [replace(h, verdict=v) for h, v in zip(hits(*logits), verdicts, strict=True)]


def test_far_below_the_best_is_not_relevant_at_all():
    assert relevances(read_by_ours(9.0, 9.0 - LEAST / 2, -90.0)) == {0: 1.0, 1: 0.5, 2: 0.0}


def test_a_reader_of_another_scale_spans_from_its_best_to_its_worst():
    read = reread(hits(0.9, 0.8, 0.7), "why", Preferring())
    assert relevances(read) == {0: 0.0, 1: 0.5, 2: 1.0}
