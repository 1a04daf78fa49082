import json

from tests.assistant.changes.test_choosing import MARCH, OCTOBER


def test_facts_come_first_then_every_change_with_both_places(matters):
    status, out, _ = matters("changes", OCTOBER, MARCH)
    assert status == 0
    assert "Figures that changed" in out and "£2.655m is now £2.510m" in out
    assert "Progress: 72% is now 81%" in out and "row 4A)" in out
    assert out.index("Dates that changed") < out.index("Every change")
    assert "[30 September 2023]" in out


def test_one_paper_alone_is_compared_with_the_one_before(matters):
    assert matters("changes", MARCH)[1] == matters("changes", OCTOBER, MARCH)[1]


def test_the_json_counts_the_changes_that_it_lists(matters):
    told = json.loads(matters("changes", MARCH, "--json")[1])
    assert {"from", "to", "counts", "changes", "notes"} == told.keys()
    assert told["counts"]["reworded"] == sum(c["change"] == "reworded" for c in told["changes"])


def test_what_cannot_be_compared_is_one_sentence(matters):
    status, _, told = matters("changes", "no such paper", MARCH)
    assert status == 2 and told.count("\n") == 1 and "There is no paper" in told


def test_a_file_of_one_paper_that_stands_alone_says_why(matters):
    status, _, told = matters("changes", OCTOBER)
    assert status == 2 and "first of its series" in told
