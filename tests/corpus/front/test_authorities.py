"""Which kind of council a paper hints at."""

from __future__ import annotations

import pytest

from corpus.front.authorities import Hints


def kind_at(place: str, *lines: str) -> str:
    hints = Hints()
    for line in lines:
        hints.hear(line)
    return hints.kind_at(place)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("The County Council's services",), "County"),
        (("OCC pays.", "Roads across the county."), "County"),
        (("Electoral divisions: countywide",), "County"),
        (("The implications are city wide.",), "City"),
        (("In the City Council and the County Council.",), ""),
        (("OCC pays.",), ""),
        (("TBC: to be confirmed",), ""),
        (("Roads across the county.",), ""),
    ],
)
def test_hints_must_agree_and_be_enough(lines: tuple[str, ...], kind: str) -> None:
    assert kind_at("oxton", *lines) == kind


def test_initials_of_another_place_are_no_hint() -> None:
    assert kind_at("oxton", "WCC pays.", "Roads across the county.") == ""
