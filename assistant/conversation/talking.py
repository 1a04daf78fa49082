"""A question within a conversation: understood, answered as any other, and kept for the next."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant import assistant
from assistant.conversation.following import alone, follow
from assistant.conversation.leaning import opened
from assistant.conversation.turns import Turn
from assistant.errors import QuestionError
from assistant.question import LONGEST, places_of
from corpus.paper import Access
from index.library import Library
from index.search import Scope

SURER = 0.1
"""How much surer the answer to a question asked alone must be than that to the question with what
was said before, where it may be meant either way. In the sample dialogues' 18 such turns, each that
only one way answered went to that one at any value from 0.1 to 0.2."""


def converse(
    library: Library, question: str, before: Sequence[Turn] = (), *,
    scope: Scope = Scope(), shelves: tuple[Access, ...] = ("public",),
    dropped: Collection[str] = (),
) -> Turn:  # fmt: skip
    """The question answered after these turns; without those of `dropped` that it would carry.

    Raises QuestionError as `assistant.assistant.ask` does, and for "start again" alone.
    """
    papers = [p for p in library.papers(shelves) if scope.admits(p)]
    if opened(question).reset and not opened(question).text:
        raise QuestionError("Nothing said before counts any more: ask the new question with it.")
    plain = alone(opened(question).text if opened(question).reset else question, places_of(papers))
    followed = follow(question, before, papers, dropped=dropped)
    if not any(c.isalnum() for c in question) or len(followed.question) > LONGEST:
        followed = plain
    answer = assistant.ask(library, followed.question, scope=scope, shelves=shelves)
    if followed.carried and not followed.sure:
        lone = assistant.ask(library, plain.question, scope=scope, shelves=shelves)
        if lone.confidence > answer.confidence + SURER:
            followed, answer = plain, lone
    return Turn(question, followed, answer)


def talk(
    library: Library, questions: Sequence[str], *,
    scope: Scope = Scope(), shelves: tuple[Access, ...] = ("public",),
) -> list[Turn]:  # fmt: skip
    """These questions asked one after the other."""
    turns: list[Turn] = []
    for question in questions:
        turns.append(converse(library, question, turns, scope=scope, shelves=shelves))
    return turns
