"""The sample papers and their gold: quotes stand where they say, papers say they are fiction."""

from __future__ import annotations

import importlib.util
import json
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from lxml import html

from corpus.sample import (
    dialogues_file,
    more_questions_file,
    papers_folder,
    questions_file,
    unanswerable_file,
)

PAPERS = sorted(papers_folder().iterdir())


def rows(*files: Path) -> list[dict[str, Any]]:
    """The JSON objects of these files, one a line."""
    return [json.loads(line) for f in files for line in f.read_text(encoding="utf-8").splitlines()]


DIALOGUES = rows(dialogues_file())
TURNS = [
    {**turn, "id": f"{dialogue['id']}.{number}"}
    for dialogue in DIALOGUES
    for number, turn in enumerate(dialogue["turns"], 1)
]
GOLD = [*rows(questions_file(), more_questions_file(), unanswerable_file()), *TURNS]
ANSWERABLE = [question for question in GOLD if question["answerable"]]
FILES = {paper.stem: paper for paper in PAPERS}


@cache
def pages_of(paper: Path) -> tuple[str, ...]:
    """The text of each page; one page for formats that have none."""
    match paper.suffix:
        case ".pdf":
            return tuple(
                page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(paper)
            )
        case ".docx":
            parts: list[str] = []
            for part in docx.Document(str(paper)).iter_inner_content():
                rows = getattr(part, "rows", None)
                texts = [part.text] if rows is None else [c.text for row in rows for c in row.cells]
                parts += texts
            return ("\n".join(parts),)
        case ".html":
            return ("\n".join(html.parse(paper).getroot().itertext()),)
    return (paper.read_text(encoding="utf-8"),)


def words(text: str) -> list[str]:
    """Lower-case words with curly quotation marks made straight."""
    straight = text.lower().translate(str.maketrans("’‘“”–—", "''\"\"--"))
    return re.findall(r"[a-z0-9£%']+(?:[.,][0-9]+)*", straight)


def coverage(quote: str, text: str) -> float:
    """Share of the quote's three-word runs that stand in the text."""
    sought, there = words(quote), words(text)
    if len(sought) < 3:
        return float(" ".join(sought) in " ".join(there))
    runs = {tuple(there[n : n + 3]) for n in range(len(there) - 2)}
    wanted = [tuple(sought[n : n + 3]) for n in range(len(sought) - 2)]
    return sum(run in runs for run in wanted) / len(wanted)


def place(document: str, page: int | None) -> str:
    """The text a quote is said to stand in."""
    return pages_of(FILES[document])[(page or 1) - 1]


@pytest.mark.parametrize("question", ANSWERABLE, ids=lambda question: str(question["id"]))
def test_every_quote_stands_on_the_page_it_names(question: dict[str, Any]) -> None:
    assert question["evidence"]
    for evidence in question["evidence"]:
        assert coverage(evidence["quote"], place(evidence["document"], evidence["page"])) >= 0.9


@pytest.mark.parametrize("question", ANSWERABLE, ids=lambda question: str(question["id"]))
def test_a_copy_elsewhere_holds_one_of_the_quotes(question: dict[str, Any]) -> None:
    quotes = [evidence["quote"] for evidence in question["evidence"]]
    for copy in question["also_in"]:
        text = place(copy["document"], copy["page"])
        assert max(coverage(quote, text) for quote in quotes) >= 0.9


@pytest.mark.parametrize("question", ANSWERABLE, ids=lambda question: str(question["id"]))
def test_what_an_answer_must_include_is_in_the_reference_answer(question: dict[str, Any]) -> None:
    answer = question["answer"].lower()
    for entry in question["must_include"]:
        spellings = entry if isinstance(entry, list) else [entry]
        assert any(spelling.lower() in answer for spelling in spellings), entry


def test_a_page_is_named_only_where_the_format_has_pages() -> None:
    for question in ANSWERABLE:
        for evidence in question["evidence"]:
            paged = FILES[evidence["document"]].suffix == ".pdf"
            assert (evidence["page"] is not None) == paged


def test_there_are_enough_questions_and_enough_without_an_answer() -> None:
    assert len(ANSWERABLE) >= 300
    assert len(GOLD) - len(ANSWERABLE) >= 200
    assert len({question["id"] for question in GOLD}) == len(GOLD)


def test_there_are_enough_dialogues_and_each_begins_with_a_first_question() -> None:
    moves = [[turn["move"] for turn in dialogue["turns"]] for dialogue in DIALOGUES]
    assert len(moves) >= 30 and min(map(len, moves)) >= 3
    assert all(said[0] == "first" and "first" not in said[1:] for said in moves)
    assert sum(said.count("follow-up") for said in moves) >= 100


def test_the_unanswerable_questions_are() -> None:
    assert len(unanswerable := rows(unanswerable_file())) >= 200
    assert not [question["id"] for question in unanswerable if question["answerable"]]


def test_an_unanswerable_question_names_no_evidence() -> None:
    for question in GOLD:
        if not question["answerable"]:
            assert question["kind"] == "unanswerable"
            assert not question["evidence"] and not question["must_include"]


def test_no_question_rests_on_an_exempt_paper() -> None:
    for question in ANSWERABLE:
        places = question["evidence"] + question["also_in"]
        assert not any("Exempt" in spot["document"] for spot in places)


def test_what_is_exempt_stands_in_no_public_paper() -> None:
    secrets = ["Larkrise", "4,386", "Corvane", "Tallis House", "Fallow Lane", "6.5%"]
    for paper in PAPERS:
        text = "".join(pages_of(paper))
        found = [secret for secret in secrets if secret in text]
        assert found == (secrets if "Exempt" in paper.stem else []), paper.name


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_paper_says_it_is_fictional(paper: Path) -> None:
    assert "Fictional sample paper written for Matters Arising" in "".join(pages_of(paper))


def test_one_page_is_only_a_picture() -> None:
    pages = pages_of(FILES["2024-03-12 CF Scrutiny - Item 8 Monitoring Visit"])
    assert [number for number, text in enumerate(pages, 1) if not text.strip()] == [2]


@pytest.mark.skipif(
    importlib.util.find_spec("reportlab") is None, reason="reportlab, of the dev extra, is missing"
)
def test_papers_built_again_are_the_papers_committed(tmp_path: Path) -> None:
    from corpus.sample.build import build

    built = build(tmp_path)
    assert sorted(paper.name for paper in built) == [paper.name for paper in PAPERS]
    for paper in built:
        committed = papers_folder() / paper.name
        assert contents(paper) == contents(committed), f"{paper.name}: run corpus.sample.build"


def contents(paper: Path) -> object:
    """The bytes of a file; of a Word file its parts, for zlib packs differently by version."""
    if paper.suffix != ".docx":
        return paper.read_bytes()
    with zipfile.ZipFile(paper) as packed:
        return [(part.filename, part.date_time, packed.read(part)) for part in packed.infolist()]
