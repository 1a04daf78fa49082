"""Front matter: which committee, meeting, title and kind a paper says it has.

Read from its header, then from its file and folder names. What stands below the header counts for
nothing: a report names many committees and dates that are not its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.councils import council_of
from corpus.dates import first_day
from corpus.exempt import access_of
from corpus.header import Entry, header_of, is_meeting, meeting_named
from corpus.paper import Line, Metadata, PaperKind

_HELD = re.compile(r"\b(?:minutes|meeting|summons)\b", re.I)
_ISSUED = re.compile(r"\b(?:publish|updated|issued|version|dated)", re.I)
_NOISE = re.compile(
    r"(?:this )?(?:public )?report(?: is public)?|report (?:of|by|to|from)\b.*|by .*|contact .*|"
    r"agenda item.*|item:? .*|.*@.*|"
    r"appendix \w{1,3}|annex \w{1,3}|agenda|dr?aft|.*not for publication.*|date.*|councillors?\b.*|"
    r"part [a-z\d]\b.*|skip to .*|.*\.gov\.uk.*|page .*|for publication.*|public.?|dear\b.*|"
    r"(?:open|unrestricted|exempt|confidential)\b.*|.*\bexempt|version .*|tel\w*\b.*",
    re.I | re.S,
)
_SERVICE = re.compile(
    r"\((?:public|private|restricted) pack\)\s*(.*?)(?:,\s*\d\d/\d\d/\d{4}.*)?$", re.I
)
_LISTED: tuple[tuple[PaperKind, str], ...] = (
    ("minutes", r"\bminutes\b"),
    ("decision", r"record of (?:executive |officer )?decisions?|decision notice|\bprod\b"),
    ("work programme", r"\bwork(?:ing)? (?:programme|plan)\b|\bforward plan\b"),
    ("agenda", r"\bagenda\b(?! item)|front ?sheet|reports? pack"),
    ("action plan", r"\b(?:action|improvement|delivery|recovery) plan\b"),
    ("appendix", r"\bapp(?:endix|x)\b|\bannex\b"),
    ("report", r"\breport\b"),
)
SHORT = 6
"""Words: a longer line that begins "Agenda" or "Work programme" is a sentence."""
_SURE: tuple[PaperKind, ...] = ("minutes", "decision", "agenda", "work programme")
_REPORTED = {"author", "title", "committee", "business", "access"}


def front_matter(
    lines: Sequence[Line], *, document: str, folders: Sequence[str] = (), file_title: str = "",
    in_pack: bool = False,
) -> Metadata:  # fmt: skip
    """What the first lines, the file's name and its folders (nearest first) say of a paper.

    An item of a pack (`in_pack`) has its file's name and folders in common with the others, so only
    its own header is asked; what that does not say is None.
    """
    entries = header_of(lines)
    header = [e for e in entries if e.in_header]
    names = () if in_pack else (document, *folders)
    kind = _kind(entries, document) or _kind_at_last(entries)
    title = "Agenda" if kind == "agenda" and not in_pack else _title(entries, file_title)
    return Metadata(
        council=None if in_pack
        else council_of(lines, document=document, folders=folders, file_title=file_title),
        committee=_committee(header) or _folder_committee(names[1:]),
        date=_date(header, names, loosely=not in_pack),
        kind=kind,
        title=title,
        access=access_of(entries, lines, document="" if in_pack else document),
    )  # fmt: skip


def _committee(header: Sequence[Entry]) -> str | None:
    """The body the paper is for: as a field says, where it was held, or a line that names one."""
    fields = [e for e in header if e.field == "committee"]
    held = [e for e in header if not e.field and _HELD.search(e.text)]
    bare = [e for e in header if not e.field]
    for entry in (*fields, *held, *bare):
        if name := meeting_named(entry.text):
            return _cased(_shortened(name)).replace("’", "'")
    return None


def _shortened(name: str) -> str:
    return re.sub(r"^pre[- ]decision scrutiny by (?:the )?", "", name, flags=re.I)


def _folder_committee(folders: Iterable[str]) -> str | None:
    spaced = (f.replace("_", " ").title() for f in folders)
    return next((name for f in spaced if (name := meeting_named(f))), None)


def _date(header: Sequence[Entry], names: Sequence[str], *, loosely: bool) -> str | None:
    """The meeting's day: beside its name, where it was held, the field, a folder, the header, the
    file."""
    beside = [e.text for e in header if e.field in ("committee", "") and meeting_named(e.text)]
    held = [e.text for e in header if not e.field and _HELD.search(e.text)]
    fields = [e.text for e in header if e.field == "date"]
    dated = [
        f
        for n in names[1:]
        if re.fullmatch(r"[\d\W]+|[\d\W]*[A-Za-z]{3,9}[\d\W]+", f := _spaced(n))
    ]
    file = [n for n in names[:1] if re.match(r"\d{4}-\d\d-\d\d", n)]
    short = [
        e.text for e in header
        if not e.field and len(e.text.split()) <= 9 and not _ISSUED.search(e.text)
    ]  # fmt: skip
    rest = map(_spaced, names)
    asked = (
        *beside,
        *held,
        *fields,
        *(file if loosely else ()),
        *(dated if loosely else ()),
        *short,
        *(rest if loosely else ()),
    )
    return next((day for text in asked if (day := first_day(text))), None)


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _title(entries: Sequence[Entry], file_title: str) -> str | None:
    """The title as its field, its minutes' heading, the file or the first large line gives it."""
    for entry in entries:
        if entry.field == "title" and len(entry.text) > 4:
            return _cased(_first_sentence(entry.text))
    header = [e for e in entries if e.in_header and not e.field]
    for entry in header:
        if re.match(r"(?:draft )?minutes of\b", entry.text, re.I):
            return _cased(re.split(r",? held\b", entry.text)[0])
    if service := _SERVICE.fullmatch(file_title.strip()):
        return service[1]
    headings = [e.text for e in header if e.level == 1 and _could_be_title(e.text)]
    if headings:
        return _cased(headings[0])
    if _is_printed(file_title, entries):
        same = (e.text for e in header if _letters(e.text) == _letters(file_title))
        return _cased(next(same, file_title.strip()))
    letter = any(e.text.lower().startswith("dear ") for e in entries)
    least = 5 if letter else 2
    large = [e.text for e in header if (e.bold or e.level or e.text.isupper())]
    plain = [e.text for e in header if len(e.text.split()) >= 3 and not letter]
    return next((_cased(t) for t in (*large, *plain) if _could_be_title(t, least)), None)


def _is_printed(file_title: str, entries: Sequence[Entry]) -> bool:
    """Whether the title a file gives itself is printed in it too (many keep a template's)."""
    printed = set(_letters(" ".join(e.text for e in entries)))
    words = _letters(file_title)
    return len(words) >= 3 and set(words) <= printed and not _NOISE.fullmatch(file_title)


def _letters(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("’", "'"))


def _first_sentence(text: str) -> str:
    return text if len(text) < 200 else text[:200].rsplit(" ", 1)[0]


def _could_be_title(text: str, least: int = 2) -> bool:
    words = text.split()
    return (
        least <= len(words) <= 30
        and not _NOISE.fullmatch(text)
        and not text.endswith((".", ":", ";", ","))
        and not is_meeting(text)
        and not meeting_named(text)
        and not re.match(r"\d{1,2}(?:st|nd|rd|th)? \w+ \d{4}$|\w+day,? \d", text)
        and (text[0].isupper() or text[0].isdigit())
        and sum(c.isalpha() for c in text) > 5
    )


def _cased(text: str) -> str:
    """SHOUTED text in title case, less what has no vowel to be spoken with (MTFP, KCC)."""
    if not text.isupper():
        return text
    small = {"And", "Of", "The", "To", "For", "By", "In", "On", "A", "At"}
    words: list[str] = []
    for i, word in enumerate(text.split()):
        shown = word.title().replace("’S", "’s").replace("'S", "'s")
        spoken = re.search(r"[AEIOUY]", word)
        lettered = words and words[-1] in ("Appendix", "Annex", "Part", "Phase")
        keeps = (lettered and len(word) < 3) or not spoken
        words.append(word if keeps else shown.lower() if i and shown in small else shown)
    return " ".join(words)


def _kind(entries: Sequence[Entry], document: str) -> PaperKind | None:
    """Minutes and decisions by their first lines, reports by their header, others by name."""
    top = [e.text for e in entries[:6] if not e.field]
    named = _kind_named(_spaced(document))
    alone = next((k for text in top if (k := _kind_alone(text))), None)
    sure = alone if alone in _SURE else named if named in _SURE else None
    return sure or _kind_of_header(entries, top) or _kind_by_name(named, alone, document)


def _kind_of_header(entries: Sequence[Entry], top: Sequence[str]) -> PaperKind | None:
    fields = {e.field for e in entries} & _REPORTED
    by = any(re.match(r"repp?ort (?:of|by)\b", text, re.I) for text in top)
    return "report" if by or ("author" in fields and len(fields) > 1) else None


def _kind_by_name(
    named: PaperKind | None, alone: PaperKind | None, document: str
) -> PaperKind | None:
    """An appendix that is a plan of actions is an action plan."""
    inner = _kind_named(re.sub("appendix", "", document, flags=re.I)) if named else None
    return "action plan" if inner == "action plan" else named or alone


def _kind_at_last(entries: Sequence[Entry]) -> PaperKind | None:
    """A paper with a summary or with the fields of a report, though nothing names it."""
    spoken = any(
        e.field == "body" or re.match(r"executive summary|purpose", e.text, re.I) for e in entries
    )
    return "report" if spoken or len({e.field for e in entries} & _REPORTED) > 1 else None


def _kind_named(name: str) -> PaperKind | None:
    return next((kind for kind, words in _LISTED if re.search(words, name, re.I)), None)


def _kind_alone(text: str) -> PaperKind | None:
    """The kind that a line of its own names: "AGENDA", "Appendix G", "WORK PROGRAMME 2024/25"."""
    if re.match(r"(?:draft )?minutes\b", text, re.I):
        return "minutes"
    if re.search(r"\brecord of (?:\w+ )?decision", text, re.I):
        return "decision"
    short = len(text.split()) <= SHORT
    if re.match(r"agenda(?! item)\b", text, re.I) and short:
        return "agenda"
    if short and re.match(r"(?:committee )?(?:work(?:ing)? programme|forward plan)\b", text, re.I):
        return "work programme"
    if re.match(r"(?:appendix|annex) \w{1,3}\b", text, re.I):
        return "appendix"
    return None
