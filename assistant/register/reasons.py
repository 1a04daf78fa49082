"""Why a recommendation was turned down, or only partly taken up: the row or paragraph in which the
paper prints it with the answer, which has the reason beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.register.asked_answers import answers_asked
from assistant.register.described import content_of, is_answered
from corpus.register.answers import answer_in
from corpus.register.entries import EntryKind, Recommendation
from index.register import Registered
from index.words import tokens

if TYPE_CHECKING:
    from assistant.finding.found import Found
    from corpus.paper import Access
    from index.library import Library

_WHY = re.compile(
    r"\bwhy\b|\b(?:on )?what (?:grounds|reasons?)\b|\breasons? (?:for|did|was)\b", re.I
)
_KIND: tuple[EntryKind] = ("recommendation",)
ABOUT = 0.25
"""The share of the question's weight that a recommendation and what is printed with it hold: they
seldom say "fine" where a councillor does."""


def reason_asked(
    library: Library, question: str, part: Found, *, shelves: Sequence[Access], topic: str
) -> Registered | None:
    """The recommendation whose answer a question asks the reason for; None where it asks for no
    such thing, or none that was so answered is about its matter, or two are alike."""
    answers = answers_asked(topic)
    if not answers.sure or not _WHY.search(question):
        return None
    about = content_of(answers.rest)
    terms = {term: weight for term, weight in part.weighed.terms.items() if term in about}
    narrow = replace(part.weighed, terms=terms)
    papers = [p for p in library.papers(shelves) if part.scope.admits(p)]
    found = library.register(shelves, kinds=_KIND, papers=papers) if papers else []
    so_answered = [one for one in found if is_answered(one) and _answer(one) in answers.wanted]
    weighed = [(narrow.share_in(_printed(library, one)), one) for one in so_answered]
    most = max((share for share, _ in weighed), default=0.0)
    best = [one for share, one in weighed if share == most]
    return best[0] if most >= ABOUT and len(best) == 1 else None


def _answer(one: Registered) -> str | None:
    return answer_in(one.entry.answer) if isinstance(one.entry, Recommendation) else None


def _printed(library: Library, one: Registered) -> set[str]:
    """The terms of a recommendation, and of the line or row that the answer is in."""
    text = library.text_of(one.paper.id)
    start, end = one.entry.answered if isinstance(one.entry, Recommendation) else (0, 0)
    stop = text.find("\n", end)
    line = text[text.rfind("\n", 0, start) + 1 : stop if stop >= 0 else len(text)]
    return set(tokens(f"{one.quote} {line}"))
