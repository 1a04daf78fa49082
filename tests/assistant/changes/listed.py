"""Changes as told held against a list made by reading both papers, a line a sentence or cell.

The matching rule: a line is found where one change, or two of one side each, have its words; a fact
is found in such a change. A change that no line has the words of is invented, and so is a figure,
date or name that no line of its change lists, but for what a reader may or may not count ("maybe").
"""

import re
from dataclasses import dataclass, field


@dataclass
class Score:
    missed: list = field(default_factory=list)
    invented: list = field(default_factory=list)
    facts_missed: list = field(default_factory=list)
    facts_invented: list = field(default_factory=list)


def score(changes, lines):
    told = Score()
    lines_of = {id(change): [] for change in changes}
    for line in lines:
        hits = [change for change in changes if stands_in(line, change)]
        for change in hits:
            lines_of[id(change)].append(line)
        was = not line.get("was") or any(holds(line["was"], quote(c.old)) for c in hits)
        now = not line.get("now") or any(holds(line["now"], quote(c.new)) for c in hits)
        if not (hits and was and now):
            told.missed.append(line)
        told.facts_missed += [(line, fact) for fact in line.get("facts", [])
                              if not any(is_told(fact, c.facts) for c in hits)]  # fmt: skip
    for change in changes:
        if not lines_of[id(change)]:
            told.invented.append((quote(change.old), quote(change.new)))
        told.facts_invented += [f for f in change.facts if not is_listed(f, lines_of[id(change)])]
    return told


def quote(side):
    return side.quote if side else ""


def stands_in(line, change):
    """Whether a change has a line's words, in the row and column that the line names."""
    side = change.new or change.old
    if line.get("column"):
        if plain(side.block.row) != plain(line["at"]) or change.name != line["column"]:
            return False
    elif change.what == "cell":
        return False
    return holds(line.get("was"), quote(change.old)) or holds(line.get("now"), quote(change.new))


def holds(words, told):
    """Whether the words are part of what is told, or this a good part of them."""
    words, told = plain(words or ""), plain(told)
    return bool(words) and (words in told or (len(told) > 3 and told in words))


def is_told(fact, facts):
    kind, was, now = fact
    return any(f.kind == kind and plain(was) in plain(f.was) and plain(now) in plain(f.now)
               for f in facts)  # fmt: skip


def is_listed(fact, lines):
    facts = [listed for line in lines for listed in line.get("facts", [])]
    maybe = {plain(name) for line in lines for name in line.get("maybe", [])}
    return all(
        not value or plain(value) in maybe
        or any(f[side] and plain(f[side]) in plain(value) for f in facts)
        for side, value in ((1, fact.was), (2, fact.now))
    )  # fmt: skip


def plain(text):
    for curly, straight in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"')):
        text = text.replace(curly, straight)
    return re.sub(r"\s+", " ", text).strip().casefold()
