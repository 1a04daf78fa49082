"""Drawings become papers: packs, what a person says of a paper, whole papers of the sample."""

from __future__ import annotations

import pytest

from corpus.paper import Metadata, Paper, Reading
from corpus.read import read
from corpus.sample import papers_folder
from corpus.structure import papers_of
from tests.corpus.drawn import paged
from tests.corpus.test_packs import FALLS, FRAILTY, FRONT, MINUTES

PACK = paged(f"{FRONT}\n\n23 January 2024", MINUTES, FALLS, FRAILTY, labels=("i", "1", "2", "3"))


def pack(metadata: Metadata = Metadata()) -> dict[str, Paper]:
    papers = papers_of(PACK, document="2024-01-23 pack", metadata=metadata)
    return {paper.item: paper for paper in papers}


def test_an_item_of_a_pack_is_a_paper_that_knows_its_pack() -> None:
    item = pack()["6"]
    assert (item.id, item.document, item.title) == ("2024-01-23 pack#6", "2024-01-23 pack", "Falls")
    assert (item.blocks[0].page, item.blocks[0].page_label) == (3, "2")


def test_an_item_has_the_packs_meeting_unless_it_has_its_own() -> None:
    papers = pack()
    assert papers["6"].meeting.date == papers[""].meeting.date == "2024-01-23"
    assert papers["3"].meeting.date == "2023-10-10"
    assert papers["7"].meeting.committee == papers[""].meeting.committee


def test_a_packs_front_pages_are_its_agenda_and_its_minutes_minutes() -> None:
    assert (pack()[""].kind, pack()["3"].kind) == ("agenda", "minutes")


def test_what_a_person_says_stands_before_what_the_paper_says() -> None:
    papers = pack(Metadata(council="Mere Council", date="2024-02-01", access="exempt"))
    assert {p.meeting.council for p in papers.values()} == {"Mere Council"}
    assert papers["6"].meeting.date == "2024-02-01"
    assert {p.access for p in papers.values()} == {"exempt"}


def told(paper: Paper) -> dict[str, str]:
    return {source.field: source.place for source in paper.sources}


def test_each_paper_says_where_its_facts_were_read() -> None:
    papers = pack(Metadata(council="Mere Council", places={"council": "papers.csv"}))
    assert told(papers["6"]) == {
        "council": "papers.csv", "committee": "pack", "date": "pack", "title": "pack",
    }  # fmt: skip
    assert told(papers["3"])["date"] == "front matter"
    words = {s.field: s.words for s in papers[""].sources}
    assert words["date"] == "2024-01-23 pack"


def test_a_paper_without_a_title_goes_by_its_files_name() -> None:
    (paper,) = papers_of(paged("1.1 Falls."), document="2024 falls")
    assert (paper.title, told(paper)["title"]) == ("2024 falls", "file name")


def test_of_what_nothing_says_there_is_no_source() -> None:
    (paper,) = papers_of(paged("1.1 Falls."), document="falls")
    assert paper.meeting.council == "" and "council" not in told(paper)


def test_one_exempt_item_does_not_make_its_pack_exempt() -> None:
    drawing = paged(FRONT, FALLS, FRAILTY.replace("FRAILTY", "NOT FOR PUBLICATION: paragraph 3"))
    access = {p.item: p.access for p in papers_of(drawing, document="pack")}
    assert access == {"": "public", "6": "public", "7": "exempt"}


def test_house_rules_after_an_agenda_are_boilerplate() -> None:
    drawing = paged("AGENDA\n\n1. Apologies", "This meeting may be filmed.\n\nA map is overleaf.")
    (paper,) = papers_of(drawing, document="agenda")
    assert [b.kind for b in paper.blocks][-2:] == ["boilerplate", "boilerplate"]


@pytest.fixture(scope="module")
def sample_pack() -> Reading:
    return read(papers_folder() / "2024-01-23 CF Scrutiny - Public Reports Pack.pdf")


def test_the_sample_pack_is_split_into_its_items(sample_pack: Reading) -> None:
    assert [(p.item, p.kind) for p in sample_pack.papers] == [
        ("", "agenda"), ("3", "minutes"), ("6", "report"), ("7", "report"), ("8", "report"),
        ("9", "work programme"),
    ]  # fmt: skip


def test_the_sample_packs_items_have_their_titles_and_their_meeting(sample_pack: Reading) -> None:
    papers = {p.item: p for p in sample_pack.papers}
    assert papers["7"].title == "Block Contract for Residential Placements"
    assert {p.meeting.date for i, p in papers.items() if i != "3"} == {"2024-01-23"}
    assert papers["3"].meeting.date == "2023-10-10"
    assert {p.meeting.council for p in papers.values()} == {"Wethermere Borough Council"}


def test_only_the_exempt_sample_paper_is_exempt() -> None:
    exempt = papers_folder() / "2024-01-23 CF Scrutiny - Item 7 Appendix 2 Exempt.pdf"
    public = papers_folder() / "2023-07-04 Cabinet - Improvement Plan and Investment.pdf"
    assert [read(p).papers[0].access for p in (exempt, public)] == ["exempt", "public"]
