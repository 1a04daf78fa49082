import json

import pytest
from fastapi.testclient import TestClient

from assistant.api import create_app
from assistant.evaluation.judging import keep
from index.library import Library

ROW = {"id": "J-1", "question": "How many lamps?", "evidence": []}


@pytest.fixture
def library(own_folder):
    with Library.open(own_folder, create=False) as library:
        yield library


def test_judgements_are_downloaded_as_lines(library):
    keep(library, "gold", ROW)
    told = TestClient(create_app(library), base_url="http://127.0.0.1").get(
        "/judgements/gold.jsonl"
    )
    assert json.loads(told.text) == ROW and "attachment" in told.headers["content-disposition"]


def test_what_quotes_an_exempt_paper_is_not_downloaded(library):
    exempt = library.papers(("exempt",))[0].id
    keep(library, "gold", {**ROW, "evidence": [{"paper": exempt, "quote": "secret"}]})
    assert (
        TestClient(create_app(library), base_url="http://127.0.0.1")
        .get("/judgements/gold.jsonl")
        .text
        == ""
    )


def test_no_other_file_of_the_folder_is_handed_out(library):
    client = TestClient(create_app(library), base_url="http://127.0.0.1")
    assert client.get("/judgements/other.jsonl").status_code == 422
    assert client.get("/judgements/..%2fcatalogue.jsonl").status_code in (404, 422)
