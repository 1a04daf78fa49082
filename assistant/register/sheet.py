"""Register entries as a sheet, CSV or XLSX, each row with its citation. No cell is ever a formula.

A spreadsheet runs what begins with = + - or @ in a CSV file, so such a cell gets an apostrophe; in
XLSX every cell is a text cell. The XLSX is written here, in the five small parts it needs.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from urllib.parse import urlencode
from xml.sax.saxutils import escape

from assistant.register.query import Filters, Kind
from assistant.register.wording import corrected_words
from assistant.wire import Json

COLUMNS: dict[Kind, tuple[str, ...]] = {
    "judgements": ("subject", "grade", "body", "date", "published"),
    "recommendations": ("number", "text", "made_by", "addressed_to", "answer"),
    "decisions": ("text", "moved_by", "seconded_by", "outcome", "vote"),
    "actions": (
        "recommendation_no", "recommendation", "text", "lead", "owner", "due", "due_date", "state",
        "status", "scores", "meaning", "direction",
    ),
}  # fmt: skip
CITATION = (
    "council", "committee", "meeting_date", "title", "item", "paragraph", "row", "page", "quote",
    "sureness", "corrected", "url", "id",
)  # fmt: skip
LONGEST = 32_767
"""Characters that a cell of a spreadsheet holds."""
_RUNS = re.compile(r"\s*[=+\-@]|[\t\r\n]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def rows_of(kind: Kind, entries: Sequence[Json]) -> list[list[str]]:
    """The header, then a row an entry: what it says, then its citation."""
    columns = (*COLUMNS[kind], *CITATION)
    return [list(columns), *([_cell(entry.get(name)) for name in columns] for entry in entries)]


def csv_of(kind: Kind, entries: Sequence[Json]) -> str:
    """The sheet as CSV text, lines ended as RFC 4180 has them."""
    out = io.StringIO()
    csv.writer(out).writerows([_guarded(cell) for cell in row] for row in rows_of(kind, entries))
    return out.getvalue()


def xlsx_of(kind: Kind, entries: Sequence[Json]) -> bytes:
    """The sheet as an XLSX file with its first row fixed; the same entries make the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{kind}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(("worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": _worksheet(rows_of(kind, entries)),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, xml in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}')
    return out.getvalue()


def sheet_url(asked: Filters, form: str) -> str:
    """The address of the entries asked for as a file: "csv", "xlsx" or "json"."""
    scope = asked.scope
    said = {
        "kind": asked.kind, "council": scope.councils, "committee": scope.committees,
        "since": scope.since, "until": scope.until, "paper": asked.paper, "lead": asked.lead,
        "status": asked.status, "overdue_at": asked.overdue_at,
        "set_aside": "true" if asked.set_aside else None, "format": form,
    }  # fmt: skip
    return f"/api/register?{urlencode({n: v for n, v in said.items() if v}, doseq=True)}"


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(corrected_words(field, told) for field, told in value.items())
    return "" if value is None else str(value)


def _guarded(cell: str) -> str:
    return f"'{cell}" if _RUNS.match(cell) else cell


def _worksheet(rows: Sequence[Sequence[str]]) -> str:
    written = "".join(f"<row>{''.join(map(_text_cell, row))}</row>" for row in rows)
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><sheetData>{written}</sheetData></worksheet>"
    )


def _text_cell(text: str) -> str:
    shown = escape(_ILLEGAL.sub(" ", text)[:LONGEST])
    return f'<c t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


def _relations(target: tuple[str, str]) -> str:
    kind, path = target
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{path}"/></Relationships>'
    )


def _content_types() -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
        "</Types>"
    )
