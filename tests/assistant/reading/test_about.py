from dataclasses import replace

from assistant.reading.about import About, about_html
from assistant.reading.view import paper_facts
from index.catalogue import PaperRecord
from index.corrections.papers import Correction
from tests.assistant.readings import EVIL, HEADING, paper, reading

RECORD = PaperRecord(
    id="update", document="update", title="Plan Update", kind="report", access="public",
    council="Oxton Council", committee="Cabinet", date="2023-10-10", item="", name="update.pdf",
    sha256="", pages=3, outcome="read", reason="", passages=1, number=1,
)  # fmt: skip
CORRECTED = Correction("update", "committee", "Cabinet", "", "A. Clerk", "2024-02-01T09:00:00Z")


def about(**fields):
    plain = {"record": RECORD, "facts": paper_facts(paper()), "reading": reading(HEADING)}
    return about_html(About(**{**plain, **fields}))


def test_nothing_a_paper_or_a_person_says_becomes_markup():
    evil = replace(RECORD, title=EVIL, council=EVIL, committee=EVIL, name=EVIL, id=f"{EVIL}#1",
                   item=EVIL)  # fmt: skip
    html = about(
        record=evil, facts=paper_facts(paper(title=EVIL)), copies=[evil], series=[evil, RECORD],
        reading=reading(unread=((1, EVIL),), notes=(EVIL,)), problem=EVIL, done=EVIL,
        corrections=[replace(CORRECTED, by=EVIL, own=EVIL)], typed={"by": EVIL},
    )  # fmt: skip
    assert "<img" not in html and html.count("&lt;img") > 8


def test_a_fact_stands_beside_where_it_was_read():
    assert "Oxton Council</td><td>the paper’s first lines: “THE OXTON COUNCIL”" in about()


def test_the_report_says_what_was_left_out_or_that_nothing_was():
    assert "Nothing was left out" in about()
    html = about(reading=reading(unread=((3, "scanned"),)))
    assert "page 3 was left out: scanned" in html and "Nothing was left out" not in html


def test_the_series_is_dated_and_this_paper_is_no_link():
    later = replace(RECORD, id="later", date="2024-01-23")
    html = about(series=[RECORD, later])
    assert "<strong>10 October 2023</strong>" in html
    assert '<a href="/papers/later/reading">23 January 2024</a>' in html
    assert "over time" not in about(series=[RECORD])


def test_a_copy_says_in_which_pack_and_as_which_item_it_stands():
    copy = replace(RECORD, id="pack#7", item="7", name="pack.pdf")
    html = about(copies=[copy])
    assert ">pack.pdf, item 7</a>" in html and "/papers/pack%237/reading" in html
    assert "same words" not in about()


def test_a_correction_can_be_undone_and_says_whose_it_is():
    html = about(corrections=[CORRECTED])
    assert "corrected by A. Clerk on 1 February 2024" in html and 'value="committee"' in html
    assert "Undo" not in about()


def test_what_was_typed_is_not_lost_when_it_is_refused():
    html = about(problem="That is not a date.", typed={"title": "Typed", "by": "A. Clerk"})
    assert 'value="Typed"' in html and 'value="A. Clerk"' in html and "<details open>" in html
    assert 'role="alert"' in html and "<details open>" not in about()


def test_nothing_is_offered_for_correction_where_nothing_can_be_kept():
    assert "<form" in about() and "<form" not in about(writable=False)
