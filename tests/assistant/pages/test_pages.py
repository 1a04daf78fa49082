from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation
from assistant.conversation.turns import Carried, Followed, Turn
from assistant.pages.examples import SHORT, SHOWN, example_questions
from assistant.pages.markup import answer_html, source_html, source_label
from assistant.pages.paper_list import papers_html, reports_html
from assistant.pages.talk import CHIPS, Parts, earlier_html, shown, unchanged, understood_html
from assistant.reading.view import MARKS
from index.catalogue import PaperRecord
from index.holdings.report import FileReport
from index.passages import Passage
from index.search import Hit

EVIL = '<img src=x onerror="alert(1)">'
CITED = Citation(1, "d", "d#7", EVIL, EVIL, committee=EVIL, meeting_date="2017-07-11", item="7",
                 paragraph="3.5", page=4, page_label="12")  # fmt: skip


def answer(text, *, answered=True, **fields):
    return Answer(EVIL, answered, "figure", text, citations=(CITED,) if answered else (), **fields)


def record(**fields):
    plain = {
        "id": "d", "document": "d", "title": "T", "kind": "minutes", "access": "public",
        "council": "Anytown", "committee": "Cabinet", "date": "2017-07-11", "item": "",
        "name": "d.pdf", "sha256": "", "pages": 3, "outcome": "read", "reason": "", "passages": 1,
        "number": 1,
    }  # fmt: skip
    return PaperRecord(**{**plain, **fields})


def turn(question, *carried):
    return Turn(EVIL, Followed(question, carried), answer("Five. [1]"))


def test_nothing_a_paper_says_becomes_markup():
    hit = Hit(Passage(EVIL, EVIL, EVIL, 0, 1, paragraph=EVIL), 1.0)
    refused = answer(EVIL, answered=False, hits=(hit,))
    pieces = [
        answer_html(answer(f"“{EVIL}” [1]")),
        answer_html(refused),
        source_html(CITED),
        papers_html([record(title=EVIL, council=EVIL, kind=EVIL, reason=EVIL, id=EVIL)]),
        understood_html(turn(EVIL)),
        earlier_html([turn(EVIL)]),
        reports_html([FileReport(EVIL, EVIL, "refused", EVIL, notes=(EVIL,))]),
    ]
    assert not [piece for piece in pieces if "<img src=x" in piece]
    assert all("&lt;img" in piece for piece in pieces)


def test_a_mark_is_a_link_to_the_page_at_the_words():
    html = answer_html(answer("Five. [1] And [9]."))
    assert 'href="/papers/d%237/pages/4?quote=' in html and "[9]" in html
    assert html.count('class="mark"') == 1


def test_lines_with_dashes_become_one_list():
    html = answer_html(answer("Two things:\n- one [1]\n- two [1]\nThat is all."))
    assert html.count("<ul>") == html.count("</ul>") == 1 and html.count("<li>") == 2


def test_a_refusal_calls_the_nearest_passages_related():
    hit = Hit(Passage("d", "d", "Near.", 0, 5, page=2), 1.0)
    html = answer_html(answer("No paper mentions it. Searched: 5.", answered=False, hits=(hit,)))
    assert "The papers don’t say" in html and "Searched: 5." in html
    related = html.partition("Related passages")[2]
    assert "do not answer it" in related and "Near." in related


def test_a_source_names_both_page_numbers_where_they_differ():
    assert "page 4 (printed 12), item 7, paragraph 3.5" in source_label(CITED)


def test_each_thing_carried_has_a_button_that_says_what_it_drops():
    carried = [Carried("about", "lamps"), Carried("council", "Anytown")]
    buttons = shown([turn("Who leads: lamps, Anytown?", *carried)], ())[3 : 3 + CHIPS]
    assert [b.value for b in buttons if b.visible] == ["Drop about: lamps", "Drop council: Anytown"]
    assert not [b for b in shown([turn("Who?")], ())[3 : 3 + CHIPS] if b.visible]


def test_earlier_questions_are_folded_the_latest_first():
    html = earlier_html([turn("First?"), Turn("Second?", Followed("Second?"), answer("Six. [1]"))])
    assert html.count("<details>") == 2 and html.index("Second?") < html.index("Five.")
    assert earlier_html([]) == ""


def test_a_turn_changes_every_part_of_the_conversation():
    parts = Parts(*range(3), ["chip"] * CHIPS, 4, 5)
    assert len(parts.all) == len(shown([], ())) == len(unchanged())


def test_a_papers_row_says_how_it_was_read():
    html = papers_html([record(outcome="read in part", reason="d.pdf was read in part: page 2.")])
    assert "read in part</span> page 2." in html and "11 July 2017" in html
    assert "no papers yet" in papers_html([])


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ("read by OCR", "check it against the page"),
        ("cells uncertain", "may stand in the wrong columns"),
        ("struck out", "printed with a line through it"),
    ],
)
def test_a_source_says_what_to_know_of_its_words(mark, told):
    assert told in source_html(replace(CITED, marks=(mark,)))
    assert told not in source_html(CITED) and "caution" not in source_html(CITED)


def test_a_papers_row_and_a_source_lead_to_its_blocks():
    html = papers_html([record(id="pack#7", title="Lamp Posts")])
    assert 'href="/papers/pack%237/reading"' in html
    assert 'aria-label="Block by block: how Lamp Posts was read"' in html
    assert 'href="/papers/d%237/reading?page=4#read"' in source_html(CITED)


@pytest.mark.parametrize("mark", MARKS)
def test_an_answer_and_its_list_of_sources_say_what_to_know_of_the_words(mark):
    marked = replace(CITED, marks=(mark,))
    html = answer_html(Answer("Why?", True, "figure", "Five. [1]", citations=(marked,)))
    assert f'[1]</a> <span class="flag">! {mark}' in html
    assert source_label(marked).endswith(f"! {mark}") and mark not in source_label(CITED)


def test_a_row_is_named_with_the_paragraph_it_stands_under():
    assert "paragraph 3.5, row 9A" in source_label(replace(CITED, row="9A"))


def test_a_files_report_leads_to_how_it_was_read():
    alone = FileReport("in/d.pdf", "d.pdf", "read", papers=("d",), passages=1)
    html = reports_html([alone], {"d": record()})
    assert 'href="/papers/d/reading"' in html and 'aria-label="How it was read: d.pdf"' in html


def test_a_packs_report_leads_to_each_of_its_papers():
    papers = {f"d#{n}": record(id=f"d#{n}", item=str(n), title=f"Lamps {n}") for n in (5, 6)}
    html = reports_html([FileReport("d.pdf", "d.pdf", "read", papers=("d#5", "d#6"))], papers)
    assert "How its 2 papers were read" in html and ">Item 6: Lamps 6</a>" in html


def test_a_report_leads_to_no_paper_that_is_not_everyones_to_see():
    told = [FileReport("d.pdf", "d.pdf", "read", papers=("d", "e")),
            FileReport("f.pdf", "f.pdf", "refused", "f.pdf is broken.")]  # fmt: skip
    assert "/reading" not in reports_html(told)
    assert reports_html(told, {"e": record(id="e")}).count("/reading") == 1


def test_examples_come_from_the_sample_papers_when_those_are_in(sample):
    examples = example_questions(sample.papers(("public",)))
    assert len(examples) == SHOWN and all(len(text) <= SHORT for text in examples)
    assert "Cabinet on 11 July 2017" not in " ".join(examples)


def test_examples_are_made_of_the_librarys_own_papers_otherwise():
    assert example_questions([record()]) == ["What was resolved at the Cabinet on 11 July 2017?"]
    assert example_questions([]) == []


@pytest.fixture
def client(sample):
    from fastapi.testclient import TestClient

    from assistant.serving import build

    with TestClient(build(sample), base_url="http://127.0.0.1") as client:
        yield client


def test_the_page_names_no_other_host(client):
    page = client.get("/")
    assert page.status_code == 200 and "Matters Arising" in page.text
    assert "fonts.googleapis" not in page.text and "cdnjs" not in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'self'")


def test_no_handler_of_the_page_is_offered_as_an_api(client):
    assert client.get("/gradio_api/info").json()["named_endpoints"] == {}


def test_a_files_own_columns_keep_apart_in_a_quotation():
    html = source_html(replace(CITED, quote="2A\tOn track\n2B\tDone"))
    assert "2A | On track<br>2B | Done" in html
