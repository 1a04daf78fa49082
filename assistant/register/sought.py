"""What a meeting is asked to do: the recommendations of the report that a question is about, whole
and in the order of print.

"What are we asked to agree about the contract?" is answered by a report's own recommendations,
whose words seldom say what the report is about. So each report's are weighed together with its
title, by the words of the question. A question about no report in particular ("what are we asked to
do on 12 March?") has those of every report of that meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.register.listing import papers_near
from assistant.register.placed import passage_at
from corpus.dates import dates_in, without_days
from corpus.register.entries import EntryKind, Recommendation
from index.passages import Passage
from index.register import Registered
from index.search import STOP_TERMS
from index.words import tokens

if TYPE_CHECKING:
    from assistant.finding.found import Found
    from corpus.paper import Access
    from index.catalogue import PaperRecord
    from index.library import Library
    from index.search import Hit

_BODY = (
    r"(?:we|(?:the )?(?:[\w’'-]+ ){0,4}?(?:members|councillors|committee|sub-committee|board|panel|"
    r"cabinet(?! member)|executive(?! (?:director|member))|council|meeting))"
)
_ASKING = r"(?:asked|invited|recommended|requested)"
_ASKS = re.compile(
    rf"\b(?:is|are|was|were|am) {_BODY}(?: being)? {_ASKING} to\b|"
    rf"\b{_BODY} (?:is|are|was|were)(?: being)? {_ASKING} to\b|"
    rf"\b(?:report|paper|officers?)\b(?: \w+){{0,3}} (?:ask|invite|recommend|request)(?:s|ed|ing)? "
    rf"(?:that )?{_BODY}\b|"
    r"\bdecisions? (?:is|are|was|were) sought\b|\bwhat decisions? .* sought\b",
    re.I,
)
_WROTE = re.compile(
    r"\b(?:who(?:se)?|which (?:officer|councillor|member|director))\b.*"
    r"\b(?:wrote|written|brought|authored|prepared|produced|submitted)\b(?! to\b)|"
    r"^\W*(?:is|was|were|who)\b.*\b(?:written|prepared|authored) by\b|"
    r"\bwhose (?:report|paper)\b|^\W*(?:who|name|the)\b[^,;]{0,12}\bauthors? of\b|"
    r"\breport(?:['’]s)? authors?\b",
    re.I,
)
"""Asks whose report it is."""
_WHO = re.compile(r"^\W*(?:who|when|why|how)\b", re.I)
"""What asks for something else of it than what it is."""
_SAYS_ASKING = """
ask asked invite invited recommend recommended request requested agree agreed approve approved note
noted endorse endorsed consider considered decide decided decision decisions sought do done say
comment comments back support member members councillor councillors we us report paper papers
officer officers today this week item meeting meetings being just exactly author wrote written
brought bring prepared produced submitted officer director whose
"""
_OF_ASKING = frozenset(tokens(_SAYS_ASKING))
_KIND: tuple[EntryKind] = ("recommendation",)
ABOUT = 1.1
"""Of 2: the share of the question's weight in a report's title and recommendations, and how well
its best passage was found against the best of all."""
AS_WELL = 0.1
"""Of the same 2: between reports that bear on a question so nearly alike the title decides, then
the later meeting."""
_HEADED = re.compile(r"recommend|decision|asked|proposal", re.I)


@dataclass(frozen=True, slots=True)
class Sought:
    """The recommendations of one report to one body, in the order of print."""

    entries: tuple[Registered, ...]
    passage: Passage
    """The one in which the first of them stands."""

    @property
    def date(self) -> str:
        """Of the meeting, ISO; "" where the paper has none."""
        return self.entries[0].paper.date or ""

    @property
    def is_headed(self) -> bool:
        """Whether it stands under a heading that says what it is."""
        return bool(_HEADED.search(self.passage.section.rsplit(" > ", 1)[-1]))

    @property
    def title(self) -> set[str]:
        """The terms of what the report is called."""
        return set(tokens(f"{self.entries[0].paper.title} {self.passage.item}"))

    @property
    def words(self) -> set[str]:
        """The terms of what is asked and of where it is printed."""
        quotes = (one.quote for one in self.entries)
        return self.title | set(tokens(" ".join([self.passage.breadcrumb, *quotes])))


def sought(
    library: Library, question: str, part: Found, *, shelves: Sequence[Access], topic: str
) -> list[Sought]:
    """What the meeting that a part of a question is about is asked to do, by the one report that
    bears on it most, or by every report of its papers where it names none; empty where it asks for
    no such thing, or no report is about it. `topic` is the question without the places that the
    scope stands for."""
    if not _ASKS.search(question) or _WHO.search(question):
        return []
    return _reports_on(library, question, part, shelves=shelves, topic=topic)


def author_line(
    library: Library, question: str, part: Found, *, shelves: Sequence[Access], topic: str
) -> tuple[Passage, int, int] | None:
    """Where the report that a question asks the author of names them, as a slice of a passage; None
    where it asks for no author, or no report is about it."""
    if not _WROTE.search(question):
        return None
    found = _reports_on(library, question, part, shelves=shelves, topic=topic)
    entry = found[0].entries[0].entry if len(found) == 1 else None
    if not isinstance(entry, Recommendation) or not entry.made_by:
        return None
    author = re.compile(r"\s+".join(map(re.escape, entry.made_by.split())))
    own = found[0].passage
    for passage in library.passages_in(own.paper, tuple(shelves)):
        if passage.item == own.item and (named := author.search(passage.text)):
            start = passage.text.rfind("\n", 0, named.start()) + 1
            return passage, start, named.end()
    return None


def _reports_on(
    library: Library, question: str, part: Found, *, shelves: Sequence[Access], topic: str
) -> list[Sought]:
    """The one report that a question is about, or all of the newest meeting's if it names none."""
    papers = [p for p in library.papers(shelves) if part.scope.admits(p)]
    near = papers_near(papers, part.scope) if part.scope.preferred else papers
    groups = list(_reports(library, near or papers, shelves))
    about = _content(topic) - _named(groups)
    put = _put_to(groups, question)
    if not about:
        newest = max((g.date for g in put or groups), default="")
        return _once([g for g in put or groups if g.date == newest])
    terms = {term: weight for term, weight in part.weighed.terms.items() if term in about}
    narrow = replace(part.weighed, terms=terms)
    for among in filter(None, (put, groups)):
        bears = [(narrow.share_in(g.words) + _found(g, part.hits), g) for g in among]
        most = max(bearing for bearing, _ in bears)
        if most >= ABOUT:
            alike = [g for bearing, g in bears if bearing >= most - AS_WELL]
            return [max(alike, key=lambda g: (narrow.share_in(g.title), g.date, g.is_headed))]
    return []


def _content(topic: str) -> frozenset[str]:
    """The terms that say what is asked about: no dates, no words of asking."""
    return frozenset(tokens(without_days(topic, dates_in(topic)))) - STOP_TERMS - _OF_ASKING


def _found(group: Sought, hits: Sequence[Hit]) -> float:
    """How well the best passage of a report was found, against the best of all, 0 to 1."""
    most = max((hit.score for hit in hits), default=0.0)
    own = [
        hit.score for hit in hits
        if hit.passage.paper == group.passage.paper and hit.passage.item == group.passage.item
    ]  # fmt: skip
    return max(own, default=0.0) / most if most > 0 else 0.0


def _once(groups: Sequence[Sought]) -> list[Sought]:
    """Those whose words no other has: a report stands alone and in its meeting's pack too."""
    kept: dict[tuple[str, ...], Sought] = {}
    for group in groups:
        kept.setdefault(tuple(one.quote for one in group.entries), group)
    return list(kept.values())


def _reports(
    library: Library, papers: Sequence[PaperRecord], shelves: Sequence[Access]
) -> Iterable[Sought]:
    """The recommendations of reports to a body that meets, not those of inspectors and the like,
    newest paper first."""
    found = library.register(shelves, kinds=_KIND, papers=papers) if papers else []
    groups: dict[tuple[str, str, str, tuple[str, ...]], list[Registered]] = {}
    for one in found:
        entry = one.entry
        if isinstance(entry, Recommendation) and _meets(entry, one.paper):
            key = (one.paper.id, entry.made_by, entry.addressed_to, entry.place.section)
            groups.setdefault(key, []).append(one)
    for entries in groups.values():
        first = entries[0].entry.place.start
        passages = library.passages_in(entries[0].paper.id, tuple(shelves))
        within = passage_at(passages, first)
        if within is not None:
            yield Sought(tuple(entries), within)


def _meets(entry: Recommendation, paper: PaperRecord) -> bool:
    """Whether a recommendation is to a body that meets: an inspectorate's are to a council, whose
    name is that of the paper's."""
    return (
        bool(entry.addressed_to) and paper.kind != "minutes" and entry.addressed_to != paper.council
    )


def _put_to(groups: Sequence[Sought], question: str) -> list[Sought]:
    """Those put to a body that the question names, if any are."""
    asked = question.casefold()
    return [
        group for group in groups
        if isinstance(entry := group.entries[0].entry, Recommendation)
        and entry.addressed_to.casefold() in asked
    ]  # fmt: skip


def _named(groups: Sequence[Sought]) -> frozenset[str]:
    """The terms of the names of the bodies."""
    names = [
        entry.addressed_to for group in groups
        if isinstance(entry := group.entries[0].entry, Recommendation)
    ]  # fmt: skip
    return frozenset(t for name in names for t in tokens(name))
