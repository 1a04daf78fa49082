import json
import re

import pytest

from assistant import fitted
from assistant.asking.question import understand
from assistant.assistant import ask, searched_in
from assistant.errors import QuestionError
from assistant.finding.evidence import Evidence, Weighed
from assistant.finding.found import Found
from assistant.finding.units import units_of
from assistant.telling.choosing import each_council
from assistant.wire import answer_json
from index.search import Hit, Scope, search
from tests.index.small_papers import library_of, paper

MEMBER = ("public", "exempt")
WENDLE = "Wendle County Council"


# -- over all sample questions --------------------------------------------------------------------


def test_an_answer_is_given_where_it_is_sure_enough_and_not_elsewhere(answers):
    assert {answer.answered for _, answer in answers} == {True, False}
    for _, answer in answers:
        assert answer.answered == (answer.confidence >= fitted.REFUSE_READ[2])
        assert 0 <= answer.confidence <= 1


def test_every_quote_is_a_slice_of_its_papers_text(answers, sample):
    texts = {p.id: sample.text_of(p.id) for p in sample.papers()}
    cited = [citation for _, answer in answers for citation in answer.citations]
    assert len(cited) > 100
    assert [c for c in cited if not c.quote.strip() or c.quote not in texts[c.paper]] == []


def test_every_quote_stands_on_the_page_cited(answers, sample):
    cited = [c for _, answer in answers for c in answer.citations if c.page]
    assert cited
    for citation in cited:
        pages = {p.page for p in sample.passages_in(citation.paper)}
        pages |= {page for p in sample.passages_in(citation.paper) for _, page in p.breaks}
        assert citation.page in pages


def test_answers_are_short(answers):
    words = {(g.id, a.kind): len(re.sub(r"\[\d+\]", "", a.text).split()) for g, a in answers}
    most = {"list": 300}
    assert {i: n for i, n in words.items() if n > most.get(i[1], 200)} == {}


def test_every_mark_has_its_citation_and_every_citation_its_mark(answers):
    for _, answer in answers:
        marks = list(map(int, re.findall(r"\[(\d+)\]", without_quotes(answer.text))))
        assert marks == [c.n for c in answer.citations] == list(range(1, len(marks) + 1))


def test_every_statement_s_marks_are_in_its_text(answers):
    for _, answer in answers:
        for statement in answer.statements:
            assert all(f"[{mark}]" in statement.text for mark in statement.marks)
            assert statement.text in answer.text


def test_an_answer_says_nothing_but_quotations_and_where_they_stand(answers, sample):
    names = {n for p in sample.papers() for n in (p.council, p.committee, p.title)}
    for _, answer in (pair for pair in answers if pair[1].answered):
        for line in without_quotes(answer.text).split("\n"):
            said = line.removesuffix("the papers searched don't say.")
            said = re.sub(r"^From .* to .*: .*(became|unchanged).*\.$", "", said)
            said = re.sub(r"\[\d+\]|\d{1,2} [A-Z][a-z]+ \d{4}|[,: ]", "", said)
            assert not said or any(said.startswith(n.replace(" ", "")[:9]) for n in names if n)


def without_quotes(text: str) -> str:
    return re.sub(r"“.*?”(?= \[\d+\]$|$)", "", text, flags=re.M)


def test_a_refusal_cites_nothing_and_says_what_was_searched(answers, sample):
    refused = [answer for _, answer in answers if not answer.answered]
    dates = sorted(p.date for p in sample.papers() if p.date)
    assert refused
    for answer in refused:
        assert answer.citations == answer.statements == ()
        assert answer.searched.papers == len(sample.papers())
        assert (answer.searched.since, answer.searched.until) == (dates[0], dates[-1])
        assert f"Searched: {len(sample.papers())} papers of " in answer.text


def test_an_answer_has_citations_and_hits_best_first(answers):
    for _, answer in (pair for pair in answers if pair[1].answered):
        assert answer.citations and answer.hits
        assert len({hit.passage.id for hit in answer.hits}) == len(answer.hits)


# -- who may see what -----------------------------------------------------------------------------

ASKED = (
    "Which company won Wethermere's block contract for residential placements?",
    "What is the price per bed per week in the block contract?",
    "How much above the contract price may the council go in the second year?",
    "Is Fallow Lane children's home going to close?",
    "What was decided about the block contract for residential beds in January 2024?",
    "average weekly price spot purchased residential bed 2023/24",
    "Who tendered for the beds?", "What did the exempt appendix say?", "tendr pricse",
    "How many children lived in residential homes?", "What is the agency rate in Ostleby?",
    "Compare Wethermere and Ostleby.", "What was said in January 2024 and March 2024?",
    "List the recommendations of the January 2024 pack.",
)  # fmt: skip


def told(library, question, **options) -> str:
    """All that a person is told, byte for byte, but for the time it took."""
    answer = answer_json(ask(library, question, **options))
    hits = search(library, question, k=50)
    return json.dumps([answer | {"seconds": 0}, [(h.score, h.words, h.meaning) for h in hits]])


@pytest.mark.parametrize("question", ASKED)
def test_an_exempt_paper_changes_nothing_for_the_public(sample, without_exempt, question):
    assert told(sample, question) == told(without_exempt, question)


def test_an_exempt_paper_changes_no_example_and_no_count(sample, without_exempt):
    from assistant.pages.examples import example_questions

    assert example_questions(sample.papers()) == example_questions(without_exempt.papers())
    assert searched_in(sample.papers()) == searched_in(without_exempt.papers())


def test_a_member_is_answered_from_the_exempt_paper(sample):
    exempt = {p.id for p in sample.papers(("exempt",))}
    answer = ask(sample, "Is Fallow Lane children's home going to close?", shelves=MEMBER)
    assert answer.answered and answer.citations[0].paper in exempt
    assert answer.searched.papers == len(sample.papers()) + len(exempt)


def test_a_library_that_never_had_the_exempt_paper_answers_alike(tmp_path):
    public = [
        paper("plan", "The fostering service has 41 carers."),
        paper("parks", "Parks cost £3m."),
    ]
    secret = paper("secret", "Fostering carers: Hartwell Homes won at £3.", access="exempt",
                   council=WENDLE, date="2029-01-01")  # fmt: skip
    with (
        library_of(tmp_path / "with", secret, *public) as both,
        library_of(tmp_path / "without", *public) as one,
    ):
        for question in ("How many carers?", "Who is Hartwel?", "Fostering in Wendle?"):
            assert told(both, question) == told(one, question)


# -- small papers ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def two_councils(tmp_path_factory, encoder):
    """Two councils that fostered, one of them twice."""
    papers = [
        paper("july", "The fostering service has 41 carers. Five left in the year."),
        paper("october", "The fostering service has 44 carers. Two left in the year.",
              date="2024-10-08"),
        paper("wendle", "In fostering 96 carers are approved, of whom 12 are new.", council=WENDLE),
        paper("money", "Table 1 shows the budget.\n\nService\tBudget\tSpend\n"
              "Fostering\t£1,200\t£1,310\nResidential homes\t£5,600\t£7,040\n", date="2024-11-05"),
        paper("steps", "Inspectors made these recommendations:\n\n- appoint a lead for neglect\n"
              "- publish the thresholds\n- audit every plan\n- visit children within five days\n",
              date="2024-11-06"),
    ]  # fmt: skip
    folder = tmp_path_factory.mktemp("two") / "library"
    with library_of(folder, *papers, encoder=encoder) as library:
        yield library


def test_each_council_named_gets_a_line(two_councils):
    answer = ask(two_councils, "How many fostering carers have Wendle and Anytown?")
    wendle, anytown = answer.text.split("\n\n")[:2]
    assert wendle.startswith(WENDLE) and "96 carers" in wendle
    assert anytown.startswith("Anytown") and "44 carers" in answer.text


def test_a_question_that_names_no_council_is_told_of_each_that_bears_as_well(two_councils):
    papers = {p.id: p for p in two_councils.papers()}

    def order(*scored, question="How many carers are there?"):
        evidence = [
            Evidence(units_of(passage)[0], Hit(passage, 1.0), score, ())
            for name, score in scored
            for passage in two_councils.passages_in(name)[:1]
        ]
        found = Found(Scope(), [], evidence, Weighed({}, {}, frozenset()), None)
        asked = understand(question, list(papers.values()))
        return [e.hit.passage.paper for e in each_council(asked, found, papers).evidence]

    assert order(("july", 1.0), ("october", 0.95), ("wendle", 0.9)) == ["july", "wendle", "october"]
    assert order(("july", 1.0), ("october", 0.95), ("wendle", 0.5)) == ["july", "october", "wendle"]
    steps = "Who leads on the Thresholds of neglect?"  # of which only Anytown's paper speaks
    assert order(("steps", 1.0), ("wendle", 0.9), ("july", 0.8), question=steps) == [
        "steps", "july",
    ]  # fmt: skip


def test_a_council_named_that_says_nothing_is_told_so(two_councils):
    answer = ask(two_councils, "What was the budget for fostering in Anytown and Wendle?")
    anytown, wendle = answer.text.split("\n\n")
    assert anytown.startswith("Anytown") and "£1,200" in anytown
    assert wendle == f"{WENDLE}: the papers searched don't say."


def test_two_meetings_named_are_answered_apart(two_councils):
    answer = ask(two_councils, "How many fostering carers were there in July and October 2024?")
    *july, october = answer.text.split("\n\n")
    assert "9 July 2024" in july[0] and "41 carers" in july[0] and "44" not in "".join(july)
    assert "8 October 2024" in october and "44 carers" in october and "41" not in october


def test_a_newer_report_does_not_hide_an_older_figure(two_councils):
    answer = ask(two_councils, "How many carers has the fostering service in Anytown?")
    assert {c.document for c in answer.citations} >= {"july", "october"}


def test_a_table_s_row_is_shown_under_its_headers(two_councils):
    answer = ask(two_councils, "What was spent on residential homes?")
    assert "“Service: Residential homes; Budget: £5,600; Spend: £7,040”" in answer.text
    assert "Residential homes\t£5,600\t£7,040" in "".join(c.quote for c in answer.citations)


def test_a_list_comes_whole(two_councils):
    answer = ask(two_councils, "List the recommendations the inspectors made.")
    items = ("appoint a lead", "publish the thresholds", "audit every plan", "visit children")
    assert answer.kind == "list"
    assert [item for item in items if item not in answer.text] == []


def test_a_misspelt_word_finds_what_was_meant(two_councils):
    answer = ask(two_councils, "How many fostring carers has Wendel?")
    assert answer.answered and "96 carers" in answer.text


@pytest.mark.parametrize("council", ["Marlbeck Council", "Marlbeck"])
def test_a_council_no_paper_mentions_is_not_answered_from_others(sample, council):
    answer = ask(sample, f"How many children went missing in {council} in 2023/24?")
    assert not answer.answered


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Do you think the fostering service is good?", "an opinion"),
        ("Should Anytown have more carers?", "an opinion"),
        ("What is the home address of the carers?", "something private"),
    ],
)
def test_opinions_and_private_facts_are_refused_whatever_was_found(two_councils, question, why):
    answer = ask(two_councils, question)
    assert not answer.answered and why in answer.text
    assert answer.hits and answer.citations == ()


@pytest.mark.parametrize("question", ["", " \n", "?", "why? " * 2000])
def test_what_cannot_be_asked_is_an_error_for_the_person(two_councils, question):
    with pytest.raises(QuestionError):
        ask(two_councils, question)


def test_an_empty_library_says_to_add_papers(tmp_path):
    with library_of(tmp_path / "l") as library:
        answer = ask(library, "How many carers?")
    assert not answer.answered and answer.text.startswith("There are no papers to search")


def test_limits_a_person_sets_hold_whatever_they_ask(two_councils):
    scope = Scope(since="2024-10-01", until="2024-10-31")
    answer = ask(two_councils, "How many fostering carers in July 2024 and in Wendle?", scope=scope)
    assert answer.searched.papers == 1
    assert {h.passage.document for h in answer.hits} <= {"october"}


def test_an_answer_carries_the_limits_it_was_asked_within(two_councils):
    scope = Scope(councils=(WENDLE,))
    assert ask(two_councils, "How many carers?", scope=scope).scope == scope
