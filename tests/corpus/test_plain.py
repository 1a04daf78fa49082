"""Text and Markdown files as lines."""

from __future__ import annotations

import pytest

from corpus.plain import draw_text
from tests.corpus.drawn import lines_in


def test_a_line_with_tabs_is_a_table_row() -> None:
    (line,) = lines_in("Foster carers\t97\t\n")
    assert (line.role, line.cells) == ("row", ("Foster carers", "97", ""))


def test_a_blank_line_does_not_end_a_table_and_a_line_of_text_does() -> None:
    rows = [x for x in lines_in("a\t1\n\nb\t2\nText.\nc\t3\n") if x.role == "row"]
    assert [r.table == rows[0].table for r in rows] == [True, True, False]


def test_markdown_tables_lose_their_ruler() -> None:
    lines = lines_in("| Ward | Votes |\n|---|---|\n| Mere | 12 |\n")
    assert [x.cells for x in lines] == [("Ward", "Votes"), ("Mere", "12")]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("the **Mere** plan", "the Mere plan"),
        ("<u>Not closed", "Not closed"),
        ("see [the plan](http://x.org/a_(b))", "see the plan"),
        ("5 * 4 = 20 and 2*3", "5 * 4 = 20 and 2*3"),
        ("fewer than <10 children", "fewer than <10 children"),
    ],
)
def test_emphasis_goes_and_words_stay(raw: str, shown: str) -> None:
    assert lines_in(raw)[0].text == shown


def test_headings_and_bullets_are_told() -> None:
    heading, bullet, text = lines_in("## Purpose\n- 1.1 To note\nPlain.\n")
    assert (heading.role, heading.level) == ("heading", 2)
    assert (bullet.role, bullet.text, text.role) == ("bullet", "1.1 To note", "text")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    assert draw_text("Café – £5".encode(encoding)).lines[0].text == "Café – £5"
