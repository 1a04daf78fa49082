from dataclasses import replace

from corpus.paper import Metadata, Source
from index.attribution import attributed, place_of
from index.catalogue import PaperRecord
from index.library import Library
from tests.index.library_fakes import SeededEncoder, TextReader, write_papers

BOTH = ("public", "exempt")


def record(number: int, council: str, committee: str = "") -> PaperRecord:
    name = f"paper-{number}"
    return PaperRecord(
        name, name, "Report", "report", "public", council, committee, None, "", f"{name}.pdf", "",
        1, "read", "", number, 1,
    )  # fmt: skip


def councils(*papers: tuple[str, str]) -> list[str]:
    """The councils given to papers of these (council, committee), in the papers' order."""
    return [p.council for p in attributed([record(n, *said) for n, said in enumerate(papers)])]


def test_a_place_is_told_from_a_kind_of_council():
    assert place_of("Royal Borough of Oxton upon Wye") == "Oxton Wye"
    assert place_of("County Council") == "County Council"


def test_the_commonest_full_name_beats_the_bare_place():
    bare, county, borough = "Oxton", "Oxton County Council", "Borough of Oxton"
    papers = [(bare, "")] * 3 + [(county, "")] * 2 + [(borough, "")]
    assert councils(*papers) == [county] * 6


def test_a_place_that_no_paper_names_in_full_keeps_its_name():
    assert councils(("Oxton", ""), ("Wendle Council", "")) == ["Oxton", "Wendle Council"]


def test_a_paper_without_a_council_takes_that_of_its_committee():
    papers = ("", "SCRUTINY"), ("Oxton Council", "Scrutiny"), ("Oxton", "Scrutiny")
    assert councils(*papers) == ["Oxton Council"] * 3


def test_a_committee_elsewhere_names_no_council_where_there_are_several():
    cabinet, other = record(1, "Oxton Council", "Cabinet"), record(2, "Wendle Council", "Board")
    cabinet, beside = (replace(p, folder="/oxton") for p in (cabinet, record(3, "", "Cabinet")))
    stray = replace(beside, folder="/uploads")
    given = [p.council for p in attributed([cabinet, other, beside, stray])]
    assert given == ["Oxton Council", "Wendle Council", "Oxton Council", ""]


def test_a_council_that_an_officer_took_away_does_not_come_back():
    corrected = replace(record(1, "", "Scrutiny"), sources=(Source("council", "correction"),))
    given = attributed([corrected, record(2, "Oxton Council", "Scrutiny")])
    assert [p.council for p in given] == ["", "Oxton Council"]


def test_a_committee_of_two_councils_gives_none():
    papers = ("", "Cabinet"), ("Oxton Council", "Cabinet"), ("Wendle Council", "Cabinet")
    assert councils(*papers) == ["", "Oxton Council", "Wendle Council"]


def test_a_paper_without_council_or_committee_stays_blank():
    assert councils(("", ""), ("Oxton Council", ""), ("", "Cabinet")) == ["", "Oxton Council", ""]


def test_order_is_kept_and_nothing_else_is_changed():
    papers = [record(n, council) for n, council in enumerate(("Wendle Council", "Oxton", ""))]
    assert attributed(papers) == papers


def test_an_exempt_paper_names_no_council_for_the_public(tmp_path):
    class Unsigned(TextReader):
        """Reads papers that name their committee, and a council only where a person says it."""

        def _reading(self, path, metadata):
            reading = super()._reading(path, metadata)
            (paper,) = reading.papers
            meeting = replace(paper.meeting, council=metadata.council or "")
            return replace(reading, papers=(replace(paper, meeting=meeting),))

    with Library.open(tmp_path / "library", encoder=SeededEncoder()) as library:
        library.add(write_papers(tmp_path, plan="A plan."), reader=Unsigned())
        secret = Metadata(council="Oxton Council", access="exempt")
        library.add(write_papers(tmp_path, secret="A sale."), metadata=secret, reader=Unsigned())
        assert [p.council for p in library.papers()] == [""]
        assert {p.council for p in library.papers(BOTH)} == {"Oxton Council"}
