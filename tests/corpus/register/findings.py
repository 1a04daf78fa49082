"""The rule by which a judgement or decision found is one of gold's, and the figures it gives.

- A judgement is gold's if the words it cites and gold's quote, or that of an `also_in`, hold one
  another: 0.8 of the three-word runs of the one stand in the other. Where several share a quote,
  each is the one nearest in subject, date and grade, which are no condition; gold's own quote goes
  before an `also_in`.
- A decision is gold's if 0.9 of the runs of gold's text stand in it, and 0.8 of its own in gold's.
  A vote on a motion or amendment is gold's if mover, seconder and outcome are.
- Precision is the share of entries found that are gold's, core or not: what is printed twice may be
  found twice. Recall is the share of gold's core entries found. Entries that gold leaves open
  (`core` false) are neither required nor wrong.
- Only documents that gold covers count.
- Fields are compared over the entries found: a grade by its words; a body by the one name holding
  the other; dates by the days, months and years named, in any order; movers and seconders as
  printed; items in order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.evaluation.wording import coverage
from corpus.paper import Paper
from corpus.register.decisions import decisions
from corpus.register.entries import Decision, Judgement
from corpus.register.judgements import judgements

Gold = dict[str, Any]


@dataclass(slots=True)
class Figures:
    """What was found, counted; `wrong` says of each miss what it was."""

    found: int = 0
    right: int = 0
    core: int = 0
    recalled: int = 0
    fields: dict[str, list[bool]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.recalled / self.core if self.core else 1.0

    def field_share(self, name: str) -> float:
        held = self.fields.get(name, [])
        return sum(held) / len(held) if held else 1.0


def gold_of(file: Path) -> list[Gold]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def judged(papers: Iterable[Paper], gold: Sequence[Gold]) -> Figures:
    """The figures of judgements."""
    found = [(p, j) for p in papers for j in judgements(p)]
    wanted = [g for g in gold if g["type"] == "judgement"]
    return _measured(found, wanted, _is_judgement, _nearness, _judgement_fields)


def decided(papers: Iterable[Paper], gold: Sequence[Gold]) -> Figures:
    """The figures of decisions."""
    found = [(p, d) for p in papers for d in decisions(p)]
    wanted = [g for g in gold if g["type"] == "decision"]
    return _measured(found, wanted, _is_decision, lambda *_: 1.0, _decision_fields)


def _measured(
    found: Sequence[tuple[Paper, Any]],
    gold: Sequence[Gold],
    is_same: Callable[[Paper, Any, Gold], bool],
    nearness: Callable[[Paper, Any, Gold], float],
    fields: Callable[[Any, Gold], dict[str, bool]],
) -> Figures:
    figures = Figures(found=len(found), core=sum(g["core"] for g in gold))
    pairs = [
        (nearness(paper, entry, g), n, m)
        for n, (paper, entry) in enumerate(found)
        for m, g in enumerate(gold)
        if is_same(paper, entry, g)
    ]
    right, taken = {n for _, n, _ in pairs}, dict[int, int]()
    for _, n, m in sorted(pairs, key=lambda pair: -pair[0]):
        if m not in taken and n not in taken.values():
            taken[m] = n
    figures.right = len(right)
    figures.recalled = sum(g["core"] for m, g in enumerate(gold) if m in taken)
    figures.wrong = [f"invented: {found[n][1]}" for n in range(len(found)) if n not in right]
    figures.wrong += [f"missed: {g}" for m, g in enumerate(gold) if g["core"] and m not in taken]
    for m, n in taken.items():
        for name, held in fields(found[n][1], gold[m]).items():
            figures.fields.setdefault(name, []).append(held)
            figures.wrong += [] if held else [f"{name}: {found[n][1]} but {gold[m]}"]
    return figures


def _is_judgement(paper: Paper, entry: Judgement, gold: Gold) -> bool:
    if paper.document != gold["document"]:
        return False
    cited = paper.text[entry.place.start : entry.place.end]
    quotes = [gold["quote"], *(also["quote"] for also in gold.get("also_in", ()))]
    return any(max(coverage(q, cited), coverage(cited, q)) >= 0.8 for q in quotes)


def _nearness(paper: Paper, entry: Judgement, gold: Gold) -> float:
    fields = _judgement_fields(entry, gold)
    own = coverage(gold["quote"], paper.text[entry.place.start : entry.place.end])
    return (
        3 * (own >= 0.8)
        + coverage(entry.subject, gold["subject"])
        + fields["date"]
        + fields["grade"] / 2
    )


def _judgement_fields(entry: Judgement, gold: Gold) -> dict[str, bool]:
    bodies = _even(entry.body), _even(gold["body"])
    grades = {_even(gold["grade"]), *(_even(a.get("grade", "")) for a in gold.get("also_in", ()))}
    return {
        "grade": _even(entry.grade) in grades,
        "body": bool(bodies[0]) and (bodies[0] in bodies[1] or bodies[1] in bodies[0]),
        "date": _days(entry.date) == _days(gold["date"] or ""),
        **({"published": _days(entry.published) == _days(gold["published"] or "")}
           if "published" in gold else {}),
    }  # fmt: skip


def _is_decision(paper: Paper, entry: Decision, gold: Gold) -> bool:
    also = {a["document"] for a in gold.get("also_in", ())}
    if paper.document not in {gold["document"], *also}:
        return False
    if "outcome" in gold:
        movers = (entry.moved_by, entry.seconded_by) == (gold["moved_by"], gold["seconded_by"])
        return movers and entry.outcome == gold["outcome"]
    there = coverage(gold["text"], entry.text) >= 0.9
    return there and coverage(entry.text, gold["text"]) >= 0.8


def _decision_fields(entry: Decision, gold: Gold) -> dict[str, bool]:
    fields = {
        "mover": entry.moved_by == (gold["moved_by"] or ""),
        "seconder": entry.seconded_by == (gold["seconded_by"] or ""),
    }
    if "items" in gold:
        texts = [item if isinstance(item, str) else item["text"] for item in gold["items"]]
        fields["items"] = list(map(_even, entry.items)) == list(map(_even, texts))
    if "vote" in gold:
        counts = re.findall(r"\d+", gold["vote"])
        fields["vote"] = [str(count) for _, count in entry.votes] == counts
    return fields


def _even(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9£%]+", text.casefold().replace("’", "").replace("'", "")))


def _days(text: str) -> set[str]:
    words = re.findall(r"\d+|[a-z]{3,}", text.casefold())
    return {w[:3] if w.isalpha() else w.lstrip("0") for w in words} - {"bet", "fro", "and", "the"}
