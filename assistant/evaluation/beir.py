"""Retrieval sets in BEIR form, as public ones are: corpus.jsonl, queries.jsonl and qrels.

What is measured is the search that answers are found with, over the set's texts in place of papers.
A line that is no document, query or judgement is named and left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.errors import EvaluationError
from assistant.evaluation.jsonl import lines_of, object_of, text_in
from index.holdings.collection import Text

JUDGED = ("qrels.tsv", "qrels/test.tsv")
_HEADER = ["query-id", "corpus-id", "score"]


@dataclass(frozen=True, slots=True)
class Query:
    """A query: its text, and the group it is searched within ("" for everywhere)."""

    id: str
    text: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line of a set's file that was left out: its number from 1, and why."""

    file: Path
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Beir:
    """A set: its texts, the queries that have judgements, and those, query to text to grade."""

    texts: tuple[Text, ...]
    queries: tuple[Query, ...]
    qrels: dict[str, dict[str, int]]
    bad: tuple[BadRow, ...] = ()


def read_beir(folders: Sequence[Path], *, within: str = "") -> Beir:
    """The set in one folder, or in several taken together.

    `within` is a field of the queries' metadata (a meeting's id, say): each query is then looked
    for among the texts whose ids begin with its value. Raises EvaluationError where there is no
    such set, or nothing in it can be asked.
    """
    reading = _Reading(within)
    for folder in folders:
        judged = [folder / name for name in JUDGED if (folder / name).is_file()]
        reading.read(folder / "corpus.jsonl", reading.text)
        reading.read(folder / "queries.jsonl", reading.query)
        reading.read([*judged, folder / JUDGED[0]][0], reading.judgement)
    queries = [q for q in reading.queries.values() if any(reading.qrels.get(q.id, {}).values())]
    if not queries:
        first = next((f" ({b.file.name} line {b.number}: {b.reason})" for b in reading.bad), "")
        raise EvaluationError(f"{folders[0]} holds no judged query that can be asked{first}.")
    groups = sorted({q.group for q in queries if q.group}, key=len, reverse=True)
    texts = [replace(t, group=_start(t.id, groups)) for t in reading.texts.values()]
    return Beir(tuple(texts), tuple(queries), reading.qrels, tuple(reading.bad))


class _Reading:
    """What has been read so far; each line goes to the method for its file, which may refuse it."""

    def __init__(self, within: str) -> None:
        self.texts: dict[str, Text] = {}
        self.queries: dict[str, Query] = {}
        self.qrels: dict[str, dict[str, int]] = {}
        self.bad: list[BadRow] = []
        self._within = within

    def read(self, path: Path, line_read: Callable[[str], None]) -> None:
        """Every line of a file; one that is refused (ValueError) is kept in `bad`."""
        for number, line in enumerate(lines_of(path), 1):
            if not line.strip() or (number == 1 and line.split() == _HEADER):
                continue
            try:
                line_read(line)
            except ValueError as error:
                self.bad.append(BadRow(path, number, str(error)))

    def text(self, line: str) -> None:
        row = object_of(line)
        name, text, title = text_in(row, "_id"), text_in(row, "text"), row.get("title") or ""
        if name in self.texts:
            raise ValueError(f"its id {name} was used above")
        self.texts[name] = Text(name, str(title), text)

    def query(self, line: str) -> None:
        row = object_of(line)
        name, text = text_in(row, "_id"), text_in(row, "text")
        if name in self.queries:
            raise ValueError(f"its id {name} was used above")
        metadata = row.get("metadata")
        group = metadata.get(self._within) if isinstance(metadata, dict) else None
        if self._within and not (isinstance(group, str) and group):
            raise ValueError(f'its metadata has no "{self._within}"')
        self.queries[name] = Query(name, text, group or "")

    def judgement(self, line: str) -> None:
        parts = line.rstrip("\r").split("\t")
        if len(parts) != 3 or not parts[2].strip().lstrip("-").isdigit():
            raise ValueError("it is not a query's id, a text's id and a grade between tabs")
        query, text, grade = parts
        for name, known, what in ((query, self.queries, "query"), (text, self.texts, "text")):
            if name not in known:
                raise ValueError(f"there is no {what} {name}")
        self.qrels.setdefault(query, {})[text] = max(int(grade), 0)


def _start(name: str, groups: Sequence[str]) -> str:
    """The longest group that an id begins with, whole: "m1" begins "m1_t3", and not "m10_t3"."""
    return next(
        (g for g in groups if name.startswith(g) and not name[len(g) : len(g) + 1].isalnum()), ""
    )
