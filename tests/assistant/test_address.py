import pytest

from assistant.address import LONGEST_QUOTE, paper_url, quoted_url, reading_url
from index.catalogue import PaperRecord


def record(name):
    return PaperRecord(
        "pack#7", "pack", "Lamps", "report", "public", "Oxton Council", "Cabinet", None, "7", name,
        "", 3, "read", "", 1, 1,
    )  # fmt: skip


def test_an_address_keeps_the_item_of_a_pack():
    assert paper_url("a pack#7", page=4, picture=True) == "/papers/a%20pack%237/pages/4.png"
    assert paper_url("p", quote="£5 & more") == "/papers/p?quote=%C2%A35+%26+more"


@pytest.mark.parametrize(
    ("name", "page", "shown"),
    [
        ("Pack.PDF", 4, "/papers/pack%237/pages/4?quote=Five+lamps."),
        ("pack.pdf", None, "/papers/pack%237?quote=Five+lamps."),
        ("pack.docx", 4, "/papers/pack%237?quote=Five+lamps."),  # has no pages to draw
    ],
)
def test_words_are_shown_on_their_page_drawn_or_in_the_paper_as_text(name, page, shown):
    assert quoted_url(record(name), " Five\n\tlamps. ", page=page) == shown


def test_the_address_of_words_carries_them_all_for_only_those_are_marked():
    long = quoted_url(record("pack.pdf"), "lamp " * 200, page=4)
    assert long.endswith("?quote=" + "+".join(["lamp"] * 200))
    assert len(quoted_url(record("pack.pdf"), "x" * 9000, page=4).split("=")[1]) == LONGEST_QUOTE


def test_an_address_keeps_the_item_of_a_pack_and_leads_to_the_block():
    assert reading_url("a pack#7", block=3) == "/papers/a%20pack%237/reading?block=3#b3"
    assert reading_url("p") == "/papers/p/reading"
