"""What a grade is given to: the words before "was judged", without the clause they stand in."""

from __future__ import annotations

import re

from corpus.register.asking import unlabelled
from corpus.register.grades import IMPROVEMENT

_ADVERBIAL = re.compile(
    r"\W*(?:in|at|on|during|following|after|as|since|when|while|whilst|although|though|overall|"
    r"however|furthermore|moreover|of|under|by|for|having|because|additionally|also|therefore|"
    r"subsequently|previously|between|from|with|to date)\b[^,]*,\s*",
    re.I,
)
_CLAUSE = re.compile(
    r"[;:]\s+|\b(?:(?<!of )(?<!from )that|which|who|when|where|because|whilst|while|whereas|"
    r"although|since|but)\b,?\s*"
    r"|,? and (?=that\b)",
    re.I,
)
_LEADS = re.compile(r"^\W*(?:(?:and|but|also|both|again|then|now|however),? )*", re.I)
_PRONOUN = re.compile(r"(?:they|it|these|those|this|all|both|he|she|we|each)$", re.I)
_MANY = re.compile(
    r"^\W*(?:(?:around|about|some|over|nearly|only|a further|the other) )?[\d.,]+%?|per ?cent\b|%|"
    r"\bproportion\b|\bnumber of\b|^nobody\b|\b(?:authorities|councils)\b|\bpercentage\b|"
    rf"\b(?:any|no)\b|{IMPROVEMENT}|\b(?:judged|graded|rated|inadequate)\b",
    re.I,
)
"""Shares and counts are statistics of many, not the judgement of one; nor is another grade."""
_DOUBTFUL = re.compile(r"\b(?:if|whether|unless|until|should|how|once|whenever|where)\b", re.I)
_VERBS = re.compile(r" (?:was|were|is|are|had|has|have)\b")
LONGEST = 25
"""Words: more is a sentence that was misread."""


def subject_before(head: str, sentence: str) -> str:
    """The subject of "… was judged": `head` is the sentence up to there. A pronoun stands for the
    sentence's first subject, "" for what cannot be told."""
    head, sentence = unlabelled(head), unlabelled(sentence)
    while adverbial := _ADVERBIAL.match(head):
        head = head[adverbial.end() :]
    cut = _CLAUSE.split(head)[-1]
    if _DOUBTFUL.search(head[-len(cut) - 12 :]):
        return ""
    subject = subject_in(cut)
    if _PRONOUN.fullmatch(subject):
        first = subject_in(_VERBS.split(sentence, maxsplit=1)[0])
        return first if len(first.split()) > 1 else subject
    return subject


def subject_in(words: str) -> str:
    """Words as a subject, "" if they tell of a share of many or are too long."""
    subject = _LEADS.sub("", _CLAUSE.split(words)[-1]).strip(' ,\t\n"“”')
    while adverbial := _ADVERBIAL.match(subject):
        subject = subject[adverbial.end() :]
    subject = _VERBS.split(subject, maxsplit=1)[0]
    if _MANY.search(subject) or not 0 < len(subject.split()) <= LONGEST:
        return ""
    return subject
