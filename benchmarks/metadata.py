"""How well papers say what they are: `python -m benchmarks.metadata TRUTH.csv FOLDER`.

TRUTH.csv is written by a person who opened each paper, in the columns of a papers.csv; `file` is a
path below FOLDER. Each file is read as `matters add` reads it. Of a pack the front pages count. A
council is judged twice: as the one file tells it, and as the library tells it from all of them.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from corpus.paper import Paper
from corpus.read import read_all
from index.attribution import attributed
from index.catalogue import PaperRecord

Facts = Mapping[str, str]
"""Field to value."""


def measure(truth: Sequence[Facts], papers: Sequence[Paper | None]) -> dict[str, list[str]]:
    """Field to its misses, "paper: 'read' for 'truth'"; "" in truth is to be judged too.

    `papers` are those of the lines of `truth`, None for a file that could not be read.
    """
    library = {r.number: r.council for r in attributed([*_records(papers)])}
    misses: dict[str, list[str]] = {}
    for number, (row, paper) in enumerate(zip(truth, papers, strict=True)):
        read = _facts(paper) | {"council in library": library.get(number, "")}
        wanted = {"council in library": row.get("council", ""), **row}
        for name in (name for name in read if name in wanted):
            missed = misses.setdefault(name, [])
            if _words(read[name]) != _words(wanted[name]):
                missed.append(f"{wanted['file']}: {read[name]!r} for {wanted[name]!r}")
    return misses


def _facts(paper: Paper | None) -> dict[str, str]:
    if paper is None:
        return dict.fromkeys(
            ("council", "committee", "date", "title", "kind", "access", "item"), ""
        )
    meeting = paper.meeting
    return {
        "council": meeting.council, "committee": meeting.committee, "date": meeting.date or "",
        "title": paper.title, "kind": paper.kind, "access": paper.access, "item": paper.item,
    }  # fmt: skip


def _words(text: str) -> list[str]:
    """What two printings of one title share: its words, however they are cased and joined."""
    return re.findall(r"\w+", text.casefold().replace("’", "'"))


def _records(papers: Iterable[Paper | None]) -> Iterable[PaperRecord]:
    for number, paper in enumerate(papers):
        if paper is not None:
            council, committee, date = (
                paper.meeting.council, paper.meeting.committee, paper.meeting.date,
            )  # fmt: skip
            yield PaperRecord(
                paper.id, paper.document, paper.title, paper.kind, paper.access, council,
                committee, date, paper.item, "", "", None, "read", "", 0, number,
            )  # fmt: skip


def main() -> None:
    """Print the share right of each field, and with --misses what was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("truth", type=Path, help="a CSV file with a line a paper")
    parser.add_argument("folder", type=Path, help="where the papers lie")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    with given.truth.open(encoding="utf-8", newline="") as lines:
        truth = list(csv.DictReader(lines))
    readings = read_all([given.folder / row["file"] for row in truth])
    papers = [reading.papers[0] if reading.papers else None for reading in readings]
    for name, missed in measure(truth, papers).items():
        print(f"{name:20}{len(truth) - len(missed)} of {len(truth)}")
        if given.misses:
            print(*(f"    {miss}" for miss in missed), sep="\n", end="\n" if missed else "")


if __name__ == "__main__":
    main()
