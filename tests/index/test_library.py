import dataclasses
import errno
import multiprocessing
import shutil
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library_fakes import SeededEncoder, TextReader, paper_of, write_papers

from corpus.paper import Metadata, Reading
from index import lock, passages
from index.errors import (
    BusyError,
    DamagedError,
    DiskFullError,
    LibraryError,
    NoSuchPaperError,
    ReadOnlyError,
)  # fmt: skip
from index.library import Library
from index.lock import sole_writer
from index.words import tokens

LONG = " ".join(f"word{i}" for i in range(45))  # long enough to be a passage of its own
BOTH = ("public", "exempt")


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "library", encoder=SeededEncoder()) as opened:
        yield opened


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "handed-in"


def add(library: Library, paths, reader: TextReader | None = None, **options):
    return library.add(paths, reader=reader or TextReader(), **options)


def found(library: Library, text: str, access="public") -> set[str]:
    """The documents that hold a word, by the word index and the catalogue."""
    shelf = library.shelf(access)
    hits = shelf.words.search([(t, 1.0) for t in tokens(text)], 50) if shelf else []
    return {p.document for p in library.passages([i for i, _ in hits], (access,)).values()}


# -- adding ----------------------------------------------------------------------------------------


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


def test_every_field_of_a_passage_comes_back(library, monkeypatch):
    paper = paper_of("plan", "An improvement plan.")
    given = passages.Passage(
        paper="plan", document="plan", text="improvement", start=3, end=14, breadcrumb="Anytown",
        kind="table row", section="A > B", item="6", paragraph="3.5", row="7", page=2,
        page_label="29", breaks=((3, 3), (5, None)), headers="Lead\nDue",
    )  # fmt: skip
    monkeypatch.setattr("index.intake.passages_of", lambda paper: [given])
    library.store([Reading("plan.txt", "read", papers=(paper,))])
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
    assert (report.outcome, report.reason) == ("unchanged", "already in the library as plan.txt")


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
    monkeypatch.setattr("index.adding.BATCH_FILES", 1)
    monkeypatch.setattr("index.adding.BUILDING_SHARE", 0.0)

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
    (report,) = library.store([Reading(str(path), "read", papers=(paper_of("plan", "\ud800"),))])
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


# -- shelves ---------------------------------------------------------------------------------------


def test_nothing_of_an_exempt_paper_is_told_to_the_public(library, source):
    add(library, write_papers(source, plan="A plan."))
    before = library.status(), library.papers(), library.shelf("public").lexicon
    add(
        library,
        write_papers(source, secret="A secret overspend."),
        metadata=Metadata(access="exempt"),
    )
    assert (library.status(), library.papers(), library.shelf("public").lexicon) == before
    assert library.paper("secret-exempt") is None
    assert library.text_of("secret-exempt") == ""
    assert library.original("secret-exempt") is None
    assert library.passages(range(100)).keys() == {p.id for p in library.passages_in("plan")}
    assert library.passages_in("secret-exempt") == []
    assert found(library, "secret", "exempt") == {"secret"}


def test_an_exempt_paper_never_changes_a_public_paper_s_id(library, source):
    write_papers(source / "a", minutes="Exempt.")
    write_papers(source / "b", minutes="Public.")
    add(library, [source / "a"], metadata=Metadata(access="exempt"))
    add(library, [source / "b"])
    assert [p.id for p in library.papers()] == ["minutes"]


def test_a_pack_with_an_exempt_item_is_not_shown_whole(library, source):
    (path,) = write_papers(source, pack="Everything.")
    papers = paper_of("pack", "One.", item="1"), paper_of("pack", "Two.", item="2", access="exempt")
    library.store([Reading(str(path), "read", papers=papers)])
    assert library.paper("pack#1") is not None
    assert library.original("pack#1") is None
    assert library.original("pack#1", BOTH) is not None


def test_a_shelf_with_nothing_on_it_is_none(library):
    assert library.shelf("public") is None


def test_a_reader_sees_the_new_generation_when_it_asks_again(library, source):
    add(library, write_papers(source, a="One."))
    with Library.open(library.folder, encoder=SeededEncoder(), read_only=True) as reader:
        old = reader.shelf("public")
        add(library, write_papers(source, b="Two."))
        assert old.words.count == 1
        assert reader.shelf("public").words.count == 2
        assert reader.shelf("public") is reader.shelf("public")


def test_a_damaged_index_is_built_again_and_never_answers_wrongly(library, source):
    add(library, write_papers(source, a="One."))
    next(library.folder.glob("shelves/public/*/vectors.faiss")).write_bytes(b"")
    with Library.open(library.folder, encoder=SeededEncoder()) as again:
        assert found(again, "one") == {"a"}
        assert again.verify() == []


def test_a_damaged_index_of_a_read_only_library_is_said_in_a_sentence(library, source):
    add(library, write_papers(source, a="One."))
    shutil.rmtree(next(library.folder.glob("shelves/public/*")))
    reader = Library.open(library.folder, encoder=SeededEncoder(), read_only=True)
    with reader, pytest.raises(DamagedError, match="run matters verify where it can be"):
        reader.shelf("public")


# -- removing --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["plan", "plan.txt"])
def test_what_is_removed_is_gone_from_everywhere(library, source, name):
    add(library, write_papers(source, plan="A plan.", money="An overspend."))
    assert library.remove(name) == ["plan"]
    assert found(library, "plan overspend") == {"money"}
    assert len(list((library.folder / "papers").iterdir())) == 1
    assert len(list((library.folder / "shelves/public").iterdir())) == 1
    assert library.catalogue.value("SELECT count(*) FROM embeddings") == 1
    assert library.verify() == []


def test_the_last_paper_leaves_an_empty_shelf(library, source):
    add(library, write_papers(source, plan="A plan."))
    library.remove("plan")
    assert library.shelf("public") is None
    assert library.verify() == []


def test_one_item_of_a_pack_may_go_alone(library, source):
    (path,) = write_papers(source, pack="Everything.")
    papers = paper_of("pack", "One.", item="1"), paper_of("pack", "Two.", item="2")
    library.store([Reading(str(path), "read", papers=papers)])
    assert library.remove("pack#1") == ["pack#1"]
    assert library.remove("pack") == ["pack#2"]
    assert list((library.folder / "papers").iterdir()) == []


def test_a_name_of_two_papers_asks_which(library, source):
    for month in ("july", "october"):
        write_papers(source / month, minutes=f"Noted in {month}.")
    add(library, [source])
    with pytest.raises(NoSuchPaperError, match="say which of minutes, minutes-2"):
        library.remove("minutes.txt")


def test_removing_what_is_not_there_says_so(library):
    with pytest.raises(NoSuchPaperError, match="no paper 'plan'"):
        library.remove("plan")


def test_a_removed_refusal_is_forgotten(library, source):
    paths, reader = write_papers(source, broken="REFUSE"), TextReader()
    add(library, paths, reader)
    assert library.remove("broken.txt") == []
    add(library, paths, reader)
    assert len(reader.read) == 2


# -- verifying -------------------------------------------------------------------------------------


def damage_index(library):
    next(library.folder.glob("shelves/public/*/lexicon.json")).write_text("{}")


def lose_index(library):
    shutil.rmtree(next(library.folder.glob("shelves/public/*")))


def leave_things(library):
    (library.folder / "shelves/public/generation-000077").mkdir()
    (library.folder / "papers" / ("0" * 64 + ".pdf")).touch()
    (library.folder / "papers/.copy-abc").touch()


def alter_original(library):
    next((library.folder / "papers").iterdir()).write_text("altered")


def cut_vector(library):
    with library.catalogue.writing() as db:
        db.execute(
            "UPDATE embeddings SET vector = x'00' "
            "WHERE text_hash = (SELECT min(text_hash) FROM embeddings)"
        )


@pytest.mark.parametrize(
    "damage", [damage_index, lose_index, leave_things, alter_original, cut_vector]
)
def test_damage_is_found_and_mended(library, source, damage):
    add(library, write_papers(source, a="One.", b="Two."))
    damage(library)
    assert any(not finding.repaired for finding in library.verify(repair=False))
    findings = library.verify()
    assert findings
    assert all(finding.repaired for finding in findings)
    assert library.verify() == []
    assert found(library, "one two") == {"a", "b"}


def test_a_lost_original_that_cannot_be_had_again_is_reported(library, source):
    (path,) = write_papers(source, a="One.")
    add(library, [path])
    path.unlink()
    next((library.folder / "papers").iterdir()).unlink()
    (finding,) = library.verify()
    assert (finding.subject, finding.repaired) == ("a.txt", False)
    assert "is missing: add the file again" in finding.message


def test_a_passage_that_is_not_in_its_paper_is_reported(library, source):
    add(library, write_papers(source, a="One."))
    with library.catalogue.writing() as db:
        db.execute("UPDATE papers SET text = 'Two.'")
    (finding,) = library.verify()
    assert (finding.subject, finding.repaired) == ("a", False)


def test_a_lost_passage_is_reported(library, source):
    add(library, write_papers(source, a="One.", b="Two."))
    with library.catalogue.writing() as db:
        db.execute("DELETE FROM passages WHERE text = 'One.'")
    findings = library.verify()
    assert [(f.subject, f.repaired) for f in findings] == [("a", False), ("public shelf", True)]


def test_a_person_s_own_files_are_left_alone(library, source):
    add(library, write_papers(source, a="One."))
    (library.folder / "papers/notes.txt").write_text("mine")
    assert library.verify() == []
    assert (library.folder / "papers/notes.txt").exists()


# -- opening ---------------------------------------------------------------------------------------


def test_a_library_that_is_not_there_is_said_in_a_sentence(tmp_path):
    with pytest.raises(LibraryError, match=r"no library in .*: make one with matters add"):
        Library.open(tmp_path / "nowhere", create=False)
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ReadOnlyError, match="name another folder"):
        Library.open(tmp_path / "file" / "library")


def test_a_read_only_library_answers_and_is_not_written(library, source):
    add(library, write_papers(source, a="One."))
    with Library.open(library.folder, encoder=SeededEncoder(), read_only=True) as reader:
        assert found(reader, "one") == {"a"}
        assert reader.verify() == []
        assert reader.status().read_only
        for write in (lambda: add(reader, [source]), lambda: reader.remove("a")):
            with pytest.raises(ReadOnlyError, match="read-only"):
                write()


def test_another_encoder_than_it_was_made_with_is_refused(library, source):
    add(library, write_papers(source, a="One."))
    with pytest.raises(LibraryError, match="made with the encoder seeded, not other"):
        Library.open(library.folder, encoder=SeededEncoder("other"))


def test_an_empty_library_may_change_its_encoder(library, source):
    with Library.open(library.folder, encoder=SeededEncoder("other", 8)) as other:
        add(other, write_papers(source, a="One."))
        assert other.shelf("public").encoder == "other"


def test_status_tells_how_things_stand(library, source):
    add(library, write_papers(source, a="One.", b="Two."))
    status = library.status(BOTH)
    assert [(s.access, s.papers, s.passages, s.generation) for s in status.shelves] == [
        ("public", 2, 2, 1), ("exempt", 0, 0, 0),
    ]  # fmt: skip
    assert (status.councils, status.since, status.until) == (
        ("Anytown",),
        "2017-07-11",
        "2017-07-11",
    )
    assert (status.encoder, status.version) == ("seeded", 1)
    assert status.bytes > 8


# -- two at once, and a full disk ------------------------------------------------------------------


def hold(folder: Path, holding, done) -> None:
    with sole_writer(folder, "adding papers"):
        holding.set()
        done.wait(30)


@pytest.mark.parametrize("kind", ["thread", "process"])
def test_a_second_writer_is_told_who_is_writing(library, source, monkeypatch, kind):
    monkeypatch.setattr(lock.sole_writer.__wrapped__, "__kwdefaults__", {"wait": 0.2})
    context = multiprocessing.get_context("spawn")
    event, worker = (
        (threading.Event, threading.Thread)
        if kind == "thread"
        else (context.Event, context.Process)
    )
    holding, done = event(), event()
    holder = worker(target=hold, args=(library.folder, holding, done))
    holder.start()
    try:
        assert holding.wait(30)
        with pytest.raises(BusyError, match=r"process \d+ has been adding papers since"):
            add(library, write_papers(source, a="One."))
        assert library.papers() == []  # readers are not kept waiting
    finally:
        done.set()
        holder.join()
    assert add(library, [source])[0].outcome == "read"


@pytest.mark.parametrize("where", ["copy_whole", "shelves.build"])
def test_a_full_disk_leaves_the_library_as_it_was(library, source, monkeypatch, where):
    add(library, write_papers(source, a="One."))

    def full(*_args, **_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    target = "index.intake.copy_whole" if where == "copy_whole" else "index.shelves.Words.build"
    with monkeypatch.context() as patch:
        patch.setattr(target, full)
        with pytest.raises(DiskFullError, match="is full: nothing was changed"):
            add(library, write_papers(source, b="Two."))
    assert [p.id for p in library.papers()] == ["a"]
    assert library.verify() == []
    assert found(library, "one two") == {"a"}


def test_older_generations_go_but_the_one_before(library, source):
    for number in range(4):
        add(library, write_papers(source, **{f"p{number}": f"Number {number}."}))
    kept = sorted(p.name for p in (library.folder / "shelves/public").iterdir())
    assert kept == ["generation-000003", "generation-000004"]


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
