"""How the register looks on a terminal or in a pipe: an entry a paragraph, cited under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.cli.terminal import wrapped
from assistant.phrases import counted
from assistant.register.query import Kind
from assistant.register.wording import corrected_words
from assistant.wire import Json
from corpus.dates import written_out

_SAID: dict[Kind, tuple[str, ...]] = {
    "judgements": ("grade", "body", "date", "published"),
    "recommendations": ("made_by", "addressed_to"),
    "decisions": ("moved_by", "seconded_by", "outcome", "vote"),
    "actions": ("lead", "owner", "due", "state", "status", "scores", "direction"),
}
"""What is told of an entry under its words."""


def entry_lines(kind: Kind, entries: Sequence[Json]) -> Iterator[str]:
    """Every entry, then how many there are."""
    for entry in entries:
        yield from one_entry(kind, entry)
        yield ""
    yield f"{counted(len(entries), kind.removesuffix('s'))}."


def one_entry(kind: Kind, entry: Json) -> Iterator[str]:
    """An entry: its number, its words, what is told of it, what is corrected, where it stands."""
    number = entry.get("recommendation_no") or entry.get("number") or entry["row"] or ""
    first = f"{number}  " if number and len(number) < 8 else ""
    words = entry["subject"] if kind == "judgements" else entry["text"]
    yield from wrapped(words, first, "    ")
    told = "; ".join(_told(entry, name) for name in _SAID[kind] if entry.get(name))
    if told:
        yield from wrapped(told, "    ", "    ")
    for field, correction in entry.get("corrected", {}).items():
        yield from wrapped(f"{corrected_words(field, correction)}.", "    ", "    ")
    yield from wrapped(_source(entry), "    ", "    ")


def _told(entry: Json, name: str) -> str:
    value = ", ".join(entry[name]) if isinstance(entry[name], list) else entry[name]
    return f"{name.replace('_', ' ')}: {value}"


def _source(entry: Json) -> str:
    body = " ".join(part for part in (entry["council"], entry["committee"]) if part)
    page = f"page {entry['page']}" if entry["page"] else ""
    sure = "read with doubt" if entry["sureness"] == "likely" else ""
    parts = [entry["title"], body, written_out(entry["meeting_date"]), page, entry["locator"], sure]
    return "— " + ", ".join(part for part in parts if part)
