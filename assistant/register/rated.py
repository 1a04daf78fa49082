"""The rows of a table that a question asks for by what one column says of each: "Which measures are
red?", "How many of the recommendations were rejected?", "Which indicators have got worse?"

A search finds some of them and not that they are all. A column of states is called so ("RAG",
"Status", "Response") and says little in each cell; the rows with the state that the question names
are told, whole, from the newest edition of the table that was found for it. Whatever else the
question says must be said of a row, by itself or by what stands over it, or there is no list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from assistant.finding.found import Found
from assistant.finding.tables import Row, headers_of, rows_in
from assistant.register.described import COUNTS
from assistant.register.telling import Told, quoted_row
from assistant.telling.quoting import MARK, Quotation
from corpus.dates import dates_in
from corpus.register.columns import OF_NOW
from corpus.register.rating_keys import rating_name
from index.catalogue import PaperRecord
from index.passages import Passage
from index.search import STOP_TERMS
from index.words import tokens

_ASKS = re.compile(r"\b(?:which|list|how many|name|what (?:are|were) the)\b", re.I)
_STATES = re.compile(
    r"\b(?:b?rag|rat(?:ed|ing)|status|state|response|direction|trend|outcome|result|position|met|"
    r"kept|progress|priority|now|assurance|opinion|grade)\b",
    re.I,
)
_BEFORE = re.compile(r"\b(?:previous|last|prior|before)\b", re.I)
Move = tuple[int, re.Pattern[str]]
_MOVES: tuple[Move, ...] = (
    (
        -1,
        re.compile(r"\b(?:(?:got|gone|become|getting) )?worse\b|\bworsen\w+|\bdeteriorat\w+", re.I),
    ),
    (1, re.compile(r"\b(?:(?:got|become|getting) )?better\b|\bimprov(?:ed|ing)\b", re.I)),
)
"""Which way a colour went."""
_RANKS = {"red": 0, "amber": 1, "green": 2}
_DENIES = r"\b(?:not|never|\w+n['’]t)(?: yet| been)*\s+"
_CLAUSE = re.compile(r"[;:,.(–]")
_PERIOD = re.compile(
    r"\b(?:q(?:uarter)? ?[1-4]|\d{4}[-/]\d{2,4}|since (?:the )?(?:last|previous) \w+)\b", re.I
)
_ANY = frozenset(tokens(
    "measure measures indicator indicators kpi kpis action actions risk risks target targets "
    "performance item items thing things area areas recommendation recommendations list name "
    "rated rating ratings status flagged marked running currently still now many their since"
))  # fmt: skip
"""Words for what rows are, and for what is said of them."""
NEAR = 0.6
"""Of the best evidence's score that a row must have, for its table to be what is meant."""
ROWS = 3
"""With fewer rows there is no list to choose from."""
BRIEF = 3
"""Words of a state, at most."""
ROW = 25
"""Words that each row is told in, at least."""


def rated(
    found: Found, question: str, papers: Mapping[str, PaperRecord],
    passages_of: Callable[[str], Sequence[Passage]], *, words: int,
) -> list[Told]:  # fmt: skip
    """The rows that a question asks for, in about so many words; none if it asks for none.
    `passages_of` gives every passage of a paper, by its id."""
    if not _ASKS.search(question) or not found.evidence:
        return []
    for passage in _tables(found, papers):
        for rows, chosen in _lists(passage, passages_of(passage.paper), question, found):
            if chosen:
                quotations, told = _quoted(chosen, question, words)
                counted = told < len(chosen) or COUNTS.search(question)
                return [Told(quotations, f"{len(chosen)} of {len(rows)} rows" if counted else "")]
    return []


def _lists(
    passage: Passage, others: Sequence[Passage], question: str, found: Found
) -> Iterator[tuple[list[Row], list[Row]]]:
    """The rows of all tables of a paper with the columns that may be meant, and those asked for."""
    headers = _of_states(headers_of(passage), question)
    moves = [move for move in _MOVES if move[1].search(question)]
    if len(moves) == 1 and len(headers) > 1:
        now, before = _two_editions(headers)
        rows = rows_in(p for p in others if {now, before} <= set(headers_of(p)))
        yield rows, _moved(rows, now, before, question, found, move=moves[0])
    for header in headers:
        rows = rows_in(p for p in others if header in headers_of(p))
        yield rows, _chosen(rows, header, question, found)


def _two_editions(headers: Sequence[str]) -> tuple[str, str]:
    """Of columns of states that of now, and that of before."""
    now = next((h for h in headers if OF_NOW.search(h)), headers[0])
    rest = [h for h in headers if h != now]
    return now, next((h for h in rest if _BEFORE.search(h)), rest[0])


def _moved(
    rows: Sequence[Row], now: str, before: str, question: str, found: Found, *, move: Move
) -> list[Row]:
    """The rows whose colour went the way that the question asks for."""
    way, words = move
    rest = _rest(words.sub(" ", question), [now, before])
    return [
        row for row in rows
        if (new := _RANKS.get(_state(row.under(now)))) is not None
        and (old := _RANKS.get(_state(row.under(before)))) is not None
        and (new - old) * way > 0 and _is_of(row, rest, found)
    ]  # fmt: skip


def _tables(found: Found, papers: Mapping[str, PaperRecord]) -> list[Passage]:
    """A passage of each table that was found for a question, the likeliest first; of one table in
    several papers of a council the newest, where no day is asked about."""
    best = found.evidence[0].score
    near = [
        e.unit.passage
        for e in found.evidence
        if e.unit.kind == "row" and e.unit.passage.headers and e.score >= NEAR * best
    ]
    tables: dict[tuple[str, ...], Passage] = {}
    dated = bool(found.scope.since or found.scope.preferred)
    for passage in near:
        paper = papers[passage.paper]
        key = (paper.council, passage.headers, passage.paper if dated else "")
        kept = tables.setdefault(key, passage)
        if (paper.date or "") > (papers[kept.paper].date or ""):
            tables[key] = passage
    return list(tables.values())


def _of_states(headers: Sequence[str], question: str) -> list[str]:
    """The headers of columns of states, those with words of the question first, then those of no
    time before, that of now, the later ones."""
    asked = set(tokens(question)) - _ANY
    return sorted(
        (header for header in headers[::-1] if _STATES.search(header)),
        key=lambda header: (
            -len(asked & set(tokens(header))),
            bool(_BEFORE.search(header)),
            not OF_NOW.search(header),
        ),
    )


def _chosen(rows: Sequence[Row], header: str, question: str, found: Found) -> list[Row]:
    """The rows with the state under a header that the question names; none where what else it says
    is said of a row half by itself and half by what stands over it, which may be chance."""
    states = {_state(row.under(header)) for row in rows} - {""}
    if len(rows) < ROWS or not all(map(_is_state, states)):
        return []
    named = _named(question, states)
    rest = _rest(question, [*named, header])
    fit = [row for row in rows if _state(row.under(header)) in named]
    return [row for row in fit if _is_of(row, rest, found)]


def _state(cell: str) -> str:
    """The state that a cell opens with: "Late; now December 2024" is "late", "R" is "red"."""
    return rating_name(" ".join(_CLAUSE.split(cell)[0].split()))


def _is_state(state: str) -> bool:
    return len(state.split()) <= BRIEF and not any(map(str.isdigit, state))


def _named(question: str, states: set[str]) -> set[str]:
    """The states that a question names and does not deny: "partly accepted" is not "accepted"."""
    longest = "|".join(map(re.escape, sorted(states, key=len, reverse=True)))
    rule = rf"(?P<denied>{_DENIES})?(?<!\w)(?P<state>{longest})(?!\w)"
    found = re.finditer(rule, question.casefold()) if states else ()
    return {one["state"] for one in found if not one["denied"]}


def _rest(question: str, said: Sequence[str]) -> set[str]:
    """The question's words but for those, its days and what rows are called."""
    for day in reversed(dates_in(question)):
        question = question[: day.start] + question[day.end :]
    asked = set(tokens(_PERIOD.sub(" ", question)))
    return asked - STOP_TERMS - _ANY - set(tokens(" ".join(said)))


def _is_of(row: Row, rest: set[str], found: Found) -> bool:
    """Whether all of these words, or the papers' words for them, are said of a row, or over it."""
    passage, meanings = row.unit.passage, found.weighed.meanings
    for text in (f"{passage.breadcrumb} {passage.headers}", row.unit.text):
        held = set(tokens(text))
        if all(term in held or meanings.get(term, frozenset()) & held for term in rest):
            return True
    return False


def _quoted(rows: Sequence[Row], question: str, words: int) -> tuple[list[Quotation], int]:
    """As many of the rows as fit, as quotations, and how many these are."""
    each = max(words // len(rows), ROW)
    quotations: list[Quotation] = []
    used = 0
    for told, row in enumerate(rows):
        pieces = quoted_row(row.unit, question, words=each)
        used += sum(piece.words + MARK for piece in pieces)
        if quotations and used > words:
            return quotations, told
        quotations += pieces
    return quotations, len(rows)
