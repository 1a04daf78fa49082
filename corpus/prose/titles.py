"""Whether words could be a title, and whether a line set in them stands over the text below it."""

from __future__ import annotations

import re

from corpus.dates import first_day
from corpus.paper import Line

_ASKS = re.compile(r"(?:that|to|note|agree|approve|consider|endorse|receive|recommend)\b", re.I)
_MOVES = re.compile(
    r"\b(?:proposed|seconded|moved|carried|lost|withdrawn) (?:and|the|that|by|,)"
    r"|, and .* seconded\b"
)
_NAMES = re.compile(
    r"(?:Councillors|Cllrs|Messrs) [A-Z].*,|"
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir)\b\.? [A-Z][\w’'.-]+.*){2}"
)
_COUNT = re.compile(r"[A-Za-z]+ \(\d+\)(?: (?:Mr|Mrs|Ms|Miss|Dr|Cllr)\b.*)?")
_NOTHING = re.compile(
    r"(?:n/?a|none|nil|not applicable|yes|no|date|chair(?:man)?|"
    r"(?:also )?(?:present|in attendance)|"
    r"\(?(?:all )?(?:figures|amounts|values)\b.{0,12} in .*)[.:]?",
    re.I,
)
_LISTING = re.compile(r"(?:.*\b(?:appendix|annex) \w{1,2}\b){2}|.*\b\d{5,6} ?\d{3,6}\b", re.I)
"""What is attached, one after another; a telephone number."""
_ROW = re.compile(r".*(?:\s[-–+(£]*(?!(?:19|20)\d\d\b)\d[\d,.]*[%)mk]*){2}")
"""A row of figures that no table was seen around."""
_LETTER = re.compile(r"(?:dear|yours|kind(?:est)? regards|best wishes)\b.{0,40}", re.I)
_SIGNED = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|Rt Hon|Prof(?:essor)?)\.? )?"
    r"(?:[A-Z][\w’'-]*\.? ){1,3}?[A-Z][\w’'-]+(?: [A-Z]{2,4})*, ?(?:the )?"
    r"(?:[A-Z][\w’'-]* ){0,4}?"
    r"(?:Chief|Director|Head|Leader|Cabinet Member|Manager|Officer|Chair|Mayor|Minister|"
    r"Secretary|Solicitor|Clerk|Treasurer|Monitoring Officer)\b.*"
)
_STATUS = re.compile(
    r"(?:(?:action|partially|partly|fully|not|in|on|now) ?)?"
    r"(?:completed?|outstanding|started|progress|track|target|ongoing|on-going|overdue|closed|open|"
    r"achieved|met|red|amber|green|high|medium|low)",
    re.I,
)
"""How far an action has come: part of what is told of it."""
LONGEST = 14
"""Words of a heading in plain type; in bold, as minutes print a report's whole title, twice
that."""
LONGEST_BOLD = 28
FULL = 60
"""Characters: a line this long, without a full stop, was filled to the margin and goes on."""
_CAPTION = re.compile(r"(?:table|figure|chart|graph|map) [\w.]{1,5}\b", re.I)
_ROOM = 0.75
"""Of a full line's length: a line that would be no longer with the next word was ended on
purpose."""


def could_head(text: str, *, bold: bool = False) -> bool:
    """Whether the words alone could be a heading: a capital, no end, nothing asked, no field, no
    date, no greeting, no name signed with an office.

    A line that is `bold` throughout may be longer, begin with a figure, and hold or end in a colon,
    which makes another line a field ("Lead officer: …").
    """
    said = text.removesuffix(":") if bold else text
    return (
        (text[:1].isupper() or (bold and text[:1].isdigit()))
        and said[-1] not in ".;:,?!-–"
        and (":" not in said or (bold and ": " in said))
        and len(text.split()) <= (LONGEST_BOLD if bold else LONGEST)
        and sum(c.isalpha() for c in text) > 3
        and not _ASKS.match(text)
        and not _NOTHING.fullmatch(text)
        and not _MOVES.search(text)
        and not _NAMES.match(text)
        and not _COUNT.fullmatch(text)
        and not _LISTING.match(text)
        and not _ROW.fullmatch(text)
        and not _LETTER.fullmatch(text)
        and not _SIGNED.fullmatch(text)
        and (bold or not is_day(text))
    )


def is_caption(text: str) -> bool:
    """Whether a line names a table or figure: "Table 2: …"."""
    return bool(_CAPTION.match(text))


def is_day(text: str) -> bool:
    """Whether a line holds a date and nothing else."""
    return len(text.split()) <= 5 and bool(re.match(r"\w+,? \d|\d", text)) and bool(first_day(text))


def stands_over(above: Line, below: Line, *, title: str) -> bool:
    """Whether a line was ended short of the margin, though the next word had room, over a full line
    that begins a sentence; `title` is the line without its number."""
    first = below.text.split(" ", 1)[0]
    return (
        above.page == below.page
        and not below.bold
        and len(below.text) >= FULL
        and first[:1].isupper()
        and len(above.text) + 1 + len(first) <= _ROOM * len(below.text)
        and len(title.split()) <= LONGEST - 4
        and bool(title)
        and could_head(title)
        and not _STATUS.fullmatch(title)
        and _is_said(below.text)
    )


def _is_said(text: str) -> bool:
    """Whether a line is of a sentence, not of names and offices: a third of its words are small."""
    words = [w for w in text.split()[1:] if w[0].isalpha()]
    return 3 * sum(w[0].islower() for w in words) >= len(words)
