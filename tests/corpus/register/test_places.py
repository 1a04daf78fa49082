"""Where an entry is printed."""

from __future__ import annotations

from corpus.paper import Block
from corpus.register.places import place_of


def test_an_entry_after_a_page_break_is_on_the_page_it_begins_on() -> None:
    block = Block("paragraph", "One. Two.", 10, 19, page=3, page_label="5", breaks=((5, 4),))
    assert place_of(block).page == 3
    assert (place_of(block, 15, 19).page, place_of(block, 15, 19).page_label) == (4, "")
