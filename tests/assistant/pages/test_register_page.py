"""The Register tab's table and count as HTML, and what its filters ask for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.pages.register import _listed
from assistant.pages.register_columns import COLUMNS
from assistant.pages.register_table import MOST, Order, _sorted, count_html, table_html
from assistant.register.query import Filters, find
from assistant.register.sheet import sheet_url
from assistant.register.wire import entry_json
from assistant.scope import scope_of
from index.corrections.entries import SET_ASIDE
from index.library import Library
from tests.index.library_fakes import SeededEncoder

EVIL = '<img src=x onerror="alert(1)">'
PUBLIC = ("public",)
EVERYTHING = ([], [], "", "", "", False, "", "")


def entry(**fields):
    plain = {
        "id": "d/action-0", "type": "action", "text": "Mend the lamps", "recommendation_no": "2",
        "row": "2A", "lead": None, "owner": None, "due": None, "due_date": None, "status": None,
        "state": "unknown", "council": "Anytown", "committee": "Cabinet", "page": 4,
        "meeting_date": "2017-07-11", "title": "Lamps", "url": "/papers/d", "sureness": "sure",
    }  # fmt: skip
    return plain | fields


def listed(library, kind, *given):
    return _listed(library, Order(), kind, *(given or EVERYTHING))


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_kind_is_a_table_whose_cells_know_their_heading(sample, kind) -> None:
    count, table = listed(sample, kind)
    entries = find(sample, Filters(kind), shelves=PUBLIC)
    assert f"{len(entries)} {kind}." in count
    assert table.count('role="row"') == len(entries) + 1
    assert table.count("<td ") == table.count("data-label=") == len(entries) * len(COLUMNS[kind])
    assert table.count('<th scope="col"') == table.count("aria-sort") == len(COLUMNS[kind])


def test_nothing_a_paper_says_becomes_markup() -> None:
    named = ("id", "text", "row", "lead", "owner", "due", "status", "committee", "title", "url")
    html = table_html("actions", [entry(**dict.fromkeys(named, EVIL))], Order())
    assert "<img" not in html and "&lt;img" in html


def test_an_entry_opens_itself_and_its_page() -> None:
    html = table_html("actions", [entry()], Order())
    assert 'href="/register/entry?id=d%2Faction-0"' in html and 'href="/papers/d"' in html
    assert 'aria-label="Open page 4 of Lamps at: Mend the lamps"' in html


def test_what_is_to_be_known_of_an_entry_stands_beside_its_words() -> None:
    told = {"due": {"printed": "May", "by": "A. Clerk", "at": "2024-06-11"}}
    html = table_html("actions", [entry(sureness="likely", corrected=told)], Order())
    assert "! corrected: due" in html and "! read with doubt" in html
    assert "set aside as not an entry" in table_html(
        "actions", [entry(standing=SET_ASIDE)], Order()
    )


def test_a_column_is_sorted_as_people_count_and_says_so() -> None:
    rows = [entry(row=row, recommendation_no="") for row in ("10A", "2B", "", "2A")]
    rising = [one["row"] for one in _sorted(rows, COLUMNS["actions"], Order(0))]
    falling = [one["row"] for one in _sorted(rows, COLUMNS["actions"], Order(0, falling=True))]
    assert (rising, falling) == (["2A", "2B", "10A", ""], ["10A", "2B", "2A", ""])
    html = table_html("actions", rows, Order(0, falling=True))
    assert html.count('aria-sort="descending"') == 1 and html.count('aria-sort="none"') == 6


@given(st.lists(st.text("ab19 ", max_size=4)), st.booleans())
def test_sorting_loses_nothing(words, falling) -> None:
    rows = [entry(due=word, due_date=word) for word in words]
    after = [one["due"] for one in _sorted(rows, COLUMNS["actions"], Order(3, falling=falling))]
    assert sorted(after) == sorted(words)


def test_a_heading_pressed_again_turns_the_order_round() -> None:
    once = Order().asked(3)
    assert (once, once.asked(3), once.asked(3).asked(3)) == (Order(3), Order(3, True), Order(3))
    assert once.asked(3).asked(1) == Order(1)


def test_a_long_list_says_that_it_is_cut_and_may_be_taken_away_whole() -> None:
    entries = [entry()] * (MOST + 1)
    assert table_html("actions", entries, Order()).count("<tr") == MOST + 1
    told = count_html(entries, Filters("actions"))
    assert f"{MOST + 1} actions. The first {MOST} are shown" in told and "format=csv" in told


def test_a_file_holds_what_the_list_shows(client, sample) -> None:
    within = scope_of((), ("Cabinet",), until="2023")
    asked = Filters("actions", within, lead="ruth KELLOWAY", status="open", overdue_at="2024-01-01")
    entries = [entry_json(one) for one in find(sample, asked, shelves=PUBLIC)]
    got = client.get(sheet_url(asked, "json")).json()
    (address,) = re.findall(r'href="([^"]+csv)"', count_html(entries, asked))
    assert client.get(address.replace("&amp;", "&")).text.startswith("recommendation_no,")
    assert entries and [one["id"] for one in got] == [one["id"] for one in entries]


def test_nothing_found_and_a_date_that_is_none_are_a_sentence(sample) -> None:
    count, table = listed(sample, "actions", [], [], "", "", "open", False, "nobody", "1 May 2020")
    assert (table, "No action overdue at 1 May 2020 is as you ask" in count) == ("", True)
    count, table = listed(sample, "actions", [], [], "", "", "", False, "", "soon")
    assert (table, 'class="problem"' in count, "not a date" in count) == ("", True, True)


def test_filters_that_only_actions_have_are_left_out_of_other_kinds(sample) -> None:
    count, _ = listed(sample, "decisions", [], [], "", "", "open", False, "nobody", "soon")
    assert re.search(r"\d+ decisions\.", count)


def test_an_empty_library_says_what_to_do(tmp_path) -> None:
    with Library.open(tmp_path / "library", encoder=SeededEncoder()) as library:
        assert "Add some on the Papers tab" in listed(library, "actions")[0]
