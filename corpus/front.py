"""Front matter: which council, committee, meeting, title, kind and access a paper says it has.

Read from its first lines, then from its file and folder names. A council is named by its own words
("… County Council", an e-mail address, a place its file name and its text share); one named only as
somebody else (a peer reviewer) is printed less often than the paper's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.dates import dates_in, first_day
from corpus.paper import Access, Line, Metadata, PaperKind

_TOP = 45
"""Lines of front matter looked at: the longest header block seen (three meetings, two tables) has 30."""

_NAME = r"[A-Z][a-z'’]+(?:[ -](?:upon|on|under|in|the|and|of|with|le|by|[A-Z][a-z'’]+))*?"
_COUNCIL = re.compile(
    rf"\b({_NAME}(?: (?:and|&) {_NAME})?) "
    r"((?:Metropolitan |County |City |Borough |District |Town |Parish |Unitary )*)(Council)\b"
)
_BOROUGH = re.compile(rf"\b((?:Royal |London )?Borough of {_NAME})\b")
_HOST = re.compile(r"[@./](?:www\.)?([a-z-]+)\.gov\.uk", re.I)
_NOT_NAMES = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "the", "this", "our", "full", "youth", "each", "a", "any", "all", "of", "school", "care",
    "children", "and", "to", "in", "by", "for", "other", "every", "county", "city", "borough",
    "local", "arts", "privy", "district", "parish", "town", "executive", "cabinet", "extraordinary",
}  # fmt: skip
_COMMITTEE = re.compile(
    r"\b(?:committee|cabinet|executive|sub-committee|panel|board|full council|county council|"
    r"city council|borough council|commission|forum|pds)\b",
    re.I,
)
_TITLE_FIELD = re.compile(r"(?:report )?(?:title|subject)\s*(?:of report)?\s*:?\s*(.*)", re.I)
_TO_FIELD = re.compile(
    r"(?:report )?(?:to|committee|decision[- ]maker|meeting|body|report to)\s*:\s*(.*)", re.I
)
_NOISE = re.compile(
    r"(?:this )?(?:public )?report(?: is public)?|agenda item.*|item:? .*|.*@.*|(?:report|contact) .*|"
    r"tel.*|from:.*|classification.*|decision (?:no|number|maker|type).*|wards?.*|key decision.*|"
    r"public|part [a-c12]|appendix \w{1,3}|agenda|date.*|membership.*|councillors?.*|.*not for "
    r"publication.*",
    re.I,
)
_EXEMPT = re.compile(
    r"not for publication|\bexempt (?:report|appendix|paper|annex|information|item|minutes)\b|"
    r"(?:this )?(?:report|appendix|paper) is (?:exempt|confidential|not public|restricted)|"
    r"\bpart (?:2|ii|b)\b.{0,40}(?:exempt|confidential|private|schedule 12a)|pink paper|"
    r"schedule 12a|classification:? (?:exempt|confidential|restricted)\b",
    re.I,
)
_OTHERS = re.compile(r"appendix \w+ (?:to this report )?is|appendices|agenda|members of the public|"
                     r"any [\"“'‘]?exempt|resolution|excluded", re.I)  # fmt: skip
_KINDS: tuple[tuple[PaperKind, str], ...] = (
    ("minutes", r"\bminutes\b(?! of (?:previous|last) meeting to)"),
    ("decision", r"\bproposed record of decision|record of (?:executive )?decision|decision notice"
                 r"|\bprod\b"),
    ("work programme", r"\bwork(?:ing)? programme\b|forward plan"),
    ("agenda", r"\bagenda\b|front ?sheet|reports pack"),
    ("action plan", r"\b(?:action|improvement|delivery) plan\b"),
    ("appendix", r"\bappendix|\bannex\b"),
    ("report", r"\breport\b"),
)  # fmt: skip


def front_matter(
    lines: Sequence[Line], *, document: str, folders: Sequence[str] = (), file_title: str = ""
) -> Metadata:
    """What the first lines, the file's name and its folders (nearest first) say of a paper."""
    top = [t for line in lines[:_TOP] for t in _texts(line)]
    title = _title(top, document, file_title)
    return Metadata(
        council=council_of(lines, document=document, folders=folders),
        committee=_committee(top, folders),
        date=_date(top, document, folders),
        kind=_kind(document, title, top),
        title=title,
        access=_access(top),
    )


def council_of(lines: Iterable[Line], *, document: str, folders: Sequence[str]) -> str | None:
    """The council whose paper it is, as it names itself, or the place where no council is named."""
    names: Counter[str] = Counter()
    words: Counter[str] = Counter()
    hosts: Counter[str] = Counter()
    for number, line in enumerate(lines):
        text = _untitled(line.text)
        weight = 3 if number < _TOP else 1
        for match in _COUNCIL.finditer(text):
            first = match[1].split()[0].lower()
            if first not in _NOT_NAMES:
                names[f"{match[1]} {match[2]}{match[3]}"] += weight
        for match in _BOROUGH.finditer(text):
            names[match[1]] += weight
        hosts.update(h.lower() for h in _HOST.findall(line.text))
        words.update(re.findall(r"\b[A-Z][a-z]{3,}", text))
    return _best_council(names, words, hosts, [document, *folders])


def _best_council(
    names: Counter[str], words: Counter[str], hosts: Counter[str], paths: Sequence[str]
) -> str | None:
    in_paths = {w.lower() for p in paths for w in re.findall(r"[A-Za-z]{4,}", p)}
    scores = {
        name: count
        + 5 * any(w.lower() in in_paths for w in name.split()[:2])
        + 5 * sum(hosts[h] for h in hosts if name.split()[0].lower().startswith(h[:4]))
        for name, count in names.items()
    }
    best = max(scores, key=lambda n: (scores[n], len(n)), default=None)
    places = [w for w in words if w.lower() in in_paths and words[w] > 1 and _is_place(w, words)]
    place = max(places, key=lambda w: words[w], default=None)
    if best and (place is None or place in best or scores[best] >= 6):
        return best
    return place or best


_COMMON = {
    "report", "minutes", "agenda", "cabinet", "council", "committee", "appendix", "plan", "action",
    "children", "services", "draft", "budget", "meeting", "papers", "text", "work", "programme",
    "update", "improvement", "scrutiny", "paper", "sample", "public", "pack", "item", "strategy",
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "health", "education", "finance", "corporate", "risk", "register",
    "capital", "revenue", "county", "borough", "city", "district", "full", "special", "review",
    "peer", "inspection", "outcome", "young", "people", "families", "family", "information",
}  # fmt: skip


def _is_place(word: str, words: Counter[str]) -> bool:
    return word.lower() not in _COMMON and words[word] > words[word.lower()]


def _untitled(text: str) -> str:
    """SHOUTED lines in title case, so that names in them are seen."""
    return text.title() if text.isupper() else text


def _texts(line: Line) -> list[str]:
    cells = [c for c in line.cells if c]
    if len(cells) == 2 and cells[0].endswith(":"):
        return [" ".join(cells)]
    return cells if cells else [line.text]


def _committee(top: Sequence[str], folders: Sequence[str]) -> str | None:
    candidates = []
    for text in top:
        field = _TO_FIELD.fullmatch(text.strip())
        value = field[1] if field else text
        value = re.split(r"\s+[-–]\s+(?=\d|\w+day\b)|,\s+(?=\d)|\s+\d{1,2}(?:st|nd|rd|th)?\s", value)[0]
        held = re.match(r"(?:minutes of )?(?:the |a )?(?:meeting of )?(?:the )?(.+?) (?:meeting )?held\b", value, re.I)
        if held:
            value = held[1]
        value = re.sub(r"^(?:minutes of )?(?:the |a )?meeting of (?:the )?", "", value, flags=re.I)
        value = value.strip(" :.–-")
        if _COMMITTEE.search(value) and 0 < len(value.split()) <= 14 and not value.endswith("."):
            bonus = 3 * bool(field) + 2 * bool(held) + value.isupper()
            candidates.append((bonus, _cased(value)))
    if candidates:
        return max(candidates, key=lambda c: c[0])[1]
    named = next((f for f in folders if _COMMITTEE.search(f.replace("_", " "))), None)
    return _cased(named.replace("_", " ").upper()) if named else None


def _cased(text: str) -> str:
    if not text.isupper():
        return text
    small = {"And", "Of", "The", "To", "For", "By", "In", "On"}
    words = text.title().replace("’S", "’s").replace("'S", "'s").split()
    return " ".join(
        w.lower() if i and w in small else "PDS" if w == "Pds" else w for i, w in enumerate(words)
    )


def _date(top: Sequence[str], document: str, folders: Sequence[str]) -> str | None:
    """The header's first date; a file or folder named by date comes before dates further down."""
    short = [t for t in top if len(t.split()) <= 14 and not re.search("publish|updated", t, re.I)]
    header = [t for t in top[:12] if t in short] + [
        t for t in top if re.search(r"\b(?:held|date|meeting)\b", t, re.I)
    ]
    names = [name.replace("_", " ") for name in (document, *folders)]
    return next((day for t in (*header, *names, *short) if (day := first_day(t))), None)


def _title(top: Sequence[str], document: str, file_title: str) -> str | None:
    for i, text in enumerate(top):
        match = _TITLE_FIELD.fullmatch(text.strip())
        if match:
            value = match[1].strip() or (top[i + 1].strip() if i + 1 < len(top) else "")
            if len(value) > 4:
                return _cased(value)
    body = [t.strip() for t in top[:14]]
    for text in body:
        if text.lower().startswith("minutes of"):
            return text[:160]
    for text in body:
        if _could_be_title(text):
            return _cased(text)
    return file_title.strip() or None


def _could_be_title(text: str) -> bool:
    words = text.split()
    return (
        3 <= len(words) <= 25
        and not _NOISE.fullmatch(text)
        and not text.endswith((".", ":", ";"))
        and not any(d.is_day for d in dates_in(text))
        and not (_COMMITTEE.search(text) and len(words) <= 14 and not _has_kind(text))
        and text[0].isupper()
        and ":" not in text[:30]
    )


def _has_kind(text: str) -> bool:
    return any(re.search(pattern, text, re.I) for _, pattern in _KINDS)


def _kind(document: str, title: str | None, top: Sequence[str]) -> PaperKind | None:
    early = " ".join(top[:6])[:300]
    for text in (document, title or "", early):
        spaced = text.replace("_", " ")
        for kind, pattern in _KINDS:
            if re.search(pattern, spaced, re.I) and not (
                kind in ("minutes", "agenda") and re.search(r"agenda item", spaced, re.I)
            ):
                if kind == "action plan" and re.search(r"\breport of\b|\bitem\b", early, re.I):
                    return "report"
                return kind
    return "report" if re.search(r"\b(?:report|contact officer|purpose)\b", " ".join(top), re.I) else None


def _access(top: Sequence[str]) -> Access:
    """Exempt where the front matter says so of the paper itself; in doubt, exempt."""
    if any(re.search(r"report is public|\bpublic report\b|unrestricted", t, re.I) for t in top):
        return "public"
    marked = any(_EXEMPT.search(t) and not _OTHERS.search(t) for t in top)
    return "exempt" if marked else "public"
