import pytest

from assistant.correcting import CORRECTABLE, check_correctable, is_attributed, with_council
from assistant.errors import QuestionError
from corpus.paper import Source
from index.catalogue import PaperRecord

OWN = (Source("council", "front matter", "OXTON"), Source("committee", "front matter", "Cabinet"))


def record(*sources, council="Oxton Council"):
    return PaperRecord(
        id="d", document="d", title="Lamps", kind="report", access="public", council=council,
        committee="Cabinet", date=None, item="", name="d.pdf", sha256="", pages=3, outcome="read",
        reason="", passages=1, number=1, sources=sources,
    )  # fmt: skip


def test_who_may_see_a_paper_is_not_for_the_public_to_say():
    assert "access" not in CORRECTABLE
    with pytest.raises(QuestionError, match="council, committee"):
        check_correctable("access")


@pytest.mark.parametrize("field", CORRECTABLE)
def test_what_a_paper_is_called_is(field):
    check_correctable(field)


def test_a_council_without_a_source_beside_others_that_have_one_is_attributed():
    assert is_attributed(record(*OWN[1:]))
    assert not is_attributed(record(*OWN))
    assert not is_attributed(record(*OWN[1:], council=""))
    assert not is_attributed(record())  # read before sources were kept


@pytest.mark.parametrize(
    ("sources", "said", "council"),
    [
        (OWN[1:], {"committee": "Panel"}, "Oxton Council"),
        (OWN[1:], {"committee": "Panel", "council": ""}, ""),
        (OWN[1:], {"committee": None, "title": "Lamps"}, None),
        (OWN, {"committee": "Panel"}, None),
    ],
)
def test_an_attributed_council_stays_unless_another_is_said(sources, said, council):
    assert with_council(record(*sources), said).get("council") == council
