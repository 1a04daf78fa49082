"""What may reach a terminal: text without the characters that steer one, in lines that fit."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator

# C0 and C1 controls but tab and line feed (ESC and CSI move the cursor and recolour), and the marks
# that turn writing right to left, by which a line can be made to read as another.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
WIDEST = 110  # characters; longer lines are hard to follow with the eye


def plain(text: str) -> str:
    """The text with a space for each character that a terminal would obey, not print.

    >>> plain("red\\x1b[31m")
    'red [31m'
    """
    return _STEERING.sub(" ", text)


def escaped(json_text: str) -> str:
    """JSON with the control characters that JSON allows to stand bare written as escapes.

    >>> escaped('"\\x9b31m"')
    '"\\\\u009b31m"'
    """
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)


def width() -> int:
    """How many characters a line may have here."""
    return min(shutil.get_terminal_size((96, 24)).columns, WIDEST)


def wrapped(text: str, first: str = "", rest: str = "") -> Iterator[str]:
    """The text in lines that fit, the first of each paragraph after `first`, the others `rest`."""
    for line in plain(text).split("\n"):
        yield from textwrap.wrap(
            line, max(width(), len(first) + 20), initial_indent=first, subsequent_indent=rest,
            break_on_hyphens=False,
        ) or [""]  # fmt: skip
