import json

import pytest

MINUTES = "2023-07-04 Cabinet - Minutes"


@pytest.fixture
def correct(matters, own_folder):
    """Run `matters correct` on the sample papers' minutes."""

    def command(*words):
        return matters("correct", MINUTES, "--library", own_folder, *words)

    return command


def test_a_correction_is_shown_with_what_the_paper_says(correct):
    status, out, _ = correct("--committee", "Audit Committee", "--by", "A. Officer")
    assert status == 0
    assert "Audit Committee" in out.splitlines()[0]
    assert "the paper itself says Cabinet; A. Officer" in " ".join(out.split())


def test_a_correction_as_json_is_the_paper_with_its_corrections(correct):
    status, out, _ = correct("--date", "5 July 2023", "--kind", "decision", "--by", "Me", "--json")
    told = json.loads(out)
    assert (status, told["meeting_date"], told["kind"]) == (0, "2023-07-05", "decision")
    assert [(c["field"], c["value"], c["own"], c["by"]) for c in told["corrections"]] == [
        ("date", "2023-07-05", "2023-07-04", "Me"), ("kind", "decision", "minutes", "Me"),
    ]  # fmt: skip
    assert {"field": "date", "place": "correction", "words": ""} in told["sources"]


def test_a_corrected_paper_is_found_as_corrected(matters, correct, own_folder):
    assert correct("--committee", "Zebra Committee", "--exempt")[0] == 0
    there = "--library", own_folder
    officer = matters("search", "zebra", "--as", "officer", "-k", 3, "--json", *there)[1]
    assert MINUTES in {p["document"] for p in json.loads(officer)["passages"]}
    assert MINUTES not in matters("search", "zebra minutes cabinet", "-k", 200, *there)[1]
    assert json.loads(matters("verify", "--json", *there)[1]) == {"well": True, "findings": []}


def test_a_correction_can_be_undone(correct):
    correct("--committee", "Audit Committee")
    status, out, _ = correct("--undo", "committee", "--json")
    told = json.loads(out)
    assert (status, told["committee"], told["corrections"]) == (0, "Cabinet", [])


def test_who_is_logged_in_signs(correct, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "aofficer")
    assert (
        json.loads(correct("--title", "Minutes", "--json")[1])["corrections"][0]["by"] == "aofficer"
    )


def test_another_committee_does_not_lose_a_council_that_the_old_one_told(matters, own_folder):
    update = "2023-10-10 CF Scrutiny - Improvement Plan Update"
    words = ("--committee", "Panel on Lamps", "--json", "--library", own_folder)
    told = json.loads(matters("correct", update, *words)[1])
    assert (told["council"], told["committee"]) == ("Wethermere Borough Council", "Panel on Lamps")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Say what to correct"),
        (("--date", "soon"), "not a date"),
        (("--kind", "pamphlet"), "pamphlet"),
        (("--undo", "title"), "has not been corrected"),
        (("--undo", "pages"), "pages"),
        (("--undo", "title", "--kind", "minutes"), "first"),
        (("--title", ""), "needs a title"),
    ],
)
def test_bad_usage_is_one_sentence_and_status_2(correct, words, told):
    status, out, err = correct(*words)
    assert (status, out) == (2, "") and told in err and err.count("\n") == 1


def test_an_unknown_paper_is_one_sentence_and_status_2(matters):
    status, out, _ = matters("correct", "gone", "--title", "A plan", "--json")
    assert status == 2 and "no paper 'gone'" in json.loads(out)["error"]
