from __future__ import annotations

import pytest

from assistant.errors import QuestionError
from assistant.scope import scope_of
from assistant.threads.progress import progress, thread_of
from assistant.threads.record import Record
from index.library import Library
from index.search import Scope

UPDATE = "2024-03-12 CF Scrutiny - Improvement Plan Update"


def numbers(library, matter, **limits):
    return [thread.number for thread in progress(library, matter, **limits).threads]


def test_a_matter_is_found_by_number_words_lead_and_misspelt(sample):
    assert numbers(sample, "What became of action 2A?") == ["2A"]
    assert numbers(sample, "average caseload") == ["8A"]
    assert numbers(sample, "elspeth noor") == ["9A", "11A"]
    assert numbers(sample, "supervision dip sampel") == ["4B"]


def test_what_a_post_is_about_is_not_who_holds_it(sample):
    (thread, *_) = progress(sample, "stability of the workforce").threads
    assert "workforce" in thread.name
    assert len(numbers(sample, "Kelloway")) == 6


def test_a_council_in_the_words_is_a_limit(sample):
    assert numbers(sample, "action 2A in Wethermere") == ["2A"]
    assert numbers(sample, "action 2A in Ostleby") == []


def test_what_nothing_registered_fits_has_no_thread(sample):
    for matter in ("football", "zebra crossing in Mill Lane", "progress", "action 99Z"):
        assert numbers(sample, matter) == []
    with pytest.raises(QuestionError):
        progress(sample, " ?! ")


def test_a_recommendation_is_told_with_the_actions_that_serve_it(sample):
    (thread,) = progress(sample, "recommendation 6 planning for permanence").threads
    printed = {t.found.entry.place.row for t in thread.tellings if t.found and t.state}
    assert {"6A", "6B"} <= printed
    assert [n.said[:3] for n in thread.notices] == ["6B:", "6B:"]


def test_what_a_decision_changed_of_a_recommendation_is_told(sample):
    (thread,) = progress(sample, "authority to move sums between the lines of the table").threads
    (answer,) = [t for t in thread.tellings if t.found and t.found.kind == "decision"]
    assert [(c.before, c.after) for c in answer.changes] == [("£150,000", "£100,000")]


def test_a_decision_alone_is_a_thread_by_its_minutes_heading(sample):
    (thread,) = progress(sample, "Old Quay Saturday opening").threads
    assert thread.number == "" and not any(t.own for t in thread.tellings)
    assert any("continue Saturday opening" in t.quote for t in thread.tellings)


def test_a_thread_keeps_to_the_council_and_the_day_asked(sample):
    neighbour = scope_of(("Ostleby Metropolitan Borough Council",))
    assert numbers(sample, "life story work", scope=neighbour) == []
    (then,) = progress(sample, "life story work", at="2024-01-01").threads
    assert {t.paper.date for t in then.tellings} <= {"2023-03-28", "2023-07-04", "2023-10-10"}
    assert then.notices == ()


def test_every_entry_of_the_register_has_its_thread(sample):
    found = Record.of(sample, Scope(), ("public",)).found
    for one in found[::9]:
        thread = thread_of(sample, one.id)
        assert any(t.quote == one.quote for t in thread.tellings), one.quote
    assert thread_of(sample, "nobody/action-1") is None


def test_exempt_papers_tell_the_public_nothing(own_folder):
    with Library.open(own_folder) as library:
        library.correct(UPDATE, access="exempt", by="Ruth Alder")
        (public,) = progress(library, "action 5A").threads
        assert UPDATE not in {t.paper.id for t in public.tellings}
        assert "2024-03-12" not in {n.paper.date for n in public.notices}
        (officer,) = progress(library, "action 5A", shelves=("public", "exempt")).threads
        assert UPDATE in {t.paper.id for t in officer.tellings}
