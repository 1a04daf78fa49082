from dataclasses import replace

import numpy as np
import pytest

from assistant import fitted
from assistant.finding.evidence import LONG, OTHER_WORDS, Weighed, by_evidence, gather
from index.reader import Verdict
from index.reranking import reordered
from index.search import search
from tests.index.small_papers import library_of, paper

CARERS = "The fostering service has 41 carers, of whom five are new."


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """Four papers; fostering stands in three of them, carers in one."""
    papers = [
        paper("carers", f"Much was said of fostering. {CARERS} The meeting closed."),
        paper("fees", "Fostering fees rose in May, said the service."),
        paper("policy", "A policy of fostering was noted by the committee."),
        paper("eet", "Those in Education, Employment or Training (EET) were looked after well."),
    ]
    with library_of(tmp_path_factory.mktemp("evidence") / "library", *papers) as opened:
        yield opened


def weigh(library, question: str) -> Weighed:
    return Weighed.of(question, [library.shelf("public")])


def found(library, question: str, *, kind: str = "figure"):
    hits = search(library, question)
    weighed = weigh(library, question)
    return gather(hits, question, kind=kind, weighed=weighed, encoder=library.encoder)


def test_a_weight_stands_for_each_feature():
    for features, several in (
        (fitted.EVIDENCE, (fitted.PLAIN, fitted.READ)),
        (fitted.REFUSAL, (fitted.REFUSE_PLAIN[0], fitted.REFUSE_READ[0])),
    ):
        assert len(set(features)) == len(features)
        assert {len(weights) for weights in several} == {len(features)}


def test_the_sentence_that_answers_comes_first(library):
    best = found(library, "How many carers has the fostering service?")[0]
    assert best.unit.text == CARERS


def test_a_row_so_long_that_it_holds_any_words_is_worth_less(tmp_path):
    waste = "the plant takes old clothes and shoes of the county for recycling under the new deal"
    told = "Old clothes and shoes are taken for recycling by Fenwright."
    papers = (paper("risks", f"Waste\t{', '.join([waste] * 8)}"), paper("minutes", told))
    with library_of(tmp_path / "long", *papers) as library:
        known = {e.unit.kind: e for e in found(library, "Who takes old clothes for recycling?")}
    assert known["sentence"].known("long") == 0
    assert known["row"].known("long") == pytest.approx((129 - LONG) / 100)
    for weights in (fitted.PLAIN, fitted.READ):
        assert weights[fitted.EVIDENCE.index("long")] < 0


def test_evidence_comes_best_first_with_all_its_features(library):
    evidence = found(library, "How many fostering carers?")
    scores = [item.score for item in evidence]
    assert scores == sorted(scores, reverse=True)
    for item in evidence:
        given = sum(w * f for w, f in zip(fitted.PLAIN, item.features, strict=True))
        assert item.score == pytest.approx(given)


def test_resemblance_leaves_out_what_is_owed_to_the_thing_asked_for(library):
    best = found(library, "How many carers has the fostering service?")[0]
    assert best.known("wanted") == 1
    assert best.resemblance < best.score


def test_nothing_found_is_no_evidence(library):
    weighed = weigh(library, "carers")
    assert gather([], "carers", kind="open", weighed=weighed, encoder=library.encoder) == []


def test_hits_are_put_in_the_order_of_their_evidence(library):
    evidence = found(library, "How many carers has the fostering service?")
    hits = search(library, "fostering")[::-1]
    again = by_evidence(hits, evidence)
    assert again[0].passage.document == "carers"
    assert {h.passage.id for h in again} == {h.passage.id for h in hits}


# -- with a reader --------------------------------------------------------------------------------


def pointing(hit, words: str, *, relevance: float) -> Verdict:
    """A verdict that a passage answers, with these words."""
    start = hit.passage.text.index(words)
    offsets = np.array([(start, start + len(words))], np.int64)
    sure = np.zeros(1, np.float32)
    return Verdict(relevance, 2.0, offsets, sure, sure, read_to=len(hit.passage.text))


def read(library, question: str, document: str, words: str):
    """Evidence where the reader holds one document's words to be the answer."""
    hits = search(library, question)
    told = [
        pointing(hit, words, relevance=5.0)
        if hit.passage.document == document else pointing(hit, hit.passage.text[:1], relevance=-5.0)
        for hit in hits
    ]  # fmt: skip
    hits = reordered([replace(h, verdict=v) for h, v in zip(hits, told, strict=True)])
    weighed = weigh(library, question)
    evidence = gather(hits, question, kind="open", weighed=weighed, encoder=library.encoder)
    return hits, evidence


def test_the_words_a_reader_points_at_are_known_by_it(library):
    _, evidence = read(library, "fostering", "carers", CARERS)
    pointed = next(e for e in evidence if e.unit.text == CARERS)
    assert (pointed.known("pointed"), pointed.known("relevant"), pointed.read) == (1.0, 1.0, True)
    assert all(e.known("pointed") < 1 for e in evidence if e.unit.text == "The meeting closed.")


def test_the_passage_a_reader_prefers_comes_first(library):
    hits, evidence = read(library, "fostering", "fees", "Fostering fees rose in May")
    assert hits[0].passage.document == "fees"
    assert by_evidence(hits, evidence)[0].passage.document == "fees"


def test_a_reader_that_only_ranks_leaves_the_words_to_meaning(library):
    none = np.zeros(0, np.float32)
    ranked = Verdict(1.0, None, np.zeros((0, 2), np.int64), none, none)
    hits = [replace(hit, verdict=ranked) for hit in search(library, "fostering")]
    evidence = gather(hits, "fostering", kind="open", weighed=weigh(library, "fostering"),
                      encoder=library.encoder)  # fmt: skip
    assert not any(e.read for e in evidence) and any(e.known("meaning") for e in evidence)


# -- weighing words -------------------------------------------------------------------------------


def test_the_rarer_word_weighs_more(library):
    terms = weigh(library, "fostering carers").terms
    assert terms["carer"] > terms["foster"]


def test_words_of_no_paper_are_unknown_and_absent(library):
    weighed = weigh(library, "fostering in Zanzibar")
    assert weighed.unknown == {"zanzibar"}
    assert weighed.absent == pytest.approx(
        weighed.terms["zanzibar"] / (weighed.terms["zanzibar"] + weighed.terms["foster"])
    )


def test_a_lay_word_the_papers_say_otherwise_is_not_unknown(library):
    assert weigh(library, "kids in fostering").unknown == frozenset()


def test_the_share_held_is_of_the_weight(library):
    weighed = weigh(library, "fostering carers")
    assert weighed.share_in({"foster", "carer"}) == 1
    assert weighed.share_in(set()) == 0
    assert weighed.share_in({"carer"}) > 0.5 > weighed.share_in({"foster"})


def test_other_words_for_a_term_count_in_part(library):
    weighed = weigh(library, "kids")
    assert weighed.share_in({"children"}) == OTHER_WORDS


def test_an_acronym_s_words_stand_for_it(library):
    weighed = weigh(library, "EET")
    (phrase,) = weighed.phrases["eet"]
    assert weighed.share_in(set(phrase)) == 1
    assert weighed.share_in({"employ"}) == pytest.approx(OTHER_WORDS / len(phrase))
