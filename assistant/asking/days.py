"""The days a question names: which it asks about, which it only mentions, which are meetings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.dates import MONTH_NAMES, Days, dates_in, without_days
from index.catalogue import PaperRecord

MONTHS = "|".join(MONTH_NAMES)
_SHARED_YEAR = re.compile(
    rf"\b({MONTHS})\b(?=(?:\s*(?:,|and|to|or|vs\.?|versus|[-–])\s*)(?:{MONTHS})\s+(\d{{4}}))",
    re.I,
)
_AFTER = re.compile(r"\b(?:after|following|later than)\b(?: \w+){0,2} $", re.I)
"""What stands before days that what is asked came after."""
_SAID_THEN = re.compile(
    r"\b(?:told|promised|agreed|asked|requested|raised|heard|said|awaited)\b[^.?!]{0,30}$", re.I
)
_CAME_OF_IT = re.compile(
    r"\b(?:bec(?:ame|ome)|come|came) of\b|\bhappened (?:to|with|about)\b|\bbeen done\b|"
    r"\b(?:was|were|is|did) (?:it|they|that|this) (?:ever |actually |really )?(?:done|happen)",
    re.I,
)
"""Asks what came of what was said on a day: that was told after it."""


def asked_of(text: str, spans: Sequence[Days]) -> list[Days]:
    """Those of the days that what is asked was told on: not those it came after."""
    before = (_AFTER, _SAID_THEN) if _CAME_OF_IT.search(text) else (_AFTER,)
    return [d for d in spans if not any(rule.search(text[: d.start]) for rule in before)]


def own_days(text: str, names: Sequence[str]) -> list[list[Days]]:
    """The days that follow each of the places named, up to the next: "here (May 2016) or there (in
    June)". Nothing where days are named before the first place, and may be meant for all."""
    at = [text.find(name) for name in names]
    if not at or dates_in(text[: at[0]]):
        return []
    return [dates_in(text[i:j]) for i, j in zip(at, [*at[1:], len(text)], strict=True)]


def spans(text: str, papers: Sequence[PaperRecord]) -> list[Days]:
    """The days a question names. "July and October 2017" names two months, and so does "in July
    2017, and in October?"; "July" alone those of each year in which these papers had a meeting."""
    shared = _SHARED_YEAR.sub(r"\1 \2", text)
    dated = dates_in(shared)
    rest = without_days(shared, dated)
    months = re.findall(rf"\b({MONTHS})\b", rest.lower())
    years = sorted({d.since[:4] for d in dated} or {p.date[:4] for p in papers if p.date})
    named = [month for month in dict.fromkeys(months) if month != "may"]
    days = [d for month in named for year in years for d in dates_in(f"{month} {year}")]
    met = [d for d in days if any(p.date and d.since <= p.date <= d.until for p in papers)]
    return [*dated, *met]


def meetings(spans: Sequence[Days], papers: Sequence[PaperRecord]) -> list[Days]:
    """Those spans that name meetings, if they name different ones: the question compares them."""
    within = {
        (d.since, d.until): {p.id for p in papers if p.date and d.since <= p.date <= d.until}
        for d in spans
    }
    distinct = {key: ids for key, ids in within.items() if ids}
    met = [{(p.council, p.committee) for p in papers if p.id in ids} for ids in distinct.values()]
    if not met or not set.intersection(*met):
        return []
    if len(distinct) < 2 or len(distinct) < len(within):
        return []
    overlap = set.intersection(*distinct.values())
    return [] if overlap else [d for d in spans if (d.since, d.until) in distinct]
