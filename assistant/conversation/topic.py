"""What a question is about: its words without those that only ask, place or date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answer import Answer
from corpus.dates import dates_in
from index.search import STOP_WORDS

LONGEST = 12
"""Words of a topic. The latest words and the first are kept, those between give way."""
_WORD = re.compile(r"[^\W_]+(?:[.,/’'-][^\W_]+)*")


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


_AUXILIARY = word_set("""
    is are was were be been being am do does did done has have had having will would shall should
    can could may might must which what who whom when where why how
""")
_ASKING = word_set("""
    tell told mean means meant happen happens happened happening come came say says said much many
    often long far soon ago yet ever still also else instead too now actually finally eventually
    please again one ones thing things same whether going went gone get got getting put take took
    use called name named there's what's who's that's it's better worse higher lower less fewer up
    down change changed compare compared end last first next previous year month time date want
    wanted itself themselves
""")
_MEASURES = word_set("""
    share percentage proportion number rate amount total figure lead leads leading led owner due
    responsible chairs
""")
"""What a question may ask of its topic, when it begins with it: "the number of carers"."""
_BEFORE_DATE = r"(?:\b(?:in|on|at|by|of|for|since|from|to|the|end|until|during|as|dated)\s+){0,4}"
BODIES = word_set("""
    cabinet council councils committee committees board scrutiny chair chairman chairwoman panel
    leader mayor member members councillor councillors officer officers meeting
""")
"""Whoever acts in every paper: they say who did a thing, not what it was."""


def words_of(text: str) -> list[str]:
    """The words that say what is asked about, in order, as written.

    >>> words_of("How many of the carers left in the summer?")
    ['carers', 'left', 'summer']
    """
    return [m[0] for m in _WORD.finditer(text) if _tells(m[0])]


def own_words(text: str) -> list[str]:
    """Those of them that are not the names of bodies."""
    return [w for w in words_of(text) if w.lower() not in BODIES]


def undated(text: str) -> str:
    """The text without its dates and the small words that led up to them."""
    for days in reversed(dates_in(text)):
        before = re.search(rf"{_BEFORE_DATE}$", text[: days.start], re.I)
        text = text[: before.start() if before else days.start] + " " + text[days.end :]
    return re.sub(r"\s+([?,.])", r"\1", " ".join(text.split()))


def unplaced(text: str, places: Iterable[str]) -> str:
    """The text without these places' names and the small words that led up to them."""
    for place in places:
        named = rf"(?:\b(?:in|at|from|of|for|by)\s+)?(?<!\w){re.escape(place)}(?:['’]s)?(?!\w)"
        text = re.sub(named, " ", text, flags=re.I)
    return re.sub(r"\s+([?,.])", r"\1", " ".join(text.split()))


def phrase_of(text: str, places: Iterable[str] = ()) -> str:
    """What a question is about in its own words: from the first that tells to the last.

    >>> phrase_of("How many children had finished their life story work by June 2023?")
    'children finished their life story work'
    """
    found = [m[0] for m in _WORD.finditer(undated(unplaced(text, places)))]
    telling = [i for i, word in enumerate(found) if _tells(word)]
    while len(telling) > 1 and found[telling[0]].lower() in _MEASURES:
        del telling[0]
    if not telling:
        return ""
    kept = [w for w in found[telling[0] : telling[-1] + 1] if w.lower() not in _AUXILIARY]
    if re.match(r"who\b", text, re.I) and kept[1:2] in (["the"], ["a"], ["an"]):
        kept = kept[2:]  # who moved the amendment
    return " ".join(kept[:LONGEST])


def joined(latest: str, before: Sequence[str]) -> tuple[str, ...]:
    """The phrases of a topic with the latest in front, shortened from the middle.

    >>> joined("contract", ("interviews",))
    ('contract', 'interviews')
    """
    known = {w.lower() for phrase in before for w in words_of(phrase)}
    new = latest and not {w.lower() for w in words_of(latest)} <= known
    phrases = [latest, *before] if new else list(before)
    while len(phrases) > 2 and sum(len(p.split()) for p in phrases) > LONGEST:
        del phrases[-2]
    return tuple(phrases)


def named_in(answer: Answer, known: str) -> str:
    """Up to eight words that the question has not, of the quoted sentence that is most like it."""
    if not answer.citations:
        return ""
    said = {w.lower() for w in words_of(known)}
    sentences = re.split(r"\n|(?<=[.;]) ", answer.citations[0].quote)
    nearest = max(sentences, key=lambda s: len(said & {w.lower() for w in words_of(s)}))
    new = [w for w in own_words(undated(nearest)) if w.lower() not in said and not w.isupper()]
    return " ".join(list(dict.fromkeys(new))[:8])


def _tells(word: str) -> bool:
    bare = re.sub(r"['’]s$", "", word.lower()).replace("’", "'")
    return bare not in STOP_WORDS and bare not in _ASKING and bare not in _AUXILIARY
