import shutil

import pytest

from corpus.paper import Metadata, Reading
from index.errors import DamagedError, LibraryError, ReadOnlyError
from index.library import Library
from tests.index.library_fakes import BOTH, SeededEncoder, add, found, paper_of, store, write_papers


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
    assert (status.encoder, status.version) == ("seeded", 4)
    assert status.bytes > 8


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
    store(library, Reading(str(path), "read", papers=papers))
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
