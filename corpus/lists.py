"""Lists inside lists: which list an item goes on with, its number, and the line it hangs on.

"3. The following was noted:" opens a list; the "(a)" or "•" below hangs on it and is paragraph
"3 a"; the "4." after it goes on with the outer list. Items of one list are labelled alike, and
their numbers count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.numbering import Label

SHORT = 120
"""Characters: a longer item is a paragraph, and what is listed after it needs no lead-in."""
_OPENS = re.compile(r"(?::|:-|[-–]|\bincluding|\bfollows|\bfollowing)$")
_ROMAN = {
    numeral: i
    for i, numeral in enumerate(
        [
            "i",
            "ii",
            "iii",
            "iv",
            "v",
            "vi",
            "vii",
            "viii",
            "ix",
            "x",
            "xi",
            "xii",
            "xiii",
            "xiv",
            "xv",
            "xvi",
            "xvii",
            "xviii",
            "xix",
            "xx",
        ],
        start=1,
    )
}


def opens_list(text: str) -> bool:
    """Whether a paragraph ends as the line that a list hangs on."""
    return bool(_OPENS.search(text))


@dataclass(slots=True)
class _List:
    lead_in: str = ""
    prefix: str = ""
    style: str = ""
    last: int = 0
    number: str = ""
    text: str = ""
    """Number and text of its last item, which a list inside it hangs on."""


@dataclass(slots=True)
class Lists:
    """The lists that are open at a place in a paper, outermost first; there is always one."""

    _open: list[_List] = field(default_factory=lambda: [_List()])

    @property
    def lead_in(self) -> str:
        """The line that the innermost list hangs on, "" if none."""
        return self._open[-1].lead_in

    @property
    def next(self) -> int:
        """The number that comes next in the innermost list."""
        return self._open[-1].last + 1

    def start(self, lead_in: str, prefix: str) -> None:
        """Close every list; a new one hangs on `lead_in`, its items are numbered after `prefix`."""
        self._open = [_List(lead_in, prefix)]

    def add(self, label: Label, text: str) -> tuple[str, str]:
        """Place an item: its number ("3 a") and its lead-in.

        An item that ends in a colon opens a list of its own; so does one before items of another
        form.
        """
        style = label.form.replace("–", "•")  # a list may change its bullets across a page
        place = self._goes_on(label, style)
        if place is None:
            outer = self._open[-1]
            if outer.style:
                lead_in = outer.text if len(outer.text) <= SHORT else ""
                self._open.append(_List(lead_in, outer.number, style))
            place = len(self._open) - 1
        del self._open[place + 1 :]
        here = self._open[place]
        here.style, here.last = style, _ordinal(label, here.last)
        name = f"bullet {here.last}" if label.style == "bullet" else label.text
        number = f"{here.prefix} {name}".strip()
        here.number, here.text = number, text
        lead_in = here.lead_in
        if opens_list(text):
            self._open.append(_List(text, number))
        return number, lead_in

    def _goes_on(self, label: Label, style: str) -> int | None:
        alike = [i for i, one in enumerate(self._open) if one.style == style]
        if label.style == "bullet":
            return alike[-1] if alike else None
        counted = [
            i for i in alike if _ordinal(label, self._open[i].last) == self._open[i].last + 1
        ]
        if counted:
            return counted[-1]
        first = _ordinal(label, 0) == 1
        return None if first or not alike else alike[-1]


def _ordinal(label: Label, last: int) -> int:
    """Where an item stands in its list; "i" is the ninth letter after h, else the first numeral."""
    if label.style == "bullet":
        return last + 1
    if label.numbers:
        return label.numbers[-1]
    letter = ord(label.text[0]) - ord("a") + 1 if len(label.text) == 1 else 0
    return letter if letter == last + 1 and letter else _ROMAN.get(label.text, letter)
