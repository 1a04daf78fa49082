"""What the register answers, as quotations: its entries as their paper prints them, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.asking.question import Asked
from assistant.finding.evidence import Evidence
from assistant.finding.found import Found, shelves_of
from assistant.finding.units import Unit
from assistant.register.asked_answers import answers_asked
from assistant.register.described import COUNTS, is_answered
from assistant.register.listing import Listed, listed
from assistant.register.placed import page_at, unit_of
from assistant.register.reasons import reason_asked
from assistant.register.sought import Sought, author_line, sought
from assistant.register.vote_told import quoted_vote
from assistant.register.voted import vote_asked
from assistant.telling.quoting import MARK, Quotation, of_slice
from assistant.telling.rows import told_of
from corpus.register.asking import sentence_end
from corpus.register.entries import Recommendation
from index.passages import Passage
from index.register import Registered
from index.search import Hit

if TYPE_CHECKING:
    from corpus.paper import Access
    from index.library import Library


FIRST = 3
"""Words, an item's number, between a list's opening line and its first entry."""
SPARE = 20
"""Words that a row told by its cells may have beyond its share."""
COUNTED = 130
"""Words of entries that are counted: what a paper says of their number is quoted after them."""
BETWEEN = 60
"""Characters between a recommendation and the answer to it, "The Executive's response:"."""


@dataclass(frozen=True, slots=True)
class Told:
    """Entries that a part of a question asks for, quoted; `counted` is their number in words where
    it asks how many ("6 recommendations"); `titled` where several reports are told of."""

    quotations: list[Quotation]
    counted: str = ""
    titled: bool = False


def registered(
    library: Library, asked: Asked, part: Found, shelves: Sequence[Access], *, words: int
) -> list[Told]:
    """What the register tells of a part of a question, in about so many words, paper by paper;
    nothing where it asks for no list that the register has."""
    opened = shelves_of(library, shelves)
    if not opened or asked.refused:
        return []
    spelt, scope = opened[0].lexicon.spelt, part.scope
    question, topic = spelt(asked.spelt), spelt(asked.topic)
    if vote := vote_asked(library, question, scope, shelves=shelves, topic=topic):
        passages = library.passages_in(vote.one.paper.id, tuple(shelves))
        if moved := quoted_vote(vote, passages, question=asked.text):
            return [Told(moved, vote.said)]
    if line := author_line(library, question, part, shelves=shelves, topic=topic):
        passage, start, end = line
        return [Told([of_slice(passage, start, end, page_at(passage, start))])]
    if put := sought(library, question, part, shelves=shelves, topic=topic):
        return [_put(library, put, asked.text, shelves, words=words)]
    if one := reason_asked(library, question, part, shelves=shelves, topic=topic):
        passages = library.passages_in(one.paper.id, tuple(shelves))
        return [Told(quoted([one], passages, question=asked.text, words=words))]
    found = listed(library, question, scope, shelves=shelves, topic=topic)
    told_of_each = (
        _told(library, each, asked.text, shelves, words=words // len(found)) for each in found
    )
    return [told for told in told_of_each if told.quotations]


def _told(
    library: Library, found: Listed, question: str, shelves: Sequence[Access], *, words: int
) -> Told:
    """The entries of one paper, quoted, and how many they are where that is asked."""
    passages = library.passages_in(found.entries[0].paper.id, tuple(shelves))
    counts = found.is_none or bool(COUNTS.search(question))
    words = min(words, COUNTED) if counts else words
    quotations = quoted(found.entries, passages, question=question, words=words)
    return Told(quotations, found.named if counts else "")


def _put(
    library: Library, put: Sequence[Sought], question: str, shelves: Sequence[Access], *,
    words: int,
) -> Told:  # fmt: skip
    """What reports ask their meetings for, quoted, each in its share of the words."""
    quotations: list[Quotation] = []
    for report in put:
        passages = library.passages_in(report.entries[0].paper.id, tuple(shelves))
        each = words // len(put)
        quotations += quoted(report.entries, passages, question=question, words=each)
    return Told(quotations, titled=len({report.passage.paper for report in put}) > 1)


def quoted(
    entries: Sequence[Registered], passages: Sequence[Passage], *, question: str, words: int
) -> list[Quotation]:
    """The entries of one paper, as they stand in its passages, as many as fit `words`. Several
    actions of a row are the row, told by the cells that the question asks for; a list has the line
    that opens it."""
    found: list[Quotation] = []
    used = 0
    each = max(words // max(len(entries), 1), 25)
    told: set[tuple[int, int]] = set()
    replies = bool(answers_asked(question))
    for one in entries:
        place = _with_answer(one) if replies else (one.entry.place.start, one.entry.place.end)
        unit = unit_of(one, passages, at=place[0])
        if unit is None or (unit.passage.id, unit.start) in told:
            continue
        passage, start = unit.passage, place[0] - unit.passage.start
        told.add((passage.id, unit.start))
        if replies and is_answered(one):
            slices = _answered(one, unit, place, most=each - MARK)
            pieces = [of_slice(passage, a, b, unit.page) for a, b in slices]
        elif unit.kind == "row" and one.kind == "action":
            pieces = quoted_row(unit, question, words=each)
        else:
            begin = start if found else _opening(unit, start)
            end = min(place[1] - passage.start, len(passage.text))
            pieces = [of_slice(passage, begin, end, unit.page)]
        used += sum(piece.words + MARK for piece in pieces)
        if found and used > words:
            break
        found += pieces
    return found


def _opening(unit: Unit, start: int) -> int:
    """Where the line that opens a list begins in its passage, if it stands right before its first
    entry, which begins at `start`; else `start`."""
    text = unit.passage.text
    opened = text.find(unit.context) if unit.context else -1
    if not 0 <= opened < start:
        return start
    between = text[opened + len(unit.context) : start]
    return opened if len(between.split()) <= FIRST else start


def _answered(
    one: Registered, unit: Unit, place: tuple[int, int], *, most: int
) -> list[tuple[int, int]]:
    """The slices of a passage that tell a recommendation with its answer: the row or all that is
    said, or if that is more than so many words, how the answer begins."""
    text, at = unit.passage.text, unit.passage.start
    row = unit.kind == "row"
    start, end = (unit.start, unit.end) if row else (place[0] - at, min(place[1] - at, len(text)))
    if len(text[start:end].split()) <= most or not isinstance(one.entry, Recommendation):
        return [(start, end)]
    begins, ends = (n - at for n in one.entry.answered)
    stop = sentence_end(text[:ends], begins)
    asked = one.entry.place.end - at
    if row and start < asked < begins and text[asked:begins].strip():
        return [(start, asked), (begins, stop)]
    return [(start, stop)]


def _with_answer(one: Registered) -> tuple[int, int]:
    """Where a recommendation stands with its answer, or the answer alone that is printed far from
    it, in the paper's text."""
    place = one.entry.place
    if not isinstance(one.entry, Recommendation) or not is_answered(one):
        return place.start, place.end
    start, end = one.entry.answered
    return (place.start if 0 <= start - place.end <= BETWEEN else start), end


def quoted_row(unit: Unit, question: str, *, words: int) -> list[Quotation]:
    """A row, told by the cells that the question asks for where it is longer than so many words."""
    item = Evidence(unit, Hit(unit.passage, 1.0), 1.0, ())
    slices = told_of(item, question, long=words, most=words + SPARE)
    return [of_slice(unit.passage, start, end, unit.page) for start, end in slices]
