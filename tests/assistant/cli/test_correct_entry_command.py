from __future__ import annotations

import json

import pytest

from index.corrections.entries import FIELDS
from tests.conftest import ROOT

UPDATE = "2023-10-10 CF Scrutiny - Improvement Plan Update"


@pytest.fixture
def entry(matters, own_folder):
    """An action of the sample papers, as JSON."""
    words = ("register", "actions", "--paper", UPDATE, "--lead", "noor", "--json")
    return json.loads(matters(*words, "--library", own_folder)[1])[0]


@pytest.fixture
def correct(matters, own_folder, entry):
    def command(*words):
        return matters("correct-entry", entry["id"], "--library", own_folder, *words)

    return command


def test_a_correction_is_shown_with_what_is_printed(correct, entry) -> None:
    status, out, _ = correct("due=31 March 2025", "status=On track", "--by", "A. Clerk")
    told = " ".join(out.split())
    assert status == 0 and "due: 31 March 2025; state: on track" in told
    assert "Due corrected by A. Clerk on" in told and f"prints “{entry['due']}”" in told


def test_json_is_the_entry_as_corrected_and_undoing_gives_back_the_print(correct, entry) -> None:
    told = json.loads(correct("moved-by=x", "--json")[1])
    assert "Say what to correct of this action" in told["error"]
    told = json.loads(correct("recommendation-no=7", "--json", "--by", "Me")[1])
    assert told["recommendation_no"] == "7"
    assert told["corrected"]["recommendation_no"]["by"] == "Me"
    assert json.loads(correct("--undo", "recommendation_no", "--json")[1]) == entry


def test_what_is_no_entry_is_listed_only_when_asked_for(
    correct, entry, matters, own_folder
) -> None:
    assert correct("--not-an-entry")[0] == 0
    ask = ("register", "actions", "--paper", UPDATE, "--json", "--library", own_folder)
    assert entry["id"] not in {one["id"] for one in json.loads(matters(*ask)[1])}
    assert entry["id"] in {one["id"] for one in json.loads(matters(*ask, "--set-aside")[1])}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Say what to correct"),
        (("due",), "FIELD=VALUE"),
        (("grade=Good",), "Say what to correct of this action"),
        (("--undo", "due"), "has not been corrected"),
        (("--undo", "due", "lead=x"), "first"),
    ],
)
def test_bad_usage_is_one_sentence_and_status_2(correct, words, told) -> None:
    status, out, err = correct(*words)
    assert (status, out) == (2, "") and told in err and err.count("\n") == 1


def test_an_unknown_entry_is_one_sentence_and_status_2(matters) -> None:
    status, _, err = matters("correct-entry", "gone/action-0", "due=May")
    assert status == 2 and "no entry 'gone/action-0'" in err


def test_the_fields_that_the_readme_names_are_those_of_the_code() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for kind, fields in FIELDS.items():
        assert f"| {kind}s | {' '.join(f'`{field}`' for field in fields)} |" in readme
