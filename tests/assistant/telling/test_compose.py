from dataclasses import replace
from types import SimpleNamespace

import pytest

from assistant.telling.compose import Draft
from assistant.telling.quoting import Quotation
from assistant.telling.shown import shown
from tests.assistant.asking.test_question import ANYTOWN, WENDLE, record
from tests.index.small_papers import passage_of

PAPERS = {
    "plan": record(ANYTOWN, "2024-07-09", "plan"),
    "wendle": record(WENDLE, None, "wendle"),
}


def quotation(text: str, **fields) -> Quotation:
    passage = passage_of(text, **fields)
    words = shown(passage, 0, len(text))
    return Quotation(passage, 0, len(text), passage.page, words, 1.0)


def test_a_quotation_is_numbered_under_a_line_that_says_whose_it_is():
    draft = Draft(PAPERS)
    draft.add([quotation("It cost £3.")])
    assert draft.text == f"{ANYTOWN}, Scrutiny Committee, 9 July 2024:\n“It cost £3.” [1]"
    assert draft.statements[0].marks == (1,)


def test_a_citation_says_where_its_words_stand():
    draft = Draft(PAPERS)
    draft.add([quotation("It cost £3.", item="6", paragraph="3.2", page=4, page_label="29")])
    (c,) = draft.citations
    assert (c.n, c.document, c.quote, c.council) == (1, "plan", "It cost £3.", ANYTOWN)
    assert (c.meeting_date, c.item, c.paragraph) == ("2024-07-09", "6", "3.2")
    assert (c.page, c.page_label, c.title) == (4, "29", "Report")


def test_a_citation_carries_the_marks_of_its_passage():
    draft = Draft(PAPERS)
    draft.add([quotation("It cost £3.", marks=("read by OCR",)), quotation("It was noted.")])
    assert [c.marks for c in draft.citations] == [("read by OCR",), ()]


def test_quotations_of_one_paper_stand_under_one_line():
    draft = Draft(PAPERS)
    draft.add([quotation("It cost £3."), quotation("It was noted.")])
    assert draft.text.count(ANYTOWN) == 1
    assert draft.text.endswith("“It cost £3.” [1]\n“It was noted.” [2]")


def test_a_quotation_over_two_pages_is_two_citations():
    draft = Draft(PAPERS)
    draft.add([quotation("The plan was noted by all.", page=4, breaks=((13, 5),))])
    assert [(c.quote, c.page) for c in draft.citations] == [
        ("The plan was", 4),
        ("noted by all.", 5),
    ]
    assert draft.statements[0].marks == (1, 2)


def test_numbers_run_on_from_part_to_part():
    draft = Draft(PAPERS)
    draft.add([quotation("It cost £3.")])
    draft.admit_nothing(WENDLE)
    draft.add([quotation("It cost £4.")])
    assert [c.n for c in draft.citations] == [1, 2]
    assert draft.text.split("\n\n")[1] == f"{WENDLE}: the papers searched don't say."


def test_a_row_s_citation_holds_the_row_as_printed():
    draft = Draft(PAPERS)
    draft.add([quotation("Homes\t£4", headers="Service\nSpend")])
    assert "“Service: Homes; Spend: £4” [1]" in draft.text
    assert draft.citations[0].quote == "Homes\t£4"


def rows_cited(text: str, quoted: str) -> list[str]:
    passage = passage_of(text, row="Summary")
    start = text.index(quoted)
    draft = Draft(PAPERS)
    draft.add([Quotation(passage, start, start + len(quoted), 1, quoted, 1.0)])
    return [c.row for c in draft.citations]


def test_a_citation_names_the_row_it_quotes_and_not_its_neighbour():
    rows = "Summary\nHomes\t£4\n\tOf which new\t£1\n" + "Long " * 20 + "\t£2"
    assert rows_cited(rows, "Homes\t£4") == ["Homes"]
    assert rows_cited(rows, "\tOf which new\t£1") == ["Of which new"]
    assert rows_cited(rows, "Long " * 20 + "\t£2") == [("Long " * 12).strip()]
    assert rows_cited(rows, "Summary\nHomes\t£4") == ["Summary"]


def test_words_that_stand_in_no_row_name_none():
    assert rows_cited("It was noted.\nHomes\t£4", "It was noted.") == [""]


def test_the_address_opens_a_page_only_where_the_file_has_pages():
    draft = Draft(PAPERS)
    draft.add([quotation("It cost £3.")])
    assert "/pages/" not in draft.citations[0].url and "/papers/plan" in draft.citations[0].url


WORDS = SimpleNamespace(count=100, document_frequency=lambda term: 3)


def of_paper(text: str, paper: str) -> Quotation:
    said = quotation(text)
    return replace(said, passage=replace(said.passage, paper=paper))


@pytest.mark.parametrize("later_first", [False, True])
def test_figures_of_two_meetings_are_compared_from_the_earlier_to_the_later(later_first):
    papers = {day: record(ANYTOWN, day, day) for day in ("2023-07-04", "2024-07-09")}
    said = [of_paper("There was a net rise of 5 families.", "2023-07-04"),
            of_paper("There was a net rise of 7 families.", "2024-07-09")]  # fmt: skip
    draft = Draft(papers)
    draft.add(said[::-1] if later_first else said)
    draft.compare(WORDS)
    assert draft.lines[-1] == "From 4 July 2023 to 9 July 2024: 5 became 7."
    assert draft.statements[-1].marks == ()


def test_papers_of_one_day_or_of_none_are_not_compared():
    for other in ("2024-07-09", None):
        draft = Draft({"a": record(ANYTOWN, "2024-07-09", "a"), "b": record(ANYTOWN, other, "b")})
        draft.add([of_paper("A net rise of 5 families.", "a"), of_paper("A net rise of 7.", "b")])
        draft.compare(WORDS)
        assert not draft.lines[-1].startswith("From")
