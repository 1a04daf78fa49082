"""Sets a source as a PDF that looks like a council's: ruled tables, running titles, page numbers.

The bytes depend on the source alone: invariant dates and ids, the built-in Helvetica (no font file
of this machine), page streams left uncompressed, since zlib's output differs between versions, and
pictures named from the folder of the sources, since reportlab writes a hash of their path.
"""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    PageBreak,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import Paragraph as Words
from reportlab.platypus import Table as Ruled

from corpus.sample.markup import (
    SOURCES,
    Block,
    Directive,
    Heading,
    Paragraph,
    Source,
    Table,
    is_section,
    plain,
    read_source,
    runs,
)

RATING_FILLS = {
    "Blue": colors.HexColor("#9dc3e6"),
    "Green": colors.HexColor("#a9d18e"),
    "Amber": colors.HexColor("#ffd966"),
    "Red": colors.HexColor("#ff8f8f"),
}
BODY = ParagraphStyle(
    "body", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=6, allowOrphans=1
)
CELL = ParagraphStyle("cell", parent=BODY, fontSize=8.5, leading=10.5, spaceAfter=0)
RIGHT = ParagraphStyle("right", parent=CELL, alignment=2)
STAMP = ParagraphStyle("stamp", parent=BODY, fontName="Helvetica-Bold", fontSize=14, alignment=2)
TITLES = {
    1: ParagraphStyle("h1", parent=BODY, fontName="Helvetica-Bold", fontSize=14, leading=18),
    2: ParagraphStyle("h2", parent=BODY, fontName="Helvetica-Bold", fontSize=11, spaceBefore=8),
    3: ParagraphStyle("h3", parent=BODY, fontName="Helvetica-BoldOblique", spaceBefore=4),
}
for style in TITLES.values():
    style.keepWithNext = 1
NUMBER_INDENT, LETTER_INDENT = 34, 20


class Bookmark(Flowable):  # type: ignore[misc]
    """An entry in the PDF's outline, pointing to where it stands."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def draw(self) -> None:
        """Register the entry with the canvas."""
        key = f"item-{self.canv.getPageNumber()}-{len(self.title)}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(self.title, key, 0, False)


def write_pdf(source: Source, path: Path) -> None:
    """Set `source` as the PDF `path`."""
    rl_config.useA85 = 0
    size = landscape(A4) if source.meta.get("page") == "landscape" else A4
    frame = Frame(20 * mm, 20 * mm, size[0] - 40 * mm, size[1] - 42 * mm, 0, 0, 0, 0)
    document = BaseDocTemplate(
        str(path.absolute()),
        pagesize=size,
        invariant=1,
        pageCompression=0,
        title=source.meta.get("title", source.name),
        author=source.meta.get("author", "Wethermere Borough Council"),
        subject="Fictional sample paper written for Matters Arising",
    )

    def furnish(canvas: Canvas, _: BaseDocTemplate) -> None:
        draw_furniture(canvas, source.meta, size)

    document.addPageTemplates([PageTemplate(frames=[frame], onPage=furnish)])
    with chdir(SOURCES):
        document.build(flow(source.blocks, size[0] - 40 * mm))


def draw_furniture(canvas: Canvas, meta: dict[str, str], size: tuple[float, float]) -> None:
    """Running title, printed page number and the note that the paper is fictional.

    `unnumbered: 2` leaves two pages of a pack without a number, so that its printed page 1 is page
    3 of the file, as in real packs; the file's page labels say the same. `bare: 2` keeps page 2
    free of text, because a scanned page has none.
    """
    page = canvas.getPageNumber()
    if meta.get("bare") == str(page):
        return
    printed = page - int(meta.get("unnumbered", "0"))
    canvas.setFont("Helvetica", 8)
    canvas.setFillGray(0.25)
    if page > 1 and "running" in meta:
        canvas.drawString(20 * mm, size[1] - 14 * mm, meta["running"])
    if printed > 0:
        number = meta.get("number", "Page {page}").format(page=printed)
        canvas.drawRightString(size[0] - 20 * mm, 12 * mm, number)
    if "unnumbered" in meta and (page == 1 or printed == 1):
        canvas.addPageLabel(page - 1, "ARABIC" if printed == 1 else "ROMAN_LOWER", 1)
    canvas.setFont("Helvetica", 6.5)
    canvas.setFillGray(0.45)
    canvas.drawString(20 * mm, 12 * mm, "Fictional sample paper written for Matters Arising")


def flow(blocks: tuple[Block, ...], width: float) -> list[Flowable]:
    """Everything to be set, in order."""
    out: list[Flowable] = []
    for block in blocks:
        match block:
            case Heading(text, level):
                out.append(Words(tagged(text), TITLES[level]))
            case Paragraph():
                out.append(set_paragraph(block))
            case Table():
                out += [set_table(block, width), Spacer(1, 8)]
            case Directive():
                out += obey(block, width)
    return out


def set_paragraph(block: Paragraph) -> Flowable:
    """A paragraph with its number hanging in the margin."""
    if not block.marker:
        return Words(tagged(block.text), BODY)
    start = NUMBER_INDENT * (block.depth > 0) + LETTER_INDENT * max(0, block.depth - 1)
    style = ParagraphStyle(
        "numbered",
        parent=BODY,
        leftIndent=start + (LETTER_INDENT if block.depth else NUMBER_INDENT),
        bulletIndent=start,
        bulletFontName="Helvetica",
        bulletFontSize=BODY.fontSize,
    )
    return Words(tagged(block.text), style, bulletText="•" if block.marker == "-" else block.marker)


def set_table(block: Table, width: float) -> Flowable:
    """A ruled table; its header row stands again at the head of each page it runs over."""
    columns = len(block.rows[0])
    shares = block.widths or (100 // columns,) * columns
    rules: list[tuple[object, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    if block.header:
        rules.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#d9e2ec")))
    rows = []
    for y, row in enumerate(block.rows):
        if is_section(row):
            rules += [("SPAN", (0, y), (-1, y)), ("BACKGROUND", (0, y), (-1, y), colors.lightgrey)]
        rules += [
            ("BACKGROUND", (x, y), (x, y), RATING_FILLS[c])
            for x, c in enumerate(row)
            if c in RATING_FILLS
        ]
        rows.append([set_cell(cell, head=block.header and y == 0) for cell in row])
    widths = [width * share / sum(shares) for share in shares]
    return Ruled(rows, colWidths=widths, repeatRows=int(block.header), style=rules)


def set_cell(cell: str, *, head: bool) -> Flowable:
    """A cell; figures stand to the right."""
    figure = plain(cell).strip("()-%£ ").replace(",", "").replace(".", "").isdigit() or cell == "-"
    return Words(tagged(f"**{cell}**" if head else cell), RIGHT if figure and not head else CELL)


def obey(block: Directive, width: float) -> list[Flowable]:
    """What a directive asks for."""
    match block.name, block.words:
        case "page", _:
            return [PageBreak()]
        case "blank", _:
            return [
                PageBreak(),
                Spacer(1, 300),
                Words("This page is intentionally left blank", BODY),
            ]
        case "stamp", (text,):
            return [Words(text, STAMP), Spacer(1, 6)]
        case "bookmark", (title,):
            return [Bookmark(title)]
        case "scan", (picture,):
            return [PageBreak(), Image(picture, width, width * 1.41), PageBreak()]
        case "item", (number, title, name):
            opening = [
                PageBreak(),
                Bookmark(f"{number} {title}"),
                *obey(Directive("stamp", (f"Agenda Item {number}",)), width),
            ]
            return [*opening, *flow(read_source(name).blocks, width)]
    raise ValueError(f"no such directive: {{{block.name} {' | '.join(block.words)}}}")


def tagged(text: str) -> str:
    """The text in reportlab's own tags."""
    out = ""
    for words, bold, italic in runs(text.replace("&", "&amp;")):
        part = f"<b>{words}</b>" if bold else words
        out += f"<i>{part}</i>" if italic else part
    return out.replace("<br>", "<br/>")
