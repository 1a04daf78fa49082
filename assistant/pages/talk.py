"""The conversation on the Ask tab: what was carried over, "Start again", and what was said before.

What is carried is a button each, so that the keyboard reaches it, and says in words what pressing
it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

import gradio as gr

from assistant.conversation.turns import Carried, Turn
from assistant.pages import markup
from assistant.pages.look import html

CHIPS = 4
"""As many as there are kinds of thing to carry."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a new turn changes: the turns so far, what was dropped from the last, the words over the
    chips, the chips, "Start again", and the earlier answers."""

    turns: Any
    dropped: Any
    told: Any
    chips: list[Any]
    again: Any
    earlier: Any

    @property
    def all(self) -> list[Any]:
        """Every part, in the order of `shown`."""
        return [self.turns, self.dropped, self.told, *self.chips, self.again, self.earlier]


def carried_row() -> tuple[Any, list[Any]]:
    """The words over the chips, and the chips."""
    told = html(name="carried")
    with gr.Row(elem_classes="chips"):
        chips = [gr.Button("", visible=False, size="sm", min_width=0) for _ in range(CHIPS)]
    return told, chips


def shown(turns: Sequence[Turn], dropped: tuple[str, ...]) -> list[Any]:
    """The parts after these turns; of the last one's answer, only what is needed later."""
    kept = tuple(replace(turn, answer=replace(turn.answer, hits=())) for turn in turns)
    carried = turns[-1].followed.carried if turns else ()
    chips = [gr.Button(chip(one), visible=True) for one in carried]
    chips += [gr.Button(visible=False)] * (CHIPS - len(chips))
    told = understood_html(turns[-1]) if carried else ""
    return [kept, dropped, told, *chips, gr.Button(visible=bool(turns)), earlier_html(turns[:-1])]


def unchanged() -> list[Any]:
    """The parts left as they are."""
    return [gr.skip()] * (5 + CHIPS)


def chip(carried: Carried) -> str:
    """What a button that drops a thing says.

    >>> chip(Carried("council", "Anytown"))
    'Drop council: Anytown'
    """
    return f"Drop {carried.what}: {carried.words}"


def understood_html(turn: Turn) -> str:
    """How a question was understood that carried something over."""
    question = escape(turn.followed.question)
    return f'<p class="understood">Carried over from before; asked as: <q>{question}</q></p>'


def earlier_html(turns: Sequence[Turn]) -> str:
    """The answers before the last, the latest first, each folded under its question."""
    if not turns:
        return ""
    folds = "".join(
        f"<details><summary>{escape(turn.asked)}</summary>"
        f"{markup.answer_html(turn.answer)}</details>"
        for turn in reversed(turns)
    )
    return f'<section class="earlier"><h2>Earlier questions</h2>{folds}</section>'
