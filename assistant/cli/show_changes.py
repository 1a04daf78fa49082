"""What changed between two papers, on a terminal or in a pipe: facts first, then every change in
the words of both, [what the other lacks] in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import Citation
from assistant.changes.change import FACT_KINDS, Change, Fact, Side
from assistant.changes.choosing import Compared
from assistant.changes.citing import Cited, cited
from assistant.changes.words import counts_words, fact_words, headline
from assistant.cli.show import place
from assistant.cli.terminal import wrapped
from assistant.paper_view import about
from assistant.reading.view import MARKS

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
        yield from _fact_lines(f"{kind.capitalize()}s that changed", found, kind)
    if found:
        yield from ("", "Every change")
    for change in found:
        yield ""
        yield from _change_lines(change)


def _fact_lines(title: str, found: Sequence[Cited], kind: str) -> Iterator[str]:
    """The facts that have a value in both papers, each with where it stands in the newer; what only
    one of them has is told with its change."""
    told = [(fact, c) for c in found for fact in c.change.facts
            if fact.kind == kind and fact.was and fact.now]  # fmt: skip
    if told:
        yield from ("", title)
    for fact, change in told:
        yield from wrapped(_fact(fact, change), "  ", "    ")


def _fact(fact: Fact, found: Cited) -> str:
    where = ", ".join(_place(found.new)) if found.new else ""
    name = f"{found.change.name}: " if found.change.name else ""
    return f"{name}{fact_words(fact)}" + (f" ({where})" if where else "")


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
