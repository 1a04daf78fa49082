"""Is the gold itself sound? Evidence that no paper holds makes any answer look wrong.

Only a library can tell, and only of the papers in it that the public may see.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.evaluation.gold import BadLine, Evidence, Gold
from assistant.evaluation.measures import FOUND
from assistant.evaluation.wording import Compared, coverage

if TYPE_CHECKING:
    from index.library import Library

SHOWN = 8
"""Words of a quotation that tell which one is meant."""


def faults(library: Library, questions: Sequence[Gold]) -> list[BadLine]:
    """The questions whose evidence is in doubt, in the order of their lines.

    That is evidence of a document the library has not, or of which less than FOUND stands in its
    document or a copy named beside it. With `any_of` a question counts while one piece is sound.
    """
    wrong = _wrong(library, questions)
    told = []
    for gold in questions:
        doubts = [(i, why) for i in gold.evidence if (why := wrong.get((gold.id, i)))]
        counted = gold.any_of and len(doubts) < len(gold.evidence)
        told += [
            BadLine(gold.line, f"question {gold.id}: {why}", counted=counted) for _, why in doubts
        ]
    return told


def sound(questions: Sequence[Gold], bad: Sequence[BadLine]) -> list[Gold]:
    """The questions that count."""
    left_out = {line.number for line in bad if not line.counted}
    return [gold for gold in questions if gold.line not in left_out]


def _wrong(library: Library, questions: Sequence[Gold]) -> dict[tuple[str, Evidence], str]:
    """What is wrong with each piece of evidence that is, by question.

    One document at a time is read, for its words fill far more memory than its text.
    """
    pieces = {(gold.id, item): [item.document, *gold.also_in]
              for gold in questions for item in gold.evidence}  # fmt: skip
    wanted = {document for documents in pieces.values() for document in documents}
    papers: dict[str, list[str]] = {}
    for paper in library.papers():
        if paper.document in wanted:
            papers.setdefault(paper.document, []).append(paper.id)
    found = set()
    for document, ids in papers.items():
        text = Compared.of("\n".join(library.text_of(paper) for paper in ids))
        for piece, documents in pieces.items():
            if document in documents and coverage(piece[1].quote, text) >= FOUND:
                found.add(piece)
    return {
        piece: _reason(piece[1], known=any(document in papers for document in documents))
        for piece, documents in pieces.items() if piece not in found
    }  # fmt: skip


def _reason(item: Evidence, *, known: bool) -> str:
    if not known:
        return f'the library has no public paper "{item.document}", which its evidence names'
    words = item.quote.split()
    shown = " ".join(words[:SHOWN]) + ("…" if len(words) > SHOWN else "")
    return f'its evidence "{shown}" does not stand in the paper "{item.document}"'
