from dataclasses import replace
from types import SimpleNamespace

from assistant.asking.question import Asked
from assistant.finding.evidence import Evidence, Weighed
from assistant.finding.found import Found
from assistant.finding.units import units_of
from assistant.telling.choosing import as_last_said, chosen
from index.search import Hit, Scope
from index.words import tokens
from tests.index.small_papers import passage_of

QUESTION = "Which carers did the panel approve?"
SHELVES = ("public",)


def evidence(passage, text: str, score: float) -> Evidence:
    (unit,) = (unit for unit in units_of(passage) if unit.text == text)
    return Evidence(unit, Hit(passage, score), score, ())


def found(*items: Evidence, scope: Scope = Scope()) -> Found:
    weighed = Weighed(dict.fromkeys(tokens("carers panel approve"), 1.0), {}, frozenset())
    return Found(scope, [item.hit for item in items], list(items), weighed, None)


def told(*items: Evidence) -> list[str]:
    library = SimpleNamespace(passages_in=lambda *_: [])
    asked = Asked(QUESTION, "list", (Scope(),))
    return [q.text for q in chosen(library, asked, found(*items), SHELVES, of=1)]


BEST = passage_of("On Monday the panel approved Ida Moss and Joan Fell as carers.", id=1)


def test_a_list_that_opens_with_what_is_asked_is_told_whole():
    passage = passage_of("The panel approved these carers:\n• Ida Moss\n• Joan Fell", id=2)
    items = evidence(BEST, BEST.text, 2.0), evidence(passage, "Ida Moss", 1.9)
    assert told(*items) == [passage.text]


def test_a_list_of_anything_is_not_told_for_an_item_that_is_not_the_best():
    passage = passage_of("An update was given on the following:\n• Roads\n• Ida Moss, carer", id=2)
    items = evidence(BEST, BEST.text, 2.0), evidence(passage, "Ida Moss, carer", 1.9)
    assert told(*items)[0] == BEST.text
    assert told(evidence(passage, "Ida Moss, carer", 1.9)) == [passage.text]


def papers(**dates: str):
    return {
        name: SimpleNamespace(council="Anytown", date=date) for name, date in dates.items()
    }  # fmt: skip


def test_what_was_said_again_in_the_same_words_is_told_as_it_was_last_said():
    words = "The board is chaired by the Director."
    old = replace(passage_of(words, id=1), paper="july")
    new = replace(passage_of(words, id=2), paper="october")
    items = evidence(old, words, 2.0), evidence(new, words, 1.5)
    dated = papers(july="2017-07-11", october="2017-10-10")
    assert [e.hit.passage.paper for e in as_last_said(found(*items), dated).evidence] == [
        "october", "july",
    ]  # fmt: skip
    assert [e.score for e in as_last_said(found(*items), dated).evidence] == [2.0, 1.5]
    in_july = found(*items, scope=Scope(preferred=(("2017-07-01", "2017-07-31"),)))
    assert as_last_said(in_july, dated) is in_july
    elsewhere = {**dated, "october": SimpleNamespace(council="Wendle", date="2017-10-10")}
    assert as_last_said(found(*items), elsewhere).evidence == list(items)


def test_other_figures_are_not_the_same_words():
    old = replace(passage_of("There were 17 carers on the books in all.", id=1), paper="july")
    new = replace(passage_of("There were 19 carers on the books in all.", id=2), paper="october")
    items = evidence(old, old.text, 2.0), evidence(new, new.text, 1.5)
    dated = papers(july="2017-07-11", october="2017-10-10")
    assert as_last_said(found(*items), dated).evidence == list(items)
