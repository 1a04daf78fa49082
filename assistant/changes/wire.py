"""A comparison as JSON: `matters changes --json` and the HTTP interface hand out the same."""

from __future__ import annotations

from assistant.changes.change import sorts
from assistant.changes.choosing import Compared
from assistant.changes.citing import Cited, cited
from assistant.rewording.facts import FACT_KINDS, Fact
from assistant.wire import Json, citation_json, paper_json


def changes_json(compared: Compared) -> Json:
    """Both papers, how much changed, and each change with its two citations.

    `changed` are (start, end) pairs into a side's quotation: the stretches the other lacks.
    """
    comparison = compared.comparison
    return {
        "from": paper_json(compared.old),
        "to": paper_json(compared.new),
        "counts": {
            **sorts(comparison.changes),
            **{f"{kind}s": len(comparison.facts(kind)) for kind in FACT_KINDS},
            "blocks the same": comparison.kept,
        },
        "changes": [change_json(found) for found in cited(compared)],
        "notes": list(compared.notes),
    }


def change_json(found: Cited) -> Json:
    """One change; a side that lacks the words is null."""
    change = found.change
    sides = {"from": (change.old, found.old), "to": (change.new, found.new)}
    told = {
        name: {**citation_json(citation), "changed": [list(span) for span in side.changed]}
        if side and citation else None
        for name, (side, citation) in sides.items()
    }  # fmt: skip
    return {
        "change": change.sort,
        "what": change.what,
        "name": change.name,
        **told,
        "facts": [fact_json(fact) for fact in change.facts],
    }


def fact_json(fact: Fact) -> Json:
    """A figure, date or name; "" where a paper has none in its place."""
    return {"kind": fact.kind, "from": fact.was, "to": fact.now}
