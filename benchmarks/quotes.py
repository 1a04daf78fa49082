"""How well papers are read, by the quotations that gold rests on: `python -m benchmarks.quotes`.

An answer can be no better than the reading: a quotation cut in two is never found whole, and one
under a wrong number is cited wrongly. Each quotation of the questions is looked for in the blocks
and passages that `corpus.read` and `index.passages` make of its paper.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from benchmarks.locators import is_named, wanted
from benchmarks.standing import Standing, in_neighbours, in_one_block, in_one_passage
from corpus.paper import Paper
from corpus.read import read_all
from corpus.sample import papers_folder, questions_file

SHARED = Path(__file__).resolve().parents[2] / "shared"
FIGURES = ("block", "neighbours", "passage", "page", "locator")
Figures = dict[str, float]
"""Name of a figure to its value, 0 to 1; a figure that does not apply is absent."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation of gold's evidence and where gold says that it stands."""

    question: str
    document: str
    text: str
    locator: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A quotation looked for: its figures, the ending of its paper's file, and where it was."""

    quote: Quote
    ending: str
    figures: Figures
    place: Standing | None


def quotes_of(path: Path) -> list[Quote]:
    """The quotations of a questions file, one JSON object a line."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Quote(row["id"], e["document"], e["quote"], e.get("locator") or "", e.get("page"))
        for row in map(json.loads, lines)
        for e in row["evidence"]
    ]


def papers_in(folder: Path, documents: set[str]) -> dict[str, tuple[str, list[Paper]]]:
    """Document to (ending of its file, its papers) of those named, read as `matters add` does."""
    found = [p for p in sorted(folder.rglob("*")) if p.is_file() and p.stem.strip() in documents]
    read = zip(found, read_all(found), strict=True)
    return {path.stem.strip(): (path.suffix, [*reading.papers]) for path, reading in read}


def judge(quote: Quote, papers: Sequence[Paper], *, ending: str = "") -> Judged:
    """The figures of one quotation.

    `block`: it stands in one block or one block with its lead-in. `neighbours`: there, or in
    neighbours of one unit. `passage`: one passage holds it. `page` and `locator`: the blocks that
    hold it, or the most of it, stand on gold's page and name gold's numbers.
    """
    place = in_one_block(quote.text, papers, quote.page)
    in_block = place is not None and place.is_whole
    if not in_block:
        together = in_neighbours(quote.text, papers, quote.page)
        if together and (place is None or together.share > place.share):
            place = together
    figures = {
        "block": float(in_block),
        "neighbours": float(place is not None and place.is_whole),
        "passage": float(in_one_passage(quote.text, papers)),
    }
    if quote.page is not None:
        figures["page"] = float(place is not None and quote.page in place.pages)
    if want := wanted(quote.locator):
        named = place is not None and is_named(want, place.paper, place.blocks)
        figures["locator"] = float(named)
    return Judged(quote, ending, figures, place)


def measure(folder: Path, questions: Iterable[Path]) -> list[Judged]:
    """Every quotation of the question files, looked for in the papers of a folder."""
    quotes = [quote for path in questions for quote in quotes_of(path)]
    papers = papers_in(folder, {quote.document for quote in quotes})
    return [
        judge(quote, read, ending=ending)
        for quote in quotes
        for ending, read in [papers.get(quote.document, ("missing", []))]
    ]


def means(judged: Iterable[Judged]) -> Figures:
    """The mean of each figure over the quotations that it applies to."""
    judged = list(judged)
    columns = {name: [j.figures[name] for j in judged if name in j.figures] for name in FIGURES}
    return {name: mean(column) for name, column in columns.items() if column}


def main() -> None:
    """Print a line for each kind of file and one for all; with --misses, what was missed."""
    real = (SHARED / "gold").is_dir()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", nargs="?", type=Path, help="a folder")
    parser.add_argument("questions", nargs="*", type=Path, help="JSONL files of gold questions")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    gold = sorted((SHARED / "gold").glob("questions*.jsonl")) if real else [questions_file()]
    folder = given.papers or (SHARED / "papers" if real else papers_folder())
    judged = measure(folder, given.questions or gold)
    if given.misses:
        for miss in judged:
            _tell(miss)
    print(" " * 16 + "".join(name.rjust(12) for name in FIGURES))
    for ending in sorted({j.ending for j in judged}):
        _line(ending, [j for j in judged if j.ending == ending])
    _line("all", judged)


def _line(label: str, judged: Sequence[Judged]) -> None:
    figures = means(judged)
    shown = (f"{figures[name]:12.3f}" if name in figures else "-".rjust(12) for name in FIGURES)
    print(f"{label} ({len(judged)})".ljust(16) + "".join(shown))


def _tell(judged: Judged) -> None:
    missed = [name for name in FIGURES if judged.figures.get(name) == 0]
    quote, place = judged.quote, judged.place
    if not missed:
        return
    where = f"{quote.document}, page {quote.page}, {quote.locator}"
    print(f"{quote.question} misses {', '.join(missed)}: {where}\n    gold: {quote.text}")
    for block in place.blocks if place else ():
        number = " ".join(filter(None, (block.paragraph, block.row)))
        print(f"    {block.kind} {number!r}, page {block.page}: {block.lead_in!r} {block.text!r}")


if __name__ == "__main__":
    main()
