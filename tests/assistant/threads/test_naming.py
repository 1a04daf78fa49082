import pytest

from assistant.threads.naming import names, numbers_in, without_numbers


@pytest.mark.parametrize("text", [
    "Action 6B, on life story work, was added.", "(action 6B)", "Actions 4B, 6B, 7B and 8B",
    "3A (toolkit), 6B (policy) and 7A", "The four are 4B, 6B and 7B.", "actions 6B to 9C",
])  # fmt: skip
def test_an_action_is_named(text):
    assert names(text, "6B")


@pytest.mark.parametrize("text", [
    "Appendix 6B", "section 497A(6B) of the Act", "see paragraph 6B", "action 16B", "action 6B.2",
    "action 6Bis", "Table 6B shows", "Room 6B",
])  # fmt: skip
def test_what_else_has_such_a_number_is_no_action(text):
    assert not names(text, "6B")


def test_a_bare_number_needs_its_noun():
    assert names("Recommendation 8, that a child should choose", "8")
    assert names("recommendations 3, 8 and 14 were accepted", "8")
    assert not names("8 of 12 records", "8") and not names("recommendation 18", "8")
    assert not names("recommendations 3 and 14. On 8 May", "8")


def test_the_numbers_of_a_question():
    assert numbers_in("What became of recommendation 7 and action 4b?") == ["7", "4b"]
    assert without_numbers("action 6B life story").split() == ["life", "story"]
    assert numbers_in("40 visits in 2024") == []
