"""Table rows: headers, sections, continuations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.paper import Block, Line, Mark
from corpus.tables.rows import Row, Running, named_cells, rows_of


def rows(*texts: str, headers: int = 0) -> list[Row]:
    return rows_of(
        [
            Line(t, role="row", cells=tuple(t.split("|")), table=1, header=i < headers)
            for i, t in enumerate(texts)
        ]
    )


def test_a_row_carries_its_column_headers() -> None:
    header, row = rows("Action|Lead|Due", "1A Dip sample|Ruth Alder|May")
    assert header.label == "header"
    assert (row.headers, row.label) == (("Action", "Lead", "Due"), "1A Dip sample")


def test_units_below_the_headers_reach_the_columns() -> None:
    found = rows("|2024/25|Change", "|£000s|£000s", "Fostering|9,320|400")
    assert found[-1].headers == ("", "2024/25 £000s", "Change £000s")


def test_a_header_printed_again_with_split_words_is_a_header() -> None:
    found = rows("Ref|Update|Rating", "1|Done|G", "Ref|U p d a t e|Rating", "2|Late|R")
    assert [r.label == "header" for r in found] == [True, False, True, False]
    assert found[-1].headers == ("Ref", "Update", "Rating")


def test_a_row_of_one_cell_is_context_of_the_rows_below() -> None:
    found = rows(
        "Post|Number|Cost", "PHASE ONE||", "Manager|2|£110k", "PHASE TWO||", "Clerk|1|£30k"
    )
    assert [r.context for r in found] == [(), (), ("PHASE ONE",), (), ("PHASE TWO",)]


def test_a_row_without_first_cells_belongs_to_the_row_above() -> None:
    found = rows("No|Recommendation|Action|Lead", "1|Check files|1A Sample|RA", "||1B Report|GA")
    assert (found[2].label, found[2].lead_in) == ("1", "1 Check files")


def test_a_header_block_of_fields_has_no_column_headers() -> None:
    found = rows("Committee|Mere Scrutiny Committee", "Date|23 January 2024", "Report of|R Alder")
    assert not any(r.label == "header" for r in found)


def test_figures_are_no_headers() -> None:
    assert rows("Fostering|97", "Residential|24")[0].label != "header"


def test_what_the_format_marks_as_header_is_one() -> None:
    assert [r.label == "header" for r in rows("1|2", "3|4", headers=1)] == [True, False]


@given(
    st.lists(
        st.lists(st.sampled_from(["", "Ward", "12", "£5", "of"]), min_size=2, max_size=4),
        max_size=8,
    )
)
def test_no_word_of_a_table_is_lost_or_read_twice(cells: list[list[str]]) -> None:
    lines = [Line("", role="row", cells=tuple(c), table=1) for c in cells]
    words = sorted(w for row in rows_of(lines) for c in row.line.cells for w in c.split())
    assert words == sorted(w for row in cells for c in row for w in c.split())


def test_a_row_that_starts_no_section_and_no_total_is_under_its_section() -> None:
    found = rows(
        "|Posts|2024/25", "||£'000", "PHASE ONE||", "Mere Centre||", "Clerk|1|30",
        "TOTAL PHASE ONE|1|30", "PHASE TWO||", "Nurse|2|64", "TOTAL PHASE TWO|2|64", "TOTAL|3|94",
    )  # fmt: skip
    assert [(r.label, r.context) for r in found[4:]] == [
        ("Clerk", ("PHASE ONE", "Mere Centre")),
        ("TOTAL PHASE ONE", ("PHASE ONE",)),
        ("PHASE TWO", ()),
        ("Nurse", ("PHASE TWO",)),
        ("TOTAL PHASE TWO", ("PHASE TWO",)),
        ("TOTAL", ()),
    ]


def test_a_title_over_the_headers_stands_over_every_row_and_gives_its_unit() -> None:
    found = rows("All figures in £m||", "Block|2024-25|Posts", "Schools|1.5|3")
    assert [r.label == "header" for r in found[:2]] == [False, True]
    assert (found[2].headers, found[2].context) == (
        ("Block", "2024-25 £m", "Posts"),
        ("All figures in £m",),
    )


def test_a_row_cut_by_a_page_is_one_row_that_knows_both_pages() -> None:
    first = Line("", 4, role="row", cells=("1", "Review the use of", "May"), table=1)
    rest = Line("", 5, role="row", cells=("", "agency staff", ""), table=1)
    header = Line("", 4, role="row", cells=("No", "Action", "Due"), table=1, header=True)
    row = rows_of([header, first, rest])[-1]
    assert row.line.cells == ("1", "Review the use of agency staff", "May")
    text = "\t".join(row.line.cells)
    assert [(text[at:][:6], page) for at, page in row.breaks] == [("agency", 5), ("May", 4)]


PLAN = (
    "No|Recommendation|Lead|Score|U p d a t e|Direction|Actions|Owner|By When",
    "1|Audit files|Ann Ash, Team Manager|1|2|Improving|A) Sample B) Report|Head of Care|May 16",
    "2|Train staff|Bo Elm, Service Manager|2|2|Improving|A) Plan B) Run|Head of Care|June 16",
    "3|Share data|Cy Oak, Service Manager|2|3|Maintained|A) Agree|Director of Care|Sept 16",
    "No|Recommendation|Lead|Score|Direction|Actions|Owner|By When",
)


@pytest.mark.parametrize(
    ("row", "owner", "when"),
    [
        ("4|Visit homes|Di Yew, Team Manager|1|3|Improving|A) Go|Head of Care July 16 - done",
         "Head of Care", "July 16 - done"),
        ("4|Visit homes|Di Yew, Team Manager|1|3|Improving|A) Go|Di Yew, Team Manager 01/09/2016",
         "Di Yew, Team Manager", "01/09/2016"),
        ("4|Visit homes|Di Yew, Team Manager|1|Improving|A) Go|Head of Care|July 16",
         "Head of Care", "July 16"),
    ],
)  # fmt: skip
def test_a_row_of_a_shorter_header_stands_in_the_right_columns(
    row: str, owner: str, when: str
) -> None:
    found = rows(*PLAN, row)[-1]
    named = dict(zip(found.headers, found.line.cells, strict=True))
    assert (named["Direction"], named["Owner"], named["By When"]) == ("Improving", owner, when)
    assert (named["Actions"], found.line.marks) == ("A) Go", ())


def test_a_row_that_could_stand_in_two_ways_is_kept_as_printed_and_marked() -> None:
    cells = "4|Visit homes|Di Yew, Team Manager|1|Improving|A) Go|Head of Care|July 16"
    found = rows(*PLAN[:4], cells)[-1]
    assert (found.line.cells, found.line.marks) == (tuple(cells.split("|")), ("cells uncertain",))


TASKS = (
    "Ref|Action|Lead|Due|State",
    "1|Audit the case files|Team Manager|May 16|Done",
    "2|Train the new staff|Service Manager|June 16|Done",
    "3|Agree a data protocol||July 16|Late",
    "4|Visit every home|Team Manager|Sept 16|Done",
)


def test_a_row_shifted_by_a_blank_that_vanished_is_moved_back() -> None:
    found = rows(*TASKS, "5|Appoint a fostering lead|Oct 16|Late|")[-1]
    assert (found.line.cells[2:], found.line.marks) == (("", "Oct 16", "Late"), ())


def test_a_shifted_row_that_lacks_what_no_row_lacks_is_marked() -> None:
    found = rows(*TASKS, "5|Team Manager|Oct 16|Late|")[-1]
    assert (found.line.cells[1], found.line.marks) == ("Team Manager", ("cells uncertain",))


def test_a_row_that_only_ends_in_blanks_is_left_alone() -> None:
    found = rows(*TASKS, "5|Appoint a fostering lead|Service Manager||")[-1]
    assert (found.line.cells[2], found.line.marks) == ("Service Manager", ())


def test_a_row_that_no_header_fits_is_marked() -> None:
    assert rows("Ward|Votes", "Mere|Ash|3|4")[-1].line.marks == ("cells uncertain",)


def test_a_header_that_lost_its_blank_corner_stands_over_the_figures() -> None:
    found = rows("2024/25|2025/26", "Fostering|12|14", "Residential|3|5")
    assert found[-1].headers == ("", "2024/25", "2025/26")


def test_the_part_of_a_table_after_a_break_keeps_its_headers() -> None:
    lines = [Line("", role="row", cells=("2", "Late"), table=1)]
    assert rows_of(lines, running=Running(("No", "State")))[0].headers == ("No", "State")
    assert rows_of(lines, running=Running(("No", "State", "Due")))[0].headers == ()


def test_an_aim_stands_over_what_serves_it_but_in_no_table_of_figures() -> None:
    aim = "More people in every part of the town age and live well at home with help " + "near" * 3
    texts = rows("Action|Lead|Due", f"{aim}||", "Visit|Ruth Alder|May")
    assert texts[-1].context == (aim,)
    assert rows("Saving|2024|2025", f"{aim}||", "Visits|5|6")[-1].context == ()


def test_a_part_of_a_form_stands_over_its_questions() -> None:
    form = ("Section B – Impact|", "7. Age|", "Any impact?|no", "8. Sex|", "Any impact?|yes")
    assert [r.context for r in rows(*form)][2::2] == [
        ("Section B – Impact", "7. Age"),
        ("Section B – Impact", "8. Sex"),
    ]


def test_a_table_after_white_space_with_its_own_header_is_another_table() -> None:
    lines = [
        Line("", role="row", cells=tuple(t.split("|")), table=1, gap=t.startswith("Ward"))
        for t in ("Post|Number|Cost", "Clerk|1|30", "Ward|Votes", "Mere|12")
    ]
    assert [r.headers for r in rows_of(lines)][1::2] == [
        ("Post", "Number", "Cost"),
        ("Ward", "Votes"),
    ]


@pytest.mark.parametrize(
    ("row", "label"),
    [
        ("16|Audit files|May", "16"),
        ("1,240.5|Fostering grant|1,300.0", "Fostering grant"),
        ("-|Recovery grant|5.0", "Recovery grant"),
        ("Residential|3|5", "Residential"),
    ],
)
def test_a_row_is_called_by_its_number_or_its_words_never_by_a_sum(row: str, label: str) -> None:
    assert rows(row)[0].label == label


def test_a_label_is_at_most_sixty_characters_and_whole_words() -> None:
    label = rows("Ensure that " + "careful " * 9 + "work|May|x")[0].label
    assert len(label) <= 60 and label.endswith("careful")


def block(headers: str, cells: str, *marks: Mark) -> Block:
    return Block(
        "table row", "", 0, 0,
        headers=tuple(headers.split("|")), cells=tuple(cells.split("|")), marks=marks,
    )  # fmt: skip


def test_cells_are_found_by_their_headers() -> None:
    assert named_cells(block("No|Due|Due|", "1|May|June|x")) == {
        "No": "1", "Due": "May", "Due (2)": "June", "": "x",
    }  # fmt: skip


@pytest.mark.parametrize(
    "unsure", [block("No|Due", "1|May", "cells uncertain"), block("No|Due", "1|May|x")]
)
def test_cells_that_may_stand_in_the_wrong_columns_have_no_names(unsure: Block) -> None:
    assert named_cells(unsure) == {}


def test_a_row_of_which_belongs_to_the_row_above() -> None:
    found = rows("Service|Cost|Change", "Care|12|2", "of which homes|7|1", "of which fees|5|1")
    assert [(r.label, r.lead_in) for r in found[2:]] == [
        ("of which homes", "Care"),
        ("of which fees", "Care"),
    ]
