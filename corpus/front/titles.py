"""What a paper is called: its title as its header, its file or its first large line prints it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from corpus.front.committees import is_made_by, is_meeting, meeting_named
from corpus.front.facts import Fact
from corpus.front.header import Entry, field_named
from corpus.front.mentions import council_on
from corpus.paper import Line

LONGEST = 400
"""Characters of a title: the longest seen has 225; what goes on for longer is a summary."""
_LOOKED_AT = 400
"""Lines in which a paper's abbreviations are looked for."""
_NOISE = re.compile(
    r"(?:this )?(?:public )?report(?: is public)?|report (?:of|by|to|from)\b.*|by .*|contact .*|"
    r"agenda item.*|item:? .*|.*@.*|"
    r"appendix \w{1,3}|annex \w{1,3}|(?:appendix|annex) \w{1,3} to (?:the |agenda ).*|"
    r"agenda|dr?aft|meeting (?:to be )?held\b.*|report for \w+|"
    r".*not for publication.*|date.*|councillors?\b.*|"
    r"part [a-z\d]\b.*|skip to .*|.*\.gov\.uk.*|page .*|for publication.*|public.?|dear\b.*|"
    r"(?:open|unrestricted|exempt|confidential|restricted)\b.*|.*\bexempt|version .*|tel\w*\b.*",
    re.I | re.S,
)
_SERVICE = re.compile(
    r"\((?:public|private|restricted) pack\)\s*(.*?)"
    r"(?:\s*agenda (?:supplement|document).*)?(?:,\s*\d\d/\d\d/\d{4}.*)?$",
    re.I,
)
_MINUTES = re.compile(r"(?:the )?(?:draft )?minutes of\b", re.I)
_STATE = re.compile(r"[\s(\[–-]+(?:DRAFT|FINAL)[)\]]?$")


def title_of(
    entries: Sequence[Entry], lines: Sequence[Line] = (), *, file_title: str = ""
) -> Fact | None:
    """The title as its field, its minutes' heading, the file or the first large line gives it.

    `lines` are read for abbreviations, which a SHOUTED title keeps ("MTFP").
    """
    found = next(_candidates(entries, file_title), None)
    if found is None:
        return None
    short = _abbreviations(lines[:_LOOKED_AT]) if found.value.isupper() else ()
    title = _cased(_STATE.sub("", found.value), short)
    made_by = next((e.text for e in entries if e.in_header and is_made_by(e.text)), "")
    whole = f"{title} – {made_by}" if made_by and made_by not in title else title
    return Fact(whole, found.place, found.words)


def _candidates(entries: Sequence[Entry], file_title: str) -> Iterator[Fact]:
    """Titles, the surest first."""
    fields = (e.text for e in entries if e.field == "title" and len(e.text) > 4)
    yield from map(_printed, (text for text in fields if not field_named(text)))
    header = [e for e in entries if e.in_header and not e.field]
    minutes = (e.text for e in header if _MINUTES.match(e.text))
    yield from (Fact(re.split(r",? held\b", text)[0], "front matter", text) for text in minutes)
    if (service := _SERVICE.fullmatch(file_title.strip())) and service[1]:
        yield Fact(service[1], "document properties", file_title)
    headings = (e.text for e in header if e.level == 1 and _could_be_title(e.text))
    yield from map(_printed, headings)
    if _stands_in(file_title, entries):
        same = (e.text for e in header if _letters(e.text) == _letters(file_title))
        yield from map(_printed, same)
        yield Fact(file_title.strip(), "document properties", file_title)
    yield from map(_printed, _large(entries, header))


def _printed(text: str) -> Fact:
    cut = text if len(text) < LONGEST else text[:LONGEST].rsplit(" ", 1)[0]
    return Fact(cut, "front matter", text)


def _large(entries: Sequence[Entry], header: Sequence[Entry]) -> Iterator[str]:
    """Lines that stand out, then any of some length; of a letter only long ones that stand out."""
    letter = any(e.text.lower().startswith("dear ") for e in entries)
    least = 5 if letter else 2
    large = [e.text for e in header if (e.bold or e.level or e.text.isupper())]
    plain = [e.text for e in header if len(e.text.split()) >= 3 and not letter]
    return (text for text in (*large, *plain) if _could_be_title(text, least))


def _stands_in(file_title: str, entries: Sequence[Entry]) -> bool:
    """Whether the title a file gives itself is printed in it too (many keep a template's)."""
    printed = set(_letters(" ".join(e.text for e in entries)))
    words = _letters(file_title)
    return len(words) >= 3 and set(words) <= printed and not _NOISE.fullmatch(file_title)


def _letters(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("’", "'"))


def _could_be_title(text: str, least: int = 2) -> bool:
    words = text.split()
    return (
        least <= len(words) <= 30
        and not _NOISE.fullmatch(text)
        and not field_named(text)
        and not text.endswith((".", ":", ";", ","))
        and not is_meeting(text)
        and not meeting_named(text)
        and not council_on(text)
        and not re.match(r"\d{1,2}(?:st|nd|rd|th)? \w+ \d{4}$|\w+day,? \d", text, re.I)
        and (text[0].isupper() or text[0].isdigit())
        and sum(c.isalpha() for c in text) > 5
    )


def _abbreviations(lines: Iterable[Line]) -> set[str]:
    """Words in capitals amid sentences, never written otherwise (IC, SEND; but not AGREE)."""
    capitals: Counter[str] = Counter()
    spoken: set[str] = set()
    for line in lines:
        if not line.text.isupper():
            words = re.findall(r"[A-Za-z]+", line.text)
            capitals.update(w for w in words if len(w) > 1 and w.isupper())
            spoken |= {w.lower() for w in words if not w.isupper()}
    return {word for word in capitals if word.lower() not in spoken}


def cased(text: str) -> str:
    """SHOUTED text in title case, less what has no vowel to be spoken with (MTFP, LSCB).

    >>> cased("MTFP AND THE BOARD")
    'MTFP and the Board'
    """
    return _cased(text, ())


def _cased(text: str, short: Collection[str]) -> str:
    if not text.isupper():
        return text
    small = {"And", "Of", "The", "To", "For", "By", "In", "On", "A", "At"}
    words: list[str] = []
    for i, word in enumerate(text.split()):
        shown = word.title().replace("’S", "’s").replace("'S", "'s")
        spoken = re.search(r"[AEIOUY]", word) and word.strip("(),:;.") not in short
        lettered = words and words[-1] in ("Appendix", "Annex", "Part", "Phase")
        keeps = (lettered and len(word) < 3) or not spoken
        words.append(word if keeps else shown.lower() if i and shown in small else shown)
    return " ".join(words)
