"""What of the evidence is told, and in which order: of each council that has an answer, of each
meeting that was told the same thing, a list whole where one is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.asking.question import Asked
from assistant.finding.evidence import Evidence, Weighed
from assistant.finding.found import Found, shelves_of
from assistant.finding.units import OPENS
from assistant.finding.unknowable import NAMES
from assistant.telling.over_time import Elsewhere, asks_over_time, beside
from assistant.telling.quoting import Quotation, opened_list, quotations, whole_list
from corpus.paper import Access
from index.catalogue import PaperRecord
from index.library import Library
from index.passages import Passage
from index.search import STOP_WORDS
from index.words import tokens

WORDS, WORDS_OF_A_LIST = 195, 270
"""Of quotation in an answer; with its leads it stays under 200 and 300."""
MOST = 7
"""Quotations for a question about one council or meeting: rows are short, and words count too."""
LISTED_WITHIN = 0.8
"""Of the best evidence's score: a list that bears this well on a question for one comes whole."""
OPENED = 0.8
"""What counts, of such lists, that the line that opens one has the question's words, beside its
score as a share of the best."""
SPEAKS_OF_IT = 0.15
"""Of the question's weight in the line that opens a list that is not the best evidence's: "provided
an update on the following:" opens a list of anything."""
AS_WELL = 0.8
"""Of the best evidence's score: another council's that bears so well on a question that names none
is told too."""


SAID_AGAIN = 5
"""Units, the first ones, that are looked for again in later papers."""
SAME = 0.8
"""Share of their words that two units have in common which say the same."""


def side_by_side(
    library: Library, asked: Asked, found: Sequence[Found], papers: Mapping[str, PaperRecord],
    shelves: tuple[Access, ...],
) -> list[Found]:  # fmt: skip
    """What was found again, so that what is said of one thing at several meetings, or by several
    councils, comes first."""
    opened = shelves_of(library, shelves)
    if not opened:
        return list(found)
    words = opened[0].words
    if len(found) > 1:
        told = beside([f.evidence for f in found], words)
        return [replace(f, evidence=e) for f, e in zip(found, told, strict=True)]
    (only,) = found
    if not only.evidence or only.refusal or not asks_over_time(asked.text, asked.kind):
        return list(found)
    elsewhere = Elsewhere(library, papers, shelves, only.scope, words)
    course = elsewhere.course(only.evidence, only.weighed)
    known = {hit.passage.id for hit in only.hits}
    more = [e.hit for e in course if e.hit.passage.id not in known]
    rows = {e.unit.passage.id for e in course if e.unit.kind == "row"}
    beyond = [e for e in only.evidence if e.unit.passage.id not in rows]  # the other rows' course
    return [replace(only, evidence=[*course, *beyond], hits=[*only.hits, *more])]


def each_council(asked: Asked, found: Found, papers: Mapping[str, PaperRecord]) -> Found:
    """The evidence with the best of every council that bears on the question about as well first:
    a question that names none is asked of them all. Of a name that the best evidence's passage has
    ("Fallow House"), only councils that have it too are told."""
    kept = _of_its_names(asked, found.evidence, papers)
    first: dict[str, Evidence] = {}
    for item in kept:
        if item.score >= AS_WELL * kept[0].score:
            first.setdefault(papers[item.hit.passage.paper].council, item)
    leading = list(first.values())
    rest = [item for item in kept if all(item is not other for other in leading)]
    return replace(found, evidence=[*leading, *rest])


def _of_its_names(
    asked: Asked, evidence: Sequence[Evidence], papers: Mapping[str, PaperRecord]
) -> list[Evidence]:
    """The evidence without another council's that has not all the names asked about which the best
    evidence's passage has."""
    best, *others = evidence
    council = papers[best.hit.passage.paper].council
    named = {t for name in NAMES.findall(asked.topic) for t in tokens(name)} - STOP_WORDS
    held = named & _words_of(best)
    return [best] + [
        item for item in others
        if papers[item.hit.passage.paper].council in (council, "") or held <= _words_of(item)
    ]  # fmt: skip


def _words_of(item: Evidence) -> set[str]:
    return set(tokens(f"{item.hit.passage.section}\n{item.hit.passage.text}"))


def as_last_said(found: Found, papers: Mapping[str, PaperRecord]) -> Found:
    """The evidence with what was said again, in the same words, as it was last said: a question
    that names no day is asked of how things stand."""
    if found.scope.since or found.scope.preferred:
        return found
    told = list(found.evidence)
    for place, item in enumerate(told[:SAID_AGAIN]):
        again = [
            n for n, other in enumerate(told)
            if n > place and _later(item, other, papers) and _same_words(item, other)
        ]  # fmt: skip
        if again:
            newest = max(again, key=lambda n: papers[told[n].hit.passage.paper].date or "")
            later = told[newest]
            told[place] = replace(later, score=item.score)
            told[newest] = replace(item, score=later.score)
    return replace(found, evidence=told)


def _later(one: Evidence, other: Evidence, papers: Mapping[str, PaperRecord]) -> bool:
    """Whether the second is of a later meeting of the first's council."""
    first, second = papers[one.hit.passage.paper], papers[other.hit.passage.paper]
    return first.council == second.council and (first.date or "") < (second.date or "")


def _same_words(one: Evidence, other: Evidence) -> bool:
    """Whether two units say the same, with the same figures."""
    if "row" in (one.unit.kind, other.unit.kind):
        return False
    ours, theirs = set(tokens(one.unit.text)), set(tokens(other.unit.text))
    figures = {t for t in ours ^ theirs if t[0].isdigit()}
    return not figures and len(ours & theirs) >= SAME * len(ours | theirs)


def chosen(
    library: Library, asked: Asked, found: Found, shelves: tuple[Access, ...], *, of: int
) -> list[Quotation]:  # fmt: skip
    """What is quoted for one of `of` parts of a question: the whole list that bears best on it, if
    it asks for one, or else the best evidence."""
    for item in _of_lists(found) if asked.kind == "list" and of == 1 else ():
        passage = item.unit.passage
        following = _after(passage, library.passages_in(passage.paper, shelves))
        listed = whole_list(item.hit, item.unit, following, words=WORDS_OF_A_LIST)
        if listed:
            return listed
    told = quotations(
        found.evidence, words=WORDS // of, most=max(MOST // of, 2), question=asked.text
    )
    first = told[0]
    if OPENS.search(first.text) and first.end == len(first.passage.text):
        following = _after(first.passage, library.passages_in(first.passage.paper, shelves))
        told[1:1] = opened_list(first, following, words=WORDS // of)
    return told


def _of_lists(found: Found) -> list[Evidence]:
    """What may be of the list that is asked for, the likeliest first: by its score, and by how much
    of the question stands in the line that opens the list."""
    best = found.evidence[0].score
    able = [
        item for number, item in enumerate(found.evidence)
        if item.score >= LISTED_WITHIN * best
        and (number == 0 or _opening(item, found.weighed) >= SPEAKS_OF_IT)
    ]  # fmt: skip
    most = abs(best) or 1.0
    return sorted(able, key=lambda e: -e.score / most - OPENED * _opening(e, found.weighed))


def _opening(item: Evidence, weighed: Weighed) -> float:
    """How much of the question stands in what opens the list that a unit is of, 0 to 1."""
    opens = item.unit.text if OPENS.search(item.unit.text) else ""
    return weighed.share_in(set(tokens(f"{item.unit.context} {opens}")))


def _after(passage: Passage, all_of_paper: Sequence[Passage]) -> list[Passage]:
    return [p for p in all_of_paper if p.start >= passage.end][:3]
