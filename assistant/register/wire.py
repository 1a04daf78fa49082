"""An entry of the register as the JSON object that the command line and HTTP both hand out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from assistant.address import quoted_url, thread_url
from assistant.printings.answers import Answer, answers
from assistant.printings.keys import explained
from assistant.printings.state import is_overdue, state_of
from assistant.wire import Json
from corpus.register.entries import Action, Decision, Judgement, Place, Recommendation
from index.catalogue import PaperRecord
from index.corrections.entries import SET_ASIDE, STANDING
from index.register import Registered

if TYPE_CHECKING:
    from corpus.paper import Access
    from index.library import Library


def entry_json(found: Registered, *, overdue_at: str | None = None) -> Json:
    """One entry: its fields as printed, null where the paper does not say, then where it stands.

    Fields that an officer has corrected hold what they say; "corrected", which stands only where
    there are some, has what is printed.
    """
    entry, paper = found.entry, found.paper
    told: Json = {
        "id": found.id,
        "type": found.kind,
        "document": paper.document,
        "locator": locator(paper, entry.place),
        "page": entry.place.page,
        **_fields(found),
        "quote": found.quote,
        "sureness": entry.sureness,
        "paper": paper.id,
        "title": paper.title,
        "council": paper.council,
        "committee": paper.committee,
        "meeting_date": paper.date,
        "item": paper.item,
        "paragraph": entry.place.paragraph,
        "row": entry.place.row,
        "page_label": entry.place.page_label,
        "url": quoted_url(paper, found.quote, page=entry.place.page),
        "thread": thread_url(f"{paper.id}/{found.key}"),
    }
    if found.corrections:
        told["corrected"] = {
            one.field: {"printed": one.printed, "by": one.by, "at": one.at}
            for one in found.corrections
        }
    if found.set_aside:
        told[STANDING] = SET_ASIDE
    if overdue_at and isinstance(entry, Action):
        told["overdue"] = is_overdue(entry, overdue_at)
    return told


def entries_json(
    library: Library, found: Sequence[Registered], shelves: Sequence[Access], *,
    overdue_at: str | None = None,
) -> list[Json]:  # fmt: skip
    """Entries, actions in the state that threads tell them in: a rating that its paper does not
    explain is read by the key of an earlier one, whose day "key_of" is where that tells more."""
    meant = explained(library, found, shelves)
    told = [(one, entry_json(one, overdue_at=overdue_at)) for one in found]
    return [{**entry, **_by_key(entry, *meant.get(one.id, ()))} for one, entry in told]


def _by_key(told: Json, one: Registered | None = None, day: str = "") -> Json:
    """The state by another paper's key, if that is not what is printed."""
    if "state" not in told:
        return {}
    state = state_of(one.entry) if one and isinstance(one.entry, Action) else told["state"]
    return {"state": state, "key_of": day if state != told["state"] else None}


def with_answers(
    library: Library, decisions: Sequence[Json], shelves: Sequence[Access]
) -> list[Json]:
    """Decisions as the register's JSON has them, each with the recommendations that it answers."""
    meetings = {told["meeting_date"] for told in decisions}
    papers = [p for p in library.papers(tuple(shelves)) if p.date in meetings]
    found = library.register(tuple(shelves), papers=papers) if papers else []
    by_id: dict[str, list[Json]] = defaultdict(list)
    for answer in answers(found):
        by_id[answer.decision.id].append(_answer_json(answer))
    return [{**told, "answers": by_id.get(told["id"], [])} for told in decisions]


def _answer_json(answer: Answer) -> Json:
    """The recommendation that a clause of a decision answers, and what figures it changed."""
    told = entry_json(answer.asked)
    return {
        "item": answer.item,
        **{name: told[name] for name in ("id", "number", "text", "title", "url")},
        "changes": [asdict(change) for change in answer.changes],
        "sureness": answer.link.sureness,
    }


def locator(paper: PaperRecord, place: Place) -> str:
    """Where an entry stands, as a member would say it: "item 7, paragraph 3.5"."""
    named = (("item", paper.item), ("paragraph", place.paragraph), ("row", place.row))
    return ", ".join(f"{name} {value}" for name, value in named if value)


def _fields(found: Registered) -> Json:
    """The fields of an entry's kind, named as in gold; what the paper does not say is null."""
    entry = found.entry
    told = {
        name: list(value) if isinstance(value, tuple) else None if value == "" else value
        for name, value in asdict(entry).items()
        if name not in ("place", "sureness", "again", "answered", "votes", "moved", "voted")
    }
    if isinstance(entry, Judgement):
        return told
    if isinstance(entry, Recommendation):
        told["also_in"] = [_again(found.paper, place) for place in entry.again]
        ours = found.paper.council  # which the library may know of a paper that does not say it
        said = any(one.field == "addressed_to" for one in found.corrections)
        if not entry.addressed_to and not said and entry.made_by not in ("", ours):
            told["addressed_to"] = ours or None
    elif isinstance(entry, Decision):
        told["vote"] = _counted(entry.votes) or None
        told["votes"] = dict(entry.votes)
    else:
        told["state"] = state_of(entry)
    return told


def _counted(votes: Sequence[tuple[str, int]]) -> str:
    """A vote's counts, for before against before abstentions: "2-0-1" where nobody is printed as
    against and one abstained."""
    sides = dict(votes)
    if "abstain" in sides:
        sides = {"for": 0, "against": 0, **sides}
    order = sorted(sides, key=lambda side: (side == "abstain", side == "against", side != "for"))
    return "-".join(str(sides[side]) for side in order)


def _again(paper: PaperRecord, place: Place) -> Json:
    return {"page": place.page, "locator": locator(paper, place)}
