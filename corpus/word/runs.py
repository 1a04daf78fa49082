"""What a reader sees of a paragraph in a Word file: its runs without what is hidden or deleted.

Changes that were tracked are read as if accepted: what was put in stays, what was taken out goes.
Struck-through words stay, because the page shows them, and are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = {f"{W}del", f"{W}moveFrom"}
_INSERTED = {f"{W}ins", f"{W}moveTo"}
_ELSEWHERE = {FALLBACK, f"{W}txbxContent"}
_OFF = {"0", "false", "off", "none"}
_SHOWN = {
    f"{W}t": "", f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"
}  # fmt: skip
_CALLS = (f"{W}footnoteReference", f"{W}endnoteReference")
_PLAIN_TABLES = {"TableGrid", "TableNormal"}
SMALLEST = 4
"""Half points: print less than 2 points high is a smudge."""
FAINT = 232
"""Of 255: a colour whose every part is lighter cannot be read on white paper."""


@dataclass(slots=True)
class Tally:
    """Places in which something was left out or is marked."""

    hidden: int = 0
    deleted: int = 0
    inserted: int = 0
    struck: int = 0

    def notes(self) -> Iterator[str]:
        """A line for each kind that was met."""
        for count, what in (
            (self.hidden, "hidden text left out"),
            (self.deleted, "text deleted by a tracked change left out"),
            (self.inserted, "text inserted by a tracked change read"),
            (self.struck, "struck-out text, kept and marked"),
        ):
            if count:
                yield f"{what} in {count} place{'s' * (count > 1)}"


class Words(NamedTuple):
    """One line of a paragraph, and whether a word of it is struck through."""

    text: str
    struck: bool


@dataclass(slots=True)
class Styles:
    """The styles of a file by their id."""

    elements: Mapping[str, Any]

    def chain(self, style: str) -> Iterator[Any]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while style and style not in seen and style in self.elements:
            seen.add(style)
            element = self.elements[style]
            yield element
            based = element.find(f"{W}basedOn")
            style = based.get(f"{W}val", "") if based is not None else ""

    def find(self, properties: Any, style: str, name: str) -> Any:
        """A property of a run: its own, its style's or its paragraph's style's."""
        own = None if properties is None else properties.find(f"{W}{name}")
        if own is not None:
            return own
        named = None if properties is None else properties.find(f"{W}rStyle")
        styles = [named.get(f"{W}val", "")] if named is not None else []
        found = (
            element.find(f"{W}rPr/{W}{name}")
            for start in (*styles, style)
            for element in self.chain(start)
        )
        return next((element for element in found if element is not None), None)


def words_of(paragraph: Any, styles: Styles, *, style: str, tally: Tally) -> list[Words]:
    """The lines of a paragraph as a reader sees them, in a style."""
    lines: list[tuple[list[str], list[bool]]] = [([], [])]
    shaded = _is_shaded(paragraph)
    for run in paragraph.iter(f"{W}r"):
        if is_inside(run, _ELSEWHERE, paragraph):
            continue
        said = "".join(t.text or "" for t in run.iter(f"{W}t", f"{W}delText")).strip()
        if is_inside(run, _DELETED, paragraph):
            tally.deleted += bool(said)
            continue
        properties = run.find(f"{W}rPr")
        if is_hidden(properties, styles, style, shaded=shaded):
            tally.hidden += bool(said)
            continue
        struck = any(is_on(styles.find(properties, style, n)) for n in ("strike", "dstrike"))
        tally.struck += struck and bool(said)
        tally.inserted += bool(said) and is_inside(run, _INSERTED, paragraph)
        for node in run.iterchildren(*_SHOWN):
            shown = _SHOWN[node.tag] or node.text or ""
            if shown == "\n":
                lines.append(([], []))
            else:
                lines[-1][0].append(shown)
                lines[-1][1].append(struck and any(c.isalnum() for c in shown))
    return [Words("".join(parts), any(struck)) for parts, struck in lines]


def calls_of(paragraph: Any) -> list[tuple[str, str]]:
    """("footnote" or "endnote", id) of the notes a paragraph calls."""
    return [
        (node.tag.removeprefix(W).removesuffix("Reference"), node.get(f"{W}id", ""))
        for node in paragraph.iter(*_CALLS)
        if not is_inside(node, _DELETED | _ELSEWHERE, paragraph)
    ]


def is_on(element: Any) -> bool:
    """Whether a switch such as w:b is there and set."""
    return element is not None and element.get(f"{W}val", "1") not in _OFF


def is_hidden(properties: Any, styles: Styles, style: str, *, shaded: bool) -> bool:
    """Whether nobody would see a run: hidden, tiny, or white on the white page."""
    if is_on(styles.find(properties, style, "vanish")):
        return True
    size = styles.find(properties, style, "sz")
    if size is not None and 0 <= float(size.get(f"{W}val", "22")) < SMALLEST:
        return True
    colour = styles.find(properties, style, "color")
    if shaded or colour is None or not _is_faint(colour.get(f"{W}val", "auto")):
        return False
    grounds = (styles.find(properties, style, name) for name in ("shd", "highlight"))
    return not any(ground is not None and not _is_clear(ground) for ground in grounds)


def _is_faint(colour: str) -> bool:
    try:
        return len(colour) == 6 and min(bytes.fromhex(colour)) >= FAINT
    except ValueError:
        return False


def _is_shaded(paragraph: Any) -> bool:
    """Whether it stands on a ground of its own: shaded, in a cell that is or may be (tables have
    styles that shade them), in a text box."""
    for above in (paragraph, *paragraph.iterancestors()):
        styled = above.find(f"{W}tblPr/{W}tblStyle")
        if styled is not None and styled.get(f"{W}val") not in _PLAIN_TABLES:
            return True
        if above.tag == f"{W}txbxContent":
            return True
        for part in ("pPr", "tcPr", "tblPr"):
            ground = above.find(f"{W}{part}/{W}shd")
            if ground is not None and not _is_clear(ground):
                return True
    return False


def _is_clear(ground: Any) -> bool:
    fill = ground.get(f"{W}fill", ground.get(f"{W}val", "auto"))
    return fill in ("auto", "none", "white", "clear") or _is_faint(fill)


def is_inside(node: Any, tags: set[str], stop: Any) -> bool:
    """Whether a node lies in one of `tags`, below `stop`."""
    for above in node.iterancestors():
        if above is stop:
            return False
        if above.tag in tags:
            return True
    return False
