from __future__ import annotations

import pytest

from corpus.pdf.grids.cell_text import is_tail, text_of
from corpus.pdf.strips import Strip


def _lines(*texts: str) -> list[Strip]:
    """Lines below one another, 5 points a letter."""
    return [Strip(t, 0, 14.0 * n, 5.0 * len(t), 14.0 * n + 12) for n, t in enumerate(texts)]


def test_word_broken_by_a_narrow_cell_is_whole() -> None:
    assert text_of(_lines("Tota", "l"), width=33) == "Total"


def test_lines_of_a_cell_are_parted_by_spaces() -> None:
    assert (
        text_of(_lines("Recruit ten", "social workers"), width=90) == "Recruit ten social workers"
    )


def test_word_that_had_room_is_not_joined() -> None:
    assert text_of(_lines("Unit", "ha"), width=200) == "Unit ha"


@pytest.mark.parametrize(
    "pair", [("Date", "of"), ("Section", "A"), ("2031", "th"), ("Roads", "closed")]
)
def test_words_and_numbers_are_no_tails(pair: tuple[str, str]) -> None:
    assert not is_tail(*pair)
