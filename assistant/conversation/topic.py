"""What a question is about: its words without those that only ask, place or date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answer import Answer
from corpus.dates import dates_in
from index.search import STOP_WORDS

LONGEST = 16
"""Words of a topic. The latest words and the first are kept, those between give way."""
_WORD = re.compile(r"[^\W_]+(?:[.,/’'-][^\W_]+)*")
_AUXILIARY = frozenset(
    "is are was were be been being am do does did done has have had having will would shall should "
    "can could may might must".split()
)
_ASKING = frozenset(
    """
    tell told mean means meant happen happens happened happening come came say says said many much
    often long far soon ago yet ever still also else instead too now actually finally eventually
    please again one ones thing things same whether going went gone get got getting put take took
    use called name named there's what's who's that's it's better worse higher lower less fewer up
    down change changed compare compared end last first next previous year month time date when which
    want wanted itself themselves
    """.split()
)
_BEFORE_DATE = r"(?:\b(?:in|on|at|by|of|for|since|from|to|the|end|until|during|as|dated)\s+){0,4}"
BODIES = frozenset(
    "cabinet council councils committee committees board scrutiny chair chairman chairwoman panel "
    "leader mayor member members councillor councillors officer officers meeting".split()
)
"""Whoever acts in every paper: they say who did a thing, not what it was."""


def words_of(text: str) -> list[str]:
    """The words that say what is asked about, in order, as written.

    >>> words_of("How many of the carers left in the year?")
    ['carers', 'left', 'year']
    """
    return [m[0] for m in _WORD.finditer(text) if tells(m[0])]


def tells(word: str) -> bool:
    """Whether a word says what is asked about."""
    bare = re.sub(r"['’]s$", "", word.lower()).replace("’", "'")
    return bare not in STOP_WORDS and bare not in _ASKING and bare not in _AUXILIARY


def undated(text: str) -> str:
    """The text without its dates and the small words that led up to them."""
    for days in reversed(dates_in(text)):
        before = re.search(rf"{_BEFORE_DATE}$", text[: days.start], re.I)
        text = text[: before.start() if before else days.start] + " " + text[days.end :]
    return " ".join(text.split())


def phrase_of(text: str, places: Iterable[str] = ()) -> str:
    """From the first word that tells to the last, without auxiliaries, places and dates' commas.

    >>> phrase_of("How many children had finished their life story work?")
    'children finished their life story work'
    """
    for place in places:
        named = rf"(?:\b(?:in|at|from|of|for|by)\s+)?(?<!\w){re.escape(place)}(?:['’]s)?(?!\w)"
        text = re.sub(named, " ", text, flags=re.I)
    found = list(_WORD.finditer(text))
    telling = [i for i, m in enumerate(found) if tells(m[0])]
    if not telling:
        return ""
    kept = [m[0] for m in found[telling[0] : telling[-1] + 1] if m[0].lower() not in _AUXILIARY]
    return " ".join(kept[:LONGEST])


def joined(latest: str, before: Sequence[str]) -> tuple[str, ...]:
    """The phrases of a topic with the latest in front, shortened from the middle.

    >>> joined("contract", ("contract", "interviews"))
    ('contract', 'interviews')
    """
    known = {w.lower() for phrase in before for w in words_of(phrase)}
    new = latest and not {w.lower() for w in words_of(latest)} <= known
    phrases = [latest, *before] if new else list(before)
    while len(phrases) > 2 and sum(len(p.split()) for p in phrases) > LONGEST:
        del phrases[-2]
    return tuple(phrases)


def named_in(answer: Answer, known: str, *, most: int = 6) -> str:
    """The words of an answer's first quotation that the question has not, the first few."""
    if not answer.citations:
        return ""
    said = {w.lower() for w in words_of(known)}
    new = [w for w in words_of(undated(answer.citations[0].quote)) if w.lower() not in said]
    return " ".join(dict.fromkeys(new[:most]))
