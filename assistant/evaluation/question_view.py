"""One question of an evaluation as HTML: what was found, answered and cited, beside its gold.

The report and the Evaluate page show the same. Every word of a paper or of a questions file is
escaped here, once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from assistant.evaluation.asking import Result
from assistant.evaluation.explaining import Explained, explain
from assistant.evaluation.measures import WORDS_READ

Said = Mapping[str, Any]
"""A passage or a citation as JSON."""


def question_html(result: Result) -> str:
    """All of one question under headings; its text stands above, in the caller's."""
    gold, run = result.gold, result.run
    told = explain(gold, run, result.score)
    parts = [
        ("Why it counts as " + ("right" if told.right else "wrong"), _why(told)),
        ("The gold answer", _gold_answer(result)),
        ("The evidence", _evidence(result, told)),
        ("The answer given", _answer(run)),
        ("What it cited", _citations(run, told)),
        ("What was found, best first", _passages(run, told)),
    ]
    return "".join(f"<h4>{name}</h4>{html}" for name, html in parts if html)


def verdict(result: Result) -> str:
    """How a question came out, in one or two words."""
    if result.score["overall"] == 1:
        return "right" if result.gold.answerable else "rightly refused"
    if not result.run.get("answered"):
        return "wrongly refused"
    return "wrong" if result.gold.answerable else "wrongly answered"


def where(said: Said) -> str:
    """The paper and the place in it where a passage, a citation or a piece of evidence stands."""
    parts = [
        str(said["document"]),
        f"page {said['page']}" if said.get("page") else "",
        f"item {said['item']}" if said.get("item") else "",
        f"paragraph {said['paragraph']}" if said.get("paragraph") else "",
        f"row {said['row']}" if said.get("row") else "",
    ]
    return escape(", ".join(part for part in parts if part))


def _why(told: Explained) -> str:
    sentences = "".join(f"<li>{escape(reason)}</li>" for reason in told.why)
    return f'<ul class="why">{sentences}</ul>'


def _gold_answer(result: Result) -> str:
    gold = result.gold
    if not gold.answerable:
        return "<p>None: the papers do not say, and it should be refused.</p>"
    must = "; ".join(" or ".join(f"“{escape(s)}”" for s in entry) for entry in gold.must_include)
    said = f"<p>It must say {must}.</p>" if must else ""
    return f"<p>{escape(gold.answer) or 'None is written down.'}</p>{said}"


def _evidence(result: Result, told: Explained) -> str:
    gold = result.gold
    items = []
    for number, item in enumerate(gold.evidence, 1):
        ranks = [str(n) for n, held in enumerate(told.held, 1) if number in held]
        found = f"found at rank {', '.join(ranks)}" if ranks else "in no passage found, on its own"
        read = "within" if number in told.read else "not within"
        cited = "cited" if any(number in held for held in told.cited) else "not cited"
        items.append(
            f"<li><blockquote>{escape(item.quote)}</blockquote>"
            f'<p class="where">{escape(item.document)}: {found}; {read} the first {WORDS_READ} '
            f"words; {cited}.</p></li>"
        )
    one = "<p>One of these suffices.</p>" if gold.any_of and len(gold.evidence) > 1 else ""
    return f"{one}<ol>{''.join(items)}</ol>" if items else ""


def _answer(run: Said) -> str:
    lines = [line for line in str(run.get("answer") or "").splitlines() if line.strip()]
    refused = "" if run.get("answered") else "<p><strong>It refused.</strong></p>"
    return refused + "".join(f"<p>{escape(line)}</p>" for line in lines)


def _citations(run: Said, told: Explained) -> str:
    given: Sequence[Said] = run.get("citations") or ()
    return _list(given, told.cited, "quote")


def _passages(run: Said, told: Explained) -> str:
    found: Sequence[Said] = run.get("passages") or ()
    return _list(found, told.held, "text") or "<p>Nothing.</p>"


def _list(said: Sequence[Said], held: Sequence[tuple[int, ...]], words: str) -> str:
    """A numbered list; what holds gold evidence is marked, in words as well as by an edge."""
    items = []
    for one, evidence in zip(said, held, strict=True):
        score = f" · score {one['score']:.3f}" if isinstance(one.get("score"), int | float) else ""
        mark = f'<strong class="gold">holds {_numbered(evidence)}</strong> ' if evidence else ""
        items.append(
            f'<li class="{"held" if evidence else "other"}"><p class="where">{mark}'
            f"{where(one)}{score}</p><blockquote>{escape(str(one[words]))}</blockquote></li>"
        )
    return f"<ol>{''.join(items)}</ol>" if items else ""


def _numbered(evidence: Sequence[int]) -> str:
    return "evidence " + ", ".join(map(str, evidence))
