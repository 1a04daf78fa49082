"""A turn of a conversation as the JSON object that the command line and HTTP both hand out."""

from __future__ import annotations

from dataclasses import asdict

from assistant.conversation.turns import Turn
from assistant.wire import Json, answer_json


def turn_json(turn: Turn) -> Json:
    """One answer in a conversation: "question" is as it was understood, "asked" as it was typed,
    "carried" what of it came from before."""
    carried = [asdict(carried) for carried in turn.followed.carried]
    return {**answer_json(turn.answer), "asked": turn.asked, "carried": carried}
