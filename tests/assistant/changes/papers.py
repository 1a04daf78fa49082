"""Made-up papers for the tests of comparing: each block from where it stands in the text."""

import re

from corpus.paper import Block, Meeting, Paper


def paper(*blocks, id="update"):
    """A paper of these blocks: a text alone is a paragraph, numbered if it begins with a number."""
    text, made = "", []
    for block in blocks:
        fields = {"kind": "paragraph"} | ({"text": block} if isinstance(block, str) else block)
        number = re.match(r"\d+(?:\.\d+)+(?= )", fields["text"])
        fields = {"paragraph": number[0] if number else ""} | fields
        start = len(text)
        text += fields["text"] + "\n"
        made.append(Block(**fields, start=start, end=start + len(fields["text"])))
    return Paper(id, id, "Update", "report", "public", Meeting(), text=text, blocks=tuple(made))


def row(*cells, headers=(), **fields):
    return {"kind": "table row", "text": "\t".join(cells), "cells": cells, "row": cells[0],
            "headers": headers, "table": 1, **fields}  # fmt: skip


def told(comparison):
    """Each change as (old words, new words)."""
    return [(c.old.quote if c.old else "", c.new.quote if c.new else "")
            for c in comparison.changes]  # fmt: skip
