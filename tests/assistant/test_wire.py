import json
from dataclasses import replace

from assistant.answer import Answer, Citation, Searched
from assistant.wire import PASSAGES_SHOWN, answer_json, counts, findings_json, report_json
from index.holdings.report import FileReport, Finding
from index.passages import Passage
from index.search import Hit

HIT = Hit(Passage("pack#7", "pack", "Words.", 0, 6, page=4, paragraph="3.5"), 0.87654)
CITED = Citation(1, "pack", "pack#7", "Budget", "Words.", meeting_date="2017-07-11", page=4)
SEARCHED = Searched(5, ("Anytown",), "2011-11-14", "2019-12-17")
ANSWER = Answer("Q?", True, "figure", "“Words.” [1]", citations=(CITED,), hits=(HIT,) * 30,
                searched=SEARCHED, seconds=0.03)  # fmt: skip


def test_an_answer_has_the_fields_the_design_names():
    assert list(answer_json(ANSWER)) == [
        "question", "answered", "kind", "answer", "citations", "passages", "scope", "searched",
        "seconds", "confidence",
    ]  # fmt: skip


def test_a_citation_names_paper_page_and_words():
    citation = answer_json(ANSWER)["citations"][0]
    assert (citation["document"], citation["paper"], citation["page"]) == ("pack", "pack#7", 4)
    assert (citation["quote"], citation["meeting_date"]) == ("Words.", "2017-07-11")


def test_marks_are_told_only_where_there_are_some():
    assert "marks" not in answer_json(ANSWER)["citations"][0] | answer_json(ANSWER)["passages"][0]
    marks = ("cells uncertain", "read by OCR")
    marked = replace(ANSWER, citations=(replace(CITED, marks=marks),),
                     hits=(replace(HIT, passage=replace(HIT.passage, marks=marks)),))  # fmt: skip
    assert answer_json(marked)["citations"][0]["marks"] == list(marks)
    assert answer_json(marked)["passages"][0]["marks"] == list(marks)


def test_twenty_passages_are_handed_out_best_first():
    passages = answer_json(ANSWER)["passages"]
    assert len(passages) == PASSAGES_SHOWN
    assert passages[0]["score"] == 0.8765 and passages[0]["text"] == "Words."


def test_what_was_searched_says_from_and_to():
    searched = answer_json(ANSWER)["searched"]
    assert (searched["papers"], searched["from"], searched["to"]) == (5, "2011-11-14", "2019-12-17")


def test_an_answer_survives_being_written_as_json():
    assert json.loads(json.dumps(answer_json(ANSWER)))["citations"][0]["n"] == 1


def test_every_outcome_is_counted():
    reports = [FileReport("a", "a", "read"), FileReport("b", "b", "refused", "why")]
    assert counts(reports) == {"read": 1, "read in part": 0, "unchanged": 0, "refused": 1}


def test_a_report_says_why_a_file_was_refused():
    assert (
        report_json(FileReport("/x/b", "b", "refused", "It is empty."))["reason"] == "It is empty."
    )


def test_findings_that_were_repaired_leave_the_library_well():
    assert findings_json([Finding("s", "m", repaired=True)])["well"]
    assert not findings_json([Finding("s", "m")])["well"]
