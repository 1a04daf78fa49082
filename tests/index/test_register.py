"""The register in the catalogue: kept with the paper, seen by who may see the paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.paper import Source
from corpus.register.entries import Action, Decision, Judgement, Place, Recommendation
from index.library import Library
from index.register import READING, entry_of, fields_json, keys_of, kind_of
from tests.index.library_fakes import BOTH, SeededEncoder, TextReader, add, write_papers

ASKED = "It is recommended that the plan be agreed."
TEXTS = st.text(max_size=20)
PLACES = st.builds(
    Place, st.integers(0, 99), st.integers(0, 99), TEXTS, TEXTS, st.none() | st.integers(1, 9),
    TEXTS, st.lists(TEXTS, max_size=2).map(tuple),
)  # fmt: skip
MANY = st.lists(TEXTS, max_size=3).map(tuple)
ENTRIES = st.one_of(
    st.builds(Judgement, PLACES, TEXTS, TEXTS, body=TEXTS),
    st.builds(
        Recommendation, PLACES, TEXTS, number=TEXTS, again=st.lists(PLACES, max_size=2).map(tuple)
    ),
    st.builds(
        Decision, PLACES, TEXTS, items=MANY,
        votes=st.lists(st.tuples(TEXTS, st.integers(0, 99)), max_size=2).map(tuple),
    ),
    st.builds(Action, PLACES, TEXTS, due_date=st.none() | TEXTS, scores=MANY),
)  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Library:
    with Library.open(tmp_path / "library", encoder=SeededEncoder()) as opened:
        yield opened


@given(ENTRIES)
def test_an_entry_comes_back_as_it_was_kept(entry) -> None:
    assert entry_of(kind_of(entry), fields_json(entry)) == entry


@given(st.lists(ENTRIES, max_size=5))
def test_keys_tell_a_papers_entries_apart(entries) -> None:
    assert len(set(keys_of(entries))) == len(entries)


def test_a_key_holds_when_the_words_move(library, tmp_path) -> None:
    add(library, write_papers(tmp_path / "in", plan=ASKED))
    (before,) = library.register()
    add(library, write_papers(tmp_path / "in", plan=f"A line before.\n{ASKED}"))
    (after,) = library.register()
    assert before.key == after.key
    assert before.entry.place.start < after.entry.place.start
    assert after.quote == ASKED == after.entry.text
    assert after.entry.place.page == 2


def test_entries_go_with_their_paper(library, tmp_path) -> None:
    add(library, write_papers(tmp_path / "in", plan=ASKED, money="An overspend."))
    assert [one.paper.document for one in library.register(kinds=["recommendation"])] == ["plan"]
    assert library.register(kinds=["action"]) == []
    library.remove("plan")
    assert library.register() == []
    assert library.catalogue.value("SELECT count(*) FROM register") == 0


def test_what_an_exempt_paper_asks_is_not_told_to_the_public(library, tmp_path) -> None:
    add(library, write_papers(tmp_path / "in", plan=ASKED))
    record = library.paper("plan")
    library.correct("plan", access="exempt", by="Ruth Alder")
    assert library.register() == []
    assert library.register(papers=[record]) == []
    assert [one.quote for one in library.register(BOTH)] == [ASKED]


def test_papers_from_before_the_register_are_read_for_it(library, tmp_path) -> None:
    add(library, write_papers(tmp_path / "in", plan=ASKED, money="An overspend."))
    forget(library)
    assert library.unregistered() == 2
    (told, _) = library.verify(repair=False)
    assert (told.message, told.repaired) == (
        "plan.txt has not been read for the register.",
        False,
    )
    assert all(one.repaired for one in library.verify(reader=TextReader()))
    assert [one.quote for one in library.register()] == [ASKED]
    assert library.unregistered() == 0
    assert library.verify(reader=TextReader()) == []


def test_a_paper_that_is_read_otherwise_now_keeps_its_words(library, tmp_path) -> None:
    add(library, write_papers(tmp_path / "in", plan=ASKED))
    forget(library)

    def otherwise(paths, metadata_for, *, workers):
        for reading in TextReader()(paths, metadata_for):
            (paper,) = reading.papers
            yield replace(reading, papers=(replace(paper, text="Other words."),))

    (finding,) = library.verify(reader=otherwise)
    assert not finding.repaired
    assert "remove it and add it again" in finding.message
    assert library.register() == []


def test_a_public_paper_that_is_read_as_exempt_now_is_told_until_a_person_decides(
    library, tmp_path
) -> None:
    add(library, write_papers(tmp_path / "in", plan=ASKED))
    forget(library)

    def stamped(paths, metadata_for, *, workers):
        for reading in TextReader()(paths, metadata_for):
            (paper,) = reading.papers
            source = Source("access", "front matter", "PRIVATE AND CONFIDENTIAL")
            yield replace(reading, papers=(replace(paper, access="exempt", sources=(source,)),))

    for _ in range(2):
        (finding,) = library.verify(reader=stamped)
        assert not finding.repaired
        assert "plan says that it is exempt (PRIVATE AND CONFIDENTIAL)" in finding.message
    library.correct("plan", access="public", by="Ruth Alder")
    assert all(one.repaired for one in library.verify(reader=stamped))
    assert [one.quote for one in library.register()] == [ASKED]


def forget(library: Library) -> None:
    """Leave the library as one that was made before there was a register."""
    with library.catalogue.writing() as db:
        db.execute("DELETE FROM register")
        db.execute("UPDATE papers SET registered = ?", (READING - 1,))
