"""Metadata is judged field by field, alone and together."""

from __future__ import annotations

from benchmarks.metadata import measure
from corpus.paper import Meeting, Paper


def paper(title: str, council: str = "Oxton") -> Paper:
    return Paper("x", "x", title, "report", "public", Meeting(council, "Cabinet", "2024-03-12"))


def test_case_and_marks_make_no_miss_but_words_do() -> None:
    truth = [{"file": "a", "title": "FALLS – A PLAN"}, {"file": "b", "title": "Frailty"}]
    misses = measure(truth, [paper("Falls: a plan"), paper("Falls")])
    assert misses["title"] == ["b: 'Falls' for 'Frailty'"]


def test_a_council_is_judged_alone_and_in_the_library() -> None:
    truth = [{"file": name, "council": "Oxton Council"} for name in "ab"]
    misses = measure(truth, [paper("Falls"), paper("Frailty", "Oxton Council")])
    assert misses["council"] == ["a: 'Oxton' for 'Oxton Council'"]
    assert misses["council in library"] == []


def test_a_file_that_could_not_be_read_misses_all_that_is_known_of_it() -> None:
    misses = measure([{"file": "a", "title": "Falls", "item": ""}], [None])
    assert misses["title"] == ["a: '' for 'Falls'"]
    assert misses["item"] == []
