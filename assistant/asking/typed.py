"""What a person typed, at whichever door: made text that can be searched for, or refused."""

from __future__ import annotations

import re

from assistant.errors import QuestionError
from index.words import tokens

_NO_CHARACTER = re.compile("[\ud800-\udfff]")
"""Half of a character, which stands for a byte of a command line that is not UTF-8 ("\\udcff") or
for an escape in JSON that stands alone: neither tokenizers nor a page can hold one."""


def readable(text: str) -> str:
    """The text with the mark for what cannot be read in the place of what is no character.

    >>> readable("budget \\udcff")
    'budget �'
    """
    return _NO_CHARACTER.sub("\ufffd", text)


def has_word(text: str) -> bool:
    """Whether a word or a number is in it: "²" and "?!" are none that a paper is found by."""
    return bool(tokens(readable(text)))


def typed(text: str, *, otherwise: str) -> str:
    """The text, readable. Raises QuestionError(otherwise) if there is no word in it."""
    if not has_word(text):
        raise QuestionError(otherwise)
    return readable(text)
