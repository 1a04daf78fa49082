"""Who wrote or checked what: "Implications verified by: Ruth Alder", her office on the next line.

Reports print them as fields at their end, with white space between field, name and office.
"""

from __future__ import annotations

import re

_FIELD = re.compile(
    r"(?i:\b(?:by|authors?|officers?|contact|director)(?:\(s\))?)\s*:\s*"
    r"(?P<name>(?:[A-Z][\w’'-]*\.? ?){2,4})?$"
)
_NAME = re.compile(r"(?:[A-Z][\w’'-]*\.? ?){2,4}")
_OFFICE = re.compile(
    r"\b(?:director|officer|manager|head|accountant|solicitor|lawyer|leader|partner|consultant|"
    r"lead|advis[eo]r|barrister|treasurer|clerk|commissioner|co-?ordinator|analyst|executive|"
    r"counsel)\b",
    re.I,
)
LONGEST = 10
"""Words of an office, and of the field before it."""


def goes_on_naming(text: str, line: str) -> bool:
    """Whether a line is the name that a field asks for, or the office of the one it names.

    >>> goes_on_naming("Implications verified by: Ruth Alder", "Principal Solicitor")
    True
    >>> goes_on_naming("Contact officer: Ruth Alder", "Background")
    False
    """
    field = _FIELD.search(text)
    if field is None or max(len(text.split()), len(line.split())) > LONGEST or ":" in line:
        return False
    office = bool(_OFFICE.search(line)) and line[:1].isupper() and line[-1:] not in ".;,?"
    return office or (field["name"] is None and bool(_NAME.fullmatch(line)))
