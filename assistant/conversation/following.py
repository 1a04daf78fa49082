"""A follow-up becomes a question that stands alone, and what it took from before is listed.

Few forms cover what people type. "And in October?", "what about Oxton?" put a date or a council in
the place of the one before. "By when?", "who leads on that?" keep their own words, and what they
are about follows after a colon: the search and the reader take "who leads on that: life story work"
as well as a sentence, and a person sees at once what was understood.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from assistant.conversation.leaning import Opened, leaning, names_in, opened
from assistant.conversation.stepping import last_date, months_dated, stepped
from assistant.conversation.topic import (
    BODIES,
    joined,
    named_in,
    phrase_of,
    tells,
    undated,
    words_of,
)
from assistant.conversation.turns import Carried, Followed, Turn
from assistant.question import named_places, places_of
from corpus.dates import Days, dates_in, written_out
from index.attribution import place_of
from index.catalogue import PaperRecord
"""(prototype)"""
import os
OPT=os.environ.get

_CODE = re.compile(r"\b(?=\w*\d)(?:[A-Z]{1,2}\d+[A-Z]?|\d+[A-Z]|\d+\.\d+)\b")
_MEETING = re.compile(r"\b(?:vote[ds]?|voting|carried|lost|moved|second(?:ed)?|motion|amendment|resolve[ds]?|decide[ds]?|agreed?)\b", re.I)
_ELLIPTIC = re.compile(r"^(?:why|how come|which(?: ones?)?|what ones?|who|when|where|how many|how much|from when|"
                       r"for how long|how long|until when|since when)\W*$", re.I)
_PERSON = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.I)
_NAMED = re.compile(r"\b[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+){1,3}")
_NOT_PERSON = BODIES | frozenset("service services children director head executive officer borough assistant trust improvement plan report".split())
_THING = re.compile(r"^\W*(?:which|who|what)\b", re.I)


def follow(question: str, before: Sequence[Turn], papers: Sequence[PaperRecord], *,
           dropped: Collection[str] = ()) -> Followed:
    places = places_of(papers)
    here = opened(question)
    named = named_places(here.text, places)
    if not before or here.reset:
        return _alone(here.text if here.reset else " ".join(question.split()), places)
    lean = leaning(here, tuple(named.values()))
    if lean == "alone":
        return _alone(question if not here.joined else here.text, places)
    last = before[-1]
    found = (_replaced(here, before, named, places, papers, dropped) or
             _appended(here, before, named, places, papers, dropped))
    return Followed(found.question, found.carried, found.about, lean == "leans")


def _alone(text, places):
    named = named_places(text, places)
    return Followed(text, (), tuple(filter(None, [phrase_of(undated(text), named.values())])))


def _anchor(last: Turn):
    said = last_date(last.followed.question)
    if said: return said
    day = last.answer.citations[0].meeting_date if last.answer.citations else None
    return (Days(day, day, 0, 0), "") if day else (None, "")


def _meetings(last, papers):
    c = last.answer.citations
    if not c: return sorted({p.date for p in papers if p.date})
    return sorted({p.date for p in papers if p.date and p.council == c[0].council and p.committee == c[0].committee})


def _replaced(here, before, named, places, papers, dropped):
    last = before[-1]
    base = last.followed.question
    anchor, form = _anchor(last)
    text = here.text
    dated = stepped(text, anchor, form, _meetings(last, papers))
    if not form and re.search(r"\byear\b", text): dated = text
    rest = undated(dated)
    for w in named.values(): rest = rest.replace(w, " ")
    own = [w for w in words_of(rest) if w.lower() not in ("council","council's")]
    wh = re.search(r"\b(?:who|what|which|when|why|how|is|was|were|are|did|does|do|has|had|have)\b", re.sub(r"\b(what|how) about\b","",rest), re.I)
    if "about" in dropped or wh: return None
    code = _CODE.findall(rest)
    if len(code) == 1 and len(own) <= 2:
        for turn in reversed(before):
            old = [c for c in _CODE.findall(opened(turn.asked).text) if _shape(c) == _shape(code[0])]
            if old:
                return _whole(re.sub(rf"\b{re.escape(old[-1])}\b", code[0], turn.followed.question), turn, places, dropped)
    if own: 
        prep = re.match(r"^(in|by|for|at|on|with|within|from|under|outside|inside|over|after|before)\b ", rest, re.I)
        if not prep or "?" in base[:-1] : return None
        tail = re.search(rf"\s{prep[1]} (?:\w+ ?){{1,4}}\?*$", base, re.I)
        stem = base[:tail.start()] if tail else base.rstrip("? .")
        if ":" in base: return None
        return _whole(f"{stem} {dated.rstrip('? .')}?", last, places, dropped)
    new = dates_in(dated)
    whole = base
    if named:
        mine = named_places(base, places)
        place = next(iter(named))
        whole = re.sub("|".join(re.escape(w) for w in mine.values()), place, base) if mine else f"{base.rstrip('? .')} in {place}?"
        if not new:
            whole = _undate_elsewhere(whole, places[place], papers)
    if new:
        put = dated[new[-1].start:new[-1].end]
        old = dates_in(whole)
        if old:
            whole = whole[:old[-1].start] + put + whole[old[-1].end:]
        else:
            whole = f"{whole.rstrip('? .')} in {put}?"
    if not named and not new:
        if not re.search(r"\byear\b", text): return None
        whole = f"{base.rstrip('? .')}, {text.rstrip('? .')}?"
    return _whole(whole, last, places, dropped)


def _undate_elsewhere(whole, councils, papers):
    for d in dates_in(whole):
        if not any(p.council in councils and p.date and d.since <= p.date <= d.until for p in papers):
            rest = undated(whole)
            return rest if rest.endswith("?") else rest.rstrip() + "?"
    return whole


_VERBS = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how|is|was|were|are|did|does|do|has|had|have|can|could|will|would|should)\b", re.I)
def _fragment(text): return not _VERBS.search(text)


def _shape(code): return re.sub(r"[A-Z]", "A", re.sub(r"\d+", "9", code))


def _whole(text, last, places, dropped):
    text = re.sub(r"\s+([?.,])", r"\1", text)
    f = _alone(text, places)
    topic = (f.about[0],) if f.about else ()
    if ":" in text: f = Followed(f.question, (), last.followed.about)
    return Followed(f.question, (Carried("about", ", ".join(f.about)),), f.about)


def _appended(here, before, named, places, papers, dropped):
    last = before[-1]
    anchor, form = _anchor(last)
    text = months_dated(here.text, anchor) if anchor else here.text
    text = text.rstrip("? .:")
    carried = []
    if not named and "council" not in dropped and len(places) > 1:
        place = _council(last, places)
        if place: carried.append(Carried("council", place))
    about = () if "about" in dropped else last.followed.about
    who = _who(before) if _PERSON.search(text) and "who" not in dropped else ""
    if who: carried.append(Carried("who", who))
    own_dates = dates_in(text)
    if not own_dates and "when" not in dropped:
        when = ""
        if OPT("DATE","1") in "12" and _MEETING.search(text) and last.answer.citations:
            when = written_out(last.answer.citations[0].meeting_date)
        elif _ELLIPTIC.match(text) and OPT("ELL","1")=="1":
            ds = last_date(last.followed.question)
            when = ds[1] if ds else ""
        if when: carried.append(Carried("when", when))
    named_thing = ()
    if OPT("NAMED","0")=="1" and _THING.match(opened(last.asked).text) and re.search(r"\b(it|they|that|them|this|its)\b", text):
        w = named_in(last.answer, last.followed.question, most=int(OPT("NMOST","6")))
        named_thing = (w,) if w else ()
    if about or named_thing: carried.append(Carried("about", ", ".join(named_thing + about)))
    order = {"who":0,"about":1,"council":2,"when":3}
    tail = ", ".join(c.words for c in sorted(carried, key=lambda c: order[c.what]))
    q = f"{text}: {tail}?" if tail else f"{text}?"
    own = phrase_of(undated(text), named.values())
    telling = [w for w in words_of(own) if w.lower() not in BODIES]
    if len(telling) < 2 and not here.joined or _fragment(text) and not here.joined: own = ""
    return Followed(q, tuple(carried), joined(own, named_thing + about))


def _council(last, places):
    named = named_places(last.followed.question, places)
    if named: return next(iter(named)) if len(named) == 1 else ""
    councils = {c.council for c in last.answer.citations}
    if OPT("COUNCIL","1")=="0": return ""
    return place_of(councils.pop()) if len(councils) == 1 and "" not in councils else ""


def _who(before):
    for turn in reversed(before):
        texts = [turn.asked[1:], *(c.quote for c in turn.answer.citations[:1])]
        for t in texts:
            for m in _NAMED.findall(t):
                if not {w.lower() for w in m.split()} & _NOT_PERSON: return m
    return ""
