"""Names and offices below the field that asks for them."""

from __future__ import annotations

import pytest

from corpus.prose.people import goes_on_naming


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Report Author:", "Ruth Alder"),
        ("Report Author: Ruth Alder", "Assistant Director for Roads"),
        ("Implications verified by:", "Wilf Tarrant"),
        ("Implications verified by: Wilf Tarrant", "Management Accountant"),
    ],
)
def test_a_name_and_an_office_go_on_with_their_field(text: str, line: str) -> None:
    assert goes_on_naming(text, line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Report Author: Ruth Alder", "Background Papers"),
        ("Report Author: Ruth Alder", "Contact Officer: Wilf Tarrant"),
        ("The plan was moved by Ruth Alder", "Principal Solicitor"),
        ("Implications verified by: Ruth Alder", "The Director said there were none."),
    ],
)
def test_what_comes_after_a_name_is_no_office(text: str, line: str) -> None:
    assert not goes_on_naming(text, line)
