"""The words that inspectorates and auditors grade in, as papers print them.

"Requires improvement to be good" contains "good", and is printed as "require", "required" and
"requiring improvement" too: the longest reading counts. Colours are no grades: those are a
council's own ratings.
"""

from __future__ import annotations

import re

IMPROVEMENT = (
    r"requir(?:es?|ed|ing) (?:(?:some|further|significant) )*improvements?(?: to be good)?"
)
_SCALE = (
    r"outstanding|exceptional|good|inadequate|adequate|satisfactory|unsatisfactory|poor|excellent|"
    r"special measures|serious weaknesses|needs attention|urgent improvement|expected standard|"
    r"strong standard|performing (?:well|adequately|poorly|excellently|strongly)"
)
_ASSURANCE = (
    r"(?:full|substantial|significant|high|reasonable|adequate|moderate|satisfactory|partial|limited|"
    r"minimal|low|no) assurance"
)
_CODE = r"(?-i:[CGVR][1-4])"
"""The Regulator of Social Housing grades consumer standards, governance, viability and rent."""
_PLAN = (
    r"(?:not )?sound(?:ly based)?(?:,? and (?:is )?legally compliant)?|unsound|legally compliant"
)
"""What a planning inspector finds a local plan."""
GRADE = (
    rf"(?:{_ASSURANCE}|{IMPROVEMENT}|{_PLAN}|(?:(?:very|consistently) )?(?:{_SCALE})|"
    rf"{_CODE})(?![\w-])"
)
_OPENING = "[\"'“‘”’*_(]*"
QUOTED = rf"{_OPENING}(?P<grade>{GRADE})[\"'”’“‘*_)]*"
"""A grade with or without quotation marks; group "grade"."""
_CELL = re.compile(rf"(?:<\w>)*{QUOTED}(?:</\w>)*\s*[.;]?", re.I)
_ONE_WORD = re.compile(
    r"(?:full|substantial|significant|reasonable|moderate|partial|limited|minimal|no|none)\b"
    r"(?: \(.*\))?",
    re.I,
)


def grade_in(cell: str, *, assurance: bool = False) -> str:
    """The grade that a table's cell holds and nothing else, "" if none; in a column of `assurance`
    "Limited" is one.

    >>> grade_in("Requires improvement to be good.")
    'Requires improvement to be good'
    """
    if found := _CELL.fullmatch(cell.strip()):
        return found["grade"]
    return cell.strip() if assurance and _ONE_WORD.fullmatch(cell.strip()) else ""
