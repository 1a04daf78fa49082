from __future__ import annotations

import csv
import io
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.register.sheet import csv_of, rows_of, xlsx_of

CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}c"
LEADING = ("=1+1", "+44 20", "-5%", "@SUM(A1)", "\tx", " =1+1", "\r=1")


def sheet(text: str) -> list:
    return [{"text": text, "made_by": None, "page": 3, "council": "Anytown"}]


@pytest.mark.parametrize("text", LEADING)
def test_no_cell_of_a_csv_file_begins_like_a_formula(text) -> None:
    rows = list(csv.reader(io.StringIO(csv_of("recommendations", sheet(text)), newline="")))
    assert rows[1][1] == f"'{text}"


@given(st.text(max_size=30))
def test_every_cell_of_an_xlsx_file_is_text(text) -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_of("recommendations", sheet(text)))) as file:
        for name in file.namelist():
            ElementTree.fromstring(file.read(name))
        root = ElementTree.fromstring(file.read("xl/worksheets/sheet1.xml"))
    cells = list(root.iter(CELL))
    assert {cell.get("t") for cell in cells} == {"inlineStr"}
    assert len(cells) == 2 * len(rows_of("recommendations", [])[0])


def test_a_row_carries_its_citation() -> None:
    header, row = rows_of("recommendations", sheet("Note the report."))
    told = dict(zip(header, row, strict=True))
    assert (told["text"], told["council"], told["page"], told["made_by"]) == (
        "Note the report.", "Anytown", "3", "",
    )  # fmt: skip
    assert {"quote", "url", "id", "meeting_date"} <= told.keys()


def test_the_same_entries_make_the_same_file() -> None:
    assert xlsx_of("actions", sheet("x")) == xlsx_of("actions", sheet("x"))
