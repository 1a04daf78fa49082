"""Evidence becomes quotations: whole enough to stand alone, short enough to read.

A quotation is a slice of its passage. It takes in the sentence before where it opens with a word
that points back ("This", "It"), the whole of a list where a list was asked for, and its neighbour
where both were chosen; of a sentence that a page's end cuts, both halves, which are cited each with
its own page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.finding.evidence import Evidence
from assistant.finding.units import OPENS, Unit, units_of
from assistant.telling.rows import told_of
from assistant.telling.shown import shown
from index.passages import Passage
from index.search import Hit
from index.words import tokens

_POINTS_BACK = re.compile(
    r"(?:this|these|those|that|it|they|he|she|however|therefore|also|such|as a result|"
    r"in addition|both|of these|of the number|furthermore|moreover|consequently|nevertheless|"
    r"nonetheless|instead|accordingly|but|yet)\b",
    re.I,
)
_ENDED = re.compile(r"[.:;!?][\"'”’)\]]*$")
MARK, LEAD = 2, 12
"""Words that a quotation's mark and a paper's lead (council, committee, date) add to an answer."""
SHORT = 8
"""Words: a shorter sentence is quoted with the one before it."""
PARAGRAPH = 100
"""Words: a paragraph this short is quoted whole. With 60, 80, 100, 120 of the development answers
0, 0, 4, 3 more were right."""
FOLLOWED = 70
"""Words of a sentence of a longer one with those that follow it."""
ON_ITS_OWN = 0.8
"""Of the best unit's score: what bears so well on the question is quoted alone where what it needs
was quoted already."""
LITTLE = 6
"""Words: fewer without a figure are not quoted after others."""
TITLE = 16
"""Words: fewer without a stop or a colon are a title."""
RESOLUTION = 110
"""Words of a resolution quoted with a clause of it: what was resolved is all of it."""
LISTED = 90
"""Words of a list that is quoted because its opening line was chosen."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """`passage.text[start:end]`, verbatim; `shown` is how it reads: a row's cells under their
    headers, a list's items on lines of their own."""

    passage: Passage
    start: int
    end: int
    page: int | None
    shown: str
    score: float

    @property
    def text(self) -> str:
        """The words as they stand in the paper."""
        return self.passage.text[self.start : self.end]

    @property
    def words(self) -> int:
        """How many words a reader sees."""
        return len(self.shown.split())


def quotations(
    evidence: Sequence[Evidence], *, words: int, most: int, question: str = ""
) -> list[Quotation]:
    """The best evidence as at most `most` quotations of at most about so many words in all; a long
    table row counts as one, told by the cells that answer the question.

    The first is always given, whole; a later one only if it says something new and bears on the
    question at least half as well.
    """
    chosen: list[Quotation] = []
    used = told = 0
    for item in evidence:
        if chosen and (item.score < chosen[0].score / 2 or told >= most):
            break
        if chosen and _says_little(item.unit):
            continue
        whole = _row(item, question) if item.unit.kind == "row" else [_standing_alone(item)]
        bare = [_alone(item)] if chosen and item.score >= ON_ITS_OWN * chosen[0].score else []
        for pieces in filter(None, (whole, bare)):
            if chosen and pieces[-1].text.endswith(":"):  # and what it opens has no room
                continue
            if any(overlap(piece, other) for piece in pieces for other in chosen):
                continue
            leads = item.unit.passage.paper not in {q.passage.paper for q in chosen}
            cost = sum(piece.words + MARK for piece in pieces) + LEAD * leads
            if not chosen or used + cost <= words:
                chosen += pieces
                used, told = used + cost, told + 1
                break
    if chosen and evidence[0].extreme:  # the row asked for leads, whatever stands above it
        return [chosen[0], *_joined(chosen[1:])]
    return _joined(chosen)


def whole_list(
    hit: Hit, best: Unit, following: Sequence[Passage], *, words: int
) -> list[Quotation]:
    """The list or small table the best unit belongs to, from its lead-in to its last item.

    `following` are the passages after it in the same paper, into which a long list may run on.
    Empty when the unit is part of no list.
    """
    units = units_of(hit.passage)
    table = [u for u in units if u.kind == "row"]
    if best.kind == "row" and len(table) > 1:
        end = _within_words(hit.passage, table[0].start, [u.end for u in table], words)
        return [_of(hit.passage, table[0].start, end or best.end, best.page, hit.score)]
    opened = best.context or best.text
    items = [u for u in units if u.kind == "item" and u.context == opened]
    if not items:
        return []
    start = hit.passage.text.find(opened)
    found = [_of(hit.passage, max(start, 0), items[-1].end, hit.passage.page, hit.score)]
    used = found[0].words
    for passage in following:
        if opened not in passage.breadcrumb or used >= words:
            break
        found.append(_of(passage, 0, len(passage.text), passage.page, hit.score))
        used += found[-1].words
    return found


def opened_list(opening: Quotation, following: Sequence[Passage], *, words: int) -> list[Quotation]:
    """What a chosen line opens ("graded as follows:"), when it stands in the next passage."""
    if not following or opening.text not in following[0].breadcrumb:
        return []
    passage = following[0]
    ends = [u.end for u in units_of(passage)]
    end = _within_words(passage, 0, ends, words) or ends[0]
    return [_of(passage, 0, end, passage.page, opening.score)]


def _row(item: Evidence, question: str) -> list[Quotation]:
    unit = item.unit
    return [_of(unit.passage, a, b, unit.page, item.score) for a, b in told_of(item, question)]


def _says_little(unit: Unit) -> bool:
    """Whether words say nothing by themselves: a title, "Complete", a line of the agenda."""
    if unit.kind == "row":
        return unit.passage.kind in ("front matter", "boilerplate")
    words = len(unit.text.split())
    few = words < LITTLE and not re.search(r"[^\W\d_].*\d|\d.*[^\W\d_]", unit.text)
    is_title = words < TITLE and ":" not in unit.text and not _ENDED.search(unit.text)
    return unit.kind == "sentence" and (few or is_title)


def _alone(item: Evidence) -> Quotation:
    """The unit by itself, whole where a page's end cuts it; one of few words with the sentence
    before it."""
    unit, passage = item.unit, item.unit.passage
    units = units_of(passage)
    before = [u for u in units if u.end <= unit.start and _on_one_line(u, unit)]
    few = len(unit.text.split()) < SHORT
    start = before[-1].start if before and few else unit.start
    return _over_pages(passage, units, _of(passage, start, unit.end, unit.page, item.score))


def _standing_alone(item: Evidence) -> Quotation:
    """The unit with what it needs: its whole paragraph if that is short, else the sentence before a
    word that points back; what a line that opens a list goes on to list."""
    unit, passage = item.unit, item.unit.passage
    units = units_of(passage)
    if passage.kind == "resolution":
        return _resolution(item, units)
    if OPENS.search(unit.text) and unit.end < units[-1].end:
        end = _opened_in(passage, units, unit, unit.start)
        return _of(passage, unit.start, end or unit.end, unit.page, item.score)
    same = [u for u in units if u.page == unit.page and _on_one_line(u, unit)]
    if same and len(passage.text[same[0].start : same[-1].end].split()) <= PARAGRAPH:
        start, end = same[0].start, same[-1].end
        if OPENS.search(same[-1].text):
            end = _opened_in(passage, units, same[-1], start) or end
    else:
        start, end = _with_neighbours(unit, same)
    return _over_pages(passage, units, _of(passage, start, end, unit.page, item.score))


def _resolution(item: Evidence, units: Sequence[Unit]) -> Quotation:
    """A resolution from its first words, as far as that is short, else from the unit."""
    unit, passage = item.unit, item.unit.passage
    first = units[0] if _within_words(passage, 0, [unit.end], RESOLUTION) else unit
    ends = [u.end for u in units if u.end > first.start]
    last = _within_words(passage, first.start, ends, RESOLUTION) or unit.end
    return _of(passage, first.start, last, first.page, item.score)


def _with_neighbours(unit: Unit, same: Sequence[Unit]) -> tuple[int, int]:
    """Where a sentence of a long paragraph begins and ends with the one before that it points back
    to, the one after that points back to it, and what more is short; `same` are the paragraph's."""
    before = [u for u in same if u.end <= unit.start]
    after = [u for u in same if u.start >= unit.end]
    needs = _POINTS_BACK.match(unit.text) or len(unit.text.split()) < SHORT
    start = before[-1].start if before and needs else unit.start
    end = unit.end
    if after and _POINTS_BACK.match(after[0].text):
        end = _within_words(unit.passage, start, [after[0].end], PARAGRAPH) or end
    more = _within_words(unit.passage, start, [u.end for u in after], FOLLOWED)
    return start, max(end, more or end)


def _opened_in(passage: Passage, units: Sequence[Unit], opening: Unit, start: int) -> int | None:
    """Where what a line opens ends in its passage, as far as that is short: a list, a table, or
    else the next sentence; None if nowhere."""
    later = [u for u in units if u.start >= opening.end]
    listed = [u for u in later if u.context == opening.text or u.kind == "row"] or later[:1]
    return _within_words(passage, start, [u.end for u in listed], LISTED)


def _on_one_line(one: Unit, other: Unit) -> bool:
    between = one.passage.text[min(one.start, other.start) : max(one.end, other.end)]
    return "\n" not in between


def _over_pages(passage: Passage, units: Sequence[Unit], quotation: Quotation) -> Quotation:
    """A sentence cut by a page's end with its other half, which is cited with its own page."""
    start, end, page = quotation.start, quotation.end, quotation.page
    for offset, _ in passage.breaks:
        ends = [u for u in units if u.end <= offset and not passage.text[u.end : offset].strip()]
        if start == offset and ends and not _ENDED.search(ends[-1].text):
            start, page = ends[-1].start, ends[-1].page
        begins = [u for u in units if u.start == offset]
        between = passage.text[end:offset].strip()
        if begins and end <= offset and not between and not _ENDED.search(quotation.text):
            end = begins[0].end
    return _of(passage, start, end, page, quotation.score)


def _within_words(passage: Passage, start: int, ends: Sequence[int], most: int) -> int | None:
    """The last of these ends that keeps the slice within so many words."""
    return max((e for e in ends if len(passage.text[start:e].split()) <= most), default=None)


def of_slice(passage: Passage, start: int, end: int, page: int | None) -> Quotation:
    """A slice of a passage as a quotation."""
    return _of(passage, start, end, page, 1.0)


def _of(passage: Passage, start: int, end: int, page: int | None, score: float) -> Quotation:
    return Quotation(passage, start, end, page, shown(passage, start, end), score)


def overlap(one: Quotation, other: Quotation) -> bool:
    """Whether two quotations say the same, wherever it stands."""
    if one.passage.id == other.passage.id:
        return one.start < other.end and other.start < one.end
    a, b = set(tokens(one.text)), set(tokens(other.text))
    if {t for t in a if t[0].isdigit()} != {t for t in b if t[0].isdigit()}:
        return False  # an older figure is never hidden by a newer one in the same words
    if "\t" in one.text and "\t" in other.text:
        return a == b  # nor an older grade
    return len(a & b) >= 0.8 * min(len(a), len(b))


def _joined(chosen: Sequence[Quotation]) -> list[Quotation]:
    """Neighbouring sentences that were both chosen are one quotation, at the better one's place."""
    joined: list[Quotation] = []
    for quotation in chosen:
        for i, other in enumerate(joined):
            if _neighbours(other, quotation):
                start, end = min(other.start, quotation.start), max(other.end, quotation.end)
                joined[i] = replace(
                    other, start=start, end=end, shown=shown(other.passage, start, end)
                )
                break
        else:
            joined.append(quotation)
    return joined


def _neighbours(one: Quotation, other: Quotation) -> bool:
    if one.passage.id != other.passage.id or one.page != other.page:
        return False
    first, second = sorted((one, other), key=lambda q: q.start)
    return not one.passage.text[first.end : second.start].strip()
