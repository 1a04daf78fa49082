import pytest

from corpus.paper import Reading
from index.errors import NoSuchPaperError
from tests.index.library_fakes import TextReader, add, found, paper_of, store, write_papers


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
    store(library, Reading(str(path), "read", papers=papers))
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
