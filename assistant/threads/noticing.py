"""What a reader of a thread should not miss: an action gone from its plan without a word, called
complete with nothing to show for it, sent back as not complete, overdue.

Each rule is stated here, and what it finds is said of the papers, not of the council: "no paper
says why" is no more than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.printings.changing import figures_in
from assistant.printings.likeness import number_of
from assistant.printings.printing import Line
from assistant.printings.state import CLOSED, is_open, is_overdue
from assistant.threads.naming import is_telling, names
from assistant.threads.thread import Notice, Telling
from corpus.dates import dates_in, written_out
from corpus.register.entries import Action
from corpus.sentences import sentences
from index.catalogue import PaperRecord

_GONE = re.compile(
    r"\b(?:removed|taken out|dropped|deleted|withdrawn|superseded|merged|combined|replaced|closed|"
    r"transferred|no longer|ceased|discontinued|business as usual|complete[ds]?|now part of)\b",
    re.I,
)
"""What a paper says of an action that it takes out of a plan."""
_SHOWN = re.compile(
    r"\b(?:reports?|registers?|minutes|logs?|letters?|rotas?|records?|certificates?|surveys?|"
    r"audits?|inspections?|agreements?|contracts?|strateg(?:y|ies)|polic(?:y|ies)|documents?|"
    r"evidence[ds]?|seen|verified|signed|published|approved|appendix|annex)\b|https?://",
    re.I,
)
"""A document, or somebody who saw it: with a figure or a date, what evidence looks like."""
_NOT_DONE = re.compile(
    r"\b(?:not (?:yet )?(?:be )?(?:treated|regarded|considered|counted|reported|recorded) as "
    r"(?:complete|done|closed)|not (?:yet )?(?:been )?complete[d]?|incomplete|re-?opened|"
    r"no longer (?:complete|blue)|no (?:record of )?evidence|re-?rated (?:red|amber))\b",
    re.I,
)


def notices(line: Line | None, told: Sequence[Telling], at: str | None) -> Iterator[Notice]:
    """The notices on a thread, oldest first for each kind."""
    own = [telling for telling in told if telling.own]
    actions = [t for t in own if t.found and isinstance(t.found.entry, Action)]
    if line is None or not actions:
        return
    yield from _dropped(line, actions, told)
    yield from _complete(actions)
    yield from _sent_back(actions, told)
    if at is not None:
        yield from _overdue(actions[-1], at)


def _dropped(line: Line, own: Sequence[Telling], told: Sequence[Telling]) -> Iterator[Notice]:
    """Open in a plan, in no later one, and nothing told of it since, up to the plan without it,
    has a word for taking it out."""
    last = own[-1]
    if not line.without or last.state in CLOSED:
        return
    first, *rest = line.without
    since, until = last.paper.date or "", first.date or ""
    between = [t for t in told if not t.own and since <= (t.paper.date or "") <= until]
    later = [t for t in between if t.paper.date != since or t.paper.kind == "minutes"]
    if any(_says_gone(telling.quote, _number(last)) for telling in later):
        return
    yield Notice(
        "dropped",
        f"In the plan of {_day(last.paper)}, not in that of {_day(first)}; "
        "no paper up to then says why.",
        first,
    )
    for paper in rest:
        yield Notice("missing", f"Still not in the plan of {_day(paper)}.", paper)


def _says_gone(quote: str, number: str) -> bool:
    """Of a quotation that names the number, in a sentence that does; of any other, anywhere."""
    if not (number and names(quote, number)):
        return bool(_GONE.search(quote))
    parts = (quote[start:end] for start, end in sentences(quote))
    return any(names(part, number) and _GONE.search(part) for part in parts)


def _complete(own: Sequence[Telling]) -> Iterator[Notice]:
    """Reported complete, and in no printing since is there a figure, a date or a document in what
    is said of its progress, nor a date already past in the action's own words."""
    since = [place for place, t in enumerate(own) if t.state == "complete"]
    if not since or any(map(_has_evidence, own[since[0] :])):
        return
    first = own[since[0]]
    said = _status(first)
    quoted = f"all that is said is “{said}”" if said else "nothing is said of its progress"
    yield Notice(
        "complete without evidence",
        f"Reported complete on {_day(first.paper)} with no figure, date or document: {quoted}.",
        first.paper,
    )


def _has_evidence(telling: Telling) -> bool:
    if telling.found is None or not isinstance(telling.found.entry, Action):
        return False
    action, day = telling.found.entry, telling.paper.date or "9"
    said = action.status
    dated = any(days.until <= day for days in dates_in(action.text) if days.is_day)
    return bool(figures_in(said) or dates_in(said) or _SHOWN.search(said) or dated)


def _sent_back(own: Sequence[Telling], told: Sequence[Telling]) -> Iterator[Notice]:
    """Complete in one printing and open in the next, or a later sentence with its number says that
    it is not complete."""
    for before, after in pairwise(own):
        if before.state == "complete" and after.state not in (*CLOSED, "unknown", None):
            yield Notice(
                "sent back",
                f"Complete on {_day(before.paper)}, {after.state} on {_day(after.paper)}.",
                after.paper,
            )
    done = next((t.paper.date or "" for t in own if t.state == "complete"), None)
    number = _number(own[-1])
    if done is None or not is_telling(number):
        return
    days: set[str | None] = set()
    for telling in told:
        later = not telling.own and (telling.paper.date or "") > done
        if later and telling.paper.date not in days and _says_not_done(telling.quote, number):
            days.add(telling.paper.date)
            yield Notice(
                "sent back",
                f"Reported complete on {written_out(done)}; a paper of {_day(telling.paper)} says "
                "that it is not.",
                telling.paper,
            )


def _says_not_done(quote: str, number: str) -> bool:
    parts = (quote[start:end] for start, end in sentences(quote))
    return any(names(part, number) and _NOT_DONE.search(part) for part in parts)


def _overdue(last: Telling, at: str) -> Iterator[Notice]:
    if last.found and isinstance(last.found.entry, Action):
        action = last.found.entry
        if is_open(action) and is_overdue(action, at) and last.state not in CLOSED:
            yield Notice(
                "overdue",
                f"Overdue on {written_out(at)}: due {action.due} as last printed on "
                f"{_day(last.paper)}, and not said to be done.",
                last.paper,
            )


def _status(telling: Telling) -> str:
    entry = telling.found.entry if telling.found else None
    return entry.status if isinstance(entry, Action) else ""


def _number(telling: Telling) -> str:

    return number_of(telling.found.entry) if telling.found else ""


def _day(paper: PaperRecord) -> str:
    return written_out(paper.date) or paper.title
