"""Whether the papers answer a question, and what is said when they don't.

A question that no paper answers (`assistant.asking.beyond`), or these cannot (`unknowable`), is
refused by rule. Else a logistic estimate that the best evidence answers, from features a person can
check and what the reader says, is held against one threshold. Weights and threshold stand in
`assistant.fitted`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import fitted
from assistant.answer import Searched
from assistant.asking.places import nearest
from assistant.asking.question import Asked
from assistant.asking.wanted import Wanted, wanted_in
from assistant.finding.evidence import Evidence, Weighed
from assistant.finding.extremes import is_told_by_table
from assistant.finding.units import without_mark
from assistant.finding.unknowable import (
    NAMES,
    no_contact,
    not_yet_known,
    speaks_of,
    too_early,
    unknown_dates,
    unknown_names,
)
from corpus.dates import dates_in, written_out
from index.attribution import place_of
from index.search import STOP_WORDS, Hit
from index.words import tokens

FOREIGN_WORDS, FOREIGN_MEANING, FOREIGN_SURE = 0.4, 0.4, -0.1
"""A question of other things: so much of it no paper has, nothing means it any better, and the
reader holds that no passage answers. Set on development questions: of the 907, 31 that no paper
answers are such, and one that is answered."""
SURE = 6.0
"""A reader's logit counts no further than this, either way."""

BROAD_TERMS, BROAD_MEANING = 5, 0.5
"""A broad question has few words of its own, all of them in the papers, and units that mean it."""
_BROAD = re.compile(
    r"^\W*what(?:'s| (?:(?:main |key )?(?:strengths|weaknesses|concerns|failings|findings) )?"
    r"(?:did|do|does|has|have|had|was|were|is|are))\b.*\b(?:find|found|findings?|"
    r"say|said|conclude\w*|judge\w*|report|note|criticise\w*|praise\w*|raise\w*|show|highlight\w*|"
    r"see|saw|strengths?|weaknesses|concerns?)\b",
    re.I,
)
_PENDING = re.compile(
    r"\b(?:not (?:yet )?(?:known|available|decided|been (?:decided|confirmed|published|received|"
    r"agreed))|await\w*|to be (?:announced|confirmed|determined|decided|agreed)|"
    r"(?:would|will) be (?:announced|confirmed|decided|reported|determined)|pending|"
    r"remains? to be|outcome (?:is|was) expected|no decision|yet to be|in due course)\b",
    re.I,
)
_PERIOD = re.compile(
    r"\b(?:years?|quarters?|months?|weeks?) (?:to|up to|ending|ended)(?: on)? (?:\d{1,2} )?"
    r"(?:[A-Z][a-z]+ )?\d{4}\b"
)
"""A period named by its end, which a report written after it seldom names again."""
_ACTUAL = re.compile(
    r"\b(?:actual(?:ly)?|outturn|final(?:ly)?|in the end|eventual(?:ly)?|"
    r"turn(?:ed)? out|year[- ]end)\b",
    re.I,
)
_EXPECTED = re.compile(
    r"\b(?:forecast|project(?:ed|ion)|expected|estimated?|anticipated?|"
    r"predicted|planned|proposed)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """`reason` is one of `Asked.refused`, "nothing", "unknown" (a `name` or date no paper has),
    "early" (a date, `name`, after all that was found), "pending" (the papers say that it was not
    yet known) or "unsaid"; `likely` is the estimate refused."""

    reason: str
    likely: float = 0.0
    name: str = ""


def judge(
    asked: Asked, likely: float, evidence: Sequence[Evidence], *,
    weighed: Weighed, hits: Sequence[Hit] = (),
) -> Refusal | None:  # fmt: skip
    """A refusal, or None where the evidence is `likely` enough to answer; `hits` are all that was
    found."""
    if ruled := by_rule(asked, evidence, weighed=weighed, hits=hits):
        return ruled
    _, _, threshold = fitted_for(evidence)
    return Refusal("unsaid", likely) if likely < threshold else None


def by_rule(
    asked: Asked, evidence: Sequence[Evidence], *, weighed: Weighed, hits: Sequence[Hit]
) -> Refusal | None:
    """A refusal that no estimate is needed for; None where it takes one."""
    if unknown := unknown_names(asked, weighed):
        return Refusal("unknown", name=unknown[0])
    if dates := unknown_dates(asked, hits):  # of all papers that is known only of a year in none
        in_none = set(tokens(dates[0])) & weighed.unknown
        return Refusal("unknown", name=dates[0]) if in_none else Refusal("unsaid")
    if early := too_early(asked, hits):
        return Refusal("early", name=early)
    if not_yet_known(asked, evidence):
        return Refusal("pending")
    return Refusal("unsaid") if no_contact(asked, hits) else None


def likelihood(asked: Asked, evidence: Sequence[Evidence], *, weighed: Weighed) -> float:
    """How likely the evidence answers, 0 to 1; 0 where the question has a name no paper has."""
    if unknown_names(asked, weighed):
        return 0.0
    weights, bias, threshold = fitted_for(evidence)
    features = features_of(asked, evidence, weighed=weighed)
    if is_foreign(features):
        return 0.0
    likely = estimate(features, weights, bias)
    by_table = is_told_by_table(evidence[0], asked.text, weighed)
    return max(likely, threshold) if by_table or is_broad(asked.text, features) else likely


def is_broad(question: str, features: Sequence[float]) -> bool:
    """Whether a question asks for no one thing ("What did the peer review find?"): the reader,
    taught on questions for facts, is never sure of those, so its papers are shown all the same."""
    known = dict(zip(fitted.REFUSAL, features, strict=True))
    few = len(set(tokens(question)) - STOP_WORDS) <= BROAD_TERMS
    covered = known["absent"] == 0 and known["meaning"] >= BROAD_MEANING
    return bool(few and covered and not known["undated"] and _BROAD.search(question))


def is_foreign(features: Sequence[float]) -> bool:
    """Whether a question is of something else than the papers are ("When does the cricket season
    start?"), which the reader, taught on questions about papers, is not sure enough of."""
    known = dict(zip(fitted.REFUSAL, features, strict=True))
    return (
        known["absent"] >= FOREIGN_WORDS
        and known["meaning"] < FOREIGN_MEANING
        and known["answers"] <= FOREIGN_SURE
    )


def fitted_for(evidence: Sequence[Evidence]) -> tuple[tuple[float, ...], float, float]:
    """Weights, bias and threshold for evidence that was weighed with a reader, or without."""
    return fitted.REFUSE_READ if evidence[0].read else fitted.REFUSE_PLAIN


def estimate(features: Sequence[float], weights: Sequence[float], bias: float) -> float:
    """How likely the best evidence answers, 0 to 1."""
    return 1 / (1 + math.exp(-bias - sum(w * f for w, f in zip(weights, features, strict=True))))


def features_of(
    asked: Asked, evidence: Sequence[Evidence], *, weighed: Weighed
) -> tuple[float, ...]:
    """What the estimate is made from, in the order of `fitted.REFUSAL`. Words held were tried and
    did not pay."""
    top, first = evidence[:5], max(evidence, key=lambda e: e.resemblance)
    beside = {t for e in top[:3] for t in _tokens_of(e.hit)}
    wanted = wanted_in(asked.text)
    days = dates_in(_PERIOD.sub(" ", asked.text)) if len(asked.parts) == 1 else []
    best = max(e.features[0] for e in top) or 1.0
    names = {t for name in NAMES.findall(asked.topic) for t in tokens(name)} - STOP_WORDS
    features = {
        # how near the best unit's meaning is
        "meaning": max(e.known("meaning") for e in top),
        # whether what is wanted (a number, a name) stands in units that hold the question as well
        # as the best does, and in the one most like the question
        "wanted": min(
            (_best_with(w, asked.text, evidence[:12]) / best for w in wanted), default=1.0
        ),
        "wanted first": float(all(w.holds(_read(first), asked.text) for w in wanted)),
        # whether the best units speak of something still to come
        "pending": float(
            any(_PENDING.search(e.unit.text) for e in top[:3] if e.score > top[0].score / 2)
        ),
        # how much of the question no paper has, and of its names is missing beside the answer
        "absent": weighed.absent,
        "names": len(names - beside) / len(names) if names else 0.0,
        # whether it asks how a thing turned out and they tell what was expected
        "forecast": float(bool(_ACTUAL.search(asked.text)) and any(map(_is_expected, top[:3]))),
        # how surely the reader holds that any passage answers, that the best unit's does, and that
        # these are the words
        "answers": max(_sureness(e) for e in evidence),
        "first answers": _sureness(evidence[0]),
        "pointed": max(e.known("pointed") for e in top[:3]),
        # whether the best units speak of no date that is asked about
        "undated": float(any(not any(speaks_of(e.hit, day) for e in top[:3]) for day in days)),
        # whether the question is of what will be
        "will be": float(asked.text.lower().startswith("will ")),
        # how relevant the reader holds the best passage
        "relevant": max(
            (_capped(e.hit.verdict.relevance) for e in top if e.hit.verdict), default=0.0
        ),
    }
    return tuple(features[name] for name in fitted.REFUSAL)


def _sureness(evidence: Evidence) -> float:
    """The reader's logit that the passage answers, as a share of SURE, -1 to 1; 0 without one."""
    answers = evidence.known("answers")
    if not 0 < answers < 1:
        return 0.0
    return _capped(math.log(answers / (1 - answers)))


def _capped(logit: float) -> float:
    """A reader's logit as a share of SURE, -1 to 1."""
    return max(-1.0, min(1.0, logit / SURE))


def _best_with(wanted: Wanted, asked: str, evidence: Sequence[Evidence]) -> float:
    return max((e.features[0] for e in evidence if wanted.holds(_read(e), asked)), default=0.0)


def _is_expected(evidence: Evidence) -> bool:
    return bool(_EXPECTED.search(evidence.unit.text))


def _read(evidence: Evidence) -> str:
    """A unit as it is read, with the sentence after it, which often holds what is asked ("Of the
    number, 9…"), and without its own number, which is no answer to "how many"."""
    unit = evidence.unit
    line_end = unit.passage.text.find("\n", unit.end)
    after = unit.passage.text[unit.end : line_end if line_end >= 0 else None]
    following = "" if unit.kind == "row" else after.split(". ")[0]
    return without_mark(unit.text + following)


def _tokens_of(hit: Hit) -> list[str]:
    return tokens(f"{hit.passage.breadcrumb}\n{hit.passage.text}")


def refusal_text(refusal: Refusal, searched: Searched) -> str:
    """What the person reads: why, and what was searched."""
    if not searched.papers:
        return "There are no papers to search: add some, or widen the limits set."
    why = {
        "opinion": "That asks for an opinion, and this assistant has none: it only quotes papers.",
        "private": "That asks for something private about a person, which is not looked for.",
        "forecast": "That asks what will become of things, which papers of the past do not say.",
        "own affairs": "That asks for help with your own affairs, which these papers do not give.",
        "no minutes": "There are papers for that meeting, but no minutes to say what it decided.",
        "pending": "When these papers were written, that was not yet known.",
        "early": f"What was found was written before {refusal.name}.",
        "unknown": f"No paper searched mentions {refusal.name}.",
    }.get(refusal.reason, "The papers don't say.")
    why += _offered(refusal, searched)
    papers = "1 paper" if searched.papers == 1 else f"{searched.papers} papers"
    of = f" of {_listed(searched.councils)}" if searched.councils else ""
    first, last = written_out(searched.since), written_out(searched.until)
    when = f", {first}" if first == last and first else f", {first} to {last}" if first else ""
    return f"{why} Searched: {papers}{of}{when}."


def _offered(refusal: Refusal, searched: Searched) -> str:
    """The council that the name no paper has may have been meant for."""
    near = nearest(refusal.name, map(place_of, searched.councils)) if refusal.name else ""
    return f" The nearest council's name is {near}." if near else ""


def _listed(names: Sequence[str]) -> str:
    shown = names if len(names) <= 4 else (*names[:3], f"{len(names) - 3} other councils")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
