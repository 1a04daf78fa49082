"""Turns of phrase that the pages and the command line share: how many, how long, and why."""

from __future__ import annotations


def counted(number: int, thing: str) -> str:
    """A number of things, in words that agree.

    >>> counted(1, "page"), counted(20, "page")
    ('1 page', '20 pages')
    """
    return f"{number} {thing}{'' if number == 1 else 's'}"


def shortened(words: str, most: int) -> str:
    """Words on one line, cut to so many characters.

    >>> shortened("Five lamps in Mill Lane", 10)
    'Five lamp…'
    """
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def why(name: str, outcome: str, reason: str) -> str:
    """The reason alone, for a line that already begins with the file's name and outcome.

    >>> why("a.pdf", "refused", "a.pdf was refused: it is empty.")
    'it is empty.'
    """
    return reason.removeprefix(f"{name} was {outcome}: ").removeprefix(f"{name} is ")
