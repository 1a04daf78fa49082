"""Quotations become an Answer: a line of the paper's, then where it stands, numbered.

Nothing is said that is not quoted but the plain words that place a quotation: whose paper, of which
meeting. An answer over several councils or meetings has a line for each, in the order asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.address import quoted_url
from assistant.answer import ROW, Citation, Statement
from assistant.finding.units import Unit, units_of
from assistant.telling.over_time import moved
from assistant.telling.quoting import Quotation
from assistant.telling.shown import shown
from corpus.dates import written_out
from index.catalogue import PaperRecord
from index.passages import Passage
from index.words import Words


@dataclass(slots=True)
class Draft:
    """An answer being written: its lines, its statements and its numbered citations."""

    papers: Mapping[str, PaperRecord]
    lines: list[str] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    quoted: list[Quotation] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The answer as shown, with its marks."""
        return "\n\n".join(self.lines)

    def add(
        self, quotations: Sequence[Quotation], *, counted: str = "", titled: bool = False
    ) -> None:
        """Say these, those of one paper under one lead, in the order given; `counted` says how
        many there are of what ("6 recommendations"), `titled` has each paper's title said too."""
        self.quoted += quotations
        for paper, group in _by_paper(quotations):
            said = [self._say(q) for q in group]
            title = self.papers[paper].title if titled else ""
            lead = ", ".join(filter(None, (self._lead(paper), title, counted)))
            self.lines.append(f"{lead}:\n" + "\n".join(said))

    def admit_nothing(self, whom: str) -> None:
        """Say of one council or meeting asked about that its papers do not say."""
        self.lines.append(f"{whom}: the papers searched don't say.")
        self.statements.append(Statement(self.lines[-1]))

    def read_as(self, mistyped: Mapping[str, str]) -> None:
        """Say which words of the question were read as a council's name that they misspell."""
        if mistyped:
            self.lines.append(said_as(mistyped))
            self.statements.append(Statement(self.lines[-1]))

    def say_of(self, text: str, cited: Sequence[Unit]) -> None:
        """Say something in words of the papers, which stand in these units."""
        marks = [self._cite(unit.passage, unit.start, unit.end, unit.page) for unit in cited]
        line = f"{text} {' '.join(f'[{mark}]' for mark in marks)}".rstrip()
        self.lines.append(line)
        self.statements.append(Statement(line, tuple(marks)))

    def compare(self, words: Words) -> None:
        """Say what became of the figures from the earlier of two meetings quoted to the later,
        where their papers have a sentence in common."""
        told = [(self.papers[paper].date or "", group) for paper, group in _by_paper(self.quoted)]
        days = sorted({day for day, _ in told})
        if len(told) != 2 or len(days) != 2 or not days[0]:
            return
        old, new = (
            [unit for quotation in group for unit in _units(quotation)]
            for _, group in sorted(told, key=lambda each: each[0])
        )
        if line := moved(old, new, words):
            first, last = map(written_out, days)
            self.lines.append(f"From {first} to {last}: {line}.")
            self.statements.append(Statement(self.lines[-1]))

    def _say(self, quotation: Quotation) -> str:
        marks, parts = [], []
        for start, end, page in _pages(quotation):
            mark = self._cite(quotation.passage, start, end, page)
            marks.append(mark)
            parts.append(f"{_quoted(shown(quotation.passage, start, end))} [{mark}]")
        text = "\n".join(parts)
        self.statements.append(Statement(text, tuple(marks)))
        return text

    def _cite(self, passage: Passage, start: int, end: int, page: int | None) -> int:
        n = len(self.citations) + 1
        paper = self.papers[passage.paper]
        quote, row = passage.text[start:end], _row(passage, start, end)
        self.citations.append(
            Citation(
                n=n, document=passage.document, paper=passage.paper, title=paper.title, quote=quote,
                council=paper.council, committee=paper.committee, meeting_date=paper.date,
                item=passage.item, paragraph=passage.paragraph, row=row, page=page,
                page_label=passage.page_label if page == passage.page else "",
                url=quoted_url(paper, quote, page=page),
                marks=passage.marks,
            )
        )  # fmt: skip
        return n

    def _lead(self, paper_id: str) -> str:
        paper = self.papers[paper_id]
        parts = [paper.council, paper.committee, written_out(paper.date)]
        return ", ".join(p for p in parts if p) or paper.title


def said_as(mistyped: Mapping[str, str]) -> str:
    """Which words were read as which names.

    >>> said_as({"Anytwon": "Anytown"})
    '“Anytwon” is read as Anytown.'
    """
    return " ".join(f"“{words}” is read as {place}." for words, place in mistyped.items())


def _by_paper(quotations: Sequence[Quotation]) -> list[tuple[str, list[Quotation]]]:
    groups: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        groups.setdefault(quotation.passage.paper, []).append(quotation)
    return list(groups.items())


def _units(quotation: Quotation) -> list[Unit]:
    """The units that it quotes."""
    return [
        unit for unit in units_of(quotation.passage)
        if quotation.start <= unit.start and unit.end <= quotation.end
    ]  # fmt: skip


def _pages(quotation: Quotation) -> list[tuple[int, int, int | None]]:
    """The quotation page by page, so that each citation is verbatim and opens at one page."""
    passage, start, page = quotation.passage, quotation.start, quotation.page
    pieces = []
    for offset, after in passage.breaks:
        if start < offset < quotation.end:
            pieces.append((start, start + len(passage.text[start:offset].rstrip()), page))
            start, page = offset, after
    pieces.append((start, quotation.end, page))
    return [p for p in pieces if passage.text[p[0] : p[1]].strip()]


def _row(passage: Passage, start: int, end: int) -> str:
    """What the table row is called that a quotation starts in; "" for one that quotes no row.

    A passage may hold several rows, so its own `row` is only the first one's.
    """
    if "\t" not in passage.text[start:end]:
        return ""
    begin = passage.text.rfind("\n", 0, start) + 1  # a row cut by a page's end starts above
    line = passage.text[begin:].split("\n", 1)[0]
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    return next((c[:ROW].rstrip() for c in cells if c), "") if len(cells) > 1 else passage.row


def _quoted(text: str) -> str:
    lines = text.split("\n")
    return f"“{lines[0]}”" if len(lines) == 1 else "\n".join(f"“{line}”" for line in lines)
