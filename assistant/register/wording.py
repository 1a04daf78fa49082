"""The register's fields in words: what they are called, how they are shown, what was corrected."""

from __future__ import annotations

from typing import Any

from corpus.dates import written_out
from index.corrections.entries import SET_ASIDE, STANDING

DOUBT = "read with doubt: a rule of last resort read it, or its cells may have shifted"
_LABELS = {
    "recommendation_no": "Number",
    "addressed_to": "Addressed to",
    "due_date": "Due date",
    "meaning": "Rating means",
    "scores": "Ratings",
    "direction": "Direction",
    "date": "Inspected",
    "text": "Words",
    STANDING: "Standing",
}


def label(field: str) -> str:
    """What a field is called.

    >>> label("moved_by"), label("scores")
    ('Moved by', 'Ratings')
    """
    return _LABELS.get(field, field.replace("_", " ").capitalize())


def shown(field: str, value: Any) -> str:
    """A field's value as JSON has it, in words; "" where there is none.

    >>> shown("scores", ["Amber", "Red"]), shown("due_date", "2024-03-31")
    ('Amber; Red', '31 March 2024')
    """
    if isinstance(value, list):
        return "; ".join(map(str, value))
    told = "" if value is None else str(value)
    return written_out(told) if field == "due_date" else told


def corrected_words(field: str, told: dict[str, str]) -> str:
    """One correction in words: what is printed, who said otherwise, and when.

    >>> corrected_words("due", {"printed": "May 2024", "by": "A. Clerk", "at": "2024-06-11T09:00"})
    'Due corrected by A. Clerk on 11 June 2024; the paper prints “May 2024”'
    """
    by = f"by {told['by']} on {written_out(told['at'][:10])}"
    if field == STANDING:
        return f"Set aside as {SET_ASIDE} {by}"
    printed = f"“{told['printed']}”" if told["printed"] else "nothing"
    return f"{label(field)} corrected {by}; the paper prints {printed}"
