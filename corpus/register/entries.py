"""The nouns of the register. Each entry is a slice of its paper, `paper.text[start:end]`, and knows
where it is printed; what a field holds stands as printed, "" where the paper does not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntryKind = Literal["judgement", "recommendation", "decision", "action"]
Sureness = Literal["sure", "likely"]
"""How sure the reading is: "likely" where a rule of last resort read it, or cells are uncertain."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry is printed. `paragraph`, `row`, `page` are those of the block it begins in."""

    start: int
    end: int
    paragraph: str = ""
    row: str = ""
    page: int | None = None
    page_label: str = ""
    section: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an inspectorate or a review found: the grade of a subject, as printed.

    `date` is the inspection's dates as printed, `published` its report's.
    """

    place: Place
    subject: str
    grade: str
    body: str = ""
    date: str = ""
    published: str = ""
    sureness: Sureness = "sure"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What a body is asked to do, as printed; `number` is the one it is printed with, `again` where
    else the paper prints it.

    `answer` is how the body answered ("Accepted in part. A pilot will be run") and `answered` where
    in the paper's text it says so, (0, 0) where it does not.
    """

    place: Place
    text: str
    made_by: str = ""
    addressed_to: str = ""
    number: str = ""
    answer: str = ""
    answered: tuple[int, int] = (0, 0)
    again: tuple[Place, ...] = ()
    sureness: Sureness = "sure"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a meeting resolved or agreed: its whole block as `text`, its numbered parts as `items`.

    `outcome` and `votes` (side, count) stand on motions and amendments that were put to a vote.
    `moved` is where in the paper's text the motion stands and `voted` where the vote on it is told,
    (0, 0) where neither is.
    """

    place: Place
    text: str
    items: tuple[str, ...] = ()
    moved_by: str = ""
    seconded_by: str = ""
    outcome: str = ""
    votes: tuple[tuple[str, int], ...] = ()
    moved: tuple[int, int] = (0, 0)
    voted: tuple[int, int] = (0, 0)
    sureness: Sureness = "sure"


@dataclass(frozen=True, slots=True)
class Action:
    """A row of an action plan: what was promised, by whom, by when, and how far it is.

    `due` is as printed and `due_date` ISO where it is one; `scores` are the ratings in printed
    order, that of now last, `direction` the way they go, `meaning` what the paper's own key
    says of the last.
    """

    place: Place
    text: str
    recommendation: str = ""
    recommendation_no: str = ""
    lead: str = ""
    owner: str = ""
    due: str = ""
    due_date: str | None = None
    status: str = ""
    direction: str = ""
    scores: tuple[str, ...] = ()
    meaning: str = ""
    sureness: Sureness = "sure"


Entry = Judgement | Recommendation | Decision | Action
