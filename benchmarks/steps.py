"""Our steps, each taken away: a search without its breadcrumb, without its words, and so on.

A step is taken away by putting another value in a module's place while the questions are asked, so
that the product needs no switches for what nobody would switch off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import assistant.assistant
import assistant.finding.evidence
import assistant.fitted
import index.search
from index.kept.lexicon import Lexicon
from index.kept.shelves import Shelf


@dataclass(frozen=True, slots=True)
class Step:
    """What is put in place of what: names in index.search, in assistant.finding.evidence, in
    assistant.fitted and in assistant.assistant, whether the shelf forgets its acronyms and the
    parts of long passages, and which of the models are there: the encoder that ships or the plain
    one, and the reader. `of_papers`: it does nothing for texts that came in no paper."""

    search: Mapping[str, Any] = field(default_factory=dict)
    evidence: Mapping[str, Any] = field(default_factory=dict)
    fitted: Mapping[str, Any] = field(default_factory=dict)
    answering: Mapping[str, Any] = field(default_factory=dict)
    acronyms: bool = True
    parts: bool = True
    encoder: bool = True
    reader: bool = True
    of_papers: bool = False

    @property
    def of_models(self) -> bool:
        """Whether a model is taken away, or nothing."""
        return not (self.encoder and self.reader) or self == WHOLE

    def shelf(self, shelf: Shelf) -> Shelf:
        """The shelf as it is without this step."""
        if not self.acronyms:
            shelf = replace(shelf, lexicon=Lexicon(shelf.lexicon.words))
        return shelf if self.parts else replace(shelf, vectors=shelf.vectors.of_wholes())

    @contextmanager
    def taken_away(self) -> Iterator[None]:
        """While inside, the step is not there."""
        with (
            changed(index.search, self.search),
            changed(assistant.finding.evidence, self.evidence),
            changed(assistant.fitted, self.fitted),
            changed(assistant.assistant, self.answering),
        ):
            yield


WHOLE = Step()
STEPS: Mapping[str, Step] = {
    "the breadcrumb in the word leg": Step({"CRUMB_WEIGHT": 0.0}),
    "the vector leg": Step({"VECTOR_SHARE": 0.0}),
    "the word leg": Step({"VECTOR_SHARE": 1.0}),
    "the parts of long passages": Step(parts=False),
    "acronyms": Step(acronyms=False),
    "lay words": Step({"official_words": lambda _: []}, {"meanings_of": lambda _: {}}),
    "preferring the dates named": Step({"DATE_BONUS": 0.0}, of_papers=True),
    "boilerplate last": Step({"BOILERPLATE_SHARE": 1.0}, of_papers=True),
    "copies as one hit": Step({"_collapsed": lambda hits, _: list(hits)}),
    "the order of best units": Step(fitted={"ORDER_READ": 0.0, "ORDER_PLAIN": 0.0}, of_papers=True),
    "the register": Step(
        answering=dict.fromkeys(("registered", "rated"), lambda *_, **__: []), of_papers=True
    ),
    "the reader": Step(reader=False),
    "the trained encoder": Step(encoder=False),
    "both models": Step(encoder=False, reader=False),
}


@contextmanager
def changed(module: Any, values: Mapping[str, Any]) -> Iterator[None]:
    """While inside, a module has these values. A misspelt name is an AttributeError, not a step
    that changes nothing."""
    before = {name: getattr(module, name) for name in values}
    try:
        for name, value in values.items():
            setattr(module, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(module, name, value)
