"""The headings, labels and first lines that stand over recommendations."""

from __future__ import annotations

import re

from corpus.register.asking import unlabelled

_HEADS = re.compile(
    r"(?:(?:summary of|officer’s|\w+)\s+){0,3}"
    r"(?:recommendations?(?:\s?\(s\))?|decisions? (?:sought|required|requested|recommended)"
    r"|recommended decisions?)"
    r"(?: (?:to|from|for|by|of|made|that|and decisions?)\b.{0,60})?[:.]?",
    re.I,
)
_REVIEWERS = re.compile(
    r"what needs to improve(?: in this area\b.{0,60})?[:.]?|(?:areas? for )?priority actions?[:.]?",
    re.I,
)
"""Headings that only inspectors and reviewers use."""
_MIXED = re.compile(
    r"(?:[\w’' -]{3,40} and recommendations?|recommendations? and [\w’' -]{3,40}):?", re.I
)
_OTHER = re.compile(
    r"\b(?:reasons?|alternatives?|background|response|respond|progress|implementation|tracker"
    r"|consultation|updates?|previous|status|monitoring|rejected|against|financial|not)\b",
    re.I,
)
"""Headings over what is said of recommendations, not over recommendations."""
_INLINE = re.compile(r"(?:officer )?recommendations?(?:\s?\(s\))?\s*:\s+(?=\S)", re.I)
_NUMBERED = re.compile(
    r"(?:key |priority )?recommendation (?:no\.? ?)?(?P<number>\d{1,3}[a-z]?)\b\s*[:.–—-]*\s*", re.I
)
_SHORT_NUMBER = re.compile(r"(?P<number>R(?:ec)?\.? ?\d{1,3}[a-z]?)[.:)]?\s+(?=[A-Z])")
_VERBS = (
    r"made|makes?|making|contain(?:s|ed|ing)?|gave|gives?|offer(?:s|ed)?|sets? out|identified"
    r"|include[sd]?|propose[sd]?|agreed|put forward|submitted|issued"
)
_LISTED = (
    re.compile(
        r"(?:[\w’'-]+ ){0,5}recommendations?(?: [^,;:]{0,80}?)? (?:are|were|is|include[ds]?|read)"
        r"\b[^,;]{0,30}",
        re.I,
    ),
    re.compile(
        rf".*\b(?:{_VERBS}) (?:[\w’'-]+ ){{0,4}}recommendations?(?: [^,;:]{{0,80}})?"
        r"(?:, [^,]{0,30})?\s*:?",
        re.I,
    ),
    re.compile(r".*\brecommend(?:s|ed)?(?: (?:to|that)\b[^:;]{0,60})?\s*:", re.I),
    re.compile(r"what needs to improve\b.*|.*\bareas? for priority action\b.*:", re.I),
)
"""How the line that a list hangs on says that it is one of recommendations: as what is listed, not
in passing ("in line with its recommendations, these steps:")."""


def heads_recommendations(text: str) -> bool:
    """Whether a heading stands over recommendations and nothing else.

    >>> heads_recommendations("2. Recommendation(s)"), heads_recommendations("Decisions sought:")
    (True, True)
    >>> heads_recommendations("4. Reasons for Recommendation")
    False
    """
    title = _title(text)
    heads = _HEADS.fullmatch(title) or _REVIEWERS.fullmatch(title)
    return bool(heads) and not _OTHER.search(title)


def is_reviewers_heading(text: str) -> bool:
    """Whether it is one that only inspectors and reviewers use: "What needs to improve"."""
    return bool(_REVIEWERS.fullmatch(_title(text)))


def heads_them_among_others(text: str) -> bool:
    """Whether a heading names recommendations beside something else ("Findings and
    recommendations"), so that not all that follows is one."""
    title = _title(text)
    return bool(_MIXED.fullmatch(title)) and not _OTHER.search(title)


def opening(text: str) -> int:
    """The length of "Recommendation(s):" where a paragraph opens with it and goes on; else 0."""
    found = _INLINE.match(text)
    return found.end() if found else 0


def numbered(text: str, *, inside: bool = False) -> list[tuple[str, int, int]]:
    """Number, start and end of each "Recommendation 3: …" that a paragraph opens with; `inside` a
    list of recommendations "R3 …" is one too.

    >>> numbered("Recommendation 3: Publish the plan."), numbered("R3 Publish", inside=True)
    ([('3', 18, 35)], [('R3', 3, 10)])
    """
    pattern = _SHORT_NUMBER if inside and not _NUMBERED.match(text) else _NUMBERED
    found: list[re.Match[str]] = []
    for m in pattern.finditer(text):
        counted = bool(found) and m[0].rstrip().endswith(":") and _follows(m, found[-1])
        if not m.start() or text[: m.start()].endswith(". ") or counted:
            found.append(m)
    if not found or found[0].start():
        return []
    ends = [len(text[: m.start()].rstrip()) for m in found[1:]] + [len(text)]
    return [(m["number"], m.end(), end) for m, end in zip(found, ends, strict=True)]


def _follows(one: re.Match[str], before: re.Match[str]) -> bool:
    """Whether a number is the next after another."""
    number, last = one["number"], before["number"]
    return number.isdigit() and last.isdigit() and int(number) == int(last) + 1


def lists_recommendations(lead_in: str) -> bool:
    """Whether the list that hangs on a line is one of recommendations.

    >>> lists_recommendations("3.3 The recommendations are:")
    True
    >>> lists_recommendations("3.2 It made 16 recommendations. Other concerns included:")
    False
    """
    last = re.split(r"(?<=[.;])\s+(?=[A-Z])", unlabelled(lead_in).strip())[-1]
    return not _OTHER.search(last) and any(pattern.fullmatch(last) for pattern in _LISTED)


def _title(text: str) -> str:
    """A heading without its number, "2 | Recommendations" among them."""
    return re.sub(r"^\d{1,2}(?:\.\d)* [|–-] ", "", unlabelled(text))
