"""What was graded, out of the words before the grade."""

from __future__ import annotations

import pytest

from corpus.register.subjects import subject_before, subject_in


@pytest.mark.parametrize(
    ("head", "subject"),
    [
        ("However, it was said that whilst homes for children", "homes for children"),
        ("In May, at the last visit, Elm House", "Elm House"),
        ("3.1 Services to children and carers, in May", "Services to children and carers, in May"),
        ("if the service", ""), ("those authorities who", ""), ("53% of schools", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_subject_is_what_is_left_of_the_clause(head: str, subject: str) -> None:
    assert subject_before(head, f"{head} were judged good.") == subject


def test_a_pronoun_stands_for_the_sentences_first_subject() -> None:
    sentence = "The two homes were inspected in May, when they were judged good."
    assert subject_before(sentence.partition(" were judged")[0], sentence) == "The two homes"


def test_a_subject_ends_at_its_verb_and_is_not_too_long() -> None:
    assert subject_in("Fostering was inspected in May and") == "Fostering"
    assert subject_in("word " * 30) == ""
