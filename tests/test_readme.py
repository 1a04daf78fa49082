"""What README.md says is so: its commands run, its answer and figures are the code's, its numbers
and keys are those in the code, and nothing leaves the machine."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.serving import HOST, PORT
from corpus.files import COLUMNS
from corpus.paper import PAPER_KINDS
from corpus.read import Limits
from docs import refresh

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", README, re.M | re.S)
SAMPLE = ROOT / "corpus" / "sample" / "papers"
STALE = "README.md shows what the code no longer says: run python -m docs.refresh"


@pytest.fixture(scope="module")
def street(tmp_path_factory, sample_folder):
    """A folder as a reader of README.md has it: `matters` on the path, a library, papers."""
    folder = tmp_path_factory.mktemp("street")
    shutil.copytree(sample_folder, folder / "library")
    (folder / "corpus").symlink_to(ROOT / "corpus")
    (folder / "papers").mkdir()
    for name in ("2023-07-04 Cabinet - Minutes.html", "2023-10-10 CF Scrutiny - Minutes.pdf"):
        shutil.copy(SAMPLE / name, folder / "papers")
    manifest = re.search(r"^```csv\n(.*?)^```$", README, re.M | re.S)[1]
    (folder / "papers" / "papers.csv").write_text(manifest, encoding="utf-8")
    (folder / "bin").mkdir()
    for name, what in (("matters", '-c "from assistant.cli import main; main()"'), ("python", "")):
        (folder / "bin" / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {what} "$@"\n')
        (folder / "bin" / name).chmod(0o755)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="README.md's commands are a Unix shell's")
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[0])
def test_every_command_runs(street, sample_folder, block):
    shutil.rmtree(street / "library")  # each block finds what a reader has, whatever ran before it
    shutil.copytree(sample_folder, street / "library")
    path = f"{street / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-euc", block], cwd=street, capture_output=True, encoding="utf-8", check=False,
        env=os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)}, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_there_are_commands_to_run():
    assert len(BLOCKS) >= 6


def test_the_two_commands_are_targets_of_the_makefile():
    first = re.search(r"^```\n(.*?)^```$", README, re.M | re.S)[1]
    commands = [line.split("#")[0].strip() for line in first.splitlines()]
    assert commands == ["make run", "make test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.M))
    assert {"evaluate", "bench", "lint", "clean"} <= named
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.M), target


def test_the_answer_shown_is_the_answer_given_and_it_is_right(sample_folder):
    shown = refresh.shown(README, "answer")
    assert shown == refresh.answer(sample_folder), STALE
    gold = (ROOT / "corpus" / "sample" / "questions.jsonl").read_text(encoding="utf-8")
    (question,) = (q for q in map(json.loads, gold.splitlines())
                   if q["question"] == refresh.QUESTION)  # fmt: skip
    for entry in question["must_include"]:
        assert any(word in shown for word in ([entry] if isinstance(entry, str) else entry))


def test_the_figures_shown_are_the_figures_measured(sample_folder):
    """To a tenth: int8 arithmetic differs from one kind of processor to another."""

    def overall(table):
        return [float(cell) for cell in table.splitlines()[1].partition(")")[2].split()]

    shown, measured = refresh.shown(README, "figures"), refresh.figures(sample_folder)
    assert shown.splitlines()[0] == measured.splitlines()[0], STALE
    assert overall(shown) == pytest.approx(overall(measured), abs=0.1), STALE


def test_the_picture_is_there_and_light():
    assert refresh.PICTURE.read_bytes().startswith(b"\x89PNG")
    assert refresh.PICTURE.stat().st_size < 300_000


def test_links_to_files_lead_somewhere():
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert targets and [name for name in targets if not (ROOT / name).exists()] == []


def test_links_within_lead_to_a_heading():
    headings = {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-")
                for h in re.findall(r"^#+ (.+)$", README, re.M)}  # fmt: skip
    assert set(re.findall(r"\]\(#([^)]+)\)", README)) <= headings


def test_limits_address_kinds_and_columns_are_those_of_the_code():
    limits = Limits()
    assert f"{limits.memory / 1e9:g} GB of memory and {limits.total:g} seconds" in README
    assert f"{limits.per_page:g} second a page" in README and f"{limits.stall:g} seconds" in README
    assert f"http://{HOST}:{PORT}" in README
    assert ",".join(COLUMNS) in README
    assert f"Kinds are {', '.join(PAPER_KINDS[:-1])} and {PAPER_KINDS[-1]};" in README


def test_the_json_described_has_the_keys_printed(sample_folder):
    described = json.loads(re.search(r"^```json\n(.*?)^```$", README, re.M | re.S)[1])
    printed = json.loads(refresh.matters("ask", refresh.QUESTION, "--json", folder=sample_folder))
    assert list(described) == list(printed)
    for part in ("citations", "passages"):
        assert set(described[part][0]) == set(printed[part][0])
    for part in ("scope", "searched"):
        assert set(described[part]) == set(printed[part])


# Runs under an audit hook, which sees every connection that Python code opens, whoever opens it.
LISTENING = """
import sys
from pathlib import Path

called = []

def heard(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        called.append((event, arguments[-1] if event == "socket.connect" else arguments[0]))

sys.addaudithook(heard)
import socket
with socket.socket() as own:  # that it hears at all
    own.connect_ex(("127.0.0.1", 9))
assert called.pop()[0] == "socket.connect"

from fastapi.testclient import TestClient
from assistant.serving import build
from index.library import Library

with Library.open(Path(sys.argv[1])) as library:
    library.add([Path(sys.argv[2])])
    with TestClient(build(library), base_url="http://127.0.0.1") as browser:
        assert browser.get("/").status_code == 200
        assert browser.post("/api/ask", json={"question": sys.argv[3]}).json()["answered"]
print(called)
"""


def test_nothing_leaves_the_machine(tmp_path):
    paper = SAMPLE / "2025-06-10 Cabinet - Ofsted Inspection 2025.pdf"
    words = [str(tmp_path / "library"), str(paper), refresh.QUESTION]
    done = subprocess.run(
        [sys.executable, "-c", LISTENING, *words], cwd=ROOT, capture_output=True, encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
