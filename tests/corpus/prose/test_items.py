"""The numbers of agenda items and minutes that only their count tells."""

from __future__ import annotations

import pytest

from corpus.plain import draw_text
from corpus.prose.items import items_of
from corpus.structure import papers_of
from tests.corpus.drawn import lines_in, paged


def numbers(text: str) -> dict[str, tuple[int, ...]]:
    return {label.text: label.numbers for label in items_of(lines_in(text)).values()}


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ("12/23 Apologies", "13/23 Minutes", {"12/23": (12,), "13/23": (13,)}),
        ("24/034 PLANNING", "24/035 GRANTS", {"24/034": (34,), "24/035": (35,)}),
        ("CYP16 YOUTH CENTRES", "CYP17 ROLLS", {"CYP16": (16,), "CYP17": (17,)}),
        ("C/9 PRECEPT", "C/10 MARKET", {"C/9": (9,), "C/10": (10,)}),
        ("HWB.22 DENTISTRY.- Read.", "HWB.23 WINTER", {"HWB.22": (22,), "HWB.23": (23,)}),
        ("83 Late Items", "84 Food Waste", {"83": (83,), "84": (84,)}),
    ],
)
def test_codes_that_count_up_are_numbers(
    above: str, below: str, told: dict[str, tuple[int, ...]]
) -> None:
    assert numbers(f"{above}\n\nMembers noted it.\n\n{below}\n") == told


@pytest.mark.parametrize(
    "text",
    [
        "A25 Sevenoaks\n\nM20 Ashford\n",
        "R14 Information\n\nR15 Care\n\nR39 Floods\n\nR42 Borders\n\nR58 Staff\n",
        "24 Hours to respond\n",
        "12 children waited.\n\n13 children left.\n",
    ],
)
def test_codes_that_do_not_all_count_up_are_none(text: str) -> None:
    assert numbers(text) == {}


def test_where_headings_are_bold_a_bare_number_in_plain_type_is_none() -> None:
    assert not items_of(paged("**Purpose\n\n83 Late Items\n\n84 Food Waste").lines)


def test_what_was_resolved_stands_under_its_minute() -> None:
    text = (
        "OXLEY COUNCIL\n\n12/23 Apologies\nThere were none.\n\n13/23 Bus Lanes\n"
        "Members heard the petition.\n\nRESOLVED -\n(a) That the lane be made.\n"
    )
    (paper,) = papers_of(draw_text(text.encode()), document="minutes")
    resolved = paper.blocks[-1]
    assert (resolved.kind, resolved.paragraph) == ("resolution", "13/23 a")
    assert resolved.section == ("13/23 Bus Lanes",)


def test_an_item_whose_title_holds_a_colon_heads_what_is_under_it() -> None:
    (paper,) = papers_of(
        draw_text(
            b"C/213/25 Matters Arising\n\n(a) Bus shelter. A reply is awaited.\n\n"
            b"C/214/25 Environment Committee: Bins\n\nThe Director spoke to his report.\n\n"
            b"RESOLVED: That bins be emptied every three weeks.\n\n"
            b"C/215/25 Grants\n\nThe list was read.\n"
        ),
        document="minutes",
    )
    resolved = next(block for block in paper.blocks if block.kind == "resolution")
    assert resolved.paragraph == "C/214/25"
    assert resolved.section[-1] == "C/214/25 Environment Committee: Bins"
