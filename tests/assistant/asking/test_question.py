from dataclasses import replace

import pytest

from assistant.answer import QUESTION_KINDS
from assistant.asking.places import places_of
from assistant.asking.question import LONGEST, kind_of, understand
from assistant.errors import QuestionError
from index.catalogue import PaperRecord

ANYTOWN, WENDLE = "Anytown Borough Council", "Wendle County Council"


def record(council: str, date: str | None, document: str = "") -> PaperRecord:
    name = document or f"{council}-{date}"
    return PaperRecord(
        id=name, document=name, title="Report", kind="report", access="public", council=council,
        committee="Scrutiny Committee", date=date, item="", name=f"{name}.txt", sha256="",
        pages=None, outcome="read", reason="", number=1, passages=1,
    )  # fmt: skip


PAPERS = [
    record(council, date)
    for council in (ANYTOWN, WENDLE)
    for date in ("2023-07-04", "2024-07-09", "2024-10-08")
]


def asked(question: str, **options):
    return understand(question, PAPERS, **options)


def councils(question: str) -> list[tuple[str, ...]]:
    return [part.councils for part in asked(question).parts]


@pytest.mark.parametrize("question", ["", "   ", "?!", "\n\t"])
def test_a_question_without_words_is_an_error_in_a_sentence(question):
    with pytest.raises(QuestionError, match="Type a question"):
        asked(question)


def test_a_question_too_long_is_an_error_that_says_how_long():
    with pytest.raises(QuestionError, match=r"10,000 characters and the most is 1,000"):
        asked("a" * 10_000)
    assert asked("how long " * (LONGEST // 9)).text


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who leads on 7B?", "people"), ("When is it due?", "date"), ("How many left?", "figure"),
        ("How much did it cost?", "finance"), ("List the actions.", "list"),
        ("What was resolved?", "decision"), ("What did Ofsted find?", "judgement"),
        ("What became of action 4B?", "progress"), ("What is recommended?", "recommendation"),
        ("How has the rate changed?", "change over time"), ("What of parks?", "open"),
    ],
)  # fmt: skip
def test_the_kind_of_a_question(question, kind):
    assert kind_of(question) == kind
    assert kind in QUESTION_KINDS


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who moved the amendment?", "people"), ("When did the chair change?", "date"),
        ("How much has been saved since April?", "finance"),
        ("How many carers have moved away?", "figure"),
        ("What grade was given for leadership of change?", "judgement"),
        ("Which member moved the amendment?", "decision"),
        ("What does the climate change policy say?", "open"),
        ("How much has it changed?", "change over time"),
        ("How many carers left between 2020 and 2022?", "change over time"),
        ("Has the due date moved?", "change over time"),
    ],
)  # fmt: skip
def test_what_a_question_opens_with_says_more_than_that_a_thing_changed(question, kind):
    assert kind_of(question) == kind


def test_two_councils_named_are_two_parts_in_the_order_asked():
    assert councils("Compare the rate in Wendle and Anytown.") == [(WENDLE,), (ANYTOWN,)]
    assert asked("Compare the rate in Wendle and Anytown.").kind == "comparison"


@pytest.mark.parametrize("spelt", ["Anytown", "anytown's", "Anytwon", "ANYTOWN", "Anytonw"])
def test_a_council_is_known_misspelt_or_not(spelt):
    assert councils(f"What is the rate in {spelt} now?") == [(ANYTOWN,)]


@pytest.mark.parametrize("other", ["Anywhere", "Wend", "any town"])
def test_another_word_is_no_council(other):
    assert councils(f"What of the rate for {other}?") == [()]


def test_these_councils_are_all_of_them():
    assert councils("What did these councils spend?") == [(ANYTOWN,), (WENDLE,)]


def test_the_councils_named_are_not_searched_for():
    assert asked("What is the agency rate in Anytown's homes?").topic == (
        "What is the agency rate in homes?"
    )


def test_a_council_printed_two_ways_is_one_place():
    papers = [record(ANYTOWN, None), record("Anytown Council", None, "b")]
    assert places_of(papers) == {"Anytown": ("Anytown Borough Council", "Anytown Council")}


@pytest.mark.parametrize(
    "question",
    ["What was the rate in July and October 2024?", "The rate in July 2024 versus October 2024?",
     "The rate on 9 July 2024 and 8 October 2024?"],
)  # fmt: skip
def test_two_meetings_named_are_two_parts(question):
    parts = asked(question).parts
    assert [(p.since[:7], p.until[:7]) for p in parts] == [
        ("2024-07", "2024-07"), ("2024-10", "2024-10"),
    ]  # fmt: skip


def test_a_date_of_no_meeting_splits_nothing():
    assert len(asked("What was the rate in July 2024 and May 2025?").parts) == 1


def test_one_date_prefers_and_does_not_exclude():
    (part,) = asked("What was the rate in July 2024?").parts
    assert part.preferred == (("2024-07-01", "2024-07-31"),)
    assert part.is_open


JULY, OCTOBER = ("2024-07-01", "2024-07-31"), ("2024-10-01", "2024-10-31")


@pytest.mark.parametrize(
    ("question", "of_anytown", "of_wendle"),
    [
        ("Who pays more, Anytown (July 2024) or Wendle (Oct 2024)?", (JULY,), (OCTOBER,)),
        ("Did Anytown's rate in July 2024 exceed Wendle's?", (JULY,), (JULY,)),
        ("In July 2024, was Anytown's rate above Wendle's of October 2024?",
         (JULY, OCTOBER), (JULY, OCTOBER)),
    ],
)  # fmt: skip
def test_each_council_has_the_days_that_follow_it(question, of_anytown, of_wendle):
    assert [part.preferred for part in asked(question).parts] == [of_anytown, of_wendle]


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("How many carers were there in July and October 2024?", "How many carers were there?"),
        ("How did the rate change between July 2024 and October 2024?", "How did the rate change?"),
        ("The rate paid, Anytown compared with Wendle", "The rate paid,"),
        ("What is it made of?", "What is it made of?"),
    ],
)
def test_the_topic_of_a_comparison_keeps_no_word_that_joined_what_is_compared(question, topic):
    assert asked(question).topic == topic


def test_a_month_without_its_year_is_that_month_of_each_year_with_a_meeting():
    parts = asked("What did the committee say of it in July?").parts
    assert [p.since[:4] for p in parts] == ["2023", "2024"]


def test_may_is_a_word_before_it_is_a_month():
    (part,) = asked("What may it cost?").parts
    assert part.preferred == ()


@pytest.mark.parametrize(
    "question",
    ["What do you think of the plan?", "Should we vote for it?", "In your opinion, was it right?",
     "Should Anytown have gone for a trust?", "Is he doing a good job?", "Who is to blame?"],
)  # fmt: skip
def test_a_question_for_an_opinion_is_known(question):
    assert asked(question).refused == "opinion"


@pytest.mark.parametrize(
    "question",
    ["What is the home address of the chair?", "Why was Ruth Kelling off sick?",
     "What is the child's real name?", "Where does Councillor Ash live?",
     "What is her date of birth?"],
)  # fmt: skip
def test_a_question_for_private_facts_is_known(question):
    assert asked(question).refused == "private"


@pytest.mark.parametrize(
    "question",
    ["What should the council do by March?", "Who should attend the panel?",
     "What did members think of the plan?", "What did residents say about private addresses?",
     "How many children live far from home?"],
)  # fmt: skip
def test_a_question_of_what_papers_say_is_neither(question):
    assert asked(question).refused == ""


def test_a_council_outside_the_scope_is_not_named():
    within = [p for p in PAPERS if p.council == ANYTOWN]
    (part,) = understand("The rate in Wendle?", within).parts
    assert part.councils == ()


def test_the_council_is_not_every_council():
    assert councils("How much may the council pay?") == [()]


@pytest.mark.parametrize(
    "question",
    ["How many days of sick leave were taken?", "What share of social workers was off sick?"],
)
def test_figures_of_absence_are_not_private(question):
    assert asked(question).refused == ""


def test_who_is_best_placed_is_no_opinion():
    assert asked("Which officer is best placed to answer, says the report?").refused == ""


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("What limit did officers propose and what did Cabinet agree?",
         [("report", "appendix"), ("minutes",)]),
        ("What does the report say of fees, and what do the minutes?",
         [("report", "appendix"), ("minutes",)]),
        ("What does the report say of fees?", [()]),
        ("What did the minutes say about the report on fees?", [()]),
        ("What did the report and the record of decision say?", [()]),  # none is there
    ],
)  # fmt: skip
def test_two_kinds_of_paper_named_are_two_parts(question, kinds):
    papers = [replace(PAPERS[0], kind=kind) for kind in ("report", "minutes")]
    assert [part.kinds for part in understand(question, papers).parts] == kinds


def test_days_of_different_committees_are_no_meetings_compared():
    one, other = PAPERS[:2]
    papers = [replace(one, date="2023-12-15", committee="Cabinet"),
              replace(other, date="2024-02-13")]  # fmt: skip
    asked = understand("How did the rate move between December 2023 and February 2024?", papers)
    assert len(asked.parts) == 1


def test_what_came_after_a_meeting_is_not_looked_for_in_its_papers():
    after = understand("What happened to the bid after the July 2017 meeting?", PAPERS)
    then = understand("What happened to the bid at the July 2017 meeting?", PAPERS)
    assert after.parts[0].preferred == () and then.parts[0].preferred != ()


def test_who_moved_a_motion_is_no_change():
    assert kind_of("Who moved and seconded it?") == "people"
    assert kind_of("Which motion was moved, and who seconded it?") == "decision"


@pytest.mark.parametrize(
    ("question", "preferred"),
    [
        ("What became of the bid that members were told of in July 2024?", False),
        ("What was agreed in July 2024 about carers, and was it done?", False),
        ("What were members told in July 2024 about the bid?", True),
    ],
)
def test_what_came_of_what_was_said_is_not_looked_for_on_that_day(question, preferred):
    (part,) = understand(question, PAPERS).parts
    assert bool(part.preferred) is preferred


def test_a_month_after_another_s_year_is_of_that_year():
    parts = asked("Who brought the update in July 2024, and who in October?").parts
    assert [(p.since, p.until) for p in parts] == [
        ("2024-07-01", "2024-07-31"), ("2024-10-01", "2024-10-31"),
    ]  # fmt: skip


def test_two_things_compared_are_no_change_unless_times_are():
    assert kind_of("What does a home cost compared with a carer?") == "finance"
    assert kind_of("How does the rate compare, compared with last year?") == "change over time"
