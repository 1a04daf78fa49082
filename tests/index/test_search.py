import itertools
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.paper import Block
from index.kept.lexicon import Lexicon
from index.search import ACRONYM_WEIGHT, LAY_WEIGHT, Scope, search, terms_of
from tests.index.small_papers import library_of, paper, paper_of_blocks

BOTH = ("public", "exempt")
COUNCILS = ("Anytown Borough Council", "Otherton County Council")
COMMITTEES = ("Scrutiny Committee", "Cabinet")
DATES = ("2023-07-04", "2024-01-23", "2024-07-09", None)
KINDS = ("report", "minutes")
FOSTERING = "The fostering service recruited eleven new carers in the spring of that year."


@pytest.fixture(scope="module")
def shelf_of_all(tmp_path_factory):
    """A paper for each council, committee, date and kind, each with words of its own."""
    combinations = itertools.product(COUNCILS, COMMITTEES, DATES, KINDS)
    papers = [
        paper(f"p{n}", f"Fostering: {n} carers, {'very ' * n}new.", council=c, committee=m, date=d,
              kind=k)
        for n, (c, m, d, k) in enumerate(combinations)
    ]  # fmt: skip
    with library_of(tmp_path_factory.mktemp("all") / "library", *papers) as library:
        yield library


some = st.lists
SCOPES = st.builds(
    Scope,
    councils=some(st.sampled_from((*COUNCILS, "Nowhere Council")), max_size=2).map(tuple),
    committees=some(st.sampled_from(COMMITTEES), max_size=1).map(tuple),
    since=st.sampled_from((None, "2023-01-01", "2024-01-23", "2024-02-01")),
    until=st.sampled_from((None, "2023-07-04", "2024-03-01", "2025-01-01")),
    kinds=some(st.sampled_from(KINDS), max_size=1).map(tuple),
    documents=some(st.sampled_from(("p0", "p3", "p9", "p17")), max_size=3).map(tuple),
)


def brute_force(paper, scope: Scope) -> bool:
    named = [(scope.councils, paper.council), (scope.committees, paper.committee),
             (scope.kinds, paper.kind), (scope.documents, paper.document)]  # fmt: skip
    if any(wanted and value not in wanted for wanted, value in named):
        return False
    if (scope.since or scope.until) and paper.date is None:
        return False
    return (scope.since or "0") <= (paper.date or "1") <= (scope.until or "9")


@given(scope=SCOPES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_scope_finds_what_filtering_everything_would(shelf_of_all, scope):
    everything = {p.id for p in shelf_of_all.papers() if brute_force(p, scope)}
    hits = search(shelf_of_all, "new fostering carers", scope=scope, k=100)
    assert {hit.passage.paper for hit in hits} == everything


def test_a_scope_changes_no_leg_s_own_score(shelf_of_all):
    wide = {h.passage.id: h for h in search(shelf_of_all, "new carers", k=100)}
    narrow = search(shelf_of_all, "new carers", scope=Scope(kinds=("minutes",)), k=100)
    assert narrow
    for hit in narrow:
        assert hit.words == pytest.approx(wide[hit.passage.id].words)
        assert hit.meaning == pytest.approx(wide[hit.passage.id].meaning, abs=1e-5)


def test_hits_come_best_first_and_no_more_than_asked(shelf_of_all):
    hits = search(shelf_of_all, "fostering carers", k=7)
    assert len(hits) == 7
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)


def test_a_passage_with_the_words_comes_before_one_without(tmp_path):
    with library_of(tmp_path / "l", paper("a", "A plan for parks."), paper("b", FOSTERING)) as two:
        assert search(two, "fostering carers")[0].passage.paper == "b"


def test_days_named_come_first_and_exclude_nothing(shelf_of_all):
    scope = Scope(preferred=(("2023-07-01", "2023-07-31"),))
    first, *rest = search(shelf_of_all, "fostering", scope=scope, k=100)
    assert shelf_of_all.paper(first.passage.paper).date == "2023-07-04"
    assert len(rest) + 1 == len(shelf_of_all.papers())
    assert scope.is_open


def test_copies_of_a_passage_become_one_hit_that_names_the_others(tmp_path):
    papers = [paper(name, FOSTERING) for name in ("report", "pack", "amended")]
    with library_of(tmp_path / "l", *papers) as library:
        (hit,) = search(library, "fostering carers")
    assert {hit.passage.paper, *hit.also_in} == {"report", "pack", "amended"}


def test_a_passage_printed_twice_in_one_paper_stands_in_no_other(tmp_path):
    words = " ".join([FOSTERING] * 4)
    twice = [Block("paragraph", words, 0, 0, section=(part,)) for part in ("Summary", "Advice")]
    with library_of(tmp_path / "l", paper_of_blocks("report", *twice)) as library:
        (hit,) = search(library, "fostering carers")
    assert hit.also_in == ()


def test_the_same_words_at_two_meetings_stay_two_hits(tmp_path):
    july, october = paper("july", FOSTERING), paper("october", FOSTERING, date="2024-10-08")
    with library_of(tmp_path / "l", july, october) as library:
        hits = search(library, "fostering carers")
    assert {(h.passage.paper, h.also_in) for h in hits} == {("july", ()), ("october", ())}


def test_boilerplate_ranks_last_though_it_holds_more_of_the_words(tmp_path):
    rule = Block("boilerplate", "You may film this meeting about fostering carers.", 0, 0)
    papers = [paper_of_blocks("rules", rule), paper("film", "A film about fostering carers."),
              paper("parks", "Nothing but parks and their gates.")]  # fmt: skip
    with library_of(tmp_path / "l", *papers) as library:
        hits = search(library, "may we film a meeting about fostering carers")
    assert [h.passage.paper for h in hits][:2] == ["film", "rules"]


def test_the_public_finds_nothing_exempt_and_a_member_does(tmp_path):
    exempt = paper("secret", "The tender of Hartwell Homes won.", access="exempt")
    with library_of(tmp_path / "l", exempt, paper("open", FOSTERING)) as library:
        assert {h.passage.paper for h in search(library, "Hartwell tender")} == {"open"}
        assert "Hartwell" in search(library, "Hartwell tender", shelves=BOTH)[0].passage.text


def test_an_empty_library_finds_nothing(tmp_path):
    with library_of(tmp_path / "l") as library:
        assert search(library, "fostering") == []


def test_a_scope_of_no_papers_finds_nothing(shelf_of_all):
    assert search(shelf_of_all, "fostering", scope=Scope(councils=("Nowhere Council",))) == []


# -- the words asked for --------------------------------------------------------------------------

LEXICON = Lexicon(
    words={"attendance": 9, "school": 5, "plan": 3},
    acronyms={"pep": ("personal education plan",)},
)


def test_little_words_are_not_looked_for():
    assert dict(terms_of("What is the plan?", LEXICON)) == {"plan": 1.0}


@pytest.mark.parametrize("asked", ["attendence", "atendance", "attendanse?"])
def test_a_misspelt_word_gives_way_to_the_papers_spelling(asked):
    assert "attend" in dict(terms_of(f"school {asked}", LEXICON))


def test_a_word_the_papers_have_is_left_alone():
    close = replace(LEXICON, words={"rating": 1, "ratings": 50})
    assert "rate" in dict(terms_of("rating", close))


def test_an_acronym_brings_its_words_at_less_weight():
    terms = dict(terms_of("PEP completion", LEXICON))
    assert terms["pep"] == 1.0
    assert terms["person"] == ACRONYM_WEIGHT


def test_words_written_out_bring_their_acronym():
    assert dict(terms_of("a personal education plan", LEXICON))["pep"] == 1.0


def test_lay_words_bring_the_papers_words_at_less_weight():
    terms = dict(terms_of("kids", LEXICON))
    assert (terms["kid"], terms["children"]) == (1.0, LAY_WEIGHT)


@pytest.mark.parametrize("asked", ["B&B", "bed and breakfast", "bed & breakfast", "b&b"])
def test_an_abbreviation_with_an_ampersand_finds_it_spelt_either_way(tmp_path, asked):
    lists = "1.1 The options are (a) hotels, (b) flats, (b) homes and (e) other homes."
    papers = [
        paper("short", "1.1 In May 14 families were in B&B, and nine in June."),
        paper("long", "1.1 In July 12 households were in bed and breakfast hotels."),
        *(paper(f"other{n}", f"{lists} There are {n} of them.") for n in range(6)),
    ]
    with library_of(tmp_path, *papers) as library:
        hits = search(library, f"How many were in {asked}?", k=2)
        assert {hit.passage.document for hit in hits} == {"short", "long"}
