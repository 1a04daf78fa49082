"""What kind of paper it is: minutes, decision, agenda, report, appendix, action plan, programme.

Minutes and decisions are told by their first lines, reports by the fields of their header, the rest
by the file's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.front.facts import Fact
from corpus.front.header import Entry
from corpus.paper import Line, PaperKind
from corpus.resolutions import RESOLVES

_LISTED: tuple[tuple[PaperKind, str], ...] = (
    ("minutes", r"\bminutes\b"),
    (
        "decision",
        r"record of (?:\w+ ){0,2}decisions?|decisions? (?:notice|record|sheet|list|statement)"
        r"|\bprod\b",
    ),
    ("work programme", r"\bwork(?:ing)? (?:programme|plan)\b|\bforward plan\b"),
    ("agenda", r"\bagenda\b(?! item)|front ?sheet|reports? pack"),
    ("action plan", r"\b(?:action|improvement|delivery|recovery) plan\b"),
    ("appendix", r"\bapp(?:endix|x)\b|\bannex\b"),
    ("report", r"\breport\b"),
)
_ALONE: tuple[tuple[PaperKind, bool, str], ...] = (
    ("minutes", False, r"(?:the )?(?:draft )?minutes\b"),
    (
        "minutes",
        False,
        r"(?:extract (?:of|from) )?(?:the )?minutes? of\b|notes? of (?:the|a) meeting\b",
    ),
    ("minutes", True, r"extract of (?:the )?minutes?$"),
    ("minutes", True, r".*\b(?:committee|cabinet|executive|council|panel|board) minutes$"),
    ("decision", False, r".*\brecord of (?:\w+ ){0,2}decision"),
    ("decision", False, r"(?:notice|schedule) of (?:\w+ ){0,2}decisions?\b"),
    ("minutes", True, r"agenda and (?:draft |printed )?minutes\b"),
    ("decision", True, r".*\bdecisions? (?:notice|record|sheet|list|statement)\b"),
    ("decision", True, r"decisions (?:of|taken|made)\b"),
    ("agenda", True, r"agenda(?! item)\b"),
    ("work programme", True, r"(?:committee )?(?:work(?:ing)? programme|forward plan)\b"),
    ("appendix", False, r"(?:appendix|annex) \w{1,3}\b"),
)
"""(kind, whether only of a short line, how the line begins)."""
SHORT = 6
"""Words: a longer line that begins "Agenda" or "Work programme" is a sentence."""
_DECIDED = re.compile(rf"(?:It was )?{RESOLVES}|It was agreed\b|(?:DECISION|Decision):|Decision$")
"""How a line opens that says what a meeting decided, in minutes that nothing else names."""
_REPORTS = ("summary", "executive summary", "purpose")
"""Opens a report."""
_SURE: tuple[PaperKind, ...] = ("minutes", "decision", "agenda", "work programme")
_REPORTED = {"author", "title", "committee", "business", "access"}


def kind_of(entries: Sequence[Entry], document: str, lines: Sequence[Line] = ()) -> Fact | None:
    """The kind by its first lines, its header, its file's name or, of `lines`, by what was decided,
    with the words that tell it."""
    top = [e.text for e in entries[:6] if not e.field]
    named = _by_name(document)
    alone = next((Fact(k, "front matter", t) for t in top if (k := _kind_alone(t))), None)
    first = next((e for e in entries if not e.in_header), None)
    met = Fact("minutes", "front matter") if first and first.field == "presence" else None
    sure = next((f for f in (alone, named, met) if f and f.value in _SURE), None)
    told = sure or _of_header(entries, top) or _plan(document) or named or alone
    return told or _last(entries, lines)


def _by_name(document: str) -> Fact | None:
    kind = _kind_named(document.replace("_", " "))
    return Fact(kind, "file name", document) if kind else None


def _of_header(entries: Sequence[Entry], top: Sequence[str]) -> Fact | None:
    fields = {e.field for e in entries} & _REPORTED
    by = next((text for text in top if re.match(r"repp?ort (?:of|by)\b", text, re.I)), None)
    if by or ("author" in fields and len(fields) > 1):
        return Fact("report", "front matter", by or "")
    return None


def _plan(document: str) -> Fact | None:
    """An appendix that is a plan of actions is an action plan."""
    inner = _by_name(re.sub("appendix", "", document, flags=re.I))
    return inner if inner and inner.value == "action plan" else None


def _last(entries: Sequence[Entry], lines: Sequence[Line]) -> Fact | None:
    """A paper with a summary or with the fields of a report, or that tells what was decided, though
    nothing names it."""
    opened = [re.sub(r"^[\d.\s]+", "", e.text).casefold() for e in entries]
    if not any(text.startswith(_REPORTS) for text in opened):
        decided = next((line for line in lines if _DECIDED.match(line.text)), None)
        if decided:
            return Fact("minutes", "text", decided.text)
    spoken = any(e.field == "body" for e in entries) or any(
        text.startswith(_REPORTS[1:]) for text in opened
    )
    known = spoken or len({e.field for e in entries} & _REPORTED) > 1
    return Fact("report", "front matter") if known else None


def _kind_named(name: str) -> PaperKind | None:
    return next((kind for kind, words in _LISTED if re.search(words, name, re.I)), None)


def _kind_alone(text: str) -> PaperKind | None:
    """The kind that a line of its own names: "AGENDA", "Appendix G", "WORK PROGRAMME 2024/25"."""
    short = len(text.split()) <= SHORT
    fitting = ((kind, words) for kind, alone, words in _ALONE if short or not alone)
    return next((kind for kind, words in fitting if re.match(words, text, re.I)), None)
