"""Turns of a conversation, made by hand, over the papers of two fictional councils."""

from __future__ import annotations

from assistant.answer import Answer, Citation
from assistant.conversation.following import follow
from assistant.conversation.turns import Followed, Turn
from index.catalogue import PaperRecord

ANYTOWN, WENDLE = "Anytown Borough Council", "Wendle County Council"


def record(council: str, date: str) -> PaperRecord:
    name = f"{council}-{date}"
    return PaperRecord(
        id=name, document=name, title="Report", kind="report", access="public", council=council,
        committee="Scrutiny Committee", date=date, item="", name=f"{name}.txt", sha256="",
        pages=None, outcome="read", reason="", number=1, passages=1,
    )  # fmt: skip


PAPERS = [record(ANYTOWN, day) for day in ("2023-07-04", "2023-10-10", "2024-03-12")]
PAPERS.append(record(WENDLE, "2024-02-13"))


def told(question: str, quote: str = "", *, council: str = ANYTOWN, date: str = "2023-10-10"):
    """An answer that quotes these words, or a refusal where there are none."""
    cited = Citation(1, "d", "d", "T", quote, council=council, committee="Scrutiny Committee",
                     meeting_date=date)  # fmt: skip
    return Answer(question, bool(quote), "open", quote, citations=(cited,) if quote else ())


def said(*questions: str | tuple[str, str]) -> list[Turn]:
    """These questions asked one after the other, each with the words its answer quoted, if any."""
    turns: list[Turn] = []
    for asked in questions:
        question, quote = asked if isinstance(asked, tuple) else (asked, "")
        followed = follow(question, turns, PAPERS)
        turns.append(Turn(question, followed, told(followed.question, quote)))
    return turns


def after(*questions: str | tuple[str, str], dropped: tuple[str, ...] = ()) -> Followed:
    """The last question as it was understood after those before it."""
    *before, last = questions
    assert isinstance(last, str)
    return follow(last, said(*before), PAPERS, dropped=dropped)
