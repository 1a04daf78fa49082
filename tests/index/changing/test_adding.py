import dataclasses
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.paper import Metadata, Reading, Source
from index import passages
from index.library import Library
from tests.index.library_fakes import (
    LONG,
    SeededEncoder,
    TextReader,
    add,
    found,
    paper_of,
    store,
    write_papers,
)


def test_what_is_added_can_be_found(library, source):
    reports = add(library, write_papers(source, plan="An improvement plan.", money="An overspend."))
    assert [(r.name, r.outcome, r.papers) for r in reports] == [
        ("plan.txt", "read", ("plan",)), ("money.txt", "read", ("money",)),
    ]  # fmt: skip
    assert found(library, "overspend") == {"money"}
    assert library.verify() == []


def test_a_paper_is_what_was_read_of_it(library, source):
    add(library, write_papers(source, plan="An improvement plan."))
    paper = library.paper("plan")
    assert (paper.title, paper.council, paper.date) == ("Report on plan", "Anytown", "2017-07-11")
    assert (paper.name, paper.passages, paper.outcome) == ("plan.txt", 1, "read")
    assert library.text_of("plan") == "An improvement plan."
    assert library.original("plan").read_text() == "An improvement plan."


def test_where_a_paper_s_facts_were_read_comes_back(library):
    sources = Source("date", "front matter", "11th July ‘17"), Source("council", "folder")
    paper = dataclasses.replace(paper_of("plan", "A plan."), sources=sources)
    store(library, Reading("plan.txt", "read", papers=(paper,)))
    assert library.paper("plan").sources == sources


def test_every_field_of_a_passage_comes_back(library, monkeypatch):
    paper = paper_of("plan", "An improvement plan.")
    given = passages.Passage(
        paper="plan", document="plan", text="improvement", start=3, end=14, breadcrumb="Anytown",
        kind="table row", section="A > B", item="6", paragraph="3.5", row="7", page=2,
        page_label="29", breaks=((3, 3), (5, None)), headers="Lead\nDue",
        marks=("cells uncertain", "read by OCR"),
    )  # fmt: skip
    monkeypatch.setattr("index.changing.intake.passages_of", lambda paper: [given])
    store(library, Reading("plan.txt", "read", papers=(paper,)))
    (stored,) = library.passages_in("plan")
    assert dataclasses.replace(stored, id=0) == given


def test_unchanged_files_are_not_read_again(library, source):
    paths = write_papers(source, plan="An improvement plan.", money="An overspend.")
    reader = TextReader()
    add(library, paths, reader)
    again = add(library, paths, reader)
    assert reader.read == ["plan.txt", "money.txt"]
    assert [(r.outcome, r.papers, r.passages) for r in again] == [
        ("unchanged", ("plan",), 1), ("unchanged", ("money",), 1),
    ]  # fmt: skip


def test_the_same_bytes_under_another_name_are_said_to_be_there(library, source):
    add(library, write_papers(source, plan="An improvement plan."))
    (report,) = add(library, write_papers(source, copy="An improvement plan."))
    assert (report.outcome, report.reason) == ("unchanged", "already in the library as plan.txt.")


def test_the_name_of_an_exempt_paper_is_not_told_to_who_adds_a_public_one(library, source):
    add(library, write_papers(source, secret="A plan."), metadata=Metadata(access="exempt"))
    (public,) = add(library, write_papers(source, copy="A plan."))
    assert (public.outcome, public.reason) == ("unchanged", "already in the library.")
    assert "secret" not in repr(public)
    exempt = add(library, [source / "copy.txt"], metadata=Metadata(access="exempt"))
    assert exempt[0].reason == "already in the library as secret.txt."


def test_a_refused_file_under_another_name_is_said_to_be_the_same(library, source):
    add(library, write_papers(source, broken="REFUSE"))
    (report,) = add(library, write_papers(source, copy="REFUSE"))
    assert report.reason == (
        "copy.txt is the same file as broken.txt, which was refused: broken.txt is not a paper."
    )


def test_a_refused_exempt_file_is_not_named_either(library, source):
    add(library, write_papers(source, broken="REFUSE"), metadata=Metadata(access="exempt"))
    (report,) = add(library, write_papers(source, copy="REFUSE"))
    assert "broken" not in report.reason.partition(": ")[0]


def test_two_copies_handed_in_at_once_are_one(library, source):
    reports = add(library, write_papers(source, plan="A plan.", copy="A plan."))
    assert [r.outcome for r in reports] == ["read", "unchanged"]
    assert len(library.papers()) == 1


def test_a_refused_file_is_remembered_with_its_reason(library, source):
    paths, reader = write_papers(source, broken="REFUSE"), TextReader()
    first, second = add(library, paths, reader), add(library, paths, reader)
    assert reader.read == ["broken.txt"]
    assert first[0].reason == second[0].reason == "broken.txt is not a paper."
    assert second[0].outcome == "refused"
    assert list((library.folder / "papers").glob("*")) == []


def test_a_file_that_cannot_be_opened_is_refused_and_the_rest_are_read(library, source):
    reports = add(library, [source / "missing.txt", *write_papers(source, plan="A plan.")])
    assert [r.outcome for r in reports] == ["refused", "read"]
    assert "cannot be opened" in reports[0].reason


def test_two_files_of_one_name_are_two_papers(library, source):
    write_papers(source / "july", minutes="Noted in July.")
    write_papers(source / "october", minutes="Noted in October.")
    add(library, [source])
    assert {(p.id, p.document) for p in library.papers()} == {
        ("minutes", "minutes"), ("minutes-2", "minutes"),
    }  # fmt: skip


def test_a_changed_file_replaces_what_came_from_its_path(library, source):
    add(library, write_papers(source, plan="The old wording."))
    (report,) = add(library, write_papers(source, plan="The new wording."))
    assert (report.outcome, report.papers) == ("read", ("plan",))
    assert "replaces" in report.notes[0]
    assert (found(library, "old"), found(library, "new")) == (set(), {"plan"})
    assert library.verify() == []


def test_a_file_that_became_unreadable_does_not_cost_the_readable_one(library, source):
    add(library, write_papers(source, plan="The old wording."))
    (report,) = add(library, write_papers(source, plan="REFUSE"))
    assert report.outcome == "refused"
    assert found(library, "old") == {"plan"}


def test_a_file_that_changes_while_it_is_read_is_refused(library, source):
    class Slow(TextReader):
        def __call__(self, paths, metadata_for, *, workers=1):
            for reading in super().__call__(paths, metadata_for):
                Path(reading.path).write_text("changed meanwhile")
                yield reading

    (report,) = add(library, write_papers(source, plan="A plan."), Slow())
    assert (report.outcome, report.papers) == ("refused", ())
    assert "changed while it was being read" in report.reason
    assert library.papers() == []


def test_saying_something_else_of_a_file_reads_it_again(library, source):
    paths, reader = write_papers(source, plan="A plan."), TextReader()
    add(library, paths, reader)
    add(library, paths, reader, metadata=Metadata(access="exempt"))
    assert len(reader.read) == 2
    assert library.papers() == []
    assert [p.id for p in library.papers(("exempt",))] == ["plan-exempt"]


def test_what_was_said_of_a_file_still_holds_when_nothing_is_said(library, source):
    paths = write_papers(source, plan="A plan.")
    add(library, paths, metadata=Metadata(access="exempt"))
    (report,) = add(library, paths)
    assert report.outcome == "unchanged"
    assert library.papers() == []


def test_a_manifest_is_beaten_by_what_the_person_says(library, source):
    paths = write_papers(source, plan="A plan.")
    (source / "papers.csv").write_text("file,access\nplan.txt,exempt\n")
    add(library, paths, metadata=Metadata(access="public"))
    assert [p.id for p in library.papers()] == ["plan"]


def test_each_batch_is_kept_when_a_later_one_fails(library, source, monkeypatch):
    monkeypatch.setattr("index.changing.adding.BATCH_FILES", 1)
    monkeypatch.setattr("index.changing.adding.BUILDING_SHARE", 0.0)

    class Failing(TextReader):
        def __call__(self, paths, metadata_for, *, workers=1):
            yield from super().__call__(paths[:2], metadata_for)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add(library, write_papers(source, a="One.", b="Two.", c="Three."), Failing())
    assert {p.id for p in library.papers()} == {"a", "b"}
    assert library.verify() == []


def test_progress_and_reports_are_told_as_they_come(library, source):
    told, reports = [], []
    add(
        library, write_papers(source, a="One.", b="Two."),
        on_report=reports.append, on_progress=lambda done, total, doing: told.append((done, total)),
    )  # fmt: skip
    assert [r.name for r in reports] == ["a.txt", "b.txt"]
    assert told[-1] == (2, 2)


def test_text_that_cannot_be_stored_refuses_its_file(library, source):
    (path,) = write_papers(source, plan="A plan.")
    (report,) = store(library, Reading(str(path), "read", papers=(paper_of("plan", "\ud800"),)))
    assert report.outcome == "refused"


LINES = st.lists(st.sampled_from([f"{LONG} {n}" for n in range(6)]), min_size=1, max_size=5)


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(versions=st.lists(LINES, min_size=1, max_size=4))
def test_no_text_is_embedded_twice(tmp_path_factory, versions):
    folder, encoder = tmp_path_factory.mktemp("library"), SeededEncoder()
    with Library.open(folder / "library", encoder=encoder) as library:
        for lines in versions:
            add(library, write_papers(folder / "in", plan="\n".join(lines)))
        assert len(encoder.encoded) == len(set(encoder.encoded))
        assert library.verify() == []


def test_a_file_whose_reading_was_stopped_is_tried_again(tmp_path: Path):
    paper = tmp_path / "slow.txt"
    paper.write_text("1. PURPOSE\n\n1.1 To report.", encoding="utf-8")
    asked: list[str] = []

    def stopped(paths, *_, **__):
        for path in paths:
            asked.append(path.name)
            yield Reading(str(path), "refused", "reading it took too long", stopped=True)

    with Library.open(tmp_path / "library", encoder=SeededEncoder()) as library:
        for _ in range(2):
            library.add([paper], reader=stopped)
    assert asked == ["slow.txt", "slow.txt"]
