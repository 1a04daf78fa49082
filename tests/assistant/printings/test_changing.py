from hypothesis import given
from hypothesis import strategies as st

from assistant.printings.changing import changes, figures_in, moved_figures, states
from tests.assistant.printings.entries import action, plan


def kinds(before, after):
    return [change.what for change in changes(before, after)]


def test_each_field_that_changed_is_told_as_both_print_it():
    before = action("1", "Mend lamps", lead="Ann Lee", due="May 2023", due_date="2023-05-31",
                    scores=("Green",), status="52% done")  # fmt: skip
    after = action("1", "Mend the lamps", lead="Bo Ash", due="June 2023", due_date="2023-06-30",
                   scores=("Green", "Red"), status="49% done")  # fmt: skip
    found = changes(before, after)
    assert [c.what for c in found] == ["rating", "due", "lead", "figures", "wording"]
    assert [(c.before, c.after) for c in found[:2]] == [("Green", "Red"), ("May 2023", "June 2023")]


def test_another_print_of_the_same_is_no_change():
    before = action("7B", "Two Council-run children's homes", lead="Ann Lee, Head", due="31 May 23")
    after = action("7b", "Two council-run children’s homes", lead="Ann Lee", due="31 May 23")
    assert kinds(before, after) == []


def test_dates_are_no_figures():
    assert figures_in("81% since 1 March, £1.2m by 30 June 2024.") == ["81%", "£1.2m"]
    assert moved_figures("52% in May", "nothing yet") is None


@given(st.text(max_size=60))
def test_nothing_changes_from_a_text_to_itself(text):
    assert moved_figures(text, text) is None
    assert kinds(action("1", text, status=text), action("1", text, status=text)) == []


def test_a_key_is_carried_only_where_a_paper_prints_none():
    red = ("1", "Mend lamps")
    first, second = (
        plan(day, action(*red, scores=("Red",)))[0] for day in ("2023-01-01", "2023-06-01")
    )
    key = {"red": "Off track: the date has been missed"}
    both = {first.paper.id: key, second.paper.id: {}}
    assert states([first, second], both)[1] == ("off track", "2023-01-01")
    own = {first.paper.id: key, second.paper.id: {"red": "Stopped"}}
    assert states([first, second], own)[1] == ("unknown", "")
    assert states([first], {first.paper.id: {}}) == [("unknown", "")]
