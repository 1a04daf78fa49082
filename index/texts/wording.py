"""Whether two texts are the same words: compared by their shingles, runs of five words.

A signature, the 128 smallest hashes of a text's shingles, is stored with each paper and says
roughly how much of the words two papers share; the texts themselves then decide. Case, punctuation
and the way lines break do not count, figures do: two versions of one report may differ in nothing
else.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable

RUN = 5
"""Words of a shingle: in four or fewer, set phrases ("the committee is asked to") look shared."""
KEPT = 128
"""Hashes of a signature: an estimate of 0.9 is then out by 0.03 (one standard error)."""
SAME = 0.95
"""Share of shingles in common: what a pack's page stamps leave of a report's own."""
FEWEST = 30
"""Shingles: of fewer ("To follow.", a cover sheet) nobody can tell whose they are."""
_INVISIBLE = re.compile("[\u00ad\ufffe]\\s*")  # hyphens of a line's end, by their two names
_INNER_NUMBER = re.compile(r"(?<= )\d\w*(?= )")

Shingles = frozenset[str]


def words_of(text: str) -> list[str]:
    """The words that are compared, in order.

    >>> words_of("Children’s centres: 1,471")
    ['children', 's', 'centres', '1', '471']
    """
    return re.findall(r"\w+", _INVISIBLE.sub("", text).lower())


def shingles(text: str) -> Shingles:
    """Every run of five words; a shorter text is one run."""
    words = words_of(text)
    last = max(len(words) - RUN, 0)
    return frozenset(" ".join(words[at : at + RUN]) for at in range(last + 1) if words)


def signature(text: str) -> bytes:
    """At most 128 hashes of 4 bytes, little-endian and ascending; empty for a text of no words."""
    hashes = {zlib.crc32(shingle.encode("utf-8", "replace")) for shingle in shingles(text)}
    return b"".join(value.to_bytes(4, "little") for value in sorted(hashes)[:KEPT])


def likeness(one: bytes, other: bytes) -> float:
    """About which share of all their shingles two texts have in common, from their signatures."""
    here, there = _hashes(one), _hashes(other)
    lowest = sorted(here | there)[:KEPT]
    return sum(value in here and value in there for value in lowest) / max(len(lowest), 1)


def share_in(part: Shingles, whole: Shingles) -> float:
    """The share of one text's shingles that the other has too; 0 for a text of no words."""
    return len(part & whole) / max(len(part), 1)


def same_report(one: Shingles, other: Shingles, *, named_alike: bool) -> bool:
    """Whether two texts are one report: the same words but for a little, and the same figures.

    Papers named alike may be one within the other, as a report handed in with its appendices is.
    """
    if min(len(one), len(other)) < FEWEST:
        return False
    shares = share_in(one, other), share_in(other, one)
    enough = max(shares) if named_alike else min(shares)
    return enough >= SAME and not figures_differ(one, other)


def figures_differ(one: Shingles, other: Shingles) -> bool:
    """Whether the same words stand on both sides of another figure ("of 5 places", "of 7 places").

    With words on one side only it may be a heading's date here, a page's stamp there.
    """
    return bool(_without_figures(one - other) & _without_figures(other - one))


def _without_figures(found: Iterable[str]) -> set[str]:
    return {masked for shingle in found if (masked := _INNER_NUMBER.sub("#", shingle)) != shingle}


def _hashes(signed: bytes) -> set[int]:
    return set(struct.unpack(f"<{len(signed) // 4}I", signed))
