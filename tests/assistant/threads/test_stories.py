"""What progress must tell of five matters of the sample papers.

The stories beside this file were written by reading the sample papers' sources, before there was
code to tell them: what each plan prints (rating, due date as printed, state), what changed, what
must be noticed, and words of the papers that belong to it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.printings.changing import rating_of
from assistant.threads.progress import progress

STORIES = json.loads(Path(__file__).with_name("stories.json").read_text(encoding="utf-8"))
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story["number"])


@pytest.fixture
def told(sample, story):
    (thread,) = progress(sample, story["matter"]).threads
    assert thread.number == story["number"]
    return thread


@each_story
def test_each_printing_has_its_rating_due_date_and_state(told, story) -> None:
    printed = [
        (t.paper.date, rating_of(t.found.entry), t.found.entry.due, t.state)
        for t in told.tellings if t.own
    ]  # fmt: skip
    assert printed == [(p["date"], p["rating"], p["due"], p["state"]) for p in story["printed"]]


@each_story
def test_what_changed_is_told_and_nothing_else(told, story) -> None:
    changed = [sorted(c.what for c in t.changes) for t in told.tellings if t.own]
    assert changed == [sorted(p["changed"]) for p in story["printed"]]


@each_story
def test_the_papers_words_are_told_at_their_meetings(told, story) -> None:
    said = [(t.paper.date, {t.paper.id, *t.also_in}, t.quote) for t in told.tellings]
    missing = [
        wanted for date, paper, wanted in story["says"]
        if not any(date == d and paper in papers and wanted in quote for d, papers, quote in said)
    ]  # fmt: skip
    assert missing == []


@each_story
def test_what_to_notice_is_noticed_and_nothing_else(told, story) -> None:
    assert [[n.what, n.paper.date] for n in told.notices] == story["notices"]


@each_story
def test_every_line_is_a_slice_of_its_paper_and_in_order(sample, told, story) -> None:
    texts = {t.paper.id: sample.text_of(t.paper.id) for t in told.tellings}
    for t in told.tellings:
        assert texts[t.paper.id][t.place.start : t.place.end] == t.quote
    days = [t.paper.date for t in told.tellings]
    assert days == sorted(days)


@pytest.mark.parametrize("day, late", STORIES[-1]["overdue"])
def test_what_was_overdue_on_a_day_is_told_as_it_stood_then(sample, day, late) -> None:
    (thread,) = progress(sample, STORIES[-1]["matter"], at=day).threads
    assert ("overdue" in [n.what for n in thread.notices]) == late
    assert all(t.paper.date <= day for t in thread.tellings)
