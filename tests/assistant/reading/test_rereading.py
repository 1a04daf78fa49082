import pytest

from assistant.errors import NoSuchPaper
from assistant.reading import rereading
from assistant.reading.rereading import reread
from corpus.paper import Reading

PUBLIC = ("public",)

READ = "assistant.reading.rereading.read"


@pytest.fixture(autouse=True)
def nothing_read_yet():
    rereading._read.cache_clear()
    yield
    rereading._read.cache_clear()


def paper_of(library, ending, *, item=False, shelves=PUBLIC):
    papers = library.papers(shelves)
    return next(p for p in papers if p.name.endswith(ending) and ("#" in p.id) is item)


def test_the_blocks_of_a_paper_hold_all_its_words(sample):
    record = paper_of(sample, ".pdf")
    paper = reread(sample, record.id, PUBLIC).paper
    text = sample.text_of(record.id)
    assert paper.text == text and paper.blocks
    assert all(text[block.start : block.end] == block.text for block in paper.blocks)


def test_what_the_library_knows_stands_above_the_reading(sample):
    record = paper_of(sample, ".pdf")
    found = reread(sample, record.id, PUBLIC)
    paper = found.paper
    assert (paper.id, paper.document, paper.title) == (record.id, record.document, record.title)
    assert found.reading.path == record.name and record.sha256 not in found.reading.reason


def test_an_item_of_a_pack_is_shown_alone_on_its_own_pages(sample):
    record = paper_of(sample, ".pdf", item=True)
    found = reread(sample, record.id, PUBLIC)
    assert found.paper.text == sample.text_of(record.id)
    assert len(found.reading.papers) == 1
    assert 1 < len(found.pages) < found.reading.pages


def test_a_paper_without_pages_has_nothing_to_draw(sample):
    found = reread(sample, paper_of(sample, ".html").id, PUBLIC)
    assert (found.pages, found.original) == ((), None) and found.paper.blocks


def test_an_exempt_paper_is_none_to_the_public(sample):
    exempt = sample.papers(("exempt",))[0]
    with pytest.raises(NoSuchPaper):
        reread(sample, exempt.id, PUBLIC)
    assert reread(sample, exempt.id, ("public", "exempt")).paper.blocks


def test_a_file_that_holds_a_hidden_paper_is_shown_by_its_passages(sample, monkeypatch):
    record = paper_of(sample, ".pdf")
    monkeypatch.setattr(type(sample), "original", lambda *_: None)
    monkeypatch.setattr(READ, lambda _: pytest.fail("the file was opened"))
    found = reread(sample, record.id, PUBLIC)
    assert [b.text for b in found.paper.blocks] == [p.text for p in sample.passages_in(record.id)]
    assert found.original is None and "cannot be opened here" in found.reading.notes[0]


def test_a_file_that_cannot_be_read_this_time_is_said_so_and_tried_again(sample, monkeypatch):
    record = paper_of(sample, ".docx")
    monkeypatch.setattr(READ, lambda path: Reading(str(path), "refused"))
    found = reread(sample, record.id, PUBLIC)
    assert "just now" in found.reading.notes[0] and found.paper.blocks
    monkeypatch.undo()
    assert reread(sample, record.id, PUBLIC).reading.notes == ()


def test_a_file_is_read_once_for_all_who_look_at_it(sample, monkeypatch):
    record = paper_of(sample, ".docx")
    first = reread(sample, record.id, PUBLIC)
    monkeypatch.setattr(READ, lambda _: pytest.fail("it was read again"))
    assert reread(sample, record.id, PUBLIC) == first


def test_a_file_that_is_now_divided_in_another_way_is_shown_as_it_was_added(sample, monkeypatch):
    item = paper_of(sample, ".pdf", item=True)
    whole = rereading.read(sample.original(item.id)).papers[:1]
    monkeypatch.setattr(READ, lambda p: Reading(str(p), "read", papers=whole))
    found = reread(sample, item.id, PUBLIC)
    assert "another way" in found.reading.notes[0]
    assert found.paper.text == sample.text_of(item.id)
