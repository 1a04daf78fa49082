"""Where items begin: what marks one, and what only looks like a mark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.paper import Drawing
from corpus.starts import listed_items, number_of, starts_of
from tests.corpus.drawn import lines_in, paged

AGENDA = "Mere Scrutiny Committee\n\nAGENDA\n\n6\tFalls\t4 - 9\n7\tWork Programme\t10 - 11\n"


def items(text: str) -> list[str]:
    return [item for _, item, _ in starts_of(Drawing(lines_in(text)))]


@pytest.mark.parametrize(
    ("stamp", "item"),
    [
        ("Agenda Item 6", "6"), ("AGENDA ITEM NO. 12", "12"), ("Agenda Item 6a", "6a"),
        ("Agenda item: 6 (A)", "6a"), ("Agenda Item Number 6", "6"), ("Agenda Item 4.2", "4.2"),
    ],
)  # fmt: skip
def test_a_stamp_starts_its_item(stamp: str, item: str) -> None:
    assert items(f"Front.\n\n{stamp}\n\nFalls.") == [item]


@pytest.mark.parametrize("text", ["Agenda Item 6 was deferred", "Agenda Items 6", "Item 6b12"])
def test_mentions_are_no_stamps(text: str) -> None:
    assert items(f"Front.\n\n{text}\n\nFalls.") == []


def test_the_items_of_a_plan_of_actions_are_no_agenda_items() -> None:
    plan = "Action\tOwner\nItem 1\tR Alder\nItem 2\tR Alder\nItem 3\tA Rowan\n"
    assert items(f"Front.\n\n{plan}") == []


def test_a_bare_item_in_a_reports_header_is_its_number() -> None:
    assert items("12 March 2024\tITEM: 6\nFalls.\n") == ["6"]
    assert items("Front.\n\nItem 6\nReport to: Cabinet\n\nFalls.") == ["6"]


def test_an_item_without_a_mark_begins_at_its_title_under_the_committees_name() -> None:
    body = "Agenda Item 5\n\nVoids.\n\nAgenda Item 6\n\nFalls.\n\nThe Work Programme was noted.\n"
    last = "\nMere Scrutiny Committee\n\nWork Programme\n\nTopics"
    drawing = Drawing(lines_in(f"{AGENDA}\n{body}{last}"))
    starts = starts_of(drawing)
    assert [(item, title) for _, item, title in starts] == [
        ("5", ""), ("6", ""), ("7", "Work Programme"),
    ]  # fmt: skip
    assert drawing.lines[starts[-1][0]].text == "Mere Scrutiny Committee"


def test_an_item_whose_title_only_stands_in_the_text_has_no_beginning() -> None:
    body = "Agenda Item 5\n\nVoids.\n\nAgenda Item 6\n\nFalls.\n\nWork Programme\n\nAs noted."
    assert items(f"{AGENDA}\n{body}") == ["5", "6"]


def test_bookmarks_that_say_item_need_no_agenda() -> None:
    outline = ((0, "Front", 1), (0, "Item 6 - Falls", 2), (0, "Item 6a - Frailty", 3))
    drawing = replace(paged("Front.", "Falls.", "Frailty."), outline=outline)
    assert [(i, t) for _, i, t in starts_of(drawing)] == [("6", "Falls"), ("6a", "Frailty")]


def test_numbers_are_told_apart_from_titles() -> None:
    lines = lines_in("6 24/00012 - Falls (Pages 4 - 9)\n7. Frailty\n3 - 4\n")
    assert list(listed_items(lines)) == [("6", "24/00012 - Falls"), ("7", "Frailty")]
    assert number_of("6 (B)") == "6b"


def test_two_items_may_share_a_page() -> None:
    drawing = paged("Front.", "Agenda Item 6\n\nFalls.\n\nAgenda Item 7\n\nFrailty.")
    starts = starts_of(drawing)
    assert [(drawing.lines[i].text, item) for i, item, _ in starts] == [
        ("Agenda Item 6", "6"), ("Agenda Item 7", "7"),
    ]  # fmt: skip
