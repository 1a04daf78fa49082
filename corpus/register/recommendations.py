"""The recommendations of a paper: those its author makes to the meeting, and those of inspectors,
reviewers and task groups that it reports. One that is printed again is one recommendation.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz import fuzz

from corpus.paper import Paper
from corpus.register.answers import answer_after, answers_in_tables, with_answer
from corpus.register.asked import Asked
from corpus.register.asking import address_in
from corpus.register.entries import Recommendation
from corpus.register.makers import author_of, reviewer_near
from corpus.register.places import place_of
from corpus.register.tabled import tabled_in
from corpus.register.walk import asked_in

ALIKE = 88.0
"""Percent by which two prints of one recommendation agree at least: a bracket, a date or a word
changes from summary to end, or from list to plan."""
_ANYBODY = re.compile(
    r"(?:the |this )?(?:committee|members?(?: of the committee)?|board|panel|meeting|councillors)",
    re.I,
)


def recommendations(paper: Paper) -> tuple[Recommendation, ...]:
    """What the paper, or those it reports, ask of somebody, in order of print."""
    author, answers = author_of(paper), answers_in_tables(paper)
    kept: list[tuple[Asked, Recommendation]] = []
    for asked in sorted([*asked_in(paper), *tabled_in(paper)], key=lambda a: a.start):
        entry = _entry(paper, asked, author)
        entry = with_answer(entry, answers.get(asked.start))
        at = next((n for n, one in enumerate(kept) if _is_print_of(one, asked, entry)), None)
        if at is None:
            kept.append((asked, entry))
        else:
            first = kept[at][1]
            again = (*first.again, entry.place)
            number = first.number or entry.number  # a list of bullets is numbered in the plan
            told = first if first.answer or not entry.answer else replace(
                first, answer=entry.answer, answered=entry.answered
            )  # fmt: skip
            kept[at] = (kept[at][0], replace(told, number=number, again=again))
    return tuple(entry for _, entry in kept)


def _entry(paper: Paper, asked: Asked, author: str) -> Recommendation:
    block = paper.blocks[asked.index]
    end, answered = answer_after(paper, asked.index, asked.start, asked.end)
    text = paper.text[asked.start : end].rstrip()
    if asked.by_others:
        made_by, to = reviewer_near(paper, asked.index)
    else:
        made_by, to = author, _addressed(paper, asked, text)
    entry = Recommendation(
        place_of(block, asked.start, asked.start + len(text)),
        text,
        made_by=made_by,
        addressed_to=to,
        number=asked.number,
        sureness="sure" if asked.sure else "likely",
    )
    return with_answer(entry, answered)


def _addressed(paper: Paper, asked: Asked, text: str) -> str:
    body = asked.body or (address_in(text) or ("", 0))[0]
    named = bool(body) and not _ANYBODY.fullmatch(body)
    return body if named else paper.meeting.committee


def _is_print_of(one: tuple[Asked, Recommendation], asked: Asked, entry: Recommendation) -> bool:
    """Whether an entry prints an earlier one again: in another list, in nearly the same words."""
    before, first = one
    if before.group == asked.group:
        return False
    here, there = _plain(first.text), _plain(entry.text)
    begins = first.number == entry.number != "" and _begins(here, there)
    return begins or fuzz.ratio(here, there) >= ALIKE


def _begins(text: str, other: str) -> bool:
    short, long = sorted((text, other), key=len)
    return len(short.split()) > 3 and long.startswith(short)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
