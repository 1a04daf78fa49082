"""The papers, or inspections, whose entries a question of the register may be of, and the one of
each council that it is answered from.

"Which actions are red?" is asked of how things stand, so of the newest plan, and is not answered
from an older one because that has some. What was so at no time named is told as it last was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.register.described import COUNTS, Described, with_initials
from corpus.dates import dates_in
from corpus.register.entries import Action, Judgement
from index.attribution import place_of
from index.register import Registered
from index.words import tokens

if TYPE_CHECKING:
    from index.library import Library

PLAN = 3
"""Actions that make a paper a plan, or an update of one, and grades that make an inspection's
report: minutes print one or two."""
WAS = re.compile(r"\b(?:was|were|had|did)\b", re.I)
"""Asks how things stood."""
_MOVES = re.compile(
    r"\b(?:chang\w*|mov(?:ed?|ing)|since|before|previous\w*|compar\w*|than)\b", re.I
)
Group = list[Registered]


def groups_of(
    library: Library, found: Sequence[Registered], wanted: Described, question: str
) -> list[Group]:
    """The entries asked about, however they stand, of one paper each (grades: of one inspection,
    but where the question sets two beside each other), the newest first; the oldest, for what was
    planned originally. Of how things stand plans and whole reports tell, if there are any."""
    apart = not _MOVES.search(question)
    asked: dict[tuple[str, str], Group] = {}
    for one in found:
        if wanted.names(one.entry):
            asked.setdefault((one.paper.id, inspected(one) if apart else ""), []).append(one)
    groups = [kept for group in asked.values() if (kept := _about(library, group, wanted))]
    printed = Counter((one.paper.id, inspected(one)) for one in found)
    if wanted.stands or wanted.grades:
        whole = [g for g in groups if printed[g[0].paper.id, inspected(g[0])] >= PLAN]
        groups = whole or groups
    days = dates_in(question)
    then = [g for g in groups if any(d.since <= inspected(g[0]) <= d.until for d in days)]
    groups = then or groups
    if wanted.grades:  # of those who judge by them, if any does
        bodies = {_body(one) for one in found if wanted.fits(one)}
        groups = [g for g in groups if _body(g[0]) in bodies] or groups
    if re.search(r"\boriginal\b", question, re.I):
        return groups[::-1]
    if groups and groups[0][0].kind == "judgement":
        return sorted(groups, key=lambda g: (inspected(g[0]), len(g)), reverse=True)
    return groups


def chosen(
    groups: Sequence[Group], wanted: Described, question: str, *, of_each: bool
) -> list[Group]:
    """The group that answers; one of each council where several are asked (`of_each`) how their
    actions stand, how recommendations were answered, or to be counted: they are not to be told
    together, nor one for all."""
    if not groups:
        return []
    counted = bool(wanted.grades and COUNTS.search(question))
    of_each = of_each and (wanted.stands or bool(wanted.answers) or counted)
    councils = {place_of(group[0].paper.council) if of_each else "": None for group in groups}
    return [
        _one([g for g in groups if not of_each or place_of(g[0].paper.council) == council],
             wanted, question)
        for council in councils
    ]  # fmt: skip


def _one(groups: Sequence[Group], wanted: Described, question: str) -> Group:
    """How things stand is told from the newest, and how they stood, from the newest in which any
    did; what there is, from the one that has most."""
    kind = groups[0][0].kind
    alike = [g for g in groups if any(wanted.fits(one) for one in g)] or groups
    if kind == "judgement" and not (_MOVES.search(question) or wanted.years):
        return alike[0] if WAS.search(question) else groups[0]
    if kind == "action" and wanted.stands:
        return alike[0] if WAS.search(question) else groups[0]
    return max(alike, key=len)


def inspected(one: Registered) -> str:
    """The last day of the inspection that gave a grade, ISO; "" for what is no grade."""
    if not isinstance(one.entry, Judgement):
        return ""
    said = dates_in(one.entry.date or one.entry.published)
    return said[-1].until if said else one.paper.date or ""


def _body(one: Registered) -> str:
    return one.entry.body if isinstance(one.entry, Judgement) else ""


def _about(library: Library, group: list[Registered], wanted: Described) -> list[Registered]:
    """Of a paper's entries those that hold most of the words a question is about; all of them where
    those words are the paper's; none where they are not. An overall grade comes first, if asked."""
    of_all = set(tokens(group[0].paper.title)) if wanted.answers else set()
    held = {one.key: (wanted.about - of_all) & _words(one) for one in group}
    most = max(map(len, held.values()))
    rest = wanted.about - frozenset().union(*held.values())
    graded = isinstance(group[0].entry, Judgement)
    text = "" if graded else library.text_of(group[0].paper.id)
    if rest and not rest <= set(tokens(f"{group[0].paper.title} {text}")):
        return []
    kept = [one for one in group if len(held[one.key]) == most]
    return sorted(kept, key=lambda one: not (wanted.overall and is_overall(one)))


def _words(one: Registered) -> set[str]:
    entry = one.entry
    if isinstance(entry, Judgement):
        return set(tokens(f"{entry.subject} {with_initials(entry.body)}"))
    return set(tokens(f"{entry.text} {entry.recommendation if isinstance(entry, Action) else ''}"))


def is_of_one(wanted: Described, found: Sequence[Registered]) -> bool:
    """Whether all that a question is about is said of the subject of one grade: "How was it rated
    for care leavers?"."""
    return bool(wanted.about) and any(
        isinstance(one.entry, Judgement) and wanted.about <= _words(one) for one in found
    )


def is_overall(one: Registered) -> bool:
    """Whether it is the grade of the whole."""
    return isinstance(one.entry, Judgement) and "overall" in one.entry.subject.casefold()
