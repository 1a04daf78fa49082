import shutil

import pytest

from tests.index.library_fakes import add, found, write_papers


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
        db.execute("UPDATE texts SET text = 'Two.'")
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
