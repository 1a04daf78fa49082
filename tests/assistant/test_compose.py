from assistant.compose import Draft
from assistant.quoting import Quotation, shown
from tests.assistant.test_question import ANYTOWN, WENDLE, record
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
