import json
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from assistant.errors import EvaluationError
from assistant.evaluation.asking import scored
from assistant.evaluation.gold import BadLine, Evidence, Gold
from assistant.evaluation.report import about_run, report_html, write_report
from assistant.evaluation.summing import summed
from tests.conftest import SAMPLE

EVIL = '<img src=x onerror="alert(1)"> fitted five lamps in the lane'
WELL = Gold("Q1", EVIL, EVIL, True, EVIL, ((EVIL,),), (Evidence(EVIL, EVIL),))
NOWHERE = Gold("Q2", "Who sings in the choir?", "people", False)
PASSAGE = {"document": EVIL, "paper": EVIL, "page": 3, "text": EVIL, "score": 0.75}
RUN = {
    "Q1": {"id": "Q1", "answered": True, "answer": EVIL, "confidence": 0.9, "seconds": 0.2,
           "citations": [{"document": EVIL, "quote": EVIL, "council": EVIL}],
           "passages": [{**PASSAGE, "text": "something else"}, PASSAGE]},
    "Q2": {"id": "Q2", "answered": True, "answer": "Bo.", "confidence": 0.4, "seconds": 0.1},
}  # fmt: skip
BARE = {"Q1": {"id": "Q1", "answered": False}, "Q2": {"id": "Q2", "answered": False}}


def evaluation(run=RUN, bad=()):
    return summed(scored([WELL, NOWHERE], run), bad, library=None)


class Page(HTMLParser):
    """The tags of a page, the addresses it names, and how deep its headings are."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.addresses, self.ids = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in ("href", "src")]
        self.ids += [value for name, value in attrs if name == "id"]


@pytest.fixture(scope="module")
def html():
    return report_html(evaluation(), about=["Asked of the Wethermere papers."])


def test_nothing_a_paper_or_a_question_says_becomes_markup(html):
    assert "<img" not in html and "&lt;img" in html


def test_the_page_needs_no_script_and_nothing_from_elsewhere(html):
    page = Page(html)
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert all(address.startswith("#") for address in page.addresses)
    assert "url(" not in html and "@import" not in html


def test_headings_leave_no_level_out(html):
    levels = [int(tag[1]) for tag in Page(html).tags if tag in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_leads_to_a_place_on_the_page(html):
    page = Page(html)
    assert {address[1:] for address in page.addresses} <= set(page.ids)


def test_every_chart_has_its_table(html):
    assert html.count('<svg class="chart"') == html.count("as a table</summary><table>") == 3


def test_figures_stand_with_their_intervals(html):
    assert '<td class="figure">0.500</td><td class="figure">0.000 to 1.000</td>' in html


def test_every_question_opens_and_the_wrong_ones_come_first(html):
    assert html.index('id="q-Q2"') < html.index('id="q-Q1"')
    assert "wrongly answered</span>" in html and ">right</span>" in html


def test_the_passage_that_holds_the_evidence_is_told_from_those_that_do_not(html):
    found = html[html.rindex("What was found") :]
    assert found.count("holds evidence 1") == 1
    assert found.index("something else") < found.index("holds evidence 1")
    assert "found at rank 2" in html


def test_a_run_that_tells_little_is_reported_as_far_as_it_goes():
    html = report_html(evaluation(BARE), about=[])
    assert "wrongly refused" in html and "rightly refused" in html and "Seconds" not in html


def test_what_is_wrong_with_the_questions_file_is_told():
    html = report_html(evaluation(bad=[BadLine(7, "it is <not> JSON")]), about=[])
    assert "Line 7 was left out: it is &lt;not&gt; JSON." in html


def test_the_folder_holds_the_page_and_the_run_it_was_made_from(tmp_path):
    page = write_report(tmp_path / "new" / "report", evaluation(), about=[])
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    lines = (page.parent / "run.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == list(RUN.values())


def test_a_folder_that_cannot_be_made_is_said_plainly(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EvaluationError, match="could not be written"):
        write_report(tmp_path / "file", evaluation(), about=[])


def test_the_report_says_what_was_asked_of_which_library_and_when(sample):
    asked, of = about_run("lamps.jsonl", asked_now=True, library=sample, today=date(2026, 5, 1))
    assert asked == "The questions of lamps.jsonl, asked on 1 May 2026."
    assert f"{len(sample.papers())} public papers" in of and sample.encoder.name in of


def test_a_run_from_elsewhere_is_not_said_to_have_been_asked():
    (told,) = about_run("lamps.jsonl", asked_now=False, library=None, today=date(2026, 5, 1))
    assert told == "The questions of lamps.jsonl, answered in a run file, scored on 1 May 2026."


def test_the_command_writes_it(matters, tmp_path):
    lines = (SAMPLE / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    (tmp_path / "two.jsonl").write_text("\n".join(lines[:2]), encoding="utf-8")
    status, _, told = matters("evaluate", tmp_path / "two.jsonl", "--report", tmp_path / "report")
    html = (tmp_path / "report" / "index.html").read_text(encoding="utf-8")
    assert status == 0 and "index.html" in told and html.count("<details id=") == 2
