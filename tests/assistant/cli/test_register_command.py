"""`matters register` and /api/register: the same entries, each to who may see them."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from fastapi.testclient import TestClient

from assistant.api import create_app
from index.library import Library

UPDATE = "2023-10-10 CF Scrutiny - Improvement Plan Update"


def test_a_list_shows_each_entry_with_where_it_stands(matters) -> None:
    status, out, _ = matters("register", "actions", "--paper", UPDATE, "--lead", "noor")
    assert status == 0
    assert "Replace the case management system" in out
    assert "lead: Elspeth Noor" in out and "page 4" in out and "row 9A" in out
    assert out.rstrip().endswith("2 actions.")


def test_json_is_a_list_of_entries(matters) -> None:
    _, out, _ = matters("register", "recommendations", "--paper", UPDATE, "--format", "json")
    (first, *_) = entries = json.loads(out)
    assert len(entries) == 3
    assert (first["text"], first["addressed_to"], first["meeting_date"]) == (
        "notes progress against the 22 actions in the plan;",
        "Children and Families Scrutiny Committee", "2023-10-10",
    )  # fmt: skip
    assert entries == json.loads(
        matters("register", "recommendations", "--paper", UPDATE, "--json")[1]
    )


def test_a_file_is_written_as_its_ending_says(matters, tmp_path) -> None:
    for name in ("plan.csv", "plan.xlsx", "plan.json"):
        status, out, _ = matters("register", "actions", "--paper", UPDATE, "-o", tmp_path / name)
        assert (status, out) == (0, "")
    with (tmp_path / "plan.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 22 == len(json.loads((tmp_path / "plan.json").read_text(encoding="utf-8")))
    assert rows[2]["due"] == "31 December 2023 (was 30 September 2023)"
    assert zipfile.is_zipfile(tmp_path / "plan.xlsx")


def test_bad_usage_is_told_in_a_sentence(matters) -> None:
    status, _, error = matters("register", "actions", "--format", "xlsx")
    assert status == 2 and "needs a name" in error
    status, out, _ = matters("register", "decisions", "--lead", "Ruth", "--json")
    assert status == 2 and "Only actions" in json.loads(out)["error"]
    assert matters("register", "actions", "--overdue-at", "soon")[0] == 2


def test_http_gives_what_the_command_line_gives(client, matters) -> None:
    asked = {"kind": "actions", "paper": UPDATE, "overdue_at": "2023-10-10"}
    got = client.get("/api/register", params=asked).json()
    sheet = client.get("/api/register", params={**asked, "format": "csv"})
    book = client.get("/api/register", params={**asked, "format": "xlsx"})
    assert client.get("/api/register", params={"kind": "gossip"}).status_code == 422
    assert client.get("/api/register", params={**asked, "kind": "decisions"}).status_code == 400
    printed = matters("register", "actions", "--paper", UPDATE, "--overdue-at", "2023-10-10",
                      "--json")[1]  # fmt: skip
    assert got == json.loads(printed)
    assert len(list(csv.reader(io.StringIO(sheet.text, newline="")))) == len(got) + 1
    assert zipfile.is_zipfile(io.BytesIO(book.content))


@pytest.fixture
def shut(own_folder):
    """A library whose update of the plan an officer has made exempt."""
    with Library.open(own_folder) as library:
        library.correct(UPDATE, access="exempt", by="Ruth Alder")
        yield library


def test_an_exempt_papers_entries_answer_as_if_they_were_not_there(
    shut, own_folder, matters
) -> None:
    ask = ("register", "actions", "--paper", UPDATE, "--json", "--library", own_folder)
    assert json.loads(matters(*ask)[1]) == []
    assert len(json.loads(matters(*ask, "--as", "officer")[1])) == 22
    with TestClient(create_app(shut), base_url="http://127.0.0.1") as client:
        assert client.get("/api/register", params={"kind": "actions", "paper": UPDATE}).json() == []
        every = client.get("/api/register", params={"kind": "actions"}).json()
    assert every and UPDATE not in {entry["paper"] for entry in every}


def test_a_library_from_before_the_register_says_what_to_do(own_folder, matters) -> None:
    with Library.open(own_folder) as library, library.catalogue.writing() as db:
        db.execute("DELETE FROM register")
        db.execute("UPDATE papers SET registered = 0 WHERE id = ?", (UPDATE,))
    ask = ("register", "actions", "--paper", UPDATE, "--json", "--library", own_folder)
    status, out, error = matters(*ask)
    assert (status, out.strip()) == (1, "[]")
    assert "1 paper has yet to be read for the register: run matters verify." in error
    assert matters("verify", "--library", own_folder)[0] == 0
    assert len(json.loads(matters(*ask)[1])) == 22
