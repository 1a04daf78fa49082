from __future__ import annotations

from corpus.register.actions import actions
from corpus.register.rating_keys import rating_key
from tests.corpus.register.reading import paper_of


def test_a_table_of_ratings_is_the_key_of_the_plan() -> None:
    paper = paper_of(
        "Improvement Plan\n\nReport to: Cabinet\nDate: 4 July 2023\n\n1. Key to ratings\n\n"
        "Rating\tMeaning\nBlue\tComplete, and seen by the Board\nRed\tOff track\n\n"
        "2. Actions\n\n2.1 They are:\n\nRef\tAction\tLead\tRAG\n"
        "1A\tOpen the new home\tRuth Alder\tBlue\n1B\tRecruit ten people\tTom Birch\tR\n"
        "1C\tTrain all of them\tTom Birch\tGreen\n"
    )
    assert [one.meaning for one in actions(paper)] == [
        "Complete, and seen by the Board",
        "Off track",
        "",
    ]


def test_a_sentence_may_give_the_key() -> None:
    paper = paper_of(
        "Plan\n\n1.1 Of ten actions, four are rated Blue. Blue means complete, with evidence.\n\n"
        "1.2 Each has a rating: G (already in hand), A (needs a decision).\n\n"
        "1.3 The red kite (a bird) was seen."
    )
    assert rating_key(paper) == {
        "blue": "complete, with evidence",
        "green": "already in hand",
        "amber": "needs a decision",
    }


def test_a_key_may_give_a_letter_with_its_colour_or_no_sign_between() -> None:
    lettered = paper_of(
        "Plan\n\n1.1 Key (changed since report no. 5): B (Blue) = complete. G (Green) = on track."
    )
    assert rating_key(lettered) == {"blue": "complete", "green": "on track"}
    bare = paper_of("Plan\n\n1.1 Key: Blue completed and embedded; Red: overdue. 3 Amber actions.")
    assert rating_key(bare) == {"blue": "completed and embedded", "red": "overdue"}


def test_what_a_summary_counts_is_no_key() -> None:
    paper = paper_of("Plan\n\n1.1 Of the ratings 3 are Amber and 5 Green: see below.")
    assert rating_key(paper) == {}
