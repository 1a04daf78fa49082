from assistant.printings.answers import answers
from tests.assistant.printings.entries import asked, decided, paper, registered

DELEGATE = asked("d", "delegate to the Director authority to move sums of up to £150,000")
MINUTES = paper("2023-07-04", id="minutes", title="Minutes", kind="minutes")
REPORT = paper("2023-07-04", id="report", title="Plan and Investment")


def found(decision, *recommendations, report=REPORT):
    entries = [registered(one, report) for one in recommendations]
    return answers([*entries, registered(decision, MINUTES)])


def test_a_clause_answers_the_recommendation_it_repeats_and_tells_changed_figures():
    clause = "authority to move sums of up to £100,000 be delegated to the Director; and"
    other = asked("a", "approve the plan")
    (answer,) = found(decided(clause, heading="18. Plan and Investment"), other, DELEGATE)
    assert (answer.asked.entry.number, answer.link.sureness) == ("d", "sure")
    assert [(c.before, c.after) for c in answer.changes] == [("£150,000", "£100,000")]


def test_only_at_the_meeting_that_had_the_report():
    clause = "authority to move sums of up to £150,000 be delegated to the Director"
    decision = decided(clause, heading="Plan and Investment")
    for other in (paper("2023-07-11"), paper("2023-07-04", committee="Cabinet")):
        assert found(decision, DELEGATE, report=other) == []


def test_a_note_under_another_heading_answers_nobody():
    note = asked("a", "note the report")
    assert found(decided("That the report be noted.", heading="17. Roads"), note) == []
    assert found(decided("That the report be noted.", heading="Plan and Investment"), note)


def test_decisions_of_the_register_name_what_they_answer(sample, matters):
    import json

    out = matters("register", "decisions", "--committee", "Cabinet", "--until", "2023", "--json")[1]
    answered = {a["number"]: a for told in json.loads(out) for a in told["answers"]}
    assert sorted(answered) == ["a", "b", "c", "d", "e"]
    assert answered["d"]["changes"] == [
        {"what": "figures", "before": "£150,000", "after": "£100,000"}
    ]
