"""Who judged."""

from __future__ import annotations

import pytest

from corpus.register.bodies import body_of, is_own
from tests.corpus.register.papers import paper


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ofsted found it good.", "Ofsted"),
        ("It was rated by HM Inspectorate of Probation.", "HM Inspectorate of Probation"),
        ("The Regulator of Social Housing graded it.", "Regulator of Social Housing"),
        ("Planning Inspector Ruth Elder BSc concluded", "Planning Inspector Ruth Elder"),
        ("Internal audit gave it limited assurance.", "Internal audit"),
        ("Members thought it good.", ""),
    ],
)
def test_a_body_is_named_as_printed(text: str, body: str) -> None:
    assert body_of(paper(text), 0, [text]) == body


def test_inspectors_are_those_of_the_body_named_before() -> None:
    read = paper("1. Visit\n\nEstyn came in May.\n\nInspectors found it good.")
    assert body_of(read, 2, ["Inspectors found it good."]) == "Estyn"


def test_a_peer_review_is_the_reviewing_councils() -> None:
    read = paper("1. Review\n\nIn May, Elmham Borough Council undertook a Peer Review of it.")
    assert body_of(read, 1, ["The peer review found it good."]) == "Elmham Borough Council"
    assert body_of(paper("1. A"), 0, ["The peer review found it good."]) == "peer review"


def test_a_councils_own_rating_is_told() -> None:
    assert is_own("In our self-assessment we rated it good.")
    assert not is_own("Inspectors rated it good.")
