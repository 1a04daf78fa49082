"""Packs are split into their items; single papers are not."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from corpus.packs import parts_of
from corpus.paper import Drawing, Line
from tests.corpus.drawn import drawn_lines, lines_in, paged

FRONT = (
    "Mere Scrutiny Committee\n\nAGENDA\n\n1 Apologies\n\n3 Minutes\n\n6 Falls 4 - 9\n\n7 Frailty"
)
MINUTES = "Minutes of a meeting of the Committee held on 10 October 2023\n\n17. Apologies"
FALLS = "Agenda Item 6\n\nFALLS\n\n1.1 Falls."
FRAILTY = "Agenda Item 7\n\nFRAILTY\n\n1.1 Frailty."


def test_items_begin_where_their_pages_are_stamped() -> None:
    parts = parts_of(paged(FRONT, FALLS, "1.2 More falls.", FRAILTY))
    assert [p.item for p in parts] == ["", "6", "7"]
    assert [p.lines[-1].text for p in parts] == ["7 Frailty", "1.2 More falls.", "1.1 Frailty."]


def test_the_last_meetings_minutes_are_the_item_the_agenda_gives_them() -> None:
    assert [p.item for p in parts_of(paged(FRONT, MINUTES, FALLS, FRAILTY))] == ["", "3", "6", "7"]


def test_items_have_the_titles_the_agenda_gives_them() -> None:
    assert [p.title for p in parts_of(paged(FRONT, FALLS, FRAILTY))] == ["", "Falls", "Frailty"]


def test_items_begin_at_header_tables_in_text_without_pages() -> None:
    text = "Agenda\n11 July 2017\t\tITEM: 6\nFalls.\n11 July 2017\t\tITEM: 7\nFrailty.\n"
    assert [p.item for p in parts_of(Drawing(lines_in(text)))] == ["", "6", "7"]


def test_bookmarks_under_an_agenda_split_a_pack() -> None:
    outline = ((0, "Agenda", 1), (1, "6 Falls", 2), (1, "7 Frailty", 3))
    drawing = replace(paged(FRONT, "Falls.", "Frailty."), outline=outline)
    assert [(p.item, p.title) for p in parts_of(drawing)][1:] == [("6", "Falls"), ("7", "Frailty")]


def test_a_reports_own_bookmarks_do_not_split_it() -> None:
    outline = ((0, "1. Background", 1), (0, "2. Findings", 2))
    assert len(parts_of(replace(paged("One.", "Two."), outline=outline))) == 1


def test_a_single_report_keeps_its_item() -> None:
    (part,) = parts_of(paged(FALLS, "1.2 More."))
    assert part.item == "6"


def test_an_agenda_that_lists_its_items_is_not_split() -> None:
    (part,) = parts_of(paged("AGENDA\n\nItem 6. Falls, page 4\n\nItem 7. Frailty, page 9"))
    assert part.item == ""


@given(drawn_lines)
def test_parts_hold_every_line_once_in_order(lines: tuple[Line, ...]) -> None:
    parts = parts_of(Drawing(lines, pages=3))
    assert tuple(line for part in parts for line in part.lines) == lines


def test_a_supplement_is_the_item_that_its_letter_or_bookmark_names() -> None:
    letter = "Dear Member\n\nCABINET\n\nAgenda Item No\n7 Falls and frailty (Pages 1 - 4)\n\nYours"
    drawing = paged(letter, "FALLS\n\n1.1 Falls.")
    assert [p.item for p in parts_of(drawing)] == ["7"]
    outline = ((0, "Agenda", 1), (0, "8 Falls", 2))
    assert [p.item for p in parts_of(replace(drawing, outline=outline))] == ["8"]


def test_what_follows_an_items_report_is_its_appendix() -> None:
    drawing = paged(FRONT, FALLS, "Appendix 1\n\nPlan", FRAILTY)
    assert [p.item for p in parts_of(drawing)] == ["", "6", "7"]
    assert [line.text for line in parts_of(drawing)[1].lines][-1] == "Plan"
