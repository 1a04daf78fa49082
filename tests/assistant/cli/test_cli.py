import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli.command import app

ROOT = Path(__file__).resolve().parents[3]
MINUTES = "2023-07-04 Cabinet - Minutes.html"
QUESTION = "What did Cabinet resolve on 4 July 2023?"


@pytest.fixture
def sample_paper(tmp_path) -> Path:
    source = ROOT / "corpus" / "sample" / "papers" / MINUTES
    return Path(shutil.copy(source, tmp_path / MINUTES))


def test_an_answer_is_followed_by_its_numbered_sources(matters):
    status, out, _ = matters("ask", QUESTION)
    assert status == 0
    answer, _, sources = out.partition("\nSources\n")
    assert "[1]" in answer
    assert "[1]" in sources and "4 July 2023" in sources and "“" in sources


def test_a_follow_up_is_printed_with_what_it_carried(matters):
    _, out, _ = matters("ask", QUESTION, "--then", "who seconded that?")
    assert f"> {QUESTION}" in out and "> who seconded that?" in out
    assert "Carried over: " in out.partition("> who seconded")[2]


def test_follow_ups_as_json_are_a_list_of_answers(matters):
    _, out, _ = matters("ask", QUESTION, "--then", "who seconded that?", "--json")
    first, second = json.loads(out)
    assert first["carried"] == [] and second["carried"]
    assert second["asked"] == "who seconded that?" != second["question"]


def test_ask_as_json_has_citations_with_verbatim_quotes(matters):
    status, out, _ = matters("ask", QUESTION, "--json")
    answer = json.loads(out)
    assert status == 0 and answer["answered"]
    assert answer["citations"][0]["quote"] and answer["passages"][0]["text"]


def test_a_scope_that_holds_no_paper_is_a_refusal_with_status_1(matters):
    status, out, _ = matters("ask", QUESTION, "--since", "2031", "--json")
    assert status == 1 and json.loads(out)["answered"] is False


def test_only_officers_and_members_search_exempt_papers(matters):
    def access(*role):
        _, out, _ = matters("search", "exempt appendix tender prices", "-k", 50, "--json", *role)
        return {p["document"] for p in json.loads(out)["passages"] if "Exempt" in p["document"]}

    assert access("--as", "officer") == access("--as", "member") != set()
    assert access() == access("--as", "public") == set()


def test_status_counts_the_shelves_asked_for(matters):
    assert "Exempt" not in matters("status")[1]
    assert "Exempt" in matters("status", "--as", "officer")[1]


def test_a_sound_library_verifies(matters):
    status, out, _ = matters("verify", "--json")
    assert (status, json.loads(out)) == (0, {"well": True, "findings": []})


def test_evaluate_writes_the_run_and_names_bad_lines(matters, tmp_path):
    questions = tmp_path / "q.jsonl"
    good = {"id": "1", "question": QUESTION, "answerable": False, "kind": "unanswerable"}
    questions.write_text(json.dumps(good) + "\nbroken\n", encoding="utf-8")
    status, out, err = matters("evaluate", questions, "--run-file", tmp_path / "run.jsonl")
    assert status == 1 and "line 2 was left out" in err and "refused" in out
    assert json.loads((tmp_path / "run.jsonl").read_text(encoding="utf-8"))["id"] == "1"


def test_added_papers_are_reported_line_by_line_and_known_again(matters, own_folder, tmp_path):
    empty = tmp_path / "empty.pdf"
    empty.touch()
    note = tmp_path / "note.txt"
    note.write_text("The lamp post in Mill Lane was repaired.\n", encoding="utf-8")
    status, out, _ = matters("add", empty, note, "--library", own_folder)
    lines = sorted(out.splitlines())
    assert status == 1 and any(line.startswith("refused      empty.pdf") for line in lines)
    assert any(line.startswith("read         note.txt") for line in lines)
    assert matters("add", note, "--library", own_folder)[:2][0] == 0
    assert json.loads(matters("add", note, "--json", "--library", own_folder)[1])["counts"] == {
        "read": 0, "read in part": 0, "unchanged": 1, "refused": 0,
    }  # fmt: skip


def test_what_the_options_say_of_a_paper_is_kept(matters, own_folder, tmp_path):
    note = tmp_path / "note.txt"
    note.write_text("The lamp post in Mill Lane was repaired.\n", encoding="utf-8")
    said = ("--council", "Anytown", "--committee", "Highways", "--date", "11 July 2017", "--exempt")
    assert matters("add", note, *said, "--library", own_folder)[0] == 0
    found = matters("search", "lamp post", "--as", "officer", "--json", "--library", own_folder,
                    "--council", "Anytown", "--until", "July 2017")[1]  # fmt: skip
    assert [p["document"] for p in json.loads(found)["passages"]] == ["note"]


def test_a_paper_is_removed_only_when_confirmed(matters, own_folder, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda *_: "n")
    assert matters("remove", MINUTES, "--library", own_folder)[0] == 2
    status, out, _ = matters("remove", MINUTES, "--yes", "--library", own_folder)
    assert status == 0 and "removed" in out
    assert matters("remove", MINUTES, "--yes", "--library", own_folder)[0] == 2


WRONG = [
    (["add", "{tmp}/gone"], "no file or folder"),
    (["add", "{tmp}"], "no papers in"),
    (["ask", ""], "question"),
    (["ask", "why? " * 2000], "characters"),
    (["ask"], "Missing argument"),
    (["ask", "Why?", "--since", "tomorrow"], "not a date"),
    (["ask", "Why?", "--as", "mayor"], "mayor"),
    (["ask", "Why?", "--library", "{tmp}/none"], "no library"),
    (["evaluate", "{tmp}/none.jsonl"], "no file"),
    (["remove", "nothing", "--yes"], "no paper"),
    (["frobnicate"], "frobnicate"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_bad_input_is_one_sentence_and_status_2(matters, tmp_path, words, told):
    words = [word.format(tmp=tmp_path) for word in words]
    status, out, err = matters(*words)
    assert status == 2 and out == ""
    assert told in err and err.count("\n") == 1
    assert json.loads(matters(*words, "--json")[1])["error"] in (err.strip(), err.strip() + "\n")


@pytest.mark.parametrize("verb", ["ask", "search", "progress"])
def test_bytes_that_are_no_text_are_no_error(matters, verb):
    status, out, error = matters(verb, "action 6B \udcff")
    assert status in (0, 1) and "did not foresee" not in out + error
    assert matters(verb, "²")[0] == 2


def test_a_bad_path_makes_no_library(matters, tmp_path):
    matters("add", tmp_path / "gone", "--library", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_library_of_a_newer_version_is_left_alone(matters, own_folder):
    with sqlite3.connect(own_folder / "catalogue.sqlite") as catalogue:
        catalogue.execute("PRAGMA user_version = 9999")
    status, _, err = matters("ask", QUESTION, "--library", own_folder)
    assert status == 2 and "newer version" in err and err.count("\n") == 1


def test_what_nobody_foresaw_is_one_sentence_too(matters, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("a bug")

    monkeypatch.setattr("assistant.assistant.ask", broken)
    status, _, err = matters("ask", QUESTION)
    assert status == 2 and "a bug" in err and "Traceback" not in err
    monkeypatch.setenv("MATTERS_LOG", "debug")
    status, _, err = matters("ask", QUESTION)
    assert status == 2 and "Traceback" in err and "in broken" in err


def test_every_verb_takes_library_and_json(matters):
    verbs = [command.callback.__name__.replace("_", "-") for command in app.registered_commands]
    assert verbs[:3] == ["add", "read", "ask"] and len(verbs) >= 9
    for verb in verbs:
        out = matters(verb, "--help")[1]
        assert "--json" in out and ("--library" in out) is (verb != "read")


def piped(*words, **options):
    command = [sys.executable, "-c", "from assistant.cli import main; main()", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, **options)


def test_in_a_pipe_there_are_no_colours_and_the_text_is_utf_8(sample_folder):
    environment = {"MATTERS_LIBRARY": str(sample_folder), "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = piped("ask", QUESTION, env=environment)
    assert done.returncode == 0 and b"\x1b" not in done.stdout
    assert "“" in done.stdout.decode("utf-8")


def test_help_imports_nothing_heavy():
    check = (
        "import sys; from assistant.cli.command import run; run(['--help']);"
        "print([m for m in ('gradio', 'torch', 'faiss', 'numpy', 'fastapi') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_a_reader_that_has_seen_enough_ends_it_quietly(sample_folder):
    command = [sys.executable, "-c", "from assistant.cli import main; main()", "search", "plan",
               "-k", "200", "--library", str(sample_folder)]  # fmt: skip
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
