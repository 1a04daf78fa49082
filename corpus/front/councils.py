"""Which council a paper is of: as it names itself, or the place where no council is named.

Evidence, strongest first: the council's name alone on a line of the header, or in the page title of
a web page; a folder or file named by the place; e-mail addresses; how often the name is printed. A
council named only in passing (a peer reviewer, a neighbour) is not taken for the paper's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from corpus.front.authorities import TYPES
from corpus.front.committees import meeting_named
from corpus.front.facts import Fact
from corpus.front.header import TOP
from corpus.front.mentions import (
    HEADED,
    NO_PLACE,
    TYPED,
    UNTYPED,
    WORDS,
    Mentions,
    council_on,
    is_council,
    words_of,
)
from corpus.paper import Line

_KINDS = frozenset(
    re.findall(
        r"\w+", "county city borough district metropolitan royal london unitary council of the and"
    )
)
_KIND_ALONE = re.compile(rf"(?:{TYPES} )*Council")
"""The second line of a masthead that gives the place a line of its own."""
PLACE_WORDS = 3
"""Words of a folder that may be a place's name."""
NEAR = 12
"""Weight of a folder or file named by the place."""
LEAST = 3
"""Weight that a name must have: one mention in the text is somebody else's."""


def council_of(
    lines: Iterable[Line], *, document: str, folders: Sequence[str] = (), file_title: str = ""
) -> Fact | None:
    """The council whose paper it is, or None if nothing says. `folders` are nearest first."""
    seen = Mentions()
    above = ""
    for number, line in enumerate(lines):
        for text in line.cells or (line.text,):
            seen.read(text, alone=number < TOP)
        whole = f"{above} {line.text}"
        if number < TOP and _KIND_ALONE.fullmatch(line.text) and council_on(whole) == whole:
            seen.add(whole, HEADED, "front matter", whole)
        above = line.text
    ending = re.split(r"\s[-–|]\s", file_title)[-1].strip()
    if is_council(ending):
        seen.add(ending, HEADED, "document properties", file_title)
    for folder in folders:
        if is_council(name := _folder_name(folder)):
            seen.add(name, HEADED, "folder", folder)
    return _best(seen, document, folders)


def _best(seen: Mentions, document: str, folders: Sequence[str]) -> Fact | None:
    known, folder = _council_folder(folders)
    places = {known: folder} if known else _places(seen, [document, *folders])
    scores = _scored(seen, known, places)
    best = max(scores, key=lambda n: (scores[n], len(n)), default="")
    place = max(places, key=lambda w: seen.capital[w], default="")
    own = seen.hints.kind_at(place) if place else ""
    sure = best and scores[best] >= LEAST + NEAR * _named_by(best, places)
    if sure and not (known and own and UNTYPED.fullmatch(best)):
        return Fact(best, *seen.printed[best])
    typed = [n for n in scores if _named_by(n, places) and TYPED.fullmatch(n)]
    if typed:
        name = max(typed, key=lambda n: scores[n])
        return Fact(name, *seen.printed[name])
    if own:
        return Fact(f"{place.title()} {own} Council", "text", seen.hints.words[own])
    if not place:
        return None
    return Fact(place.title(), "file name" if places[place] == document else "folder",
                places[place])  # fmt: skip


def _places(seen: Mentions, paths: Sequence[str]) -> dict[str, str]:
    """Words of the file's and folders' names that the paper uses as a place's, and where they
    stand."""
    words = ((w.lower(), path) for path in reversed(paths) for w in WORDS.findall(path.title()))
    return {word: path for word, path in words if seen.is_place(word)}


def _scored(seen: Mentions, known: str, places: Mapping[str, str]) -> dict[str, int]:
    """The weight of each name that may be the council's. What only looks like a name ("the Budget
    County Council") hints at the council's kind."""
    scores = {}
    for name, count in seen.names.items():
        if not seen.stands(name):
            if match := TYPED.fullmatch(name):
                seen.hints.add(match[2].strip(), count, seen.printed[name][1])
        elif not known or _named_by(name, [known]) or count > NEAR:
            near = NEAR * _named_by(name, places)
            scores[name] = count + near + _hosted(name, seen.hosts)
    return scores


def _council_folder(folders: Sequence[str]) -> tuple[str, str]:
    """The place that a folder is named by, and the folder, where papers lie in
    council/committee/date; ("", "") where they do not."""
    for inner, outer in pairwise(folders):
        words = [w for w in re.findall(r"[a-z]+", outer.lower()) if w not in _KINDS]
        place = bool(words) and len(words) <= PLACE_WORDS and not NO_PLACE.intersection(words)
        if place and not re.search(r"\d", outer) and meeting_named(_folder_name(inner)):
            return " ".join(words), outer
    return "", ""


def _folder_name(folder: str) -> str:
    return folder.replace("_", " ").replace("-", " ").title().replace(" Of ", " of ")


def _named_by(name: str, places: Iterable[str]) -> bool:
    """Whether a council's name has all the words of one of the places."""
    return any(words and words <= words_of(name) for words in map(words_of, places))


def _hosted(name: str, hosts: Counter[str]) -> int:
    """Addresses at the council's own host, which begins like its name."""
    first = re.sub(r"\W", "", name.split(maxsplit=1)[0].lower())
    return sum(5 * n for host, n in hosts.items() if first.startswith(host[:4]))
