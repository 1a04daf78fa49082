"""Lists inside lists keep their numbers and the lines they hang on."""

from __future__ import annotations

from corpus.prose.lists import Lists, opens_list
from corpus.prose.numbering import label_of


def placed(*items: str, prefix: str = "83", lead_in: str = "") -> list[tuple[str, str]]:
    lists = Lists()
    lists.start(lead_in, prefix)
    found = []
    for item in items:
        label = label_of(item)
        assert label is not None
        place = lists.add(label, item)
        found.append((place.number, place.lead_in))
    return found


def test_an_item_that_ends_in_a_colon_opens_a_list() -> None:
    opener = "2. It was noted:"
    assert placed("1. One.", opener, "• a", "• b", "3. Three.") == [
        ("83 1", ""), ("83 2", ""), ("83 2 bullet 1", opener), ("83 2 bullet 2", opener),
        ("83 3", ""),
    ]  # fmt: skip


def test_a_list_with_the_same_kind_of_numbers_inside_another() -> None:
    numbers = [n for n, _ in placed("1. Agreed:", "1. one", "2. two", "3. three", "2. Closed.")]
    assert numbers[-2:] == ["83 1 3", "83 2"]


def test_letters_and_roman_numerals_are_told_by_what_comes_before() -> None:
    letters = [f"({c}) x" for c in "abcdefghi"]
    assert placed(*letters)[-1][0] == "83 i"
    assert [n for n, _ in placed("(a) of:", "(i) x", "(ii) y", "(b) z")] == [
        "83 a", "83 a i", "83 a ii", "83 b",
    ]  # fmt: skip


def test_items_of_another_form_hang_on_the_item_before_them() -> None:
    assert placed("• Housing", "o Voids", "o Repairs", "• Highways")[1:] == [
        ("83 bullet 1 bullet 1", "• Housing"),
        ("83 bullet 1 bullet 2", "• Housing"),
        ("83 bullet 2", ""),
    ]


def test_bullets_may_change_across_a_page() -> None:
    assert [n for n, _ in placed("- one", "• two")] == ["83 bullet 1", "83 bullet 2"]


def test_items_hang_on_the_line_before_them() -> None:
    assert placed("(a) note it", lead_in="Cabinet is asked to:") == [
        ("83 a", "Cabinet is asked to:")
    ]


def test_a_sentence_that_announces_what_follows_opens_a_list() -> None:
    assert opens_list("The reserve is held at the following assessed levels.")
    assert not opens_list("Following the visit, the levels were assessed.")
