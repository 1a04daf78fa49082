"""What a shelf's papers say about words: their vocabulary and their acronyms.

Acronyms are read where a paper explains one, "Child Sexual Exploitation (CSE)" or "CSE (Child
Sexual Exploitation)", so that either form finds the other; one that no paper explains stands for
the names, written out more than once, whose initials it is, or for what councils mean by it. The
vocabulary mends a question's misspelt words. Both are of one shelf only: what an exempt paper says
never widens a public search.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import distance, process

_likeness = distance.DamerauLevenshtein.normalized_similarity
_WORD = re.compile(r"[a-z][a-z'-]+[a-z]")
_WHOLE_WORD = re.compile(r"[^\W\d_]{5,}")
SURELY = 0.84
"""Likeness of two spellings: one slip in seven letters ("adpotion"), none in shorter words."""
_ACRONYM = re.compile(r"\(([A-Z][A-Z&]{1,7}(?=s?\))|[A-Z][A-Za-z&]{1,7})s?\)")
_TAIL = re.compile(r"[\w&'’/-]*$")
_EXPLAINED = re.compile(r"(?<= )\(((?:[A-Z][\w'’-]+|and|of|for|the|in|&)(?: [\w'’&-]+){1,7})\)")
_BEFORE = re.compile(r"\b([A-Z][A-Z&]{1,7})s? $")
_SHORT = re.compile(r"(?<![\w/.&-])[A-Z](?:[a-z]?[A-Z]){1,5}(?<=\w{3})(?=s?(?![\w/.&-]))")
_SMALL_WORD = re.compile(r"(?<![\w.@/:&-])[a-z]{4,}(?![\w@/&-]|\.\w)")
"""A word in small letters, not part of an address ("anytown.gov.uk")."""
_SAID = re.compile(r"(?<!\w)[a-z]{3,6}(?!\w)")
_NAME = r"[A-Z][a-z’'-]+"
_NAMED = re.compile(
    rf"(?<![\w-]){_NAME}(?: (?:(?:of|for|and|the|in|to|on|with|&) ){{0,2}}{_NAME}){{1,5}}(?!-?\w)"
)
TWICE = 2
"""A name is written out at least so often, in passages, for an acronym to stand for it, and a word
in small letters to be a word and no slip of a name."""
_SMALL = {"and", "of", "for", "the", "in", "to", "on", "with", "&", "a", "at"}
_COUNCILS = {
    "pep": "personal education plan",
    "cla": "children looked after",
    "lac": "looked after children",
    "ehcp": "education health care plan",
    "eet": "education employment training",
    "neet": "not education employment training",
    "ifa": "independent fostering agency",
    "iro": "independent reviewing officer",
    "lado": "local authority designated officer",
    "mash": "multi agency safeguarding hub",
    "uasc": "unaccompanied asylum seeking children",
    "kpi": "key performance indicator",
    "mtfp": "medium term financial plan",
    "dsg": "dedicated schools grant",
    "sen": "special educational needs",
}
"""What councils mean by an acronym that no paper of theirs explains."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Built once a generation from its passages' texts, saved as one JSON file.

    `words` counts the texts each lower-case word stands in; `acronyms` gives, for a lower-case
    acronym, the phrases it was explained by, commonest first; `small` are the words printed
    in small letters, so that a place that is one ("Reading") can be told from it.
    """

    words: dict[str, int] = field(default_factory=dict)
    acronyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    small: frozenset[str] = frozenset()

    @classmethod
    def build(cls, texts: Iterable[str]) -> Lexicon:
        """Read the lexicon off the texts."""
        words: Counter[str] = Counter()
        phrases: dict[str, Counter[str]] = defaultdict(Counter)
        names: Counter[str] = Counter()
        shorts: set[str] = set()
        small: Counter[str] = Counter()
        said: set[str] = set()  # in small letters, so that it is a word: "RED" is red
        for text in texts:
            words.update(set(_WORD.findall(text.lower().replace("’", "'"))))
            for acronym, phrase in acronyms_in(text):
                phrases[acronym.lower()][phrase.lower()] += 1
            shorts.update(_SHORT.findall(text))
            small.update(set(_SMALL_WORD.findall(text)))
            said.update(_SAID.findall(text))
            names.update(set(_NAMED.findall(text)))
        for acronym, spelt_out in _unexplained(shorts, names).items():
            if acronym not in phrases and acronym not in said:
                phrases[acronym] = spelt_out
        acronyms = {a: tuple(p for p, _ in c.most_common(3)) for a, c in sorted(phrases.items())}
        in_small = frozenset(word for word, count in small.items() if count >= TWICE)
        return cls(dict(sorted(words.items())), acronyms, in_small)

    def spelt_out(self, word: str) -> tuple[str, ...]:
        """What an acronym, in lower case, stands for: by the papers, or by what councils mean; of
        several ("peps"), too. Nothing for any other word.

        >>> Lexicon().spelt_out("peps")
        ('personal education plan',)
        """
        for short in (word, word.removesuffix("s")):
            if known := self.acronyms.get(short, ()):
                return known
            if short in _COUNCILS:
                return (_COUNCILS[short],)
        return ()

    def spelt(self, text: str) -> str:
        """A question with its typing errors mended, for those who read it by meaning.

        Less is mended than for the word search, to which a word that no paper has is worth nothing:
        a model may know it. Words written as names stay.
        """
        words = text.split(" ")
        return " ".join(
            word if number and word[:1].isupper() else _WHOLE_WORD.sub(self._surely, word)
            for number, word in enumerate(words)
        )

    def _surely(self, match: re.Match[str]) -> str:
        word = match[0]
        found = self.mended(word.lower(), least=SURELY)
        return word if found == word.lower() else found

    def mended(self, word: str, *, least: float = 0.78) -> str:
        """The word, or where no paper has it the commonest of the words spelt most like it."""
        if word in self.words or word in self.acronyms or len(word) < 5 or not word.isalpha():
            return word
        near = process.extract(
            word, self.words.keys(), scorer=_likeness, limit=5, score_cutoff=least
        )
        best = max(near, key=lambda n: (round(n[1], 2), self.words[n[0]]), default=None)
        return best[0] if best else word

    def save(self, path: Path) -> None:
        """Write to one JSON file."""
        small = sorted(self.small)
        content = {"words": self.words, "acronyms": self.acronyms, "small": small}
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Lexicon:
        """Read back what `save` wrote."""
        content = json.loads(path.read_text(encoding="utf-8"))
        acronyms = {a: tuple(p) for a, p in content["acronyms"].items()}
        return cls(content["words"], acronyms, frozenset(content.get("small", ())))


def _unexplained(shorts: AbstractSet[str], names: Counter[str]) -> dict[str, Counter[str]]:
    """By each acronym in lower case, the names whose initials it is: the commonest, and those that
    are at least half as common."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name, count in names.items():
        words = name.removeprefix("The ").split()
        every = "".join(w[0].lower() if w.lower() in _SMALL else w[0] for w in words)
        great = "".join(w[0] for w in words if w.lower() not in _SMALL)
        for acronym in {every, every.upper(), great} & shorts:
            found[acronym.lower()][" ".join(words).lower().replace("’", "'")] += count
    return {
        acronym: Counter({n: c for n, c in counted.items() if c >= max(counted.values()) / 2})
        for acronym, counted in found.items()
        if max(counted.values()) >= TWICE
    }  # fmt: skip


def acronyms_in(text: str) -> list[tuple[str, str]]:
    """The acronyms a text explains, each with its phrase.

    >>> acronyms_in("a plan for Child Sexual Exploitation (CSE) and more")
    [('CSE', 'Child Sexual Exploitation')]
    """
    if "(" not in text:
        return []
    found = []
    for match in _ACRONYM.finditer(text):
        phrase = _phrase_for(match[1], _words_before(text, match.start()))
        if phrase:
            found.append((match[1], phrase))
    for match in _EXPLAINED.finditer(text):
        before = _BEFORE.search(text[max(0, match.start() - 12) : match.start()])
        if before and _phrase_for(before[1], match[1].split()) == match[1]:
            found.append((before[1], match[1]))
    return found


def _words_before(text: str, bracket: int) -> list[str]:
    """The words, eight at most, that stand before a bracket with nothing but spaces between.

    Looking back from the bracket is ten times as fast as looking for words that lead up to one.
    """
    words: list[str] = []
    if text[bracket - 1 : bracket] != " ":
        return words
    for word in reversed(text[max(0, bracket - 400) : bracket - 1].split(" ")):
        tail = _TAIL.search(word)
        if tail is None or not tail[0]:
            break
        words.insert(0, tail[0])
        if tail[0] != word or len(words) == 8:
            break
    return words


def _phrase_for(acronym: str, words: list[str]) -> str | None:
    """The shortest tail of the words whose initials spell the acronym, small words skipped or
    not."""
    letters = [c for c in acronym.upper() if c.isalpha()]
    for start in range(len(words) - 1, -1, -1):
        tail = words[start:]
        parts = [p for w in tail for p in re.split(r"[-/]", w) if p]
        initials = [p[0].upper() for p in parts]
        great = [p[0].upper() for p in parts if p.lower() not in _SMALL]
        if letters in (initials, great):
            return " ".join(tail)
    return None
