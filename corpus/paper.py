"""The nouns of reading: what a committee paper is made of.

A file is first drawn as `Line`s (what its format shows: a line of text, a heading, a table row),
then understood as `Block`s (a numbered paragraph, a list item, a minute, a table row), which stand
in a `Paper`. A block is a slice of its paper's text and is born with its locator, so that a
citation is carried along from here on and never worked out afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Access = Literal["public", "exempt"]
Outcome = Literal["read", "read in part", "refused"]
PaperKind = Literal[
    "agenda", "report", "appendix", "action plan", "minutes", "decision", "work programme", "other"
]
PAPER_KINDS: tuple[PaperKind, ...] = (
    "agenda", "report", "appendix", "action plan", "minutes", "decision", "work programme", "other",
)  # fmt: skip
Role = Literal["text", "heading", "bullet", "row", "footnote"]
BlockKind = Literal[
    "front matter", "heading", "paragraph", "list item", "table row", "motion", "vote",
    "resolution", "question", "answer", "footnote", "boilerplate",
]  # fmt: skip
Mark = Literal["cells uncertain", "read by OCR", "struck out"]
"""What a reader must know of a text: a row's cells may stand in the wrong columns, a machine read
it off a picture, the paper prints it with a line through it."""
MotionOutcome = Literal["carried", "lost", "withdrawn", ""]
Place = Literal[
    "front matter", "page heading", "text", "bookmarks", "document properties", "file name",
    "folder", "pack", "papers.csv", "option", "correction",
]  # fmt: skip
"""Where a paper's council, date or title was read from; later beats earlier from papers.csv on."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as its format shows it, before anything is understood.

    `page` counts from 1; None where the format has no pages. `gap` is True where white space (a
    blank line, a paragraph's end) stands before it, `whole` where the file breaks lines only
    between paragraphs. A "row" has `cells`, one a column ("" where blank), and `table`, which rows
    of one table share; `header` is True where the format itself marks the row as column headers.
    `indent` is in points from the left-most text of the page (lists nest by it).
    """

    text: str
    page: int | None = None
    role: Role = "text"
    level: int = 0
    gap: bool = False
    bold: bool = False
    indent: float = 0.0
    cells: tuple[str, ...] = ()
    table: int | None = None
    header: bool = False
    marks: tuple[Mark, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a format reader hands over: the lines of a file and what the file says of itself."""

    lines: tuple[Line, ...]
    pages: int | None = None
    page_labels: tuple[str, ...] = ()
    outline: tuple[tuple[int, str, int], ...] = ()
    """(level from 0, title, page from 1) of each bookmark."""
    title: str = ""
    unread: tuple[tuple[int, str], ...] = ()
    """(page, reason) of pages that could not be read, e.g. (4, "scanned, no text")."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting a paper was written for. `date` is ISO (2017-07-11) or None if no paper says."""

    council: str = ""
    committee: str = ""
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, minute, resolution or table row: `paper.text[start:end] == text`.

    `paragraph` is the printed number ("3.5", "20 ii", "(a)"), `row` the first cell or position of a
    table row, `section` the headings above, outermost first. `lead_in` is the line that opens the
    list the block belongs to, `headers` the column headers over a row's `cells`. `breaks` are
    (offset in text, page) where the block runs on after something left out: a page's end, running
    titles.
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    section: tuple[str, ...] = ()
    paragraph: str = ""
    row: str = ""
    page: int | None = None
    page_label: str = ""
    lead_in: str = ""
    headers: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    table: int | None = None
    breaks: tuple[tuple[int, int | None], ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion or amendment as minutes print it: `paper.text[start:end] == text`.

    `mover` and `seconder` are names as printed; `votes` (side, count) pairs, sides "for", "against"
    and "abstain", and "for the amendment" or "for the motion" in a division between the two.
    `outcome` is "" where the paper does not say; `amends` is True for an amendment. `decided` is
    where the vote or resolution that decided it stands in the paper's text, within the motion where
    it says so itself.
    """

    text: str
    mover: str = ""
    seconder: str = ""
    outcome: MotionOutcome = ""
    votes: tuple[tuple[str, int], ...] = ()
    amends: bool = False
    paragraph: str = ""
    page: int | None = None
    start: int = 0
    end: int = 0
    decided: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Source:
    """Where one of a paper's facts was read: `field` is "council", "committee", "date", "title",
    "kind" or "access", `words` what stands there as printed ("" where nothing is quoted)."""

    field: str
    place: Place
    words: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One report, appendix or set of minutes, read.

    `document` is the file's name without its ending; `id` is the same, made unique, or
    `<document>#<item>` for an item of a pack, whose `item` is its agenda item number as printed.
    """

    id: str
    document: str
    title: str
    kind: PaperKind
    access: Access
    meeting: Meeting
    item: str = ""
    text: str = field(default="", repr=False)
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    sources: tuple[Source, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a person or `papers.csv` says of a paper; None leaves what the paper itself says.

    `places` tells by field where it was said: "papers.csv", "correction", or "option" where it
    names none.
    """

    council: str | None = None
    committee: str | None = None
    date: str | None = None
    kind: PaperKind | None = None
    title: str | None = None
    access: Access | None = None
    places: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file: its papers, and the line shown to the person who handed it in.

    `reason` is one clear sentence (empty for a plain "read"), `pages` the pages of the file,
    `unread` the pages left out and why, `notes` anything else worth telling. `stopped` is True
    where reading ran into a limit or crashed, so that the same file may read well another time.
    """

    path: str
    outcome: Outcome
    reason: str = ""
    papers: tuple[Paper, ...] = field(default=(), repr=False)
    pages: int | None = None
    unread: tuple[tuple[int, str], ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    stopped: bool = False
