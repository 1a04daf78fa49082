"""What changed between two papers, on a terminal or in a pipe: facts first, then every change in
the words of both, [what the other lacks] in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import Citation
from assistant.changes.change import Change, Side
from assistant.changes.choosing import Compared
from assistant.changes.citing import Cited, cited
from assistant.changes.words import alone, around, counts_words, fact_words, headline, replaced
from assistant.cli.show import place
from assistant.cli.terminal import wrapped
from assistant.reading.view import MARKS
from assistant.rewording.facts import FACT_KINDS, FactKind
from assistant.showing.paper_view import about

OLD, NEW = "- ", "+ "


def changes_lines(compared: Compared) -> Iterator[str]:
    """The two papers, how much changed, figures, dates and names that did, and every change."""
    for sign, paper in ((OLD, compared.old), (NEW, compared.new)):
        yield from wrapped(f"{sign}{paper.title}, {about(paper)} ({paper.id})", "", "  ")
    yield ""
    yield from wrapped(counts_words(compared.comparison))
    for note in compared.notes:
        yield from wrapped(note, "! ", "  ")
    found = cited(compared)
    for kind in FACT_KINDS:
        yield from _fact_lines(found, kind)
    if found:
        yield from ("", "Every change")
    for change in found:
        yield ""
        yield from _change_lines(change)


def _fact_lines(found: Sequence[Cited], kind: FactKind) -> Iterator[str]:
    """What gave way to another value, then what came or went with its words; names of that sort
    are many, and are told with their changes."""
    if told := replaced(found, kind):
        yield from ("", f"{kind.capitalize()}s that changed")
    for fact, change in told:
        name = f"{change.change.name}: " if change.change.name else ""
        context = around(change.change.new.quote, fact.now) if change.change.new else ""
        said = f": “{context}”" if context else ""
        yield from wrapped(f"{name}{fact_words(fact)}{said} {_where(change)}", "  ", "    ")
    for added, title in ((True, "what was added"), (False, "what was removed")):
        places = alone(found, kind, added=added) if kind != "name" else []
        if places:
            yield from ("", f"{kind.capitalize()}s in {title}")
        for citation, values in places:
            line = f"{', '.join(values)} {_numbered(citation)}"
            yield from wrapped(" ".join(line.split()), "  ", "    ")


def _where(found: Cited) -> str:
    """The numbers of a change's citations, and its place in the newer paper."""
    first, last = found.old or found.new, found.new or found.old
    before = f"[{first.n}] " if first and first is not last else ""
    return before + (_numbered(last) if last else "")


def _numbered(citation: Citation) -> str:
    """A citation's number, and its place where it has one."""
    where = ", ".join(_place(citation))
    return f"[{citation.n}] ({where})" if where else f"[{citation.n}]"


def _change_lines(found: Cited) -> Iterator[str]:
    change = found.change
    yield from wrapped(headline(change), "", "  ")
    sides = ((OLD, change.old, found.old), (NEW, change.new, found.new))
    for sign, side, citation in sides:
        if side and citation:
            where = ", ".join(_place(citation)) or "no page or number"
            marks = "".join(f"; {MARKS[mark]}" for mark in citation.marks)
            yield from wrapped(f"[{citation.n}] {where}{marks}", sign, "  ")
            yield from wrapped(_quoted(side, change), "    ", "    ")


def _place(citation: Citation) -> list[str]:
    """The place within its paper, whose item is told once, above."""
    return place("", citation.page, citation.page_label, citation.paragraph, citation.row)


def _quoted(side: Side, change: Change) -> str:
    """The quotation; what the other paper lacks in brackets, unless that is all of it."""
    quote, at, parts = side.quote, 0, []
    for start, end in side.changed if change.old and change.new else ():
        parts += [quote[at:start], "[", quote[start:end], "]"]
        at = end
    told = "".join([*parts, quote[at:]]).replace("\t", " | ")
    return f"“{told}”"
