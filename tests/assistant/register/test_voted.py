import pytest

from assistant.assistant import ask
from assistant.question import understand
from assistant.register.voted import quoted_vote, vote_asked
from index.library import Library


def asked(library, question):
    scope = understand(question, library.papers(("public",))).parts[0]
    return vote_asked(library, question, scope, shelves=("public",))


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
        vote = asked(library, "Who moved the amendment about hedges?")
        assert vote is not None and vote.decision.moved_by == "Mr Elm"
        vote = asked(library, "How many backed and opposed Mr Elm's bid about the lanterns?")
        assert vote is not None and vote.said.startswith("Amendment lost: 2 for, 4 against")
        vote = asked(library, "How did the vote on the amendment about lanterns by Mr Oak go?")
        assert vote is not None and vote.decision.moved_by == "Mr Cole"
        assert asked(library, "How did the vote on Mr Oak's amendment about lanterns go?") is None
        assert asked(library, "Was the lanterns amendment moved by Mr Oak carried?") is None


def test_a_count_in_a_long_paragraph_has_no_lines_of_sides(tmp_path):
    debate = " ".join(f"Member {n} spoke of it at some length and was heard." for n in range(14))
    lines = [
        "WENDLE COUNTY COUNCIL", "MINUTES of the meeting of the Council held on 9 January 2025",
        "6) Mr Cole proposed and Mr Dale seconded the motion that lanterns be bought.", debate,
        f"7) In debate {debate} The Chairman put the motion to the vote: 39 for, 19 against.",
        "Motion carried.",
    ]  # fmt: skip
    (tmp_path / "minutes.txt").write_text("\n\n".join(lines), encoding="utf-8")
    with Library.open(tmp_path / "library") as library:
        library.add([tmp_path / "minutes.txt"])
        vote = asked(library, "How did the vote on the motion about lanterns go?")
        assert vote is not None and vote.count is not None
        passages = library.passages_in(vote.one.paper.id, ("public",))
        assert any("Motion carried" in quoted.text for quoted in quoted_vote(vote, passages))
