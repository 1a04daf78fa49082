"""Questions put at a meeting and the answers given: council question time, written replies, Q1/A1.

"Question 3 by Mr Ash to the Cabinet Member for Highways" opens a question, "Answer" or "Reply from
…" its answer; what follows belongs to it until the next opens. "Questions were asked about …" is
prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.paper import BlockKind

_WHO = r"(?:asked by|put by|submitted by|by|from|to)"
_QUESTION = re.compile(
    r"(?:\(?\d{1,3}[.)] ?)?(?:written |public |oral |supplementary )?question"
    rf"(?: ?(?:no\.? ?)?\d{{1,3}}[a-z]?)?(?:\s*[:.–-](?:\s|$)|\s*$|,? {_WHO} \S.{{2,}})",
    re.I | re.S,
)
_NUMBERED = re.compile(r"Q(?:\.? ?\d{1,3})?[.:)] +\S")
_ANSWER = re.compile(
    r"(?:\(?\d{1,3}[.)] ?)?(?:written |oral |supplementary )?(?:answer|reply|response)"
    r"(?: ?(?:no\.? ?)?\d{1,3})?"
    r"(?:\s*[:.–-](?:\s|$)|\s*$|,? (?:given by|by|from) [^.;]{3,160}$)",
    re.I,
)
_REPLIED = re.compile(
    r"(?:in (?:reply|response),? )?(?:the|councillor|cllr|mr|mrs|ms|dr)\b[^.?]{2,90}?"
    r"\b(?:replied|responded|answered)\b",
    re.I,
)
_LETTERED = re.compile(r"A(?:\.? ?\d{1,3}[.:)]|:) +\S")


def opens_question(text: str) -> bool:
    """Whether a paragraph opens a question.

    >>> opens_question("Question 1 by Mr Ash to the Leader")
    True
    >>> opens_question("Questions were asked about the cost.")
    False
    """
    return bool(_QUESTION.match(text) or _NUMBERED.match(text))


def opens_answer(text: str) -> bool:
    """Whether a paragraph opens an answer, if it stands after a question: "Response:" in a survey
    is none."""
    return bool(_ANSWER.match(text) or _LETTERED.match(text) or _REPLIED.match(text))


def only_opens(text: str) -> bool:
    """Whether it says only that a question or answer follows, without its words."""
    return len(text.split()) <= 25 and text[-1:] not in ".?!" and not re.search(r"[.?!] ", text)


LONGEST = 400
"""Characters of a question that its answer carries along; of a longer one only its opening."""


@dataclass(slots=True)
class Talk:
    """A question being put or answered on the way down a paper; `asked` is its words."""

    kind: BlockKind | None = None
    asked: str = ""
    _bare: bool = False

    def hear(self, text: str) -> BlockKind | None:
        """What a paragraph is to the question that is open: "question", "answer", or None."""
        if opens_question(text):
            self.kind, self.asked, self._bare = "question", text, only_opens(text)
        elif self.kind and opens_answer(text):
            self.kind, self._bare = "answer", False
        elif self.kind == "question" and self._bare and len(text) <= LONGEST:
            self.asked, self._bare = text, False
        return self.kind

    @property
    def lead_in(self) -> str:
        """The question that an answer hangs on."""
        if self.kind != "answer":
            return ""
        return self.asked if len(self.asked) <= LONGEST else self.asked[: self.asked.find(" ", 200)]

    def end(self) -> None:
        """Other business begins."""
        self.kind, self.asked, self._bare = None, "", False
