import pytest

from assistant.evaluation.gold import Evidence, Gold
from assistant.evaluation.ranking import figures, judged, passage_id, ranked
from tests.index.small_papers import library_of, paper

QUOTE = "The ferry at Ostleby carries ninety cars an hour in summer."
GOLD = Gold("1", "Q?", "figure", True, evidence=(Evidence("ferries", QUOTE),), also_in=("copy",))
NONE = Gold("2", "Q?", "unanswerable", False)


def place(text, start=0, **fields):
    return {"document": "ferries", "start": start, "end": start + len(text), "text": text} | fields


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ranking") / "library"
    texts = {"ferries": f"{QUOTE}\n\nThe lamp posts of the quay were painted.", "copy": QUOTE,
             "other": QUOTE}  # fmt: skip
    with library_of(folder, *(paper(name, text) for name, text in texts.items())) as opened:
        yield opened


def test_a_passage_is_named_by_its_paper_and_place():
    assert passage_id(place("words", 7)) == "ferries@7-12"
    assert passage_id(place("words", 7, paper="ferries#3")) == "ferries#3@7-12"


def test_a_passage_of_unknown_place_is_named_by_its_words():
    bare = {"document": "ferries", "text": "words"}
    assert passage_id(bare) == passage_id(dict(bare)) != passage_id({**bare, "text": "others"})


def test_the_passages_of_the_library_that_hold_evidence_or_its_copy_are_relevant(library):
    relevant = judged([GOLD, NONE], [], library=library)
    assert list(relevant) == ["1"]
    assert {name.split("@")[0] for name in relevant["1"]} == {"ferries", "copy"}


def test_without_a_library_what_was_found_is_all_there_is():
    run = {"id": "1", "passages": [place("Nothing of it."), place(QUOTE, 40)]}
    assert judged([GOLD], [run]) == {"1": {passage_id(run["passages"][1]): 1}}


def test_what_the_library_has_and_was_not_found_is_missed(library):
    (own,) = library.passages_in("copy")
    run = {"id": "1", "passages": [place(own.text, own.start, document="copy")]}
    (row,) = figures(judged([GOLD], [run], library=library), [run]).values()
    assert row["relevant@20"] == 1 / 2 and 0 < row["ndcg@10"] < 1


def test_a_run_is_ranked_as_it_stands():
    run = {"id": "1", "passages": [place("b", 5), place("a")]}
    assert ranked([run]) == {"1": ["ferries@5-6", "ferries@0-1"]}
