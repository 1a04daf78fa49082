import pytest

from assistant.evidence import FEATURES, OTHER_WORDS, WEIGHTS, Weighed, gather, reread
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
    assert len(FEATURES) == len(WEIGHTS) == len(set(FEATURES))


def test_the_sentence_that_answers_comes_first(library):
    best = found(library, "How many carers has the fostering service?")[0]
    assert best.unit.text == CARERS


def test_evidence_comes_best_first_with_all_its_features(library):
    evidence = found(library, "How many fostering carers?")
    scores = [item.score for item in evidence]
    assert scores == sorted(scores, reverse=True)
    for item in evidence:
        given = sum(w * f for w, f in zip(WEIGHTS, item.features, strict=True))
        assert item.score == pytest.approx(given)


def test_resemblance_leaves_out_what_is_owed_to_the_thing_asked_for(library):
    best = found(library, "How many carers has the fostering service?")[0]
    assert best.features[FEATURES.index("wanted")] == 1
    assert best.resemblance < best.score


def test_nothing_found_is_no_evidence(library):
    weighed = weigh(library, "carers")
    assert gather([], "carers", kind="open", weighed=weighed, encoder=library.encoder) == []


def test_hits_are_put_in_the_order_of_their_evidence(library):
    evidence = found(library, "How many carers has the fostering service?")
    hits = search(library, "fostering")[::-1]
    again = reread(hits, evidence)
    assert again[0].passage.document == "carers"
    assert {h.passage.id for h in again} == {h.passage.id for h in hits}


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
    assert weigh(library, "EET").share_in({"employ"}) == OTHER_WORDS
