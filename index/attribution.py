"""Whose paper it is, where the paper itself does not say in full.

A council is named in many ways over its papers ("Oxton", "Oxton County Council"), and many a report
names only its committee. Among the papers that one reader may see, names of one place become the
commonest full one. A paper without a council is given that of its committee, if only one council
has such a committee and the paper was handed in with that council's, or there is no other council:
many a council has a Cabinet. Nothing is stored: another reader, who sees other papers, gets it
worked out from those.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.catalogue import PaperRecord
from index.catalogue.connection import Catalogue
from index.catalogue.records import Shelves, unattributed

_GENERIC = {
    "council", "county", "city", "borough", "district", "metropolitan", "royal", "london", "of",
    "the", "town", "parish", "unitary", "and", "upon", "on", "in", "authority",
}  # fmt: skip


def place_of(council: str) -> str:
    """What tells a council from others of its kind.

    >>> place_of("London Borough of Oxton")
    'Oxton'
    """
    words = [w for w in council.split() if w.lower() not in _GENERIC]
    return " ".join(words) or council


def papers(catalogue: Catalogue, shelves: Shelves) -> list[PaperRecord]:
    """Every paper on the shelves, newest meeting first, then by id; each with its council as far as
    they tell together."""
    return attributed(unattributed(catalogue, shelves))


def paper(catalogue: Catalogue, paper_id: str, shelves: Shelves) -> PaperRecord | None:
    """One paper, if it is on the shelves."""
    return next((p for p in papers(catalogue, shelves) if p.id == paper_id), None)


def attributed(papers: Sequence[PaperRecord]) -> list[PaperRecord]:
    """The same papers in the same order, each with its council's full name if that can be told."""
    names = _full_names(papers)
    named = [replace(p, council=names[place_of(p.council)]) if p.council else p for p in papers]
    owners: defaultdict[str, set[str]] = defaultdict(set)
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for paper in named:
        if paper.council and paper.committee:
            owners[paper.committee.casefold()].add(paper.council)
            homes[paper.council].add(paper.folder)
    alone = len({p.council for p in named if p.council}) == 1
    return [
        replace(paper, council=council)
        if (council := _owner(paper, owners)) and (alone or paper.folder in homes[council])
        else paper
        for paper in named
    ]


def _owner(paper: PaperRecord, owners: Mapping[str, set[str]]) -> str:
    """The one council with the paper's committee, if the paper has none and nobody took it away."""
    said = any(s.field == "council" and s.place == "correction" for s in paper.sources)
    having = owners.get(paper.committee.casefold(), set())
    return next(iter(having)) if not paper.council and not said and len(having) == 1 else ""


def _full_names(papers: Sequence[PaperRecord]) -> dict[str, str]:
    """Each place's commonest name with more than the place in it, else the place."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for paper in papers:
        if paper.council:
            counts[place_of(paper.council)][paper.council] += 1
    return {
        place: max(found, key=lambda name: (name != place, found[name], name))
        for place, found in counts.items()
    }
