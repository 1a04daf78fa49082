from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.changes.comparing import compare
from tests.assistant.changes.papers import paper, row, told

LAMPS = "1.1 The lamp post in Mill Lane was repaired for £250."
BINS = "1.2 Bins are emptied on Tuesdays in all four wards of the town."
TREES = "1.3 Officers will plant 40 trees along the canal before spring."
COLUMNS = ("Ref", "Action", "Due")
PARAGRAPHS = st.lists(st.sampled_from([LAMPS, BINS, TREES, "1.4 N/A", "1.5 The end."]), max_size=6)


def changed(old, new):
    return told(compare(paper(*old), paper(*new)))


def test_a_figure_that_changed_is_shown_in_its_sentence():
    comparison = compare(paper(LAMPS), paper(LAMPS.replace("250", "300")))
    (change,) = comparison.changes
    assert change.sort == "reworded" and change.what == "sentence"
    assert [(f.was, f.now) for f in change.facts] == [("£250", "£300")]
    assert comparison.kept == 0


def test_a_paragraph_that_came_and_one_that_went_are_told_whole():
    comparison = compare(paper(LAMPS, BINS), paper(LAMPS, TREES))
    assert [(c.sort, c.what) for c in comparison.changes] == [
        ("removed", "paragraph"), ("added", "paragraph"),
    ]  # fmt: skip
    assert comparison.kept == 1


def test_a_paragraph_that_moved_or_was_renumbered_has_not_changed():
    assert changed([LAMPS, BINS, TREES], [TREES.replace("1.3", "1.1"), LAMPS, BINS]) == []


def test_a_paragraph_split_in_two_has_not_changed():
    first, second = (
        "The lamp post in Mill Lane was repaired.",
        "No other lamp in the town is broken.",
    )
    assert changed([f"1.1 {first} {second}"], [f"1.1 {first}", f"1.2 {second}"]) == []


def test_stock_phrases_do_not_make_one_paragraph_of_two():
    moved = "The due date has moved from {} to {}."
    stays = f"4.1 Action 5A, interviews. {moved.format('1 May 2023', '1 June 2023')}"
    old = f"4.2 Action 2A, thresholds document. {moved.format('1 May 2023', '1 July 2023')}"
    new = f"4.2 Action 7B, homes for children. {moved.format('1 May 2024', '1 July 2024')}"
    rest = [LAMPS, BINS, TREES, stays]
    assert changed([*rest, old], [*rest, new]) == [(old[4:], ""), ("", new[4:])]


def test_rows_are_paired_by_their_labels_and_cells_by_their_columns():
    old = [row("1A", "Post", "May 2023", headers=COLUMNS), row("1B", "Bin", "", headers=COLUMNS)]
    new = [row("1B", "Bin", "June 2024", headers=COLUMNS), row("2A", "Tree", "", headers=COLUMNS)]
    assert changed(old, new) == [
        ("1A\tPost\tMay 2023", ""), ("", "June 2024"), ("", "2A\tTree"),
    ]  # fmt: skip


def test_a_header_laid_out_in_another_way_has_not_changed():
    table = [
        row("Wards affected:", "Key decision:"), row("All", "No"),
        row("Report of: Ada Fell, Head of Care", ""),
    ]  # fmt: skip
    line = "Wards affected: All Key decision: No Report of: Tom Weir, Head of Care"
    lines = {"kind": "front matter", "text": line}
    comparison = compare(paper(*table), paper(lines))
    assert told(comparison) == [("Ada Fell, Head of Care", "Tom Weir, Head of Care")]
    assert comparison.changes[0].name == "Report of"


def test_words_struck_out_in_one_paper_have_changed():
    struck = {"text": LAMPS, "marks": ("struck out",)}
    assert changed([LAMPS], [struck]) == [(LAMPS[4:], LAMPS[4:])]


def test_a_header_row_that_each_page_repeats_counts_once():
    head = row(*COLUMNS) | {"row": "header"}
    one = row("1A", "Post", "May 2023", headers=COLUMNS)
    assert changed([head, one], [head, one, head]) == []


@settings(deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_what_came_and_went_is_the_difference_of_the_two(old, new):
    comparison = compare(paper(*old), paper(*new))
    gone = [c for c in comparison.changes if c.sort == "removed"]
    come = [c for c in comparison.changes if c.sort == "added"]
    assert len(comparison.changes) == len(gone) + len(come)
    assert len(old) - len(gone) == len(new) - len(come)


@settings(deadline=None)
@given(PARAGRAPHS)
def test_nothing_has_changed_from_a_paper_to_itself(blocks):
    assert compare(paper(*blocks), paper(*blocks)).changes == ()


TRACKER = ("Ref", "Action", "Lead", "Progress")


def test_rows_that_moved_up_are_paired_by_their_words_not_their_numbers():
    was = [("1", "Mend the bandstand roof", "Ann Lee", "Quotes received"),
           ("2", "Replace 12 litter bins", "Bo Ash", "Ordered"),
           ("3", "Apply for a grant for trees", "Cy Fen", "Form sent"),
           ("4", "Survey the allotments", "Bo Ash", "Not started")]  # fmt: skip
    now = [("1", "Mend the bandstand roof", "Ann Lee", "Contract let"),
           ("2", "Apply for a grant for trees", "Cy Fen", "Grant awarded"),
           ("3", "Survey the allotments", "Bo Ash", "Started"),
           ("4", "New board at the station", "Ann Lee", "Not started")]  # fmt: skip
    old, new = ([row(*cells, headers=TRACKER) for cells in rows] for rows in (was, now))
    assert changed(old, new) == [
        ("Quotes received", "Contract let"), ("2\tReplace 12 litter bins\tBo Ash\tOrdered", ""),
        ("3", "2"), ("Form sent", "Grant awarded"), ("4", "3"), ("Not started", "Started"),
        ("", "4\tNew board at the station\tAnn Lee\tNot started"),
    ]  # fmt: skip


def test_a_rows_number_is_enough_where_it_has_little_more():
    old, new = (
        [row(n, rating, headers=("Ref", "Rating")) for n, rating in rows]
        for rows in ((("1", "Green"), ("2", "Red")), (("1", "Amber"), ("2", "Red")))
    )
    assert changed(old, new) == [("Green", "Amber")]
