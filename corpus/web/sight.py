"""What a browser would not show of a web page, what it strikes through, and its footnotes.

The page's own elements are marked, before it is walked through, with attributes that the walk looks
for. Only what stands in the page is known: a style sheet beside it may hide or colour more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

HIDDEN, STRUCK, NOTE = "hidden", "matters-struck", "matters-note"
"""Attributes: not shown; struck through; the text of a footnote."""
SILENT = ("script", "style", "head", "svg", "math")
"""Tags that never hold text of the page."""
_UNSHOWN = ("template", "noscript")
_STRIKES = ("del", "s", "strike")
_NOTE_HOLDERS = ("li", "p", "div", "dd", "td", "aside", "section")
_UNSEEN = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|(?<![\w-])opacity:0?(?:\.0\d*)?(?![\d.])"
    r"|font-size:(?:0|1(?:\.\d+)?(?:px|pt))(?![\d.])|font-size:0?\.\d+(?:px|pt)"
    r"|text-indent:-\d{3,}|clip:rect\(0(?:px)?,?0|transform:scale\(0\)"
    r"|(?<![\w-])(?:max-)?(?:height|width):0(?:px)?(?=;|$).*overflow:hidden"
    r"|overflow:hidden.*(?<![\w-])(?:max-)?(?:height|width):0(?:px)?(?=;|$)",
    re.I,
)
_OFF_SCREEN = re.compile(
    r"(?<![\w-])(?:left|top|right|bottom|margin-left|margin-top):-\d{3,}", re.I
)
_COLOUR = re.compile(r"(?<![\w-])color:([^;]+)", re.I)
_GROUND = re.compile(r"background(?:-color|-image)?:(?!none|transparent|inherit)([^;]+)", re.I)
FAINT = 232
"""Of 255: a colour whose every part is lighter cannot be read on white."""


def mark(root: Any, *, comments: int) -> tuple[str, ...]:
    """Mark the elements of a page; a line for each kind of thing a reader should be told.

    `comments` is how many the page's source holds.
    """
    hidden = struck = 0
    styled = next(root.iter("link", "style"), None) is not None
    _forget(root)
    for element in list(root.iter(*_tags(root))):
        if _is_below(element, HIDDEN) or next(element.iterancestors(*SILENT), None) is not None:
            continue
        if _is_unseen(element, styled=styled):
            element.set(HIDDEN, "")
            hidden += _says(element)
        elif not _is_below(element, STRUCK) and _is_struck(element):
            element.set(STRUCK, "")
            struck += _says(element)
    for note in _notes(root):
        note.set(NOTE, "")
    return tuple(
        f"{what} in {count} place{'s' * (count > 1)}"
        for count, what in (
            (hidden, "hidden text left out"),
            (struck, "struck-out text, kept and marked"),
            (comments, "comments in the page's source left out"),
        )
        if count
    )


def _tags(root: Any) -> set[str]:
    """The tags in use; comments and the like have none."""
    return {element.tag for element in root.iter() if isinstance(element.tag, str)} - set(SILENT)


def _forget(root: Any) -> None:
    for element in root.iter():
        for name in (STRUCK, NOTE):
            element.attrib.pop(name, None)


def _is_below(element: Any, name: str) -> bool:
    return any(above.get(name) is not None for above in element.iterancestors())


def _says(element: Any) -> bool:
    return bool("".join(element.itertext()).strip())


def _style(element: Any) -> str:
    return re.sub(r"\s+", "", element.get("style", "")).replace("!important", "")


def _is_unseen(element: Any, *, styled: bool) -> bool:
    if element.get(HIDDEN) is not None or element.get("aria-hidden") == "true":
        return True
    style = _style(element)
    if element.tag in _UNSHOWN or _UNSEEN.search(style):
        return True
    if _OFF_SCREEN.search(style) and re.search(r"position:(?:absolute|fixed)|margin", style, re.I):
        return True
    colour = _COLOUR.search(style)
    said = colour[1] if colour else element.get("color", "") if element.tag == "font" else ""
    return _is_faint(said) and not _has_ground(element, styled=styled)


def _is_faint(colour: str) -> bool:
    """Whether a colour is white or nearly so, or no colour at all."""
    colour = colour.lower()
    if colour in ("white", "transparent", "snow", "ivory", "whitesmoke"):
        return True
    digits = re.fullmatch(r"#?([0-9a-f]{3}|[0-9a-f]{6})", colour)
    if digits:
        size = len(digits[1]) // 3
        parts = [int(digits[1][n * size : (n + 1) * size] * (3 - size), 16) for n in range(3)]
        return min(parts) >= FAINT
    parts = [int(float(n)) for n in re.findall(r"\d+(?:\.\d+)?", colour)]
    if not colour.startswith("rgb") or len(parts) < 3:
        return False
    return min(parts[:3]) >= FAINT or bool(re.search(r"rgba\(.*,0(?:\.0\d*)?\)", colour))


def _has_ground(element: Any, *, styled: bool) -> bool:
    """Whether it stands on a ground that is not white, or may: a class in a page with styles."""
    for above in (element, *element.iterancestors()):
        found = _GROUND.search(_style(above))
        ground = found[1] if found else above.get("bgcolor", above.get("background", ""))
        if ground:
            return not _is_faint(ground)
        if styled and above.get("class") and above.tag not in ("html", "body"):
            return True
    return False


def _is_struck(element: Any) -> bool:
    return element.tag in _STRIKES or "line-through" in _style(element).lower()


# Footnotes


def _notes(root: Any) -> Iterator[Any]:
    """The elements that hold a note called from above by a raised, linked number.

    The call itself is taken out of the text: "2021" with a raised 5 is not "20215".
    """
    order = {element: place for place, element in enumerate(root.iter())}
    targets = {name: e for e in order for name in (e.get("id"), e.get("name")) if name}
    for link in list(root.iter("a")):
        target = targets.get((link.get("href") or "").removeprefix("#"))
        raised = link.getparent() is not None and link.getparent().tag == "sup"
        if target is None or not (raised or next(link.iter("sup"), None) is not None):
            continue
        if order[link] < order[target]:
            (link.getparent() if raised else link).set(HIDDEN, "")
            held = (target, *target.iterancestors())
            yield next((e for e in held if e.tag in _NOTE_HOLDERS), target)
