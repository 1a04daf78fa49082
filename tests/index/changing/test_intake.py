import pytest

from index.changing.intake import renamed, unique_stem
from tests.index.library_fakes import paper_of


@pytest.mark.parametrize(
    ("document", "access", "taken", "stem"),
    [
        ("Minutes", "public", (), "Minutes"),
        ("Minutes", "public", ("Minutes", "Minutes-2"), "Minutes-3"),
        ("Minutes", "public", ("Minutes-exempt",), "Minutes"),
        ("Minutes", "exempt", (), "Minutes-exempt"),
        ("a#b", "public", (), "a-b"),
        ("Plan ", "public", (), "Plan"),
    ],
)
def test_a_stem_is_the_document_made_unique(document, access, taken, stem):
    assert unique_stem(document, access, taken) == stem


def test_items_of_a_pack_keep_their_numbers():
    papers = [paper_of("pack", "One.", item="1"), paper_of("pack", "Two.", item="2")]
    assert [p.id for p in renamed(papers, "pack-2")] == ["pack-2#1", "pack-2#2"]
    assert {p.document for p in renamed(papers, "pack-2")} == {"pack"}


def test_two_items_of_one_number_are_told_apart():
    papers = [paper_of("pack", "One.", item="1"), paper_of("pack", "Two.", item="1")]
    assert [p.id for p in renamed(papers, "pack")] == ["pack#1", "pack#1-2"]
