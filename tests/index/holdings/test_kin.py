"""The same report over time, and the same report twice, as each reader may know of them."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.paper import Access, Meeting, Paper, Reading
from index.library import Library
from tests.conftest import SAMPLE
from tests.index.library_fakes import BOTH, SeededEncoder, paper_of, store

WORDS = ["plan", "children", "visits", "members", "service", "budget", "review", "progress",
         "noted", "officers", "centre", "target", "report", "asked", "schools", "care"]  # fmt: skip
BODY = "\n".join(" ".join(random.Random(n).choices(WORDS, k=60)) for n in range(12))
PACK_AND_ALONE = (
    "2024-01-23 CF Scrutiny - Public Reports Pack.pdf",
    "2023-10-10 CF Scrutiny - Minutes.pdf",
    "2024-01-23 CF Scrutiny - Item 6 Peer Review.pdf",
)
JULY, OCTOBER = "2017-07-11", "2017-10-10"


def report(
    document: str, text: str = BODY, *, date: str | None = JULY, title: str = "Improvement plan",
    access: Access = "public", item: str = "",
) -> Paper:  # fmt: skip
    meeting = Meeting("Oxton Council", "Scrutiny Committee", date)
    return replace(paper_of(document, text, access=access, item=item), title=title, meeting=meeting)


@pytest.fixture
def library_of(tmp_path: Path):
    """A library of these papers, those of one document in one file."""

    def made(*papers: Paper) -> Library:
        library = Library.open(tmp_path / "library", encoder=SeededEncoder())
        files: dict[str, list[Paper]] = {}
        for paper in papers:
            files.setdefault(paper.document, []).append(paper)
        read = (Reading(f"{name}.pdf", "read", papers=tuple(p)) for name, p in files.items())
        store(library, *read)
        return library

    return made


def copies(library, paper_id, shelves=("public",)):
    return [paper.id for paper in library.copies_of(paper_id, shelves)]


def test_a_report_alone_and_in_a_pack_are_copies(library_of):
    stamped = BODY.replace("\n", "\nPage 31 Agenda Item 6\n", 2)
    library = library_of(report("alone"), report("pack", stamped, item="6"),
                         report("pack", "Minutes were agreed.\n" * 9, item="1"))  # fmt: skip
    assert copies(library, "alone") == ["pack#6"]
    assert copies(library, "pack#6") == ["alone"]
    assert copies(library, "pack#1") == []


def test_what_the_sample_pack_holds_is_known_from_the_files_handed_in_alone(library):
    library.add([SAMPLE / "papers" / name for name in PACK_AND_ALONE])
    held = [copies(library, Path(name).stem) for name in PACK_AND_ALONE[1:]]
    assert held == [[f"{Path(PACK_AND_ALONE[0]).stem}#{item}"] for item in ("3", "6")]


def test_the_same_words_filed_under_another_title_are_copies(library_of):
    library = library_of(report("minutes", title="Minutes"), report("printed", title="Minutes (2)"))
    assert copies(library, "minutes") == ["printed"]


def test_a_report_handed_in_with_its_appendices_is_a_copy_of_it_alone(library_of):
    whole = f"{BODY}\n" + "\n".join(f"appendix{n} " * 40 for n in range(12))
    library = library_of(report("alone"), report("whole", whole),
                         report("other", whole + " End.", title="Another title"))  # fmt: skip
    assert copies(library, "alone") == ["whole"]


def test_july_and_october_are_no_copies_though_the_words_are_the_same(library_of):
    library = library_of(report("july"), report("october", date=OCTOBER))
    assert copies(library, "july") == copies(library, "october") == []


def test_another_figure_makes_another_report_even_where_a_date_is_missing(library_of):
    first, second = (f"{BODY}\nThere was a net increase of {n} social workers." for n in (5, 7))
    library = library_of(report("first", first, date=None), report("second", second))
    assert copies(library, "first") == []


def test_a_copy_without_a_date_is_still_one(library_of):
    assert copies(library_of(report("dated"), report("undated", date=None)), "dated") == ["undated"]


def test_items_of_one_pack_and_papers_without_words_are_no_copies(library_of):
    library = library_of(report("pack", item="4"), report("pack", item="5"),
                         report("scan", ""), report("scan2", ""))  # fmt: skip
    assert copies(library, "pack#4") == copies(library, "scan") == []


def test_reports_of_one_series_are_given_by_date(library_of):
    library = library_of(
        report("october", date=OCTOBER), report("july"),
        report("other", title="Fostering and adoption annual statement"),
    )  # fmt: skip
    assert [p.id for p in library.series_of("july")] == ["july", "october"]
    assert [p.id for p in library.series_of("october")] == ["july", "october"]
    assert "other" not in {p.id for p in library.series_of("july")}
    assert library.series_of("gone") == []


def test_a_paper_that_does_not_say_whose_it_is_is_of_its_committee_s_series(library_of):
    silent = replace(report("october"), meeting=Meeting("", "Scrutiny Committee", OCTOBER))
    other = replace(report("other"), meeting=Meeting("Wendle Council", "Audit Committee", JULY))
    library = library_of(report("july"), silent, other)
    assert [p.id for p in library.series_of("july")] == ["july", "october"]


def test_two_councils_have_two_series(library_of):
    other = replace(
        report("other"), meeting=Meeting("Wendle Council", "Scrutiny Committee", OCTOBER)
    )
    assert [p.id for p in library_of(report("july"), other).series_of("july")] == ["july"]


def test_another_filing_of_one_meeting_is_no_part_of_a_series(library_of):
    library = library_of(
        report("july"), report("a pack", item="6"), report("october", date=OCTOBER)
    )
    assert [p.id for p in library.series_of("july")] == ["july", "october"]
    assert [p.id for p in library.series_of("october")] == ["july", "october"]
    assert [p.id for p in library.series_of("a pack#6")] == ["a pack#6", "october"]


def test_a_corrected_title_moves_a_paper_to_another_series(library_of):
    library = library_of(report("october", date=OCTOBER), report("july", title="Bus shelters"))
    assert "july" not in {p.id for p in library.series_of("october")}
    library.correct("july", title="Improvement plan", by="An Officer")
    assert [p.id for p in library.series_of("october")] == ["july", "october"]


def test_an_exempt_paper_is_no_kin_of_a_public_one_for_the_public(library_of):
    library = library_of(
        report("public"), report("secret", access="exempt"),
        report("later", date=OCTOBER, access="exempt"),
    )  # fmt: skip
    assert (copies(library, "public"), copies(library, "public", BOTH)) == ([], ["secret-exempt"])
    assert [p.id for p in library.series_of("public")] == ["public"]
    assert [p.id for p in library.series_of("public", BOTH)] == ["public", "later-exempt"]
    for unseen in ("secret-exempt", "later-exempt"):
        assert library.copies_of(unseen) == library.series_of(unseen) == []


def test_an_exempt_correction_takes_a_paper_out_of_the_public_s_kin(library_of):
    library = library_of(report("one"), report("two"))
    library.correct("two", access="exempt", by="An Officer")
    assert copies(library, "one") == []
    assert [p.id for p in library.series_of("one")] == ["one"]
