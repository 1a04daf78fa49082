"""What papers of several meetings say of one thing, side by side.

Change is told by words that come back: the same row of the next report's table, the sentence that
the last report had with other figures. So what answers best is looked for again, by its own words,
in the papers of other meetings; and where a question compares two meetings or councils, what each
says that is like the other's comes first. Of 18 development questions about change 5 were answered
right without this, 11 with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.finding.evidence import Evidence, Weighed, rarity
from assistant.finding.units import Unit, units_of, without_mark
from assistant.rewording.tokens import tokens_of
from assistant.rewording.wording import compared
from assistant.telling.rows import cells_of
from index.attribution import place_of
from index.catalogue import PaperRecord
from index.search import STOP_TERMS, Hit, Scope, search
from index.words import tokens

if TYPE_CHECKING:
    from corpus.paper import Access
    from index.library import Library
    from index.words import Words

LOOKED_THROUGH = 30
"""Passages found by the words that are looked for again."""
LOOKED_FOR = 60
"""Words of a sentence that are looked for."""
ALIKE = 0.5
"""Likeness from which words are held to have come back."""
IN_A_SENTENCE = 0.9
"""What it counts, of a likeness, that a sentence has the words that a row is named by."""
ON_TOPIC = 0.8
"""Of the question's words that the first has: what comes back must have as much."""
MEETINGS = 5
"""Of one thing that are told, the last ones."""
NAMED = 3
"""Words of a row's cells that say which row it is."""
FEW = 2
"""Figures of a sentence that are worth telling apart."""
BESIDE = 4.0
"""What being like the other side's best is worth, added to a unit's score."""
_YEAR = re.compile(r"\d{4}\b")
_TOLD_AGAIN = re.compile(
    r"\beach (?:of the )?(?:\w+ )?(?:updates?|reports?|meetings?|times?|quarters?|years?)\b|"
    r"\bslip|\bover time\b|\bbec(?:ame|ome) of\b|\bhappened (?:to|with)\b|\bput (?:off|back)\b",
    re.I,
)


def asks_over_time(question: str, kind: str) -> bool:
    """Whether a question wants what several meetings were told of one thing."""
    return kind == "change over time" or bool(_TOLD_AGAIN.search(question))


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where what a unit says is looked for again: the papers a reader may see, by their id, those
    of them that the scope admits, and the words by which they are found."""

    library: Library
    papers: Mapping[str, PaperRecord]
    shelves: tuple[Access, ...]
    scope: Scope
    words: Words

    def course(self, evidence: Sequence[Evidence], weighed: Weighed) -> list[Evidence]:
        """The best evidence with its like from other meetings of its council, oldest first; empty
        where it says nothing that is said again."""
        first = evidence[0]
        paper = self.papers[first.unit.passage.paper]
        if not paper.date:
            return []
        found: dict[str, tuple[float, Evidence]] = {}
        for hit, unit in self._like(first, paper, weighed):
            day = self.papers[hit.passage.paper].date or ""
            likeness = alike(first.unit, unit, self.words)
            if likeness >= max(ALIKE, found.get(day, (0.0,))[0]):
                found[day] = likeness, replace(first, unit=unit, hit=hit)
        again = {day: one for day, (_, one) in found.items()}
        if same := {d: e for d, e in again.items() if e.unit.kind == first.unit.kind}:
            again = same
        told = sorted([(paper.date, first), *again.items()], key=lambda each: each[0])
        return [one for _, one in told[-MEETINGS:]] if again else []

    def _like(
        self, first: Evidence, paper: PaperRecord, weighed: Weighed
    ) -> Iterator[tuple[Hit, Unit]]:
        """Units of other meetings' passages that have the first's words, and the question's."""
        place = place_of(paper.council)
        named = {p.council for p in self.papers.values() if place_of(p.council) == place}
        councils = self.scope.councils or tuple(sorted(named - {""}))
        wanted = replace(self.scope, councils=councils, preferred=())
        sought = " ".join(_named(first.unit).split()[:LOOKED_FOR])
        hits = search(self.library, sought, scope=wanted, shelves=self.shelves, k=LOOKED_THROUGH)
        timeless = replace(
            weighed, terms={t: w for t, w in weighed.terms.items() if not _YEAR.match(t)}
        )
        least = ON_TOPIC * timeless.share_in(_line(first.unit))
        for hit in hits:
            other = self.papers[hit.passage.paper]
            elsewhen = other.date and other.date != paper.date
            if elsewhen and place_of(other.council) == place:
                for unit in units_of(hit.passage):
                    if timeless.share_in(_line(unit)) >= least:
                        yield hit, unit


def beside(parts: Sequence[Sequence[Evidence]], words: Words) -> list[list[Evidence]]:
    """The evidence of each part of a question again: what is like the best that any part has, which
    tells the same thing of another council or meeting, before what is not."""
    anchor = max((part[0] for part in parts if part), key=lambda e: e.score, default=None)
    if anchor is None:
        return [list(part) for part in parts]
    return [
        list(part) if not part or part[0] is anchor else sorted(
            part, key=lambda e: -e.score - BESIDE * alike(anchor.unit, e.unit, words)
        )
        for part in parts
    ]  # fmt: skip


def moved(old: Sequence[Unit], new: Sequence[Unit], words: Words) -> str:
    """What became of the figures of the sentences that two papers have in other figures, in a line
    ("5 became 7; 12 is unchanged"); "" where there is no such sentence, or more than a few words
    would tell."""
    pairs = [
        (alike(one, other, words), one, other)
        for one in old for other in new if "row" not in (one.kind, other.kind)
    ]  # fmt: skip
    likeness, one, other = max(pairs, key=lambda pair: pair[0], default=(0.0, None, None))
    if one is None or other is None or likeness < ALIKE:
        return ""
    facts = compared(one.text, other.text).facts
    changed = [f"{f.was} became {f.now}" for f in facts if f.kind == "figure" and f.was and f.now]
    kept = _figures(one.text) & _figures(other.text)
    if len(changed) > FEW or len(kept) > FEW:
        return ""
    is_ = "is" if len(kept) == 1 else "are"
    return "; ".join([*changed, *([f"{' and '.join(kept)} {is_} unchanged"] if kept else [])])


def _figures(text: str) -> Counter[str]:
    """The figures of a text, without dates and the numbers of items and recommendations."""
    return Counter(text[t.start : t.end] for t in tokens_of(text) if t.kind == "figure")


def alike(one: Unit, other: Unit, words: Words) -> float:
    """How far two units say the same thing, whatever their figures, 0 to 1: the words they share,
    rare ones counting most. A row goes by the cells that name it."""
    ours, theirs = _terms(_named(one)), _terms(_named(other))
    shared = _weight(ours & theirs, words)
    if not shared:
        return 0.0
    if (one.kind == "row") != (other.kind == "row"):
        return IN_A_SENTENCE * shared / _weight(ours if one.kind == "row" else theirs, words)
    return 2 * shared / (_weight(ours, words) + _weight(theirs, words))


def _weight(terms: frozenset[str], words: Words) -> float:
    return sum(rarity(words.count, words.document_frequency(t)) for t in terms)


def _terms(text: str) -> frozenset[str]:
    return frozenset(t for t in tokens(text) if t not in STOP_TERMS and not t.isdigit())


def _named(unit: Unit) -> str:
    """The cells that say which row it is, or the whole of what is no row."""
    if unit.kind != "row":
        return without_mark(unit.text)
    said = ""
    for cell in cells_of(unit.text, unit.start, ()):
        if re.search(r"[^\W\d]", cell.text):
            said = f"{said} {cell.text}".strip()
        if len(said.split()) >= NAMED:
            break
    return said


def _line(unit: Unit) -> set[str]:
    """The terms of the line a unit stands in."""
    text = unit.passage.text
    ends = text.find("\n", unit.end)
    return set(tokens(text[text.rfind("\n", 0, unit.start) + 1 : ends if ends >= 0 else None]))
