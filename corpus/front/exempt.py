"""Whether a paper is exempt from publication, as it says of itself.

Told by a field ("Status: Exempt"), a stamp on the paper or at the top of one of its pages ("NOT FOR
PUBLICATION by virtue of paragraph 3 …"), or the file's name. A stamp is a line, or a part of one
between dashes, colons and brackets, that marks and says nothing else ("Publication status: Not for
publication"), or that says by which law it does. What stands before a mark may take it back ("not
exempt", "whether to exclude …"), what follows it does not. What a public paper says of its appendix
and what a form says of exempt information in general is no stamp. Where field and stamp disagree
the paper is exempt: a person can open it, nobody can take it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from corpus.front.facts import Fact
from corpus.front.header import Entry
from corpus.paper import Line, Place

_CLOSED = re.compile(
    r"\W*(?:exempt|confidential|restricted|private|not (?:public|for publication|to be)"
    r"|part (?:2|ii|b)\b|yes\b|paragraphs? \d)",
    re.I,
)
_THING = (
    r"(?:report|appendix|paper|annexe?|item|document|minutes?|information|session|briefing"
    r"|business)"
)
_HIDDEN = r"not (?:for publication|to be published|(?:open to the )?public\b)"
_MARK = (
    r"(?:(?:(?:strictly|fully|wholly|legally) )?"
    rf"(?:private|confidential|exempt|restricted|privileged|eithriedig)\b|{_HIDDEN})"
)
_LAW = (
    r"(?:schedule \d+a|paragraphs?(?:\(s\))?.{0,5} \d|section (?:50|100)|"
    r"(?:local government|access to information)[^.;]{0,40}\bact \d{4})\b"
)
_MARKS = re.compile(
    rf"(?:part (?:2|ii|b) )?{_MARK}(?:(?:,|,? and|,? or| &)? {_MARK})*(?: {_THING})?(?: \w{{1,2}})?"
    r"(?: only|(?: by virtue of| until| from (?:publication|disclosure)"
    r"| to (?:the )?(?:members|committee|council))\b.*)?"
    r"|part (?:2|ii|b) closed|pink papers?\b.*|not for publication\b.*",
    re.I | re.S,
)
"""A part of a line that marks the paper and says nothing else."""
_SAID = (
    rf"(?:(?:exempt|confidential|restricted)\b|{_HIDDEN}|private and confidential\b)"
    r"(?=\W*$|\W*[.,;:()?]| (?:from (?:publication|disclosure)|by|under|in accordance|as|pursuant"
    rf"|within|until|because|and|or|{_THING})\b)"
)
"""A mark in a sentence, of the paper: "private fostering", "exempt accommodation" and "restricted
byways" are what papers are about."""
_SAID_SO = re.compile(_SAID, re.I)
_SAYS = re.compile(
    rf"(?:(?:the information in )?(?:this|the) )?{_THING} (?:is|are|contains?)\b.{{0,40}}{_SAID}"
    rf"|is (?:this|the) {_THING}\b.{{0,40}}{_SAID}.{{0,30}}\byes\b"
    rf"|{_SAID}(?! information (?:is|means)\b).{{0,90}}?\b{_LAW}",
    re.I | re.S,
)
"""What says so of the paper in a sentence, or by which law it is."""
_COMMON = re.compile(r"private|restricted", re.I)
_FIELD = re.compile(
    rf"(?:\w+ )?(?:status|classification|class|access|marking|security|publication|part|{_THING})"
    r"(?: (?:status|\w{1,3}))?",
    re.I,
)
"""Words that a title may hold between dashes, which mark a paper only after a field's name."""
_BETWEEN = re.compile(r"(?:\s[-–—]+|[-–—]+\s|[–—:;()\[\]./|])+\s*")
_TAKES_BACK = re.compile(
    r"\b(?:not|non|no|nor|never|without)\b[\w -]{0,40}$|\b(?:if|whether)\b"
    r"|\bexclu(?:de|ding|sion)\b|\bbe excluded\b|\bbackground (?:papers?|documents?)\b",
    re.I,
)
"""Before a mark: it is not one, may be one, or is another paper's."""
_ANSWERED = re.compile(
    r"[?:–—-]\s*(?:(?:none|nil|n/?a|not applicable)\b|no\W*$)|\?\W*$"
    r"|\breport is public\b|\bpublic report\b",
    re.I,
)
"""A form's question answered with no, or not answered."""
_IN_GENERAL = re.compile(rf"{_MARK} (?:information|business|session)\b", re.I)
"""Opens what is taken in private too: "EXEMPT INFORMATION – to exclude the press and public"."""
_WITH_IT = re.compile(
    r"(?<=report) (?:and|with) (?:(?:its|the|all|any) )?(?:appendi|annex)\w*(?-i: [A-Z\d]\d?\b)?",
    re.I,
)
_OTHER = re.compile(r"\b(?:appendi|annex)", re.I)
_OWN = re.compile(
    rf"(?:this|the) \w+ (?:is|contains)\b|(?:item \w+\W+)?(?:{_MARK} )?(?:appendix|annexe?)\b"
    r"(?: \w{1,3})?\b(?! (?:is|are|and|to|contains)\b)",
    re.I,
)
"""How an appendix speaks of itself: "Appendix 2 – EXEMPT", "This appendix contains …"."""
_NAMED = re.compile(
    r"(?:^|[\s(\[_-])(?:exempt|confidential|restricted|not for publication|nfp|pink|part (?:ii|2))"
    r"[)\]]?$"
    rf"|\b(?:exempt|confidential|restricted)\)?[ _-]{_THING}\b",
    re.I,
)
_OPEN = re.compile(
    r"(?:this )?(?:public )?report is public|public report$|unrestricted\b|general release|"
    r"open$|part (?:1|i|a)$|public$|(?:open|public) (?:to|and)\b|for publication\b",
    re.I,
)
_PRIVATE_PACK = re.compile(r"\((?:private|restricted|exempt) pack\)", re.I)
_LOUD = re.compile(
    r"\b(?:CONFIDENTIAL|EXEMPT(?! BUSINESS)|EITHRIEDIG"
    r"|N(?:OT FOR PUBLICATION|ot for publication))\b"
)
"""A stamp on a page, which is no heading of what follows there."""
PAGE_TOP = 3
"""Lines of a page among which a stamp is looked for."""


def access_of(
    entries: Sequence[Entry], lines: Sequence[Line], *, document: str, file_title: str = ""
) -> Fact | None:
    """Exempt where the paper, its file's name or title says so of the paper itself; public where it
    says that; None where it says neither (such a paper is public).

    `entries` are those of its header; `document` is its file's name, "" for an item of a pack.
    """
    fields = [e.text for e in entries if e.field == "access"]
    others = [e.text for e in entries if e.field != "access" and e.in_header]
    closed = next((text for text in fields if _closes(text)), None)
    stamp = next((text for text in others if is_stamp(text)), None)
    top = next((t for t in _page_tops(lines) if _LOUD.search(t) and is_stamp(t)), None)
    for words, place in ((closed, "front matter"), (stamp, "front matter"), (top, "page heading")):
        if words is not None:
            return Fact("exempt", cast("Place", place), words)
    if _NAMED.search(document.replace("_", " ")):
        return Fact("exempt", "file name", document)
    if _PRIVATE_PACK.match(file_title):
        return Fact("exempt", "document properties", file_title)
    said = (text for text in (*fields, *_unnamed(entries)) if _OPEN.match(text))
    return next((Fact("public", "front matter", text) for text in said), None)


def is_stamp(text: str) -> bool:
    """Whether a line marks the paper it stands on as exempt.

    >>> is_stamp("RESTRICTED: Not for publication"), is_stamp("Report status – confidential")
    (True, True)
    >>> is_stamp("Exempt information: None"), is_stamp("Sale of land (Appendix 2 exempt)")
    (False, False)
    """
    text = _WITH_IT.sub("", text)
    if _ANSWERED.search(text) or (_OTHER.search(text) and not _OWN.match(text)):
        return False
    starts = [0, *(found.end() for found in _BETWEEN.finditer(text))]
    parts = [part.strip(" *_\"'“”") for part in _BETWEEN.split(text)]
    if any(_OPEN.fullmatch(part) for part in parts):
        return False
    return any(_marks(text, starts, parts)) or any(_says(text, at) for at in starts)


def _marks(text: str, starts: Sequence[int], parts: Sequence[str]) -> Iterator[bool]:
    """Of each part of a line that is a mark and no more, whether it stands."""
    marks = [(at, p) for at, p in zip(starts, parts, strict=True) if _MARKS.fullmatch(p)]
    rest = [part for part in parts if part and not _MARKS.fullmatch(part)]
    if all(_COMMON.fullmatch(part) for _, part in marks) and not all(map(_FIELD.fullmatch, rest)):
        return
    for at, part in marks:
        until = len(text) if _IN_GENERAL.match(part) else at
        yield not _TAKES_BACK.search(text[:until])


def _says(text: str, at: int) -> bool:
    """Whether a sentence that begins there says that the paper is exempt."""
    found = _SAYS.match(text, at)
    said = found and _SAID_SO.search(text, at)
    if not found or not said:
        return False
    until = found.end() if _IN_GENERAL.match(text, said.start()) else said.start()
    return not _TAKES_BACK.search(text[:until])


def _closes(text: str) -> bool:
    """Whether the value of a field for access says that the paper is exempt."""
    return bool(_CLOSED.match(text)) or is_stamp(f"Status: {text}")


def _unnamed(entries: Sequence[Entry]) -> Iterator[str]:
    return (e.text for e in entries if not e.field and e.in_header)


def _page_tops(lines: Sequence[Line]) -> Iterator[str]:
    page, count = None, 0
    for line in lines:
        count = 1 if line.page != page else count + 1
        page = line.page
        if page is not None and count <= PAGE_TOP and line.role != "row":
            yield line.text.strip()
