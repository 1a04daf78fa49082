"""Footnotes are told from numbered text by being called above and standing last on the page."""

from __future__ import annotations

from corpus.prose.blocks import blocks_of
from corpus.prose.footnotes import footnotes_in, opens_note
from tests.corpus.drawn import paged

CALLED = "Spending rose1 in the year.\n\n1 In cash terms."


def feet(*pages: str) -> list[str]:
    lines = paged(*pages).lines
    return [lines[i].text for i in sorted(footnotes_in(lines))]


def test_what_the_text_calls_at_its_foot_is_a_footnote() -> None:
    assert feet(CALLED) == ["1 In cash terms."]
    assert feet("Spending rose† in the year.\n\n† In cash terms.") == ["† In cash terms."]
    assert feet("Grants [2] fell.\n\n[2] Excludes schools\nand colleges.") == [
        "[2] Excludes schools", "and colleges.",
    ]  # fmt: skip


def test_a_notes_first_line_opens_it_and_the_next_goes_on() -> None:
    assert opens_note("[2] Excludes schools") and opens_note("† In cash terms.")
    assert not opens_note("and colleges.") and not opens_note("2025 prices.")


def test_what_nothing_calls_is_none() -> None:
    assert feet("Spending rose in the year.\n\n1 In cash terms.") == []
    assert feet("Spending rose to £1.\n\n12 Members were present.") == []


ENDING = "1 It is listed.\n\n2 The notice was\nsuspended."


def test_notes_at_a_papers_end_that_pages_above_call_are_footnotes() -> None:
    called = ("The house was not listed in March; 1\nsaid he.", "Notices were served in May. 2")
    assert feet(called[0], f"{called[1]}\n\n{ENDING}") == [
        "1 It is listed.", "2 The notice was", "suspended.",
    ]  # fmt: skip


def test_an_end_that_is_not_all_called_or_does_not_count_from_one_is_none() -> None:
    assert feet("The house was not listed; 1", f"Notices were served.\n\n{ENDING}") == []
    assert feet("Grants fell2 and rose3.", "Noted.\n\n2 In cash.\n\n3 In all.") == []
    assert feet("Grants fell1 and rose.", "Noted.\n\n1 In cash.\n\nMembers left.") == []


def test_a_called_number_that_is_bold_or_goes_on_from_the_line_above_is_none() -> None:
    assert feet(CALLED.replace("\n\n", "\n\n**")) == []
    assert feet(CALLED.replace("\n\n", "\n")) == []


def test_a_line_over_text_is_none() -> None:
    assert feet(f"{CALLED}\n\nMembers noted the report.") == []


def test_a_footnote_is_a_block_of_its_own_after_its_paragraph() -> None:
    found = blocks_of(paged(f"**2. Money\n\n2.1 {CALLED}").lines)
    assert [(b.kind, b.paragraph) for b in found[1:]] == [("paragraph", "2.1"), ("footnote", "2.1")]
