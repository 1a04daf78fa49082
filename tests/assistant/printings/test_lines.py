from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.printings.lines import lines_of
from tests.assistant.printings.entries import action, asked, paper, plan, registered

ROWS = (
    ("1A", "Mend the lamp posts in Mill Lane"),
    ("1B", "Paint the bridge over the river"),
    ("2A", "Count the benches in every park"),
    ("2B", "Open a library in the park on Saturdays"),
)
SHORT = (
    ("1A", "Lamp posts in Mill Lane"),
    ("1B", "Bridge painted"),
    ("2A", "Benches in every park"),
    ("2B", "Library on Saturdays"),
)


def shapes(lines):
    return {tuple(one.paper.date for one in line.printings) for line in lines}


def test_a_plan_goes_on_from_meeting_to_meeting_under_shorter_words():
    lines = lines_of([*plan("2023-01-01", *ROWS), *plan("2023-06-01", *SHORT, committee="Cabinet")])
    assert len(lines) == 4 and shapes(lines) == {("2023-01-01", "2023-06-01")}


def test_a_row_that_is_gone_names_the_plans_without_it_until_it_is_back():
    first, second, third = plan("2023-01-01", *ROWS), plan("2023-02-01", *ROWS[:3]), None
    (gone,) = [x for x in lines_of([*first, *second]) if x.without]
    assert gone.printings[-1].entry.place.row == "2B"
    assert [p.date for p in gone.without] == ["2023-02-01"]
    third = plan("2023-03-01", *ROWS)
    assert not any(x.without for x in lines_of([*first, *second, *third]))


def test_a_report_on_exceptions_drops_nothing():
    lines = lines_of([*plan("2023-01-01", *ROWS, ("3A", "Sweep the market square")),
                      *plan("2023-02-01", *ROWS[:3])])  # fmt: skip
    assert len(lines) == 5 and not any(line.without for line in lines)


def test_another_plan_with_the_same_numbers_is_another():
    other = (("1A", "Buy new chairs"), ("1B", "Hire a cook"), ("2A", "Print the menus"))
    assert len(lines_of([*plan("2023-01-01", *ROWS), *plan("2023-02-01", *other)])) == 7


def test_a_renumbered_row_is_known_by_its_words():
    moved = (*ROWS[:3], ("5C", "Open a library in the park on Saturdays"))
    lines = lines_of([*plan("2023-01-01", *ROWS), *plan("2023-02-01", *moved)])
    (line,) = [x for x in lines if x.printings[-1].entry.place.row == "5C"]
    assert len(line.printings) == 2 and "another number" in line.links[1].why


def test_a_renumbered_row_of_few_words_is_known_by_them_and_its_lead():
    short = action("4", "Survey the allotments", lead="Ann Lee")
    moved = action("3", "Survey the allotments", lead="Ann Lee")
    lines = lines_of([*plan("2023-01-01", *ROWS, short), *plan("2023-02-01", *ROWS, moved)])
    assert len(lines) == 5 and shapes(lines) == {("2023-01-01", "2023-02-01")}
    other = action("3", "Survey the allotments", lead="Bo Ash")
    lines = lines_of([*plan("2023-01-01", *ROWS, short), *plan("2023-02-01", *ROWS, other)])
    assert len(lines) == 6, "another person's"
    twice = action("9", "Survey the allotments", lead="Ann Lee")
    lines = lines_of([*plan("2023-01-01", *ROWS, short), *plan("2023-02-01", *ROWS, moved, twice)])
    assert len(lines) == 7, "which of two is not known"


def test_two_papers_of_one_meeting_are_one_printing():
    pack = plan("2023-01-01", *ROWS, id="pack#7")
    lines = lines_of([*pack, *plan("2023-01-01", *ROWS)])
    assert len(lines) == 4 and all(line.also == (("pack#7",),) for line in lines)


def test_other_councils_and_every_reports_note_stay_apart():
    note = asked("a", "note the report")
    one = registered(note, paper("2023-01-01", series="roads"))
    two = registered(note, paper("2023-02-01", series="parks"))
    assert len(lines_of([one, two])) == 2
    again = registered(note, paper("2023-02-01", series="roads"))
    assert len(lines_of([one, again])) == 1
    away = plan("2023-02-01", *ROWS, council="Ashby Council")
    assert len(lines_of([*plan("2023-01-01", *ROWS), *away])) == 8


def test_a_letter_to_another_council_makes_its_recommendations_to_that_one():
    text = "Publish the thresholds document without every signature"
    letter = asked("R2", text, made_by="Ashby Council", addressed_to="Oxton")
    reply = asked("R2", "Publish the thresholds document", made_by="Ashby Council")
    lines = lines_of([
        registered(letter, paper("2023-01-01", council="Ashby Council", series="")),
        registered(reply, paper("2023-02-01")),
    ])  # fmt: skip
    assert shapes(lines) == {("2023-01-01", "2023-02-01")}


@settings(max_examples=40, deadline=None)
@given(st.permutations([*plan("2023-01-01", *ROWS), *plan("2023-02-01", *SHORT[1:]),
                        *plan("2023-03-01", *ROWS)]))  # fmt: skip
def test_every_entry_is_on_one_line_whatever_their_order(entries):
    lines = lines_of(entries)
    printed = [one for line in lines for one in line.printings]
    assert sorted(map(id, printed)) == sorted(map(id, entries))
    assert all(len(line.printings) == len(line.links) == len(line.also) for line in lines)


def test_a_meetings_notes_are_no_plan():
    notes = [action("", "Ann Lee to send the figures"), action("", "Bo Ash to write to the Board")]
    assert len(lines_of([registered(note, paper("2023-01-01")) for note in notes])) == 2
