"""Passages that speak of a matter: by its number, or with enough of its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.finding.units import Unit, units_of, without_mark
from assistant.printings.printing import Link
from assistant.threads.naming import is_telling, names
from assistant.threads.record import Record
from assistant.threads.thread import Telling
from assistant.threads.wording import Wording
from corpus.register.entries import Place
from index.catalogue import PaperRecord
from index.passages import Passage
from index.words import tokens

LOOKED_AT = 200
"""Passages that the word index gives for one matter, the likeliest first: in 430 passages of sample
papers a matter has at most 40."""
WHOLE = 90
"""Words of a paragraph that is quoted whole; of a longer one, from the first sentence that speaks
of the matter to the last."""
FEW = 4
"""Passages of one paper that are told by their words alone: a report on the matter has dozens."""
HEADING = 10
"""Words of the longest heading that names one matter."""
LITTLE = 0.2
"""Share of the wording that a sentence with the number must have where the number alone may be of
something else."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What tells a matter: its number (`alone` if nothing else has it), named from the meeting of
    `since` on, and its words, in each of the wordings that it has had, or as asked for."""

    number: str
    alone: bool
    since: str
    wordings: tuple[Wording, ...]
    asked: bool

    def link(self, text: str, day: str | None) -> Link | None:
        """Why a text of a meeting speaks of the matter; None if it does not."""
        if (day or "9") >= self.since and self.number and names(text, self.number):
            sure = self.alone and is_telling(self.number)
            if sure or self._holds_little(text):
                return Link(f"it names {self.number}", "sure" if sure else "likely")
        said = next((wording for wording in self.wordings if wording.speaks(text)), None)
        if said is None:
            return None
        whose = "the words asked for" if self.asked else "its words"
        return Link(f"it has {whose}: {said.shared(text)}", "likely")

    def under(self, heading: str) -> Link | None:
        """That what stands under a heading is about the matter, where the heading has its words."""
        said = any(wording.speaks(heading) for wording in self.wordings)
        return Link(f"it stands under “{heading}”", "likely") if said else None

    def share(self, text: str) -> float:
        """How much of the matter's wording a text has, at best."""
        held = set(tokens(text))
        return max((wording.share(held) for wording in self.wordings), default=0.0)

    def _holds_little(self, text: str) -> bool:
        """A number that others have too needs a word of the matter beside it."""
        return self.share(text) >= LITTLE


def mentions(record: Record, sought: Sought, papers: Sequence[PaperRecord]) -> Iterator[Telling]:
    """What these papers' passages say of a matter, as they print it: all that names its number, and
    of each paper the few that have most of its words."""
    by_id = {paper.id: paper for paper in papers}
    worded: defaultdict[str, list[Telling]] = defaultdict(list)
    for passage in _likely(record, sought, papers):
        if passage.kind == "heading":
            continue
        for telling in _said(passage, by_id[passage.paper], sought):
            if telling.link.sureness == "sure":
                yield telling
            else:
                worded[passage.paper].append(telling)
    for told in worded.values():
        yield from sorted(told, key=lambda t: (-sought.share(t.quote), t.place.start))[:FEW]


def _likely(record: Record, sought: Sought, papers: Sequence[PaperRecord]) -> Iterator[Passage]:
    """The passages that the word index finds by the number and the words."""
    numbers = {paper.number for paper in papers}
    asked = [
        *([[(t, 1.0) for t in tokens(f"action recommendation {sought.number}")]]
          if sought.number else []),
        *([list(wording.weights.items()) for wording in sought.wordings]),
    ]  # fmt: skip
    for access in record.shelves:
        shelf = record.library.shelf(access)
        if shelf is None:
            continue
        ids = {
            number: None
            for terms in asked
            for number, _ in shelf.words.search(terms, LOOKED_AT, papers=numbers)
        }
        found = record.library.passages(list(ids), (access,))
        yield from (passage for passage in found.values() if passage.paper in
                    {paper.id for paper in papers})  # fmt: skip


def _said(passage: Passage, paper: PaperRecord, sought: Sought) -> Iterator[Telling]:
    """Of each paragraph or row that speaks of the matter, its words."""
    by_line: defaultdict[int, list[Unit]] = defaultdict(list)
    for unit in units_of(passage):
        if unit.text.strip() not in passage.section:
            by_line[passage.text.count("\n", 0, unit.start)].append(unit)
    for units in by_line.values():
        held = [(u, why) for u in units if (why := sought.link(u.text, paper.date))]
        if not held and units[0].kind != "row" and (why := sought.under(_heading(passage))):
            yield _telling(paper, units, why)
        elif held:
            first, last = (units.index(held[at][0]) for at in (0, -1))
            words = sum(len(unit.text.split()) for unit in units)
            told = units if words <= WHOLE else units[first : last + 1]
            yield _telling(paper, told, _surest(held))


def _heading(passage: Passage) -> str:
    """The nearest heading above a passage, where it is short enough to name one matter."""
    heading = without_mark(passage.section.split(" > ")[-1])
    return heading if len(heading.split()) <= HEADING else ""


def _surest(held: Sequence[tuple[Unit, Link]]) -> Link:
    return next((why for _, why in held if why.sureness == "sure"), held[0][1])


def _telling(paper: PaperRecord, units: Sequence[Unit], why: Link) -> Telling:
    """The run of units as one quotation, cited by where it begins."""
    passage, start, end = units[0].passage, units[0].start, units[-1].end
    place = Place(
        passage.start + start,
        passage.start + end,
        paragraph=passage.paragraph,
        row=passage.row if units[0].kind == "row" else "",
        page=units[0].page,
        page_label=passage.page_label if units[0].page == passage.page else "",
        section=tuple(filter(None, passage.section.split(" > "))),
    )
    return Telling(paper, place, passage.text[start:end], why)
