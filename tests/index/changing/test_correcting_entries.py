"""What officers say of entries of the register is written, told, kept and undone."""

from __future__ import annotations

import pytest

from corpus.paper import Metadata
from index.corrections.entries import SET_ASIDE
from index.errors import CorrectionError, NoSuchEntryError, ReadOnlyError
from index.library import Library
from tests.index.library_fakes import BOTH, SeededEncoder, TextReader, add, write_papers

ASKED = "It is recommended that the plan be agreed."
WHO = "A. Officer"


@pytest.fixture
def plan(library, source):
    add(library, write_papers(source, plan=ASKED, other="An overspend."))
    return library


def only(library: Library, shelves=("public",)):
    (found,) = library.register(shelves)
    return found


def audit(library: Library):
    sql = "SELECT by, what, paper, entry, field, before, after FROM audit ORDER BY id"
    return [tuple(row) for row in library.catalogue.rows(sql)]


def test_an_entry_is_told_as_corrected_with_what_is_printed(plan) -> None:
    printed = only(plan).entry.made_by
    plan.correct_entry(only(plan).id, {"made_by": "The  Inspectorate"}, by=WHO)
    found = only(plan)
    assert (found.entry.made_by, found.quote) == ("The Inspectorate", ASKED)
    (told,) = found.corrections
    assert (told.field, told.value, told.printed, told.by) == (
        "made_by", "The Inspectorate", printed, WHO,
    )  # fmt: skip
    assert told.at.endswith("+00:00") and plan.verify() == []


def test_what_is_no_entry_is_left_out_unless_asked_for(plan) -> None:
    entry = only(plan).id
    plan.correct_entry(entry, {"standing": SET_ASIDE}, by=WHO)
    assert plan.register() == []
    assert [one.id for one in plan.register(set_aside=True)] == [entry]
    assert plan.entry(entry).set_aside
    plan.uncorrect_entry(entry, "standing", by=WHO)
    assert [one.id for one in plan.register()] == [entry]


def test_undoing_gives_back_what_is_printed_and_all_is_in_the_audit_log(plan) -> None:
    before = only(plan)
    for value in ("7", "8"):
        plan.correct_entry(before.id, {"number": value}, by=WHO)
    plan.uncorrect_entry(before.id, "number", by="Someone Else")
    assert only(plan) == before
    told = ("plan", before.key, "number")
    assert audit(plan) == [
        (WHO, "correct", *told, "", "7"),
        (WHO, "correct", *told, "7", "8"),
        ("Someone Else", "undo", *told, "8", ""),
    ]


def test_a_correction_survives_reading_again_and_removing_and_adding(plan, source) -> None:
    plan.correct_entry(only(plan).id, {"number": "7"}, by=WHO)
    with plan.catalogue.writing() as db:
        db.execute("UPDATE papers SET registered = 0")
    plan.verify(reader=TextReader())
    assert only(plan).entry.number == "7"
    add(plan, write_papers(source, plan=f"A line before.\n{ASKED}"))
    assert only(plan).entry.number == "7"
    plan.remove("plan")
    moved = source.rename(source.with_name("elsewhere"))
    add(plan, [moved / "plan.txt"])
    assert only(plan).entry.number == "7"


def test_another_paper_that_is_given_the_id_has_nothing_of_it(plan, tmp_path) -> None:
    plan.correct_entry(only(plan).id, {"number": "7"}, by=WHO)
    plan.remove("plan")
    add(plan, write_papers(tmp_path / "elsewhere", plan=f"Another paper.\n{ASKED}"))
    assert (only(plan).entry.number, only(plan).corrections) == ("", ())


def test_what_is_said_of_an_exempt_paper_is_told_to_nobody_else(library, source) -> None:
    exempt = Metadata(access="exempt")
    paths = write_papers(source, plan=ASKED)
    add(library, paths, metadata=exempt)
    (found,) = library.register(BOTH)
    library.correct_entry(found.id, {"number": "7"}, by=WHO)
    assert library.register() == [] and library.entry(found.id) is None
    library.correct(found.paper.id, access="public", by=WHO)
    assert only(library).entry.number == "7"  # an officer has opened these very words
    with library.catalogue.writing() as db:  # another file at its place, which is public
        db.execute("UPDATE files SET sha256 = 'other'")
    assert only(library).corrections == ()
    library.correct(found.paper.id, access="exempt", by=WHO)
    assert only(library, BOTH).entry.number == "7"


@pytest.mark.parametrize(
    ("field", "value", "by", "told"),
    [
        ("grade", "Good", WHO, "number, made_by, addressed_to, answer, standing"),
        ("text", "Other words", WHO, "Say what to correct"),
        ("standing", "dubious", WHO, "not an entry"),
        ("number", "", WHO, "printed so already"),
        ("number", "7" * 501, WHO, "500 characters"),
        ("number", "\ud800", WHO, "cannot be stored"),
        ("number", "7", "  ", "Say who corrects the entry"),
    ],
)
def test_what_cannot_be_said_is_refused_in_a_sentence(plan, field, value, by, told) -> None:
    with pytest.raises(CorrectionError, match=told):
        plan.correct_entry(only(plan).id, {field: value}, by=by)
    assert audit(plan) == []


def test_what_was_not_corrected_cannot_be_undone(plan) -> None:
    with pytest.raises(CorrectionError, match="has not been corrected"):
        plan.uncorrect_entry(only(plan).id, "number", by=WHO)


@pytest.mark.parametrize("entry", ["plan/action-0", "gone/action-0", "plan", ""])
def test_an_entry_that_is_not_there_is_said_plainly(plan, entry) -> None:
    with pytest.raises(NoSuchEntryError, match="no entry"):
        plan.correct_entry(entry, {"number": "7"}, by=WHO)


def test_a_library_that_can_only_be_read_is_not_corrected(plan) -> None:
    folder, entry = plan.folder, only(plan).id
    with (
        Library.open(folder, encoder=SeededEncoder(), read_only=True) as shut,
        pytest.raises(ReadOnlyError),
    ):
        shut.correct_entry(entry, {"number": "7"}, by=WHO)
