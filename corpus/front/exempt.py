"""Whether a paper is exempt from publication, as it says of itself.

Told by a field ("Status: Exempt"), a stamp on the paper or at the top of one of its pages ("NOT FOR
PUBLICATION by virtue of paragraph 3 …"), or the file's name. What a public paper says of its
appendix, and what a form says of exempt information in general, is no stamp. Where field and stamp
disagree the paper is exempt: a person can open it, nobody can take it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from corpus.front.facts import Fact
from corpus.front.header import Entry
from corpus.paper import Line, Place

_CLOSED = re.compile(
    r"\W*(?:exempt|confidential|restricted|private|not public|part (?:2|ii|b)\b|yes\b)", re.I
)
_THING = r"(?:report|appendix|paper|annex|item|document|minutes?|information)"
_STAMPS = re.compile(
    rf"(?:.{{0,60}}[-–—:(\[]\s*)?(?:strictly )?(?:exempt|confidential|restricted)(?: {_THING}s?)?"
    r"(?: and (?:exempt|confidential))?[\])]?\.?"
    r"|not for publication\b(?!.*\bappendi).*"
    r"|(?:this|the) (?:report|appendix|paper|annex|document|item) (?:is|are|contains?)\s"
    r"(?!not exempt)(?!.*\bappendi)"
    r".{0,40}(?:exempt|confidential|restricted|not (?:for publication|public)).*"
    r"|part (?:2|ii|b)\b\W*(?:exempt|confidential|private|not (?:for publication|open)|closed).*"
    r"|pink papers?\b.*"
    r"|(?:exempt|restricted|confidential)\b.{0,60}\b(?:schedule 12a|paragraphs? \d).*",
    re.I | re.S,
)  # fmt: skip
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
_PAGE_STAMP = re.compile(
    r"N(?:OT FOR PUBLICATION|ot for publication)\b(?!.*[Aa]ppendi).*"
    r"|(?:.{0,60}[-–—:(\[]\s*)?(?:EXEMPT|CONFIDENTIAL)(?: [A-Z]+)?[\])]?"
)
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
    closed = next((text for text in fields if _CLOSED.match(text)), None)
    stamp = next((text for text in _unnamed(entries) if _STAMPS.fullmatch(text)), None)
    top = next((text for text in _page_tops(lines) if _PAGE_STAMP.fullmatch(text)), None)
    for words, place in ((closed, "front matter"), (stamp, "front matter"), (top, "page heading")):
        if words is not None:
            return Fact("exempt", cast("Place", place), words)
    if _NAMED.search(document.replace("_", " ")):
        return Fact("exempt", "file name", document)
    if _PRIVATE_PACK.match(file_title):
        return Fact("exempt", "document properties", file_title)
    said = (text for text in (*fields, *_unnamed(entries)) if _OPEN.match(text))
    return next((Fact("public", "front matter", text) for text in said), None)


def _unnamed(entries: Iterable[Entry]) -> Iterator[str]:
    return (e.text for e in entries if not e.field and e.in_header)


def _page_tops(lines: Sequence[Line]) -> Iterator[str]:
    page, count = None, 0
    for line in lines:
        count = 1 if line.page != page else count + 1
        page = line.page
        if page is not None and count <= PAGE_TOP and line.role != "row":
            yield line.text.strip()
