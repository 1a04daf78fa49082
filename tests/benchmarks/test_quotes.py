"""The reading is as good as it was: floors a little under what was measured when they were set."""

import json

import pytest

from benchmarks.quotes import Quote, judge, means, measure, quotes_of
from corpus.paper import Block
from corpus.sample import papers_folder, questions_file
from tests.index.small_papers import paper_of_blocks

ROW = Block("table row", "Borrowing\t441\t75", 0, 0, (), "4.1", "Borrowing", 3)


def judged(text, locator="4.1 table row Borrowing", page=3):
    return judge(Quote("1", "plan", text, locator, page), [paper_of_blocks("plan", ROW)]).figures


def test_a_quotation_read_whole_in_its_place_gets_every_figure():
    assert set(judged("Borrowing 441 75").values()) == {1.0}


def test_one_on_another_page_under_another_number_is_told():
    figures = judged("Borrowing 441 75", "4.2", page=4)
    assert figures["page"] == figures["locator"] == 0 and figures["block"] == 1


def test_one_that_was_not_read_misses_everything():
    assert set(judged("Nothing of it was read").values()) == {0.0}


def test_what_gold_does_not_say_is_not_judged():
    assert judged("Borrowing 441 75", "header", page=None).keys() == {
        "block", "neighbours", "passage",
    }  # fmt: skip


def test_means_are_over_the_quotations_that_a_figure_applies_to():
    there, gone = Quote("1", "plan", "Borrowing 441 75", page=3), Quote("1", "plan", "Not read")
    figures = means(judge(quote, [paper_of_blocks("plan", ROW)]) for quote in (there, gone))
    assert figures["block"] == 1 / 2 and figures["page"] == 1


def test_quotes_are_read_with_their_place(tmp_path):
    evidence = {"document": "plan", "quote": "Costs fell.", "locator": "3.2", "page": 4}
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps({"id": "Q1", "evidence": [evidence]}) + "\n\n", encoding="utf-8")
    assert quotes_of(path) == [Quote("Q1", "plan", "Costs fell.", "3.2", 4)]


SAMPLE = {"block": 0.97, "neighbours": 0.99, "passage": 0.99, "page": 0.99, "locator": 0.97}
REAL = {
    ".txt": {"block": 0.9, "neighbours": 0.98, "passage": 0.98, "locator": 0.97},
    ".pdf": {"block": 0.62, "neighbours": 0.92, "passage": 0.86, "page": 0.98, "locator": 0.86},
}


def at_least(floors, judged):
    figures = means(judged)
    assert judged and not {n: figures[n] for n, floor in floors.items() if figures[n] < floor}


def test_the_sample_papers_are_read_in_whole_quotations():
    at_least(SAMPLE, measure(papers_folder(), [questions_file()]))


@pytest.mark.parametrize("ending", REAL)
def test_real_papers_are_read_in_whole_quotations(shared, ending):
    questions = shared / "gold" / f"questions-{'text' if ending == '.txt' else 'pdf'}.jsonl"
    judged = measure(shared / "papers", [questions])
    at_least(REAL[ending], [j for j in judged if j.ending == ending])
    assert "missing" not in {j.ending for j in judged}
