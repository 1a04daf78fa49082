"""A question within a conversation: understood, answered as any other, and kept for the next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant import assistant
from assistant.answer import Answer
from assistant.asking.places import places_of
from assistant.asking.question import LONGEST
from assistant.asking.typed import has_word, readable
from assistant.conversation.following import alone, follow
from assistant.conversation.leaning import opened
from assistant.conversation.turns import Turn
from assistant.errors import QuestionError
from corpus.paper import Access
from index.library import Library
from index.search import Scope

SURER = 0.1
"""How much surer the answer must be to a question that may be meant either way, for what it took
from before, to be shown. Of the sample dialogues' follow-ups of the kind, the three that were wrong
without what was said before were surer with it by 0.18 to 0.35; of 40 sample questions of the kind,
asked after another subject, 34 were surer by less than 0.1."""


def converse(
    library: Library, question: str, before: Sequence[Turn] = (), *,
    scope: Scope = Scope(), shelves: tuple[Access, ...] = ("public",),
    dropped: Collection[str] = (),
) -> Turn:  # fmt: skip
    """The question answered after these turns; without those of `dropped` that it would carry.

    Raises QuestionError as `assistant.assistant.ask` does, and for "start again" alone.
    """
    question = readable(question)
    papers = [p for p in library.papers(shelves) if scope.admits(p)]
    if opened(question).reset and not opened(question).text:
        raise QuestionError("Nothing said before counts any more: ask the new question with it.")
    plain = alone(opened(question).text if opened(question).reset else question, places_of(papers))
    followed = follow(question, before, papers, dropped=dropped)
    if not has_word(question) or len(followed.question) > LONGEST:
        followed = plain
    answer = assistant.ask(library, followed.question, scope=scope, shelves=shelves)
    if followed.carried and not followed.sure:
        lone = assistant.ask(library, plain.question, scope=scope, shelves=shelves)
        if answer.confidence < lone.confidence + SURER:
            goes_on = _of_one_paper(lone, before[-1].answer)
            about = followed.about if goes_on else plain.about
            followed, answer = replace(plain, about=about), lone
    return Turn(question, followed, answer)


def _of_one_paper(first: Answer, second: Answer) -> bool:
    """Whether two answers quote a paper both: then they may be of one topic."""
    return not {c.paper for c in first.citations}.isdisjoint(c.paper for c in second.citations)


def talk(
    library: Library, questions: Sequence[str], *,
    scope: Scope = Scope(), shelves: tuple[Access, ...] = ("public",),
) -> list[Turn]:  # fmt: skip
    """These questions asked one after the other."""
    turns: list[Turn] = []
    for question in questions:
        turns.append(converse(library, question, turns, scope=scope, shelves=shelves))
    return turns
