"""What a shelf's papers say about words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.kept.lexicon import Lexicon, acronyms_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("for Child Sexual Exploitation (CSE) and", [("CSE", "Child Sexual Exploitation")]),
        ("Multi-Agency Safeguarding Hub (MASH)", [("MASH", "Multi-Agency Safeguarding Hub")]),
        ("the Voice of the Child (VC)", [("VC", "Voice of the Child")]),
        ("Education, Health and Care Plans (EHCPs)", []),
        ("the SEF (Self Evaluation Form) was", [("SEF", "Self Evaluation Form")]),
        ("Individual Placement Plans (IPPs)", [("IPP", "Individual Placement Plans")]),
    ],
)
def test_acronyms_are_read_where_they_are_explained(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert acronyms_in(text) == found


@pytest.mark.parametrize(
    "text",
    ["the plan (GOOD)", "(CSE)", "Children In(CIN)", "red (RAG) and", "in Mere (see Annex)", ""],
)
def test_brackets_that_explain_nothing_give_nothing(text: str) -> None:
    assert acronyms_in(text) == []


def test_words_are_counted_once_a_text() -> None:
    words = Lexicon.build(["Plan plan PLAN", "the children’s plan"]).words
    assert (words["plan"], words["children's"]) == (2, 1)


def test_the_commonest_phrases_of_an_acronym_come_first() -> None:
    texts = ["Care Plan (CP)", "Child Protection (CP)", "Child Protection (CP)"]
    assert Lexicon.build(texts).acronyms == {"cp": ("child protection", "care plan")}


def test_a_misspelt_word_gives_way_to_the_commonest_like_it() -> None:
    lexicon = Lexicon.build(["inspection", "inspection", "inspector"])
    assert lexicon.mended("inpsection") == "inspection"
    assert lexicon.mended("inspector") == "inspector"
    assert lexicon.mended("zebra") == "zebra"


def test_a_lexicon_is_read_back_as_it_was_saved(tmp_path: Path) -> None:
    lexicon = Lexicon.build(["Child Sexual Exploitation (CSE), l’été"])
    lexicon.save(tmp_path / "lexicon.json")
    assert Lexicon.load(tmp_path / "lexicon.json") == lexicon


@given(st.text(alphabet="Child Sexual (CSE) &-/’", max_size=60))
def test_every_phrase_stands_in_its_text(text: str) -> None:
    for acronym, phrase in acronyms_in(text):
        assert acronym in text
        assert phrase in text


def test_typing_errors_are_mended_and_what_a_model_may_know_is_not():
    lexicon = Lexicon.build(["adoption performance of looked after children in the borough"])
    said = "adpotion perfomance of runaways and kids, Adoptoin Ltd?"
    assert lexicon.spelt(said) == "adoption performance of runaways and kids, Adoptoin Ltd?"


def test_an_acronym_that_no_paper_explains_stands_for_a_name_with_its_initials() -> None:
    lexicon = Lexicon.build([
        "The Signs of Safety bid was made.", "Signs of Safety is a way of working.",
        "The SoS bid was lost.", "Once: the Public Law Outline.", "Work under the PLO.",
        "RED is red.", "The Regional Education Directorate.", "Regional Education Directorate."
    ])  # fmt: skip
    assert lexicon.acronyms == {"sos": ("signs of safety",)}


def test_what_a_paper_explains_is_not_guessed() -> None:
    lexicon = Lexicon.build([
        "A plan for Safety of Staff (SoS).", "Signs of Safety.", "The Signs of Safety bid.", "SoS"
    ])  # fmt: skip
    assert lexicon.acronyms["sos"] == ("safety of staff",)


def test_what_councils_mean_by_an_acronym_is_known_where_no_paper_explains_it() -> None:
    lexicon = Lexicon.build(["A PEP was signed.", "The Local Area Committee (LAC) met."])
    assert lexicon.spelt_out("peps") == ("personal education plan",)
    assert lexicon.spelt_out("lac") == ("local area committee",), "as the papers explain it"
    assert lexicon.spelt_out("bus") == ()
