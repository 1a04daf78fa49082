"""Blocks: sections, numbers, lists, what was moved and resolved. Their laws: test_laws.py."""

from __future__ import annotations

from corpus.paper import Block, Line
from corpus.prose.blocks import blocks_of
from tests.corpus.drawn import paged

MINUTES = """
**21. Youth justice plan

The head of service presented the plan.

RESOLVED: That the plan be supported.

**22. Improvement Plan: Update

Councillor Birch asked for the cost.

RESOLVED:

1. That progress be noted.
2. That a written plan be asked for:
(a) by May, and
(b) in public.

ACTION – Ruth Alder to report back.
"""


def blocks(*pages: str, labels: tuple[str, ...] = ()) -> list[Block]:
    return list(blocks_of(paged(*pages).lines, page_labels=labels))


def test_a_paragraph_knows_its_number_section_page_and_label() -> None:
    (_, _, block) = blocks(
        "", "**3. Findings\n\n**3.1 Visits\n\n3.1.1 All was well.", labels=("i", "1")
    )
    assert (block.paragraph, block.section) == ("3.1.1", ("3. Findings", "3.1 Visits"))
    assert (block.page, block.page_label) == (2, "1")


def test_a_resolution_holds_its_clauses_and_ends_with_them() -> None:
    found = blocks(MINUTES)
    resolved = [b.paragraph for b in found if b.kind == "resolution"]
    assert resolved == ["21", "22", "22 1", "22 2", "22 2 a", "22 2 b"]
    assert (found[-1].kind, found[-1].paragraph) == ("paragraph", "22")


def test_a_minute_after_a_resolution_is_a_heading_of_its_own() -> None:
    headings = [b.text for b in blocks(MINUTES) if b.kind == "heading"]
    assert headings == ["21. Youth justice plan", "22. Improvement Plan: Update"]


def test_a_numbered_resolution_gives_its_clauses_its_number() -> None:
    minute = "**83. Family hubs\n\n1. The Chair spoke.\n\n2. RESOLVED that Cabinet:"
    found = blocks(f"{minute}\n\n1. Agree.\n\n2. Note.")
    assert [b.paragraph for b in found] == ["83", "83 1", "83 2", "83 2 1", "83 2 2"]


def test_items_hang_on_their_lead_in() -> None:
    items = blocks("2.1 Cabinet is asked to:\n(a) note the plan;\n(b) agree it.")[1:]
    assert {b.lead_in for b in items} == {"2.1 Cabinet is asked to:"}
    assert [b.paragraph for b in items] == ["2.1 a", "2.1 b"]


def test_a_vote_hangs_on_the_line_that_says_what_was_voted_on() -> None:
    asked = "24) The motion was put to the vote as follows:"
    found = blocks(
        f"{asked}\n\nFor (1)\n\nMr Ashgrove\n\nAgainst (1)\n\nMr Birch\n\nMotion carried."
    )
    assert [(b.kind, b.paragraph, b.lead_in) for b in found[1:]] == [("vote", "24", asked)]


def test_a_proposal_is_no_heading() -> None:
    found = blocks(
        "**4. Motion\n\n5) Mr Ashgrove proposed, and Ms Birch seconded the motion that\n\nX."
    )
    assert [b.kind for b in found].count("heading") == 1


def test_rows_stand_under_the_line_that_names_their_table() -> None:
    rows = tuple(
        Line(t, 1, role="row", cells=tuple(t.split("|")), table=1) for t in ("Ward|£", "Mere|12")
    )
    lines = (*paged("**5. Money\n\nTable 2: Spending by ward").lines, *rows)
    assert blocks_of(lines)[-1].section == ("5. Money", "Table 2: Spending by ward")


def test_house_rules_are_boilerplate_and_business_is_not() -> None:
    rules, business = blocks("The meeting may be filmed and webcast.\n\nThe budget was discussed.")
    assert (rules.kind, business.kind == "boilerplate") == ("boilerplate", False)


def test_a_minutes_paragraphs_count_on_after_lists_and_resolutions() -> None:
    noted = "1. It was noted:\n\n• that it rained\n\n• that it stopped"
    found = blocks(f"**83. Weather\n\n{noted}\n\n2. RESOLVED that Cabinet:\n\n1. Wait.\n\n3. Next.")
    assert [b.paragraph for b in found[1:]] == [
        "83 1", "83 1 bullet 1", "83 1 bullet 2", "83 2", "83 2 1", "83 3",
    ]  # fmt: skip
    assert [b.kind for b in found[4:]] == ["resolution", "resolution", "paragraph"]


def test_a_minutes_count_goes_on_after_unnumbered_text() -> None:
    found = blocks("**9. Updates\n\n(a) Roads.\n\nThe Chair spoke of snow.\n\n(b) Schools.")
    assert [b.paragraph for b in found[1:]] == ["9 a", "9", "9 b"]


def test_text_set_in_under_a_numbered_item_is_that_items() -> None:
    texts = (("7. Money", 0), ("1. It fell.", 0), ("It may rise.", 18), ("The item closed.", 0))
    lines = (Line(t, 1, gap=True, bold=n == 0, indent=i) for n, (t, i) in enumerate(texts))
    assert [b.paragraph for b in blocks_of(lines)] == ["7", "7 1", "7 1", "7"]


def test_a_number_printed_twice_stays_in_its_list() -> None:
    found = blocks("**8. Updates\n\n1. One:\n\n(a) x\n\n1. Two:\n\n(a) y\n\n2. Three.")
    assert [b.paragraph for b in found[1:]] == ["8 1", "8 1 a", "8 1", "8 1 a", "8 2"]


def test_minutes_in_bold_begin_anywhere_after_a_resolution() -> None:
    found = blocks(
        "**Election\n\n1. RESOLVED that Mr Ash take the chair.\n\n**283. Apologies\n\nNone came."
    )
    assert [(b.kind, b.paragraph) for b in found[2:]] == [("heading", "283"), ("paragraph", "283")]


def test_a_motion_holds_its_words_to_the_closing_quotation_mark() -> None:
    moved = "1) Mr Ash proposed and Ms Birch seconded the following:\n\n“Council is asked to:"
    found = blocks(
        f"**5. Motion\n\n{moved}\n\n(1) note it\n\n(2) agree it.”\n\n2) The Chair spoke."
    )
    assert [(b.kind, b.paragraph) for b in found[1:]] == [
        ("motion", "5 1"), ("motion", "5 1"), ("motion", "5 1 1"), ("motion", "5 1 2"),
        ("paragraph", "5 2"),
    ]  # fmt: skip


def test_an_outcome_on_its_own_is_the_motions_vote() -> None:
    found = blocks("**5. Motion\n\n3) Mr Ash proposed and Ms Birch seconded it.\n\nMotion carried.")
    assert (found[-1].kind, found[-1].paragraph, found[-1].lead_in) == ("vote", "5 3", "")


def test_web_minutes_without_the_word_resolve_with_that() -> None:
    found = blocks("Minutes of the meeting held on 4 May\n\n**7. Plan\n\nThat the plan be noted.")
    assert found[-1].kind == "resolution"


def test_what_a_report_recommends_is_not_resolved() -> None:
    found = blocks("Minutes of a meeting\n\n**2. Recommendations\n\nThat the plan be noted.")
    assert found[-1].kind == "paragraph"


def test_marks_of_lines_are_marks_of_their_block() -> None:
    lines = (Line("Members may not", 1, marks=("read by OCR",)), Line("vote.", 1))
    (block,) = blocks_of(lines)
    assert (block.text, block.marks) == ("Members may not vote.", ("read by OCR",))


def test_a_list_opened_before_a_page_goes_on_after_it_with_other_bullets() -> None:
    items = blocks("2.1 Cabinet is asked to:\n- note it;", "• agree it.")[1:]
    assert {b.lead_in for b in items} == {"2.1 Cabinet is asked to:"}
    assert [b.paragraph for b in items] == ["2.1 bullet 1", "2.1 bullet 2"]


def test_the_next_minute_is_no_clause_of_what_was_resolved_before_it() -> None:
    resolved = "RESOLVED\n\n1. That the fees be noted.\n\n2. That officers be thanked."
    said = "37. Schools The head of service presented a plan to the Committee for its comments."
    found = blocks(f"**36. Fees\n\n{resolved}\n\n{said}\n\n• one")
    assert [(b.kind, b.paragraph) for b in found[-2:]] == [
        ("paragraph", "37"), ("list item", "37 bullet 1"),
    ]  # fmt: skip


def test_a_report_that_begins_with_present_is_no_minutes() -> None:
    found = blocks(
        "Present arrangements end in May.\n\n**2. Next\n\nThat the plan be late is no loss."
    )
    assert "resolution" not in [b.kind for b in found]


def test_a_figure_at_a_lines_start_does_not_number_what_follows() -> None:
    full = "The allocations rose in each of the years from 2017-18 and again in the year to 2020-"
    found = blocks(f"**Grants\n\n{full}\n21. The grant was then rolled forward.\n\nIt ended.")
    assert [(b.paragraph, b.text[-6:]) for b in found[1:]] == [("", "rward."), ("", "ended.")]


def test_recommendations_with_a_colon_are_a_section_of_their_own() -> None:
    found = blocks(
        "**4. Views\n\n4.8 It is late.\n\n**5. Recommendations:\n\nCouncil is asked to:\n(1) wait"
    )
    assert (found[-1].section, found[-1].paragraph) == (("5. Recommendations:",), "5 1")


def test_a_lettered_heading_numbers_the_text_below_it() -> None:
    full = "The grant is paid to every authority from the share of rates that is kept centrally by"
    found = blocks(f"**Grants\n\nA) Housing Grant\n{full} law.\n\nB) Road Grant\n\n{full} law.")
    assert [(b.kind, b.paragraph) for b in found[1:]] == [
        ("heading", "a"), ("paragraph", "a"), ("heading", "b"), ("paragraph", "b"),
    ]  # fmt: skip


def test_the_second_paragraph_of_an_item_keeps_its_lead_in() -> None:
    texts = (("7. It was told:", 0), ("(a) It fell.", 18), ("It may rise.", 36))
    lines = (Line(t, 1, gap=True, bold=n == 0, indent=i) for n, (t, i) in enumerate(texts))
    found = blocks_of(lines)[-1]
    assert (found.paragraph, found.lead_in) == ("7 a", "7. It was told:")


def test_the_next_section_in_bold_is_a_heading_though_it_ends_as_a_sentence() -> None:
    found = blocks("**6. Money\n\n6.1 None.\n\n**7. How does it help?\n\n7.1 It does.")
    assert (found[-1].section, found[-2].kind) == (("7. How does it help?",), "heading")


def test_a_heading_without_its_full_stop_counts_where_it_is_the_next() -> None:
    found = blocks("**4. Money\n\n4.1 None.\n\n**5 Legal implications\n\n5.1 None.")
    assert (found[2].kind, found[2].paragraph) == ("heading", "5")
    assert found[-1].section == ("5 Legal implications",)
    (_, _, other, _) = blocks("**4. Money\n\n4.1 None.\n\n**9 Elms Road\n\n4.2 None.")
    assert other.paragraph != "9"
