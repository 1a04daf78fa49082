from assistant.printings.likeness import likeness, link, number_of, same_people
from tests.assistant.printings.entries import action, asked


def test_a_number_is_believed_where_wording_or_lead_agrees():
    one = action("4B", "Adopt a new supervision policy", lead="Ann Lee, Head of Practice")
    assert link(one, action("4B", "New supervision policy"))[1].why == "the same number and wording"
    assert link(one, action("4B", "New policy", lead="Ann Lee"))
    assert link(one, action("4B", "Buy chairs", lead="Ann Lee")) is None
    assert link(one, action("4B", "Sweep the market square", lead="Bo Ash")) is None


def test_short_words_alone_are_anybodys():
    assert link(action("1", "Note the report"), action("2", "Note the report")) is None
    text = "Open a practice academy for newly qualified staff"
    _, why = link(action("1", text), action("2", text))
    assert why.sureness == "likely" and "another number" in why.why


def test_a_rows_first_words_are_no_number():
    assert number_of(action("Deliver the programme", "Deliver the programme")) == ""
    row = action("Deliver the programme", "Deliver the programme", recommendation_no="3")
    assert (number_of(row), number_of(asked("R2", "Publish"))) == ("3", "R2")


def test_a_post_after_a_name_is_no_other_person():
    assert same_people("Ann Lee", "Ann Lee, Head of Homes")
    assert not same_people("Ann Lee", "Ann Ash") and not same_people("", "Ann Lee")


def test_likeness_is_nothing_where_there_are_no_words():
    assert likeness("", "a policy") == likeness("the", "a policy") == 0
