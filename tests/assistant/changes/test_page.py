from assistant.access import shelves_for
from assistant.changes.choosing import Compared, changes_between
from assistant.changes.comparing import compare
from assistant.changes.page import changes_document
from tests.assistant.changes.papers import paper
from tests.assistant.changes.test_choosing import MARCH, OCTOBER
from tests.assistant.readings import EVIL


def test_both_papers_words_stand_side_by_side_with_their_places(sample):
    html = changes_document(changes_between(sample, OCTOBER, MARCH, shelves=shelves_for("public")))
    assert "Figures that changed" in html and "<td>£2.655m</td><td>£2.510m</td>" in html
    assert "10 October 2023: <a href=" in html and "12 March 2024: <a href=" in html
    assert "<mark>72%</mark> of cases" in html and "<mark>81%</mark> of cases" in html
    assert "<script" not in html and html.count("<article") > 50


def test_a_side_that_lacks_the_words_says_so(sample):
    html = changes_document(changes_between(sample, OCTOBER, MARCH, shelves=shelves_for("public")))
    assert all(f"Nothing in its place in the {age} paper." in html for age in ("older", "newer"))


def test_nothing_a_paper_says_becomes_markup(sample):
    record = sample.papers()[0]
    comparison = compare(paper(f"1.1 {EVIL} was here."), paper("1.1 Quite other words.", EVIL))
    html = changes_document(Compared(record, record, comparison, (EVIL,)))
    assert "<img" not in html and html.count("&lt;img") >= 3


def test_papers_that_say_the_same_say_so(sample):
    record = sample.papers()[0]
    same = compare(paper("1.1 Text."), paper("1.1 Text."))
    assert "Nothing changed: 1 block says the same" in changes_document(
        Compared(record, record, same)
    )
