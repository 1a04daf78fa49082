"""Questions asked of real papers, which stay where they are.

`training/of_papers/` says which passage of which file each was written for, by a hash of its text,
and from which character to which it is answered; the words are read from the files, as the product
reads them. A passage that the product has since come to read otherwise is left out, and counted.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.read import read_all
from index.passages import Passage as Indexed
from index.passages import passages_of
from training.passages import Passage, Question, rows_in
from training.schedule import said

ASKED = Path(__file__).parent / "of_papers"


def read_papers(folder: Path) -> list[Passage]:
    """Every passage of the files that were asked of, with its questions if it has any; none where
    the papers are not there."""
    if not folder.is_dir():
        said(f"There is no {folder}: training without the questions asked of its papers.")
        return []
    rows = (row for path in ASKED.glob("*.jsonl") for row in rows_in(path))
    asked = {(row["file"], row["passage"]): row for row in rows}
    wanted = {file for file, _ in asked}
    files = sorted(path for path in folder.rglob("*.pdf") if path.name in wanted)
    found = [
        (path.name, passage)
        for path, reading in zip(files, read_all(files), strict=True)
        for paper in reading.papers
        for passage in passages_of(paper)
    ]
    passages = [_told(file, p, asked.pop((file, hashed(p.text)), None)) for file, p in found]
    if asked:
        said(f"{len(asked)} passages that questions were written for are not read so any more.")
    return passages


def hashed(text: str) -> str:
    """What a passage's text is known by."""
    return sha256(text.encode()).hexdigest()[:16]


def _told(file: str, passage: Indexed, row: dict[str, Any] | None) -> Passage:
    asked = row or {"questions": (), "near_misses": ()}
    questions = tuple(Question(q["q"], q["start"], q["end"]) for q in asked["questions"])
    name = f"{file}-{passage.start}-{passage.item}"
    near = tuple(asked["near_misses"])
    return Passage(name, file, passage.breadcrumb, passage.text, questions, near)
