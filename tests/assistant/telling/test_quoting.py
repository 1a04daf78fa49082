from dataclasses import replace

import pytest

from assistant.finding.evidence import Evidence
from assistant.finding.units import units_of
from assistant.telling.quoting import PARAGRAPH, opened_list, quotations, whole_list
from assistant.telling.shown import shown
from index.search import Hit
from tests.index.small_papers import passage_of

LIST = "They asked for:\n• a lead\n• a plan\n• an audit\nThat was all."
TABLE = "Service\tSpend\nFostering\t£3\nHomes\t£4"
FILLER = " ".join(["Word"] * PARAGRAPH)


def evidence(passage, *chosen: str, score: float = 2.0) -> list[Evidence]:
    """The chosen units, each scoring a little less than the one before."""
    units = {unit.text: unit for unit in units_of(passage)}
    return [
        Evidence(units[text], Hit(passage, 1.0), score - n / 10, ())
        for n, text in enumerate(chosen)
    ]


def quoted(*found: Evidence, words: int = 170, most: int = 5) -> list[str]:
    return [quotation.text for quotation in quotations(found, words=words, most=most)]


def test_a_short_paragraph_is_quoted_whole():
    passage = passage_of("The plan was noted. It cost £3.")
    assert quoted(*evidence(passage, "It cost £3.")) == ["The plan was noted. It cost £3."]


def test_of_a_long_paragraph_the_sentence_alone():
    passage = passage_of(f"{FILLER}. The plan cost three million pounds in all. {FILLER}.")
    chosen = "The plan cost three million pounds in all."
    assert quoted(*evidence(passage, chosen)) == [chosen]


def test_of_a_long_paragraph_the_sentences_that_follow_as_far_as_they_are_short():
    chosen, after = "The plan cost three million pounds in all.", "It was paid from the reserve."
    passage = passage_of(f"{FILLER}. {chosen} {after} {FILLER}.")
    assert quoted(*evidence(passage, chosen)) == [f"{chosen} {after}"]


def test_what_has_no_room_with_what_it_needs_is_quoted_alone_where_it_bears_well():
    first = passage_of("Nine carers left in May of the year before last.", id=1)
    clause = "(2) that the sum of £3 be paid to each of them by the end of the month"
    second = passage_of(
        f"RESOLVED\n(1) {' '.join(['noted'] * 60)}\n{clause}", id=2, kind="resolution"
    )
    found = [*evidence(first, first.text), *evidence(second, clause.partition(" ")[2], score=1.9)]
    assert quoted(*found, words=60)[1] == clause.partition(" ")[2]


def test_a_row_of_the_same_name_with_another_grade_is_told_too():
    rows = "Leaders\tInadequate", "Leaders\tInadequate\tGood"
    passages = [passage_of(row, id=n, headers="Area\tGrade") for n, row in enumerate(rows)]
    assert quoted(*(evidence(p, p.text)[0] for p in passages)) == list(rows)


def test_what_says_little_by_itself_is_not_quoted_after_others():
    told = passage_of("Nine carers left in May.", id=1)
    title, agenda = passage_of("Appendix: the plan", id=2), passage_of("8\tThe plan\t3 - 4", id=3)
    agenda = replace(agenda, kind="front matter")
    found = [item for p in (told, title, agenda) for item in evidence(p, p.text)]
    assert quoted(*found) == [told.text]
    assert quoted(*evidence(title, title.text)) == [title.text]


@pytest.mark.parametrize("little", ["2.3.", "The workforce of the council in numbers", "Complete"])
def test_titles_and_bare_numbers_are_not_quoted_after_others(little):
    told = passage_of("Nine carers left in May.", id=1)
    other = passage_of(little, id=2)
    assert quoted(*evidence(told, told.text), *evidence(other, little)) == [told.text]


def test_of_a_short_paragraph_a_sentence_cut_by_a_page_s_end_is_whole():
    text = "Nine left. The strategy was expected to be published in the summer."
    at = text.index("published")
    passage = passage_of(text, page=5, breaks=((at, 6),))
    assert quoted(*evidence(passage, "Nine left.")) == [text]


def test_a_sentence_that_points_back_brings_the_one_before():
    opening, chosen = "A plan was made in May.", "This cost three million pounds in all, they said."
    passage = passage_of(f"{FILLER}. {opening} {chosen} {FILLER}.")
    assert quoted(*evidence(passage, chosen)) == [f"{opening} {chosen}"]


def test_a_line_that_opens_a_list_brings_the_list():
    passage = passage_of(LIST)
    (text,) = quoted(*evidence(passage, "They asked for:"))
    assert text == "They asked for:\n• a lead\n• a plan\n• an audit"


def test_a_line_that_opens_no_list_brings_the_next_sentence():
    passage = passage_of("Members of the Committee:\nCouncillors Ash (Chair) and Birch. Others.")
    (said,) = quoted(*evidence(passage, "Members of the Committee:"))
    assert said == "Members of the Committee:\nCouncillors Ash (Chair) and Birch."


def test_a_row_is_quoted_alone():
    assert quoted(*evidence(passage_of(TABLE, headers="Service\nSpend"), "Homes\t£4")) == [
        "Homes\t£4"
    ]


def test_the_first_is_given_whole_however_long():
    passage = passage_of(f"{FILLER}.")
    assert quoted(*evidence(passage, f"{FILLER}."), words=5) == [f"{FILLER}."]


def test_no_more_words_and_no_more_quotations_than_asked():
    passages = [
        passage_of(f"Sentence number{n} has {'w' * (n + 1)} words.", id=n) for n in range(6)
    ]
    found = [item for p in passages for item in evidence(p, p.text)]
    assert len(quoted(*found, most=3)) == 3
    assert len(quoted(*found, words=5 + 2 + 12 + 5 + 2)) == 2  # two of five words, marks, one lead


def test_what_bears_half_as_well_is_left_out():
    strong, weak = passage_of("It cost £3.", id=1), passage_of("Parks were open.", id=2)
    found = evidence(strong, strong.text) + evidence(weak, weak.text, score=0.9)
    assert quoted(*found) == ["It cost £3."]


def test_a_copy_is_quoted_once():
    one, two = (
        passage_of("Nine carers left in May.", id=1),
        passage_of("Nine carers left in May.", id=2),
    )
    assert quoted(*evidence(one, one.text), *evidence(two, two.text)) == [one.text]


def test_sentences_of_a_series_that_differ_in_their_figure_are_no_copies():
    july = passage_of("The service has 41 carers in all.", id=1)
    october = passage_of("The service has 44 carers in all.", id=2)
    found = evidence(july, july.text) + evidence(october, october.text)
    assert quoted(*found) == [july.text, october.text]


def test_neighbours_that_were_both_chosen_are_one_quotation():
    nine, ten = "Nine carers left in the spring of May.", "Ten more came in the autumn of 2024."
    passage = passage_of(f"{FILLER}. {nine} {ten} {FILLER}.")
    assert quoted(*evidence(passage, ten, nine)) == [f"{nine} {ten}"]


def test_the_row_that_a_superlative_asks_for_leads_whatever_stands_above_it():
    fostering, homes = evidence(passage_of(TABLE), "Homes\t£4", "Fostering\t£3")
    assert quoted(fostering, homes) == ["Fostering\t£3\nHomes\t£4"]
    assert quoted(replace(fostering, extreme=True), homes) == ["Homes\t£4", "Fostering\t£3"]


def test_a_quotation_never_takes_in_a_page_s_end():
    passage = passage_of("Nine left. Ten came.", page=1, breaks=((11, 2),))
    (quotation,) = quotations(evidence(passage, "Ten came."), words=50, most=1)
    assert (quotation.text, quotation.page) == ("Ten came.", 2)


# -- lists and tables -----------------------------------------------------------------------------


def listed(passage, best: str, following=(), words: int = 270) -> list[str]:
    (item,) = evidence(passage, best)
    return [q.text for q in whole_list(item.hit, item.unit, following, words=words)]


@pytest.mark.parametrize("best", ["a plan", "They asked for:"])
def test_a_list_comes_whole_from_any_of_its_lines(best):
    assert listed(passage_of(LIST), best) == ["They asked for:\n• a lead\n• a plan\n• an audit"]


def test_a_list_comes_whole_from_a_numbered_opening_line():
    passage = passage_of(f"3.2 {LIST}")
    assert "\n".join(listed(passage, "They asked for:")).endswith("• an audit")


def test_a_list_runs_on_into_the_passages_after_it():
    rest = passage_of("• a budget\n• a date", breadcrumb="Report\nThey asked for:", id=2)
    other = passage_of("Something else.", breadcrumb="Report", id=3)
    assert listed(passage_of(LIST), "a lead", [rest, other])[1:] == [rest.text]


def test_a_table_comes_whole_from_any_of_its_rows():
    table = passage_of(TABLE, headers="Service\nSpend")
    assert listed(table, "Homes\t£4") == ["Fostering\t£3\nHomes\t£4"]


def test_a_sentence_is_part_of_no_list():
    assert listed(passage_of(LIST), "That was all.") == []


def test_what_a_line_opens_is_found_in_the_next_passage():
    opening = passage_of("They were graded as follows:")
    (first,) = quotations(evidence(opening, opening.text), words=50, most=1)
    table = passage_of(TABLE, headers="Service\nSpend", breadcrumb=opening.text, id=2)
    (found,) = opened_list(first, [table], words=50)
    assert found.text == TABLE
    assert opened_list(first, [passage_of("Other.", breadcrumb="")], words=50) == []


def test_cells_are_shown_under_their_headers_and_blank_ones_not_at_all():
    passage = passage_of("Fostering\t\t£3", headers="Service\nLead\nSpend")
    assert shown(passage, 0, len(passage.text)) == "Service: Fostering; Spend: £3"


def test_what_neighbouring_headers_begin_with_is_shown_once():
    headers = "Measure\nRAG rating Latest\nRAG rating Previous\nTarget"
    passage = passage_of("Complaints\tRed\tAmber\t85%", headers=headers)
    assert shown(passage, 0, len(passage.text)) == (
        "Measure: Complaints; RAG rating Latest: Red; Previous: Amber; Target: 85%"
    )
    assert shown(passage, passage.text.index("Amber"), len(passage.text)) == (
        "RAG rating Previous: Amber; Target: 85%"
    )


def test_a_few_words_that_are_quoted_alone_bring_the_sentence_before_them():
    first = passage_of("Nine carers left in May of the year before last.", id=1)
    lead = "Lead: Ann Bell, Head of Housing, Ashford."
    clause = f"that hotels be used no more by the end of December. {lead}"
    noted = " ".join(["noted"] * 60)
    second = passage_of(f"RESOLVED\n(1) {noted}\n(2) {clause}", id=2, kind="resolution")
    found = [
        *evidence(first, first.text),
        *evidence(second, lead, score=1.9),
    ]
    assert quoted(*found, words=60)[1] == clause


def test_cells_that_do_not_fit_the_headers_are_shown_as_they_stand():
    passage = passage_of("Fostering\t£3", headers="Service\nLead\nSpend")
    assert shown(passage, 0, len(passage.text)) == "Fostering | £3"
