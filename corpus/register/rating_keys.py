"""What a paper's ratings mean, where it prints a key: a table of ratings and meanings, or words
("Blue means complete"). The same colour means other things in other papers, so none is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.paper import Paper
from corpus.register.columns import is_score

_COLOUR = r"(?:dark |light )?(?:blue|red|amber|green|yellow|grey|black)"
_RATED = rf"\b(?P<rating>{_COLOUR}|[0-5]|(?-i:[BRAG]))(?: \({_COLOUR}\))?"
_MEANS = re.compile(
    rf"{_RATED}\s*(?:means|indicates|denotes|signifies|=)\s*(?P<said>[^.;\n]+)", re.I
)
_KEYED = re.compile(
    rf"(?:^|[.;,])\s*{_RATED}(?:\s*[:–]|\s+-)?\s+(?P<said>(?-i:[a-z])[^.;\n]+)", re.I
)
"""What stands so after "Key:"."""
_BRACKETED = re.compile(rf"\b(?P<rating>[BRAG]|{_COLOUR}) \((?P<said>[a-z][^)]{{4,80}})\)")
_OF_RATINGS = re.compile(r"\b(?:rating|rated|b?rag|key|score)\b", re.I)
_LETTERS = {"b": "blue", "r": "red", "a": "amber", "g": "green"}


def rating_key(paper: Paper) -> Mapping[str, str]:
    """The meaning of each rating that the paper explains, as printed, by the rating in lower case;
    "g" and "green" are one."""
    key: dict[str, str] = {}
    for block in paper.blocks:
        cells = [cell for cell in block.cells if cell]
        over = " ".join((*block.headers, *block.section[-2:], block.lead_in))
        if len(cells) == 2 and is_score(cells[0]) and _OF_RATINGS.search(over):
            key.setdefault(rating_name(cells[0]), cells[1])
        elif not block.cells and block.kind != "heading" and _OF_RATINGS.search(block.text):
            *_, keyed = re.split(r"\bkey\b[^:]{0,40}:", block.text, maxsplit=1, flags=re.I)
            said = keyed if keyed != block.text else ""
            for pattern, text in ((_MEANS, block.text), (_BRACKETED, block.text), (_KEYED, said)):
                for found in pattern.finditer(text):
                    key.setdefault(rating_name(found["rating"]), found["said"].strip())
    return key


def rating_name(rating: str) -> str:
    """A rating in the one form that a key knows it by.

    >>> rating_name("G"), rating_name("Amber."), rating_name("2")
    ('green', 'amber', '2')
    """
    name = rating.strip(" .").casefold()
    return _LETTERS.get(name, name)
