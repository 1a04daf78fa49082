"""Progress as the JSON object that the command line and HTTP both hand out."""

from __future__ import annotations

from dataclasses import asdict

from assistant.address import paper_url, quoted_url, thread_url
from assistant.printings.changing import rating_of
from assistant.register.wire import locator
from assistant.threads.thread import Notice, Progress, Telling, Thread
from assistant.wire import Json
from corpus.register.entries import Action


def progress_json(told: Progress) -> Json:
    """A matter's threads, how many more fit its words, and how many papers were searched."""
    return {
        "matter": told.matter,
        "at": told.at,
        "found": bool(told.threads),
        "threads": [thread_json(thread) for thread in told.threads],
        "more": told.more,
        "papers": told.papers,
    }


def thread_json(thread: Thread) -> Json:
    """One thread: what it is of, its timeline, oldest first, and its notices."""
    return {
        "id": thread.id or None,
        "number": thread.number or None,
        "name": thread.name,
        "council": thread.council,
        "url": thread_url(thread.id) if thread.id else None,
        "timeline": [telling_json(telling) for telling in thread.tellings],
        "notices": [notice_json(notice) for notice in thread.notices],
    }


def telling_json(telling: Telling) -> Json:
    """One thing told: its words, where they stand, why it belongs here, what changed."""
    paper, entry = telling.paper, telling.found.entry if telling.found else None
    action = entry if isinstance(entry, Action) else None
    return {
        "meeting_date": paper.date,
        "council": paper.council,
        "committee": paper.committee,
        "document": paper.document,
        "paper": paper.id,
        "title": paper.title,
        "type": telling.found.kind if telling.found else "passage",
        "printing": telling.own,
        "quote": telling.quote,
        **_row_json(action),
        "state": telling.state,
        "key_of": telling.keyed or None,
        "overdue": telling.late,
        "changes": [asdict(change) for change in telling.changes],
        "link": asdict(telling.link),
        "page": telling.place.page,
        "locator": locator(paper, telling.place),
        "url": url_of(telling),
        "entry": telling.found.id if telling.found else None,
        "also_in": list(telling.also_in),
    }


def _row_json(action: Action | None) -> Json:
    """What an action's row says of it, null where it does not say, or it is no action."""
    if action is None:
        return dict.fromkeys(("lead", "owner", "due", "due_date", "status", "rating"))
    return {
        "lead": action.lead or None,
        "owner": action.owner or None,
        "due": action.due or None,
        "due_date": action.due_date,
        "status": action.status or None,
        "rating": rating_of(action) or None,
    }


def notice_json(notice: Notice) -> Json:
    """One notice, with the paper that shows it."""
    paper = notice.paper
    return {
        "what": notice.what,
        "said": notice.said,
        "meeting_date": paper.date,
        "paper": paper.id,
        "url": paper_url(paper.id),
    }


def url_of(telling: Telling) -> str:
    """The address of the page that shows the words."""
    return quoted_url(telling.paper, telling.quote, page=telling.place.page)
