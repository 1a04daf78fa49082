from __future__ import annotations

from assistant.printings.printing import Line, Link
from assistant.threads.noticing import notices
from assistant.threads.thread import Telling
from corpus.register.entries import Place
from tests.assistant.printings.entries import action, paper, registered

SURE = Link("it names 4B")


def printing(date, state, **fields):
    one = registered(action("4B", "New policy", **fields), paper(date))
    return Telling(one.paper, one.entry.place, one.quote, SURE, one, own=True, state=state)


def says(date, quote, kind="minutes"):
    record = paper(date, id=f"{kind}-{date}", kind=kind)
    return Telling(record, Place(0, len(quote)), quote, SURE)


def found(*told, without=(), at=None):
    own = [t.found for t in told if t.own]
    line = Line(tuple(own), (SURE,) * len(own), ((),) * len(own), tuple(map(paper, without)))
    return [(n.what, n.paper.date) for n in notices(line, told, at)]


OPEN = printing("2023-01-01", "on track", status="Drafted.")


def test_dropped_without_a_word_and_still_missing():
    assert found(OPEN, without=("2023-06-01", "2023-09-01")) == [
        ("dropped", "2023-06-01"), ("missing", "2023-09-01"),
    ]  # fmt: skip


def test_what_is_explained_or_done_is_not_dropped():
    told = says("2023-03-01", "Action 4B was merged with 4A at the Board's request.")
    assert found(OPEN, told, without=("2023-06-01",)) == []
    other = says("2023-03-01", "Action 4A was closed. Action 4B was discussed.")
    assert found(OPEN, other, without=("2023-06-01",)) == [("dropped", "2023-06-01")]
    late = says("2023-09-01", "Action 4B was merged with 4A.")
    assert found(OPEN, late, without=("2023-06-01",)) == [("dropped", "2023-06-01")]
    done = printing("2023-02-01", "complete", status="Complete: 12 posts filled.")
    assert found(done, without=("2023-06-01",)) == []


def test_complete_needs_a_figure_a_date_or_a_document():
    bare = printing("2023-06-01", "complete", status="Complete.")
    assert found(OPEN, bare) == [("complete without evidence", "2023-06-01")]
    for status in ("Complete: 88 trained.", "Complete since 2 May 2023.", "Minutes seen by Board."):
        assert found(OPEN, printing("2023-06-01", "complete", status=status)) == []
    later = printing("2023-09-01", "complete", status="Complete. Report seen by the Board.")
    assert found(bare, later) == []


def test_sent_back_by_a_rating_or_by_a_sentence_with_its_number():
    done = printing("2023-06-01", "complete", status="All 40 done.")
    assert found(done, printing("2023-09-01", "off track")) == [("sent back", "2023-09-01")]
    told = says("2023-07-01", "That action 4B be not treated as complete until it is tested.")
    assert found(done, told) == [("sent back", "2023-07-01")]
    assert found(done, says("2023-07-01", "4B was noted. Action 4A is not complete.")) == []
    assert found(done, says("2023-05-01", "Action 4B is not complete.")) == []


def test_overdue_on_a_day_only_while_open():
    due = printing("2023-01-01", "on track", due="1 May 2023", due_date="2023-05-01")
    assert found(due, at="2023-05-02") == [("overdue", "2023-01-01")]
    assert found(due, at="2023-05-01") == found(due) == []
    done = printing("2023-06-01", "complete", due_date="2023-05-01", status="Complete: 3 of 3.")
    assert found(due, done, at="2023-07-01") == []
