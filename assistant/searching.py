"""A search as the doors run it: words in, ranked passages out; a sentence if there are no words."""

from __future__ import annotations

from assistant.asking.typed import typed
from corpus.paper import Access
from index import search as finding
from index.library import Library
from index.reranking import FIRST, reread
from index.search import Hit, Scope


def search(
    library: Library, words: str, *,
    scope: Scope = Scope(), shelves: tuple[Access, ...] = ("public",), k: int = 20,
) -> list[Hit]:  # fmt: skip
    """The k passages nearest to the words, best first.

    Raises QuestionError, as an empty question does, where there is no word in them.
    """
    words = typed(words, otherwise="Type what to look for: there were no words in it.")
    hits = finding.search(library, words, scope=scope, shelves=shelves, k=max(k, FIRST))
    return reread(hits, words, library.reader)[:k]
