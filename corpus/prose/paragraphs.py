"""Drawn lines are joined into paragraphs: across line ends, pages and what stands between the
pages.

A vote is one paragraph with its names. Footnotes stand after the paragraph that their page's end
cuts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.front.committees import is_meeting
from corpus.paper import Line
from corpus.prose.footnotes import footnotes_in, opens_note
from corpus.prose.items import items_of
from corpus.prose.joined import Paragraph, Seen
from corpus.prose.joining import goes_on, is_ended
from corpus.prose.numbering import Label, label_of
from corpus.prose.titles import could_head

_RESIDUE = re.compile(
    r"(?:this page (?:is|has been) (?:intentionally )?(?:left )?blank(?: intentionally)?|"
    r"page \d{1,4}(?: of \d{1,4})?|[-–]\s*\d{1,4}\s*[-–]|intentionally left blank)\.?",
    re.I,
)

_APPENDIX = re.compile(r"(?:appendix|annex)\b", re.I)
_BARE = re.compile(r"(\d{1,2})\s+(?P<title>[A-Z].*)")


def is_residue(text: str) -> bool:
    """What a page leaves between two halves of a paragraph."""
    return bool(_RESIDUE.fullmatch(text.strip()))


def paragraphs_of(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """The paragraphs, headings, list items, footnotes and rows of a paper, in order."""
    lines = tuple(lines)
    feet = footnotes_in(lines)
    items = items_of(lines)
    current: Paragraph | None = None
    notes: list[Paragraph] = []
    seen = Seen()
    cut = False
    for index, line in enumerate(lines):
        if line.role != "row" and (_is_residue(line) or _is_running(current, line)):
            cut = True
            continue
        if index in feet:
            _note(notes, line)
            cut = True
            continue
        label = items.get(index) or _label(line) or _bare_number(line, seen)
        if current is not None and goes_on(current, line, label, seen):
            _join(current, line, cut)
        else:
            opens = current is not None and _opens_page(current, line, lines[index + 1 : index + 2])
            if current is not None:
                yield current
            yield from notes
            notes = []
            current = replace(_begun(line, label), opens_page=opens)
            seen.add(label)
        cut = False
    if current is not None:
        yield current
    yield from notes


def _opens_page(current: Paragraph, line: Line, below: Sequence[Line]) -> bool:
    """Whether a page begins with an appendix's name over a table."""
    over = any(x.role == "row" and x.page == line.page for x in below)
    return over and line.page != current.last.page and bool(_APPENDIX.match(line.text))


def _begun(line: Line, label: Label | None) -> Paragraph:
    return Paragraph(_opening(line), label, line, line, len(line.text), marks=[*line.marks])


def _note(notes: list[Paragraph], line: Line) -> None:
    """A footnote's line opens a note or goes on with the one before."""
    opens = line.role == "footnote" or opens_note(line.text)
    if notes and not opens and line.page == notes[-1].last.page:
        _join(notes[-1], line, False)
    else:
        notes.append(replace(_begun(line, None), is_note=True))


def _is_residue(line: Line) -> bool:
    return is_residue(line.text) or line.text.strip() == str(line.page)


def _is_running(current: Paragraph | None, line: Line) -> bool:
    """Whether the first line of a page is the meeting's name and date over a paragraph cut
    there."""
    if current is None or current.is_row or line.page in (None, current.last.page):
        return False
    dated = re.search(r"\d{4}\W*$", line.text)
    return bool(dated) and not is_ended(current.text) and is_meeting(line.text)


def _label(line: Line) -> Label | None:
    if line.role == "row":
        return None
    label = label_of(line.text)
    if line.role == "bullet" and (label is None or label.style == "bullet"):
        form = "•" if label is None else label.form
        return Label("•", "bullet", line.text if label is None else label.rest, form)
    return label


def _bare_number(line: Line, seen: Seen) -> Label | None:
    """The number of a heading that is printed without its full stop ("5 Legal implications"), where
    it is the next of the paper's count."""
    found = _BARE.match(line.text)
    if found is None or not (line.bold and line.gap and seen.numbers and line.role == "text"):
        return None
    due = int(found[1]) == seen.numbers[0] + 1 and could_head(found["title"], bold=True)
    return Label(found[1], "number", found["title"], "1") if due else None


def _opening(line: Line) -> str:
    bulleted = line.role == "bullet" and label_of(line.text) is None
    return f"• {line.text}" if bulleted else line.text


def _join(current: Paragraph, line: Line, cut: bool) -> None:
    hyphen = re.search(r"[a-z]-$", current.text) and line.text[:1].islower()
    glue = "" if hyphen else " "
    if cut or line.page != current.last.page:
        current.breaks.append((len(current.text) + len(glue), line.page))
    current.text += glue + line.text
    if current.label is not None:
        current.label = replace(current.label, rest=current.label.rest + glue + line.text)
    current.marks += [m for m in line.marks if m not in current.marks]
    current.last, current.widest = line, max(current.widest, len(line.text))
