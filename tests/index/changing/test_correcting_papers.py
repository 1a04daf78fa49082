import dataclasses

import pytest

from corpus.paper import Metadata, Reading, Source
from index.errors import CorrectionError, NoSuchPaperError, ReadOnlyError
from index.library import Library
from tests.index.library_fakes import (
    BOTH,
    LONG,
    SeededEncoder,
    TextReader,
    add,
    found,
    paper_of,
    store,
    write_papers,
)

WHO = "A. Officer"
OWN = Source("committee", "front matter", "SCRUTINY COMMITTEE")


@pytest.fixture
def plan(library, source):
    """A library with one paper of two passages, which says where its committee was read."""
    paper = dataclasses.replace(paper_of("plan", f"{LONG}\nAn improvement plan."), sources=(OWN,))
    (path,) = write_papers(source, plan="An improvement plan.")
    store(library, Reading(str(path), "read", papers=(paper,)))
    return library


def audit(library):
    sql = "SELECT by, what, paper, field, before, after FROM audit ORDER BY id"
    return [tuple(row) for row in library.catalogue.rows(sql)]


def test_a_correction_is_what_the_paper_now_says(plan):
    corrected = plan.correct("plan", committee="Audit Committee", date="2018-01-09", by=WHO)
    assert corrected == plan.paper("plan")
    assert (corrected.committee, corrected.date) == ("Audit Committee", "2018-01-09")
    assert (corrected.council, corrected.title) == ("Anytown", "Report on plan")
    assert plan.verify() == []


def test_a_correction_says_that_it_is_one_and_keeps_other_sources(plan):
    assert plan.correct("plan", title="Plan", by=WHO).sources == (
        OWN,
        Source("title", "correction"),
    )
    assert plan.correct("plan", committee="Audit", by=WHO).sources == (
        Source("title", "correction"), Source("committee", "correction"),
    )  # fmt: skip


def test_corrections_are_listed_with_what_the_paper_says_itself(plan):
    plan.correct("plan", committee="Audit Committee", by="Someone Else")
    plan.correct("plan", committee="Audit  and Risk Committee", by=WHO)
    (correction,) = plan.corrections_of("plan")
    assert (correction.field, correction.value) == ("committee", "Audit and Risk Committee")
    assert (correction.own, correction.own_sources) == ("Scrutiny Committee", (OWN,))
    assert correction.by == WHO and correction.at.endswith("+00:00")


def test_every_change_is_in_the_audit_log(plan):
    plan.correct("plan", committee="Audit Committee", kind="minutes", by=WHO)
    plan.uncorrect("plan", "committee", by="Someone Else")
    assert audit(plan) == [
        (WHO, "correct", "plan", "committee", "Scrutiny Committee", "Audit Committee"),
        (WHO, "correct", "plan", "kind", "report", "minutes"),
        ("Someone Else", "undo", "plan", "committee", "Audit Committee", "Scrutiny Committee"),
    ]


def test_the_breadcrumbs_follow_and_are_found_by(plan):
    plan.correct("plan", committee="Zebra Committee", title="A new title", by=WHO)
    crumbs = [passage.breadcrumb for passage in plan.passages_in("plan")]
    assert crumbs == [
        "Anytown\nZebra Committee\n11 July 2017\nA new title\nPart 1",
        "Anytown\nZebra Committee\n11 July 2017\nA new title\nPart 2",
    ]
    assert found(plan, "zebra") == {"plan"}
    assert found(plan, "scrutiny") == set()


def test_correcting_and_undoing_embeds_no_text_twice(tmp_path):
    encoder = SeededEncoder()
    with Library.open(tmp_path / "library", encoder=encoder) as library:
        add(library, write_papers(tmp_path / "in", plan=f"{LONG}\nA plan.", other="Another."))
        library.correct("plan", committee="Audit Committee", by=WHO)
        library.uncorrect("plan", "committee", by=WHO)
        library.correct("plan", kind="minutes", access="exempt", by=WHO)
        library.correct("plan", committee="Audit Committee", by=WHO)
        assert len(encoder.encoded) == len(set(encoder.encoded)) == 5
        assert library.verify() == []


def test_undoing_gives_back_what_the_paper_says(plan):
    before, crumbs = plan.paper("plan"), [p.breadcrumb for p in plan.passages_in("plan")]
    plan.correct("plan", committee="Audit", date="", title="Other", access="exempt", by=WHO)
    for field in ("committee", "date", "title", "access"):
        plan.uncorrect("plan", field, by=WHO)
    assert plan.paper("plan") == before
    assert [p.breadcrumb for p in plan.passages_in("plan")] == crumbs
    assert plan.corrections_of("plan") == []


def test_a_paper_that_becomes_exempt_leaves_the_public_shelf(plan, source):
    add(plan, write_papers(source, other="Another."))
    plan.correct("plan", access="exempt", by=WHO)
    assert (found(plan, "improvement"), found(plan, "improvement", "exempt")) == (set(), {"plan"})
    assert [p.id for p in plan.papers()] == ["other"]
    assert (plan.original("plan"), plan.corrections_of("plan")) == (None, [])
    assert plan.corrections_of("plan", BOTH) != []
    public = list((plan.folder / "shelves/public").iterdir())
    assert len(public) == 1  # an older generation would hold its words
    assert plan.verify() == []


def test_a_corrected_shelf_survives_the_file_being_added_again(library, source):
    reader = TextReader()
    add(library, write_papers(source, plan="The old wording."), reader)
    library.correct("plan", access="exempt", committee="Audit Committee", by=WHO)
    add(library, write_papers(source, plan="The new wording."), reader)
    (report,) = add(library, [source], reader, metadata=Metadata(access="public"))
    assert len(reader.read) == 3 and library.papers() == []
    assert "stays as corrected before: access, committee" in report.notes
    (paper,) = library.papers(BOTH)
    assert (paper.access, paper.committee) == ("exempt", "Audit Committee")
    assert (found(library, "new"), found(library, "new audit", "exempt")) == (set(), {"plan"})
    assert library.verify() == []


def test_an_opened_paper_stays_public_only_for_the_bytes_that_were_opened(library, source):
    paths, exempt = write_papers(source, plan="A plan."), Metadata(access="exempt")
    add(library, paths, metadata=exempt)
    library.correct("plan-exempt", access="public", kind="minutes", by=WHO)
    add(library, paths, metadata=dataclasses.replace(exempt, title="Read again"))
    assert [p.id for p in library.papers()] == ["plan-exempt"]
    add(library, write_papers(source, plan="Names and salaries."), metadata=exempt)
    assert (library.papers(), found(library, "names")) == ([], set())
    assert [c.field for c in library.corrections_of("plan-exempt", BOTH)] == ["kind"]
    assert audit(library)[-1] == ("matters", "lapse", "plan-exempt", "access", "public", "exempt")


def test_undoing_gives_back_what_the_file_says_now(library, source):
    (path,) = write_papers(source, plan="A plan.")
    paper = paper_of("plan", "A plan.")
    store(library, Reading(str(path), "read", papers=(paper,)))
    library.correct("plan", title="Corrected", by=WHO)
    path.write_text("Another version.")
    read = Source("title", "front matter", "NEW TITLE")
    newer = dataclasses.replace(paper, title="New title", sources=(read,))
    store(library, Reading(str(path), "read", papers=(newer,)))
    assert library.paper("plan").title == "Corrected"
    undone = library.uncorrect("plan", "title", by=WHO)
    assert (undone.title, undone.sources) == ("New title", (read,))


def test_a_removed_paper_that_comes_back_is_as_corrected(library, source):
    paths = write_papers(source, plan="A plan.")
    add(library, paths)
    library.correct("plan", access="exempt", by=WHO)
    library.remove("plan")
    add(library, paths)
    assert (library.papers(), len(library.papers(BOTH))) == ([], 1)


def test_another_file_given_the_same_id_is_not_corrected(library, source):
    add(library, write_papers(source / "july", minutes="Noted in July."))
    library.correct("minutes", committee="Audit Committee", by=WHO)
    library.remove("minutes")
    add(library, write_papers(source / "october", minutes="Noted in October."))
    assert library.paper("minutes").committee == "Scrutiny Committee"
    assert library.corrections_of("minutes") == []


def test_one_item_of_a_pack_is_corrected_alone(library):
    papers = paper_of("pack", "One.", item="1"), paper_of("pack", "Two.", item="2")
    store(library, Reading("pack.txt", "read", papers=papers))
    library.correct("pack#2", title="The second", by=WHO)
    assert [p.title for p in library.papers()] == ["Report on pack", "The second"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"date": "11 July 2017"}, "not a date"),
        ({"date": "2017-02-30"}, "not a date"),
        ({"kind": "pamphlet"}, "no kind of paper"),
        ({"access": "secret"}, "public or exempt"),
        ({"title": " "}, "needs a title"),
        ({"title": "plan " * 101}, "at most 500 characters"),
        ({"title": "\ud800"}, "cannot be stored"),
        ({}, "Say what to correct"),
        ({"title": "A plan", "by": " "}, "Say who"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_sentence(plan, said, told):
    before = plan.paper("plan")
    with pytest.raises(CorrectionError, match=told) as refused:
        plan.correct("plan", **{"by": WHO, **said})
    assert str(refused.value).count("\n") == 0
    assert (plan.paper("plan"), plan.corrections_of("plan"), audit(plan)) == (before, [], [])


def test_a_paper_that_is_not_there_is_refused(plan):
    for write in (plan.correct, lambda name, *, title, by: plan.uncorrect(name, "title", by=by)):
        with pytest.raises(NoSuchPaperError, match="no paper 'gone'"):
            write("gone", title="A plan", by=WHO)


def test_what_was_not_corrected_cannot_be_undone(plan):
    plan.correct("plan", title="A plan", by=WHO)
    with pytest.raises(CorrectionError, match=r"committee of 'plan' has not been .*title has been"):
        plan.uncorrect("plan", "committee", by=WHO)


def test_a_read_only_library_is_not_corrected(plan):
    with (
        Library.open(plan.folder, encoder=SeededEncoder(), read_only=True) as reader,
        pytest.raises(ReadOnlyError, match="read-only"),
    ):
        reader.correct("plan", title="A plan", by=WHO)


@pytest.mark.parametrize(
    "step",
    [
        "changing.correcting_papers.log",
        "changing.generations.shelves.build",
        "changing.correcting_papers.renew",
    ],
)
def test_a_correction_that_fails_leaves_everything_as_it_was(plan, monkeypatch, step):
    before = plan.paper("plan"), plan.passages_in("plan"), plan.shelf("public").number
    monkeypatch.setattr(f"index.{step}", fail)
    with pytest.raises(KeyboardInterrupt):
        plan.correct("plan", committee="Audit Committee", access="exempt", by=WHO)
    monkeypatch.undo()
    assert (plan.paper("plan"), plan.passages_in("plan"), plan.shelf("public").number) == before
    assert (plan.corrections_of("plan", BOTH), audit(plan)) == ([], [])
    assert all(finding.repaired for finding in plan.verify())
    assert plan.verify() == [] and found(plan, "scrutiny") == {"plan"}


def fail(*_, **__):
    raise KeyboardInterrupt
