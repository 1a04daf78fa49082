"""What is counted of the councils and places that a paper names."""

from __future__ import annotations

import pytest

from corpus.front.mentions import HEADED, Mentions, council_on, is_council


def mentions(*lines: str, alone: bool = False) -> Mentions:
    seen = Mentions()
    for line in lines:
        seen.read(line, alone=alone)
    return seen


@pytest.mark.parametrize(
    "name",
    [
        "Oxton County Council",
        "The City of Oxton Council",
        "London Borough of Oxton",
        "Mere Council",
        "Oxton and Wenlow Fire and Rescue Authority",
        "Oxton Moors National Park Authority",
        "Greater Oxton Combined Authority",
    ],
)
def test_a_councils_name_is_known_in_every_form(name: str) -> None:
    assert is_council(name)


@pytest.mark.parametrize("text", ["Council", "Report to Oxton Council", "Oxton Council Tax"])
def test_what_is_no_councils_name(text: str) -> None:
    assert not is_council(text)


def test_a_name_alone_in_the_header_weighs_more_than_one_in_passing() -> None:
    assert mentions("OXTON COUNCIL", alone=True).names["Oxton Council"] == HEADED
    assert mentions("A visit to Oxton Council was made.", alone=True).names["Oxton Council"] == 1


def test_the_line_that_stands_alone_is_the_one_quoted() -> None:
    seen = mentions("A visit to Oxton Council was made.")
    seen.read("OXTON COUNCIL", alone=True)
    assert seen.printed["Oxton Council"] == ("front matter", "OXTON COUNCIL")


def test_a_place_is_lived_in_and_never_written_small() -> None:
    assert mentions("Children in Oxton wait.", "Oxton's schools").is_place("oxton")
    assert not mentions("Reserves in Treasury.", "The treasury, in Treasury").is_place("treasury")


def test_a_sentences_first_word_is_no_name() -> None:
    seen = mentions("Every Council agreed.", "Budget Council", "the budget, the budget")
    assert not seen.stands("Every Council") and not seen.stands("Budget Council")


def test_addresses_are_counted_by_host() -> None:
    assert mentions("r.alder@oxton.gov.uk, www.oxton.gov.uk").hosts["oxton"] == 2


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("LONDON BOROUGH OF OXTON - HOUSING COMMISSION", "London Borough of Oxton"),
        ("CYNGOR SIR GLYN / GLYN COUNTY COUNCIL", "Glyn County Council"),
        ("OXTON COUNTY COUNCIL AND OXTON CARE BOARD", "Oxton County Council"),
        ("DUN AND QUAY COUNCIL", "Dun and Quay Council"),
        (
            "ROYAL BOROUGH OF WEST OXTON AND NORTH MERE",
            "Royal Borough of West Oxton and North Mere",
        ),
        ("Mere, Oxton and Dun Council", "Mere, Oxton and Dun Council"),
        ("OXTON DISTRICT COUNCIL PLANNING COMMITTEE", "Oxton District Council"),
        ("CITY OF OXTON COUNCIL MEETING", "City of Oxton Council"),
        ("Oxton and Isles Council (Comhairle)", "Oxton and Isles Council"),
        ("LB Oxton | Streets Scrutiny Panel | 24 April 2024", "LB Oxton"),
        ("COMHAIRLE DHÙN OXTON · OXTON COUNCIL", "Oxton Council"),
        (
            "OXTON AND WENLOW FIRE AND RESCUE AUTHORITY",
            "Oxton and Wenlow Fire and Rescue Authority",
        ),
        ("Mere Combined Authority - Audit Committee", "Mere Combined Authority"),
        ("Local Planning Authority", ""),
        ("Planning Authority", ""),
        ("Report to Oxton Fire Authority", ""),
        ("Oxton Council Tax Reduction Panel", ""),
        ("COUNTY COUNCIL - 9 JANUARY 2025", ""),
        ("Full Council", ""),
        ("Report to Oxton Council", ""),
    ],
)
def test_the_council_on_a_line_of_its_own(line: str, name: str) -> None:
    assert council_on(line) == name


@pytest.mark.parametrize(
    ("line", "council"),
    [
        ("London Borough of Oxton CYP Scrutiny Committee", "London Borough of Oxton"),
        ("London Borough of Oxton Scrutiny Committee", ""),
        ("Visits to the London Borough of Oxton by a SEND Committee", ""),
    ],
)
def test_a_boroughs_name_ends_before_an_abbreviation(line: str, council: str) -> None:
    assert council_on(line) == council
