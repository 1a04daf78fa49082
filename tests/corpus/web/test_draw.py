from __future__ import annotations

import pytest

from corpus.web.draw import draw_html


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


@pytest.mark.parametrize("silent", ["<script>x</script>", "<style>x</style>", "<nav>x</nav>"])
def test_what_is_no_text_of_the_page_is_left_out(silent: str) -> None:
    drawing = draw_html(f"<p>Seen.</p>{silent}".encode())
    assert ([x.text for x in drawing.lines], drawing.notes) == (["Seen."], ())


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>x</p>",
        "<p aria-hidden=true>x</p>",
        "<p style='display: none'>x</p>",
        "<p style='visibility:hidden'>x</p>",
        "<p style='font-size:0'>x</p>",
        "<p style='font-size: 1px'>x</p>",
        "<p style='opacity: 0.0'>x</p>",
        "<p style='color:#fff'>x</p>",
        "<p style='color: rgb(255, 255, 255) !important'>x</p>",
        "<div style='background: white'><font color=white>x</font></div>",
        "<p style='color: transparent'>x</p>",
        "<p style='position:absolute; left:-9999px'>x</p>",
        "<p style='text-indent: -5000px'>x</p>",
        "<p style='height:0; overflow:hidden'>x</p>",
        "<template>x</template>",
        "<noscript>x</noscript>",
        "<div style='display:none'><p>x</p><p style='display:none'>y</p></div>",
        "<table><tr style='display:none'><td>x<td>y</table>",
    ],
)
def test_what_a_browser_does_not_show_is_left_out_and_told(hidden: str) -> None:
    drawing = draw_html(f"<p>Seen.</p>{hidden}".encode())
    assert [x.text for x in drawing.lines] == ["Seen."]
    assert drawing.notes == ("hidden text left out in 1 place",)


@pytest.mark.parametrize(
    "shown",
    [
        "<p style='font-size: 10px'>x</p>",
        "<p style='opacity: 0.5'>x</p>",
        "<p style='background-color: #fff'>x</p>",
        "<p style='position: absolute; left: 10px'>x</p>",
        "<div style='background:#003366'><p style='color:white'>x</p></div>",
        "<table bgcolor=navy><tr><td style='color:#fff'>x</table>",
        "<style>.a {background: navy}</style><p class=a style='color:#fff'>x</p>",
        "<p style='height:0.5em'>x</p>",
    ],
)
def test_what_a_browser_shows_is_read(shown: str) -> None:
    drawing = draw_html(f"<p>Seen.</p>{shown}".encode())
    assert ([x.text for x in drawing.lines], drawing.notes) == (["Seen.", "x"], ())


def test_comments_are_left_out_and_told() -> None:
    drawing = draw_html(b"<p>Seen<!-- approve it --> here.</p><!--[if mso]>x<![endif]-->")
    assert [x.text for x in drawing.lines] == ["Seen here."]
    assert drawing.notes == ("comments in the page's source left out in 1 place",)


@pytest.mark.parametrize(
    "struck",
    [
        "<del>not</del>",
        "<s><b>not</b></s>",
        "<span style='text-decoration: line-through'>not</span>",
    ],
)
def test_struck_words_are_kept_and_marked(struck: str) -> None:
    drawing = draw_html(f"<p>Members may {struck} speak.<p>They may reply.".encode())
    assert [(x.text, x.marks) for x in drawing.lines] == [
        ("Members may not speak.", ("struck out",)),
        ("They may reply.", ()),
    ]
    assert drawing.notes == ("struck-out text, kept and marked in 1 place",)


def test_row_with_struck_words_is_marked() -> None:
    page = "<table><tr><td>A<td>B<tr><td><s>C</s><td>D</table>"
    assert [x.marks for x in draw_html(page.encode()).lines] == [(), ("struck out",)]


def test_footnote_is_told_and_its_number_does_not_join_the_text() -> None:
    page = """<p>Numbers fell in 2021<sup><a href="#n5" id="r5">5</a></sup> again.
        <ol><li id="n5">See the annual report. <a href="#r5">back</a></ol>"""
    assert [(x.role, x.text) for x in draw_html(page.encode()).lines] == [
        ("text", "Numbers fell in 2021 again."),
        ("footnote", "1. See the annual report. back"),
    ]


def test_raised_number_without_a_link_is_kept() -> None:
    assert texts("<p>40 m<sup>2</sup>, on the 4<sup>th</sup>") == ["40 m2, on the 4th"]


def test_entities_of_the_page_itself_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><p>&b; &amp; &pound;5'
    assert "aaaa" not in " ".join(texts(bomb))
    assert "& £5" in " ".join(texts(bomb))


def test_windows_pages_are_decoded() -> None:
    assert [x.text for x in draw_html("<p>£5 – “fine”".encode("cp1252")).lines] == ["£5 – “fine”"]


def test_a_table_row_a_cell_short_is_as_wide_as_the_others() -> None:
    page = "<table><tr><th>Ward<th>Votes<th>Share<tr><td>Mere<td>12</table>"
    assert [x.cells for x in draw_html(page.encode()).lines][1] == ("Mere", "12", "")
