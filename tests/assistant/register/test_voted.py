import pytest

from assistant.asking.question import understand
from assistant.assistant import ask
from assistant.register.vote_told import quoted_vote
from assistant.register.voted import vote_asked
from index.library import Library

DEBATE = """WENDLE BOROUGH COUNCIL

Minutes of the meeting of the Council held on Thursday, 22 February 2024

3. Budget

Councillor Adams moved and Councillor Baker seconded the recommendations of the Cabinet.

Councillor Foster moved an amendment, seconded by Councillor Green: "That the saving from closing
public toilets be deleted."

A recorded vote was taken on the amendment as follows:

For the amendment (2): Councillors Foster and Green.
Against the amendment (3): Councillors Adams, Baker and Clarke.
Abstained (1): The Mayor.

The amendment was declared LOST.

RESOLVED: That the budget be approved.

4. Sewage

Councillor Hill proposed, seconded by Councillor Dunn, that the Council write to the water company
to demand an end to sewage discharges.

Upon being put to the vote, the motion was carried nem con.

5. Zones

Councillor Green proposed, seconded by Councillor Irwin, that 20mph zones be introduced.

The motion was put to the vote and was lost (5 for, 6 against, 1 abstention).

6. Leisure Centre

Councillor Oak moved, and Councillor Pine seconded, an amendment that the contract be limited.

On being put to the vote the amendment was LOST by 3 votes to 5, with 1 abstention.

RESOLVED - That the contract for the leisure centre be awarded.

7. Fees

It was RESOLVED, by 5 votes to 3 with 2 abstentions, that care home fees be kept.
"""


@pytest.fixture
def debate(tmp_path):
    (tmp_path / "minutes.txt").write_text(DEBATE, encoding="utf-8")
    with Library.open(tmp_path / "library") as library:
        library.add([tmp_path / "minutes.txt"])
        yield library


def told(library, question):
    """What is said of the vote that a question asks about, and what is quoted of it."""
    vote = asked(library, question)
    assert vote is not None
    passages = library.passages_in(vote.one.paper.id, ("public",))
    return vote.said, [q.text for q in quoted_vote(vote, passages, question=question)]


def asked(library, question):
    scope = understand(question, library.papers(("public",))).parts[0]
    return vote_asked(library, question, scope, shelves=("public",))


def test_what_is_resolved_after_a_vote_is_quoted_with_it_and_no_other_items(tmp_path):
    text = (
        "WENDLE BOROUGH COUNCIL\n\nMinutes of the meeting of the Council held on 2 May 2024\n\n"
        "PRESENT: Councillor Ash\n\n1. Lido\n\nCouncillor Ash moved, and Councillor Birch "
        "seconded, that the heat pump be preferred. On being put to the vote there were 4 for and "
        "2 against.\n\nRECOMMENDED to Cabinet: that a bid be made to the Swimming Support Scheme."
        "\n\n2. Parks\n\nCouncillor Elm moved, and Councillor Dale seconded, that seats be mended. "
        "There were 5 for and 1 against.\n\n3. Charges\n\nRESOLVED: that the charges be kept.\n"
    )
    (tmp_path / "minutes.txt").write_text(text, encoding="utf-8")
    with Library.open(tmp_path / "library") as library:
        library.add([tmp_path / "minutes.txt"])
        said, quoted = told(library, "Was the motion on the heat pump carried, by what vote?")
        assert said.startswith("Motion carried: 4 for, 2 against")
        assert quoted[-1].startswith("RECOMMENDED to Cabinet: that a bid")
        _, quoted = told(library, "Was the motion to mend seats carried, by what vote?")
        assert not any("charges" in one for one in quoted)


def test_a_vote_is_told_with_its_mover_its_seconder_and_its_sides(sample):
    vote = asked(sample, "Who moved the motion to protect the agency money, and how was the vote?")
    assert vote is not None
    assert vote.said.startswith("Motion carried: 6 for, 2 against, 1 abstain; moved by")
    passages = sample.passages_in(vote.one.paper.id, ("public",))
    quotations = quoted_vote(vote, passages)
    assert quotations and all(q.text in q.passage.text for q in quotations)


@pytest.mark.parametrize(
    "question",
    [
        "Which members voted against the motion to protect the agency money?",  # only numbers are
        "How did the vote on the lamp posts go?",
        "Who chaired the meeting that voted on parking?",
        "How many carers left?",
    ],
)
def test_no_vote_where_the_minutes_have_none_or_not_what_is_asked(sample, question):
    assert asked(sample, question) is None


def test_the_answer_leads_with_the_outcome(sample):
    answer = ask(sample, "Was the motion to protect the agency money carried, and who seconded it?")
    assert answer.answered
    assert "Motion carried: 6 for, 2 against" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How did the final vote on protecting the agency money go?",
        "Which motion on agency money got through, and who seconded it?",
    ],
)
def test_a_final_vote_or_what_got_through_is_that_of_the_motion(sample, question):
    vote = asked(sample, question)
    assert vote is not None and vote.said.startswith("Motion carried: 6 for, 2 against, 1 abstain")


def test_a_change_to_a_motion_is_an_amendment(sample):
    vote = asked(sample, "What change to the motion on agency money was voted down?")
    assert vote is not None and vote.said.startswith("Amendment lost")


def test_of_amendments_that_repeat_one_another_the_one_that_added_it(tmp_path):
    debate = " ".join(f"Member {n} spoke of it at some length and was heard." for n in range(14))
    put = "Following the debate, the Chairman put the amendment to the vote."
    lines = [
        "WENDLE COUNTY COUNCIL", "MINUTES of the meeting of the Council held on 9 January 2025",
        "5) Mr Ash proposed and Mr Birch seconded the motion that Council is asked to:",
        "(1) Note the plan for roads and bridges.", debate,
        "6) Mr Cole proposed and Mr Dale seconded the following amendment to the motion:",
        "(1) Note the plan for roads and bridges.", "(2) Expect there to be lanterns.", put,
        "For (3) Mr Ash, Mr Birch, Mr Cole", "Against (2) Mr Dale, Mr Elm",
        "Amendment carried.", debate,
        "7) Mr Elm proposed and Mr Fir seconded the following amendment to the motion:",
        "(1) Note the plan for roads and bridges.", "(2) Expect there to be lanterns.",
        "(3) Plant hedges.", put, "For (2) Mr Elm, Mr Fir",
        "Against (4) Mr Ash, Mr Birch, Mr Cole, Mr Dale", "Amendment lost.",
    ]  # fmt: skip
    (tmp_path / "minutes.txt").write_text("\n\n".join(lines), encoding="utf-8")
    with Library.open(tmp_path / "library") as library:
        library.add([tmp_path / "minutes.txt"])
        vote = asked(library, "Who moved the amendment about lanterns?")
        assert vote is not None and vote.decision.moved_by == "Mr Cole"
        quoted = quoted_vote(vote, library.passages_in(vote.one.paper.id, ("public",)))
        assert [put in q.text for q in quoted].count(True) == 1
        vote = asked(library, "Who moved the amendment about hedges?")
        assert vote is not None and vote.decision.moved_by == "Mr Elm"
        vote = asked(library, "How many backed and opposed Mr Elm's bid about the lanterns?")
        assert vote is not None and vote.said.startswith("Amendment lost: 2 for, 4 against")
        vote = asked(library, "How did the vote on the amendment about lanterns by Mr Oak go?")
        assert vote is not None and vote.decision.moved_by == "Mr Cole"
        assert asked(library, "How did the vote on Mr Oak's amendment about lanterns go?") is None
        assert asked(library, "Was the lanterns amendment moved by Mr Oak carried?") is None


@pytest.mark.parametrize(
    ("question", "said", "line"),
    [
        (
            "How many voted against the leisure centre amendment?",
            "Amendment lost: 3 for, 5 against, 1 abstain",
            "LOST by 3 votes to 5, with 1 abstention.",
        ),
        (
            "Who voted for the public toilets amendment?",
            "Amendment lost: 2 for, 3 against, 1 abstain",
            "For the amendment (2): Councillors Foster and Green.",
        ),
        (
            "Who abstained on the public toilets amendment?",
            "Amendment lost: 2 for, 3 against, 1 abstain",
            "Abstained (1): The Mayor.",
        ),
        ("What was the vote on sewage discharges?", "Motion carried", "carried nem con"),
        (
            "Was the 20mph motion carried?",
            "Motion lost: 5 for, 6 against, 1 abstain",
            "was lost (5 for, 6 against, 1 abstention).",
        ),
        (
            "How did the vote on care home fees go?",
            "Motion carried: 5 for, 3 against, 2 abstain",
            "by 5 votes to 3 with 2 abstentions, that care home fees be kept.",
        ),
    ],
)
def test_the_line_that_tells_the_vote_is_quoted_once(debate, question, said, line):
    outcome, quoted = told(debate, question)
    assert outcome.startswith(said)
    assert sum(line in " ".join(text.split()) for text in quoted) == 1
    assert len(set(quoted)) == len(quoted)


def test_who_voted_is_not_told_where_only_numbers_are(debate):
    assert asked(debate, "Who voted for the 20mph motion?") is None


def test_a_question_for_the_number_of_motions_is_about_no_vote(sample):
    assert asked(sample, "How many motions were moved in 2024?") is None


def test_of_votes_the_one_that_has_the_rarer_words(sample):
    question = "How many voted for (d), that no action be removed from the practice plan?"
    said, quoted = told(sample, question)
    assert said.startswith("Part (d) carried: 7 for, 0 against, 1 abstain")
    assert any("7 for, none against" in text for text in quoted)
