"""The numbers that agenda items and minutes carry without a full stop, with a year or a committee's
letters: "12/23 Apologies", "24/034 PLANNING", "CYP16 YOUTH CENTRES", "C/112", "83 Late Items".

One alone may be anything: a road, a grant's reference, a quantity; a few of many that follow each
other are a register's. Where nearly all of a form count up over titles they are the paper's own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.paper import Line
from corpus.prose.numbering import Label, label_of
from corpus.prose.titles import could_head

_CODE = re.compile(
    r"(?P<letters>[A-Z]{1,5}[./-]?)?(?P<number>\d{1,4})(?:/(?P<other>\d{2,4}))?[.:)]?\s+"
    r"(?P<rest>[\"“‘'(]?[A-Z].*)",
    re.S,
)
NEARLY = 0.75
"""Of the lines with codes of one form."""
_YEAR = re.compile(r"(?:20)?[0-4]\d")


def items_of(lines: Sequence[Line]) -> dict[int, Label]:
    """The labels of the lines that carry such a number, by the line's place."""
    plain = not any(line.bold for line in lines)
    found: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.gap and line.role in ("text", "heading"):
            for label in _labels(line.text, plain=plain):
                found[label.form].append((at, label))
    counted = [(labels, list(_counted(labels))) for labels in found.values()]
    return dict(
        one for labels, known in counted for one in known if len(known) >= NEARLY * len(labels)
    )


def is_number(text: str) -> bool:
    """Whether a text is a number that papers give their paragraphs, items and minutes, and nothing
    else. A figure with nothing beside it is none.

    >>> is_number("3.2"), is_number("(c)"), is_number("PL/44"), is_number("44"), is_number("44 Tea")
    (True, True, True, False, False)
    """
    label = label_of(f"{text} A")
    if label is not None:
        return label.rest == "A" and label.style != "bullet"
    code = _CODE.fullmatch(f"{text} A")
    return code is not None and code["rest"] == "A" and bool(code["letters"] or code["other"])


def _labels(text: str, *, plain: bool) -> Iterator[Label]:
    """What the code at a line's start may be: "24/034" is the 34th of 2024, or the 24th."""
    code = _CODE.match(text)
    if code is None or label_of(text):
        return
    letters, number, other, rest = code.group("letters", "number", "other", "rest")
    called = text[: code.start("rest")].strip().rstrip(".:)")
    if other is None:
        if letters or (plain and could_head(rest)):
            yield Label(called, "item", rest, f"{letters or ''}1", int(number))
        return
    if _YEAR.fullmatch(other):
        yield Label(called, "item", rest, f"{letters or ''}1/{other}", int(number))
    if _YEAR.fullmatch(number):
        yield Label(called, "item", rest, f"{letters or ''}{number}/1", int(other))


def _counted(labels: Sequence[tuple[int, Label]]) -> Iterator[tuple[int, Label]]:
    """Those of one form that have the number before them above, or the next one below."""
    for at, label in labels:
        if any(
            (below > at and other.count == label.count + 1)
            or (below < at and other.count == label.count - 1)
            for below, other in labels
        ):
            yield at, label
