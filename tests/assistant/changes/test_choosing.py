import pytest

from assistant.access import shelves_for
from assistant.changes.choosing import changes_between
from assistant.errors import ChangesError, NoSuchPaper

PUBLIC, OFFICER = shelves_for("public"), shelves_for("officer")
UPDATE = "CF Scrutiny - Improvement Plan Update"
OCTOBER, MARCH = f"2023-10-10 {UPDATE}", f"2024-03-12 {UPDATE}"


def ids(compared):
    return compared.old.id, compared.new.id


def test_papers_are_named_by_id_file_or_title(sample):
    for name in (MARCH, f"{MARCH}.pdf", MARCH.upper()):
        assert ids(changes_between(sample, OCTOBER, name, shelves=PUBLIC)) == (OCTOBER, MARCH)
    title = "appendix a: children’s services improvement plan"
    assert changes_between(sample, title, MARCH, shelves=PUBLIC).old.kind == "action plan"


def test_one_alone_is_compared_with_the_one_before_it_in_its_series(sample):
    assert ids(changes_between(sample, MARCH, shelves=PUBLIC)) == (OCTOBER, MARCH)


def test_the_first_of_a_series_says_which_comes_next(sample):
    with pytest.raises(ChangesError, match="first of its series; the next is “2024-03-12"):
        changes_between(sample, OCTOBER, shelves=PUBLIC)


def test_a_title_of_several_papers_names_them(sample):
    with pytest.raises(ChangesError, match="Several papers are called") as told:
        changes_between(sample, "Children’s Services Improvement Plan: Update", shelves=PUBLIC)
    assert OCTOBER in str(told.value) and MARCH in str(told.value)


def test_a_pack_is_compared_by_its_item_that_is_like_the_other_paper(sample):
    pack = "2024-01-23 CF Scrutiny - Public Reports Pack"
    alone = "2024-01-23 CF Scrutiny - Item 6 Peer Review"
    compared = changes_between(sample, pack, alone, shelves=PUBLIC)
    assert ids(compared) == (f"{pack}#6", alone)
    assert len(compared.comparison.changes) <= 2  # page furniture: the words are the same


def test_an_exempt_paper_is_not_there_for_the_public(sample):
    (exempt,) = sample.papers(("exempt",))
    told = []
    for name in (exempt.id, "no such paper"):
        with pytest.raises(NoSuchPaper) as error:
            changes_between(sample, name, MARCH, shelves=PUBLIC)
        told.append(str(error.value).replace(name, "NAME"))
    assert told[0] == told[1]
    assert changes_between(sample, exempt.id, MARCH, shelves=OFFICER).old.id == exempt.id


def test_what_was_not_read_of_a_paper_is_told(sample):
    scanned = next(p for p in sample.papers() if "Monitoring Visit" in p.id)
    notes = changes_between(sample, scanned.id, MARCH, shelves=PUBLIC).notes
    assert any(note.startswith(f"{scanned.id}: page 2") for note in notes)
