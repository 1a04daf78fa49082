from __future__ import annotations

import pytest

from corpus.web import draw_html


def texts(page: str) -> list[str]:
    return [line.text for line in draw_html(page.encode()).lines]


def test_headings_paragraphs_and_breaks() -> None:
    lines = draw_html(b"<h2>Minutes</h2><p>Present:<br>Cllr <b>A</b>").lines
    assert [(x.role, x.text, x.gap) for x in lines] == [
        ("heading", "Minutes", True),
        ("text", "Present:", True),
        ("text", "Cllr A", False),
    ]
    assert lines[0].level == 2


def test_list_items_have_levels_and_numbers() -> None:
    lines = draw_html(b"<ul><li>a<ul><li>b</ul></ul><ol start=3><li>c<li>d</ol>").lines
    assert [(x.role, x.text) for x in lines] == [
        ("bullet", "a"), ("bullet", "b"), ("text", "3. c"), ("text", "4. d")
    ]  # fmt: skip
    assert lines[1].level == 1


def test_table_rows_have_cells_and_th_makes_headers() -> None:
    page = "<table><tr><th>Action<th>Rating<tr><td>Recruit<td>Green</table>"
    lines = draw_html(page.encode()).lines
    assert [(x.cells, x.header) for x in lines] == [
        (("Action", "Rating"), True),
        (("Recruit", "Green"), False),
    ]


def test_cells_that_span_leave_blanks() -> None:
    page = "<table><tr><td rowspan=2>A1<td colspan=2>wide<tr><td>b<td>c<tr><td>d<td>e<td>f</table>"
    assert [x.cells for x in draw_html(page.encode()).lines] == [
        ("A1", "wide", ""),
        ("", "b", "c"),
        ("d", "e", "f"),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<nav>x</nav>",
        "<p hidden>x</p>",
        "<p style='display: none'>x</p>",
        "<!-- x -->",
        "<template>x</template>",
    ],
)
def test_what_a_browser_does_not_show_is_left_out(hidden: str) -> None:
    assert texts(f"<p>Seen.</p>{hidden}") == ["Seen."]


def test_struck_words_are_left_out_and_noted() -> None:
    drawing = draw_html(b"<p>Members may <del>not </del>speak.")
    assert [x.text for x in drawing.lines] == ["Members may speak."]
    assert drawing.notes == ("struck-out text left out in 1 places",)


def test_entities_of_the_page_itself_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><p>&b; &amp; &pound;5'
    assert "aaaa" not in " ".join(texts(bomb))
    assert "& £5" in " ".join(texts(bomb))


def test_windows_pages_are_decoded() -> None:
    assert [x.text for x in draw_html("<p>£5 – “fine”".encode("cp1252")).lines] == ["£5 – “fine”"]
