"""Whether a drawn line goes on with the paragraph above it, or opens one of its own.

A line goes on unless something says otherwise: a printed number that can come next, a bullet, white
space after a full stop, a change from bold to plain. Over a page's end it goes on where a sentence
was cut.
"""

from __future__ import annotations

import re

from corpus.paper import Line
from corpus.prose.joined import Paragraph, Seen, is_filled
from corpus.prose.lists import NEAR, opens_list
from corpus.prose.numbering import Label, follows, is_next
from corpus.prose.people import goes_on_naming
from corpus.prose.questions import opens_question
from corpus.prose.titles import FULL, could_head, is_caption, stands_over
from corpus.prose.votes import closes, goes_on_with, is_outcome, opens_side
from corpus.resolutions import DECISION, is_resolution

_ITEM = re.compile(r"\((?:agenda )?items? (?:no\.? )?[\w.]{1,6}\)", re.I)
"""Stands alone under a minute's heading: the agenda item it was."""
HEADED = 14
"""Words of a bold line that is set over plain text; a numbered one, as minutes print a whole
report's title, may have twice that."""
TITLE = 4
"""Words of a line below white space that is a title, not the end of the line above."""
_ENDED = re.compile(r"[.:;!?][\"'”’)\]]*$")


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence or a lead-in does."""
    return bool(_ENDED.search(text))


def goes_on(current: Paragraph, line: Line, label: Label | None, seen: Seen) -> bool:
    """Whether a line, which opens with `label` if with any, goes on with the paragraph above."""
    if _is_apart(current, line):
        return False
    ended = is_ended(current.text)
    if label is not None:
        return not (line.gap or line.whole or ended) and not _opens(label, seen, current, line)
    if opens_side(current.line.text):
        return not closes(current.text) and goes_on_with(current.text, line.text)
    if _stands_alone(current, line):
        return False
    if line.gap or line.page != current.last.page:
        named = not (current.line.bold or line.bold) and goes_on_naming(current.text, line.text)
        return named or (_hangs_on(current, line) if ended else _cut(current, line))
    return not _is_headed(current, line)


def _is_apart(current: Paragraph, line: Line) -> bool:
    """Whether what the lines are, whatever they say, keeps them apart."""
    if current.is_row or line.role != "text" or current.line.role == "heading":
        return True
    if _is_item(current):
        return line.gap or not (line.bold and current.last.bold and is_filled(current))
    if ("struck out" in line.marks) == ("struck out" in current.last.marks):
        return False
    # A line is marked for one struck word; a text struck whole ends where a line does.
    return line.gap or is_ended(current.text) or not is_filled(current)


def _stands_alone(current: Paragraph, line: Line) -> bool:
    """Whether a line is a vote's or opens what was resolved, is "(Item 7)" between a minute's
    heading and its text, follows who asks whom, is in bold below one that was not filled, or is
    told by its file as a paragraph."""
    if opens_side(line.text) or is_outcome(line.text) or (line.gap and is_resolution(line.text)):
        return True
    if DECISION.fullmatch(line.text) and (current.label or is_ended(current.text)):
        return True
    item = _ITEM.fullmatch(line.text) or _ITEM.fullmatch(current.text)
    in_bold = line.bold and not current.last.bold
    in_bold = in_bold and (len(current.last.text) < FULL or _is_title(current))
    told = line.whole and not line.gap and _is_told(current, line)
    return bool(item) or in_bold or told or (line.gap and opens_question(current.text))


def _is_told(current: Paragraph, line: Line) -> bool:
    """Whether two lines that the file keeps apart are not both short, as the fields of a header
    are, or a field and its value, nor halves of a sentence."""
    short = max(len(current.last.text), len(line.text)) < FULL and not is_ended(current.text)
    return not (short or line.text[:1].islower() or goes_on_naming(current.text, line.text))


def _is_item(current: Paragraph) -> bool:
    """Whether it is an agenda item's or a minute's number over its title."""
    label = current.label
    return label is not None and label.style == "item" and could_head(label.rest)


def _is_title(current: Paragraph) -> bool:
    """Whether it is one line, a number and a title."""
    label = current.label
    one = current.line is current.last and label is not None and label.style in ("number", "dotted")
    return one and label is not None and bool(label.rest) and could_head(label.rest)


def _hangs_on(current: Paragraph, line: Line) -> bool:
    """Whether the first line of a page goes on with the item that the page before ended in: both
    stand as far in, further than the item's number, and its last line was filled."""
    last = current.last
    return (
        current.label is not None
        and line.page == (last.page or 0) + 1
        and not (line.gap or line.bold or is_caption(line.text))
        and last.indent > current.line.indent + NEAR
        and abs(line.indent - last.indent) <= NEAR
        and is_filled(current)
    )


def _is_headed(current: Paragraph, line: Line) -> bool:
    """Whether a line stands over another as its heading: bold over plain, or short over full. A
    bullet stands over nothing, nor does half a sentence."""
    if line.bold or (current.label and current.label.style == "bullet") or line.text[:1].islower():
        return False
    if not current.line.bold:
        title = current.label.rest if current.label else current.text
        one = current.line is current.last and current.line.gap
        return one and stands_over(current.line, line, title=title)
    words = len(current.text.split())
    return words <= HEADED * (2 if current.label and current.label.style == "number" else 1)


def _cut(current: Paragraph, line: Line) -> bool:
    """Whether white space or a page's end fell inside a sentence."""
    words = len(current.text.split())
    if current.last.bold or (line.gap and _is_title(current) and line.text[:1].isupper()):
        return False
    if line.text[:1].islower():
        return words > 3
    if line.whole and len(line.text.split()) <= TITLE and could_head(line.text):
        return False
    if len(current.last.text) >= FULL and not line.bold:
        return True
    whole = len(line.text.split()) > 10 or is_ended(line.text)
    return whole and words > (20 if current.label and current.label.style == "bullet" else 12)


def _opens(label: Label, seen: Seen, current: Paragraph, line: Line) -> bool:
    """Whether a label at a line's start, mid-sentence, is a label and not a figure of the text."""
    if label.style == "bullet":
        listed = current.label is not None and current.label.style == "bullet"
        return label.form != "–" or listed or opens_list(current.text)
    if label.style == "letter":
        return current.label is not None or opens_list(current.text)
    if not label.rest:
        return False
    if label.style == "number" and (seen.expects(label) or _is_set_off(label, current, line)):
        return True
    # In a line filled to the margin "4." ends a sentence and "3.5" is a figure, unless it is due.
    if is_filled(current):
        return is_next(label, seen.numbers)
    return follows(label, seen.numbers)


def _is_set_off(label: Label, current: Paragraph, line: Line) -> bool:
    """Whether a number opens a count: "1." below a line that opens a list, or any over a sentence
    or title below a line that was not filled."""
    if label.numbers == (1,) and opens_list(current.text):
        return True
    said = label.rest[:1].isupper() and len(label.rest.split()) > 2
    return said and not is_filled(current)
