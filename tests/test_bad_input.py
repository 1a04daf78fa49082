"""Bad input through the real command: one clear sentence, the documented status, nothing lost."""

import ctypes
import hashlib
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import pypdf
import pytest

from index.library import Library

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "What did Cabinet resolve on 4 July 2023?"
REFUSED, WRONG = 1, 2  # statuses: done in part, or a refused answer; bad usage, or an error


@pytest.fixture
def matters(own_folder, tmp_path):
    """Run `matters` on a library of the sample papers; gives the finished process."""

    def command(*words, library=own_folder, **options):
        return subprocess.run(
            [sys.executable, "-c", "from assistant.cli import main; main()", *map(str, words)],
            env=os.environ | {"PYTHONPATH": str(ROOT), "MATTERS_LIBRARY": str(library)},
            cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=120, check=False,
            **options,
        )  # fmt: skip

    return command


@pytest.fixture(autouse=True)
def nothing_is_lost(own_folder):
    """Whatever a test of this file hands in, the library's papers are the same afterwards."""
    with Library.open(own_folder, read_only=True) as library:
        before = library.status(("public", "exempt")).shelves
    yield
    with Library.open(own_folder) as library:
        assert library.status(("public", "exempt")).shelves == before
        assert library.verify(repair=False) == []


def said_in_one_sentence(done, *, status=WRONG):
    """What a failed command says: one line on standard error, nothing on standard output."""
    assert done.returncode == status
    assert done.stdout == "" and "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1 and done.stderr.endswith(".\n")
    return done.stderr


def refused(done, name):
    """The reason in a refused file's line of report."""
    assert (done.returncode, done.stderr) == (REFUSED, "")
    (line,) = (line for line in done.stdout.splitlines() if name in line)
    outcome, _, reason = line.partition(f"{name}: ")
    assert outcome.strip() == "refused" and reason.endswith(".")
    return reason


def test_a_missing_path_is_named(matters):
    assert "no file or folder gone.pdf" in said_in_one_sentence(matters("add", "gone.pdf"))


def test_a_missing_path_among_good_ones_adds_none(matters, tmp_path):
    (tmp_path / "note.txt").write_text("The lamp post was repaired.\n", encoding="utf-8")
    assert "gone.pdf" in said_in_one_sentence(matters("add", "note.txt", "gone.pdf"))


def test_a_folder_with_no_papers(matters, tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "cat.jpg").write_bytes(b"\xff\xd8\xff")
    assert "no papers in pictures" in said_in_one_sentence(matters("add", "pictures"))


def test_a_password_protected_pdf(matters, tmp_path):
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    assert "password" in refused(matters("add", "locked.pdf"), "locked.pdf")


def test_an_empty_file_is_refused(matters, tmp_path):
    (tmp_path / "empty.pdf").touch()
    assert "empty" in refused(matters("add", "empty.pdf"), "empty.pdf")


def test_a_program_renamed_pdf(matters, tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"MZ\x90\x00\x03" + bytes(range(256)) * 40)
    assert "program" in refused(matters("add", "report.pdf"), "report.pdf")


def test_a_refused_file_does_not_keep_its_neighbour_out(matters, tmp_path, own_folder):
    library = shutil.copytree(own_folder, tmp_path / "another")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "empty.pdf").touch()
    (tmp_path / "papers" / "note.txt").write_text("The lamp post was repaired.\n")
    done = matters("add", "papers", library=library)
    assert done.returncode == REFUSED
    assert "read         note.txt" in done.stdout
    assert "2 files: 1 read, 1 refused." in done.stdout


@pytest.mark.parametrize(
    "manifest",
    [
        b"file,colour\nnote.txt,red\n",
        b"file,date\nnote.txt,tomorrow\n",
        b'file,council\n"note.txt,Anytown\n',
        bytes(range(256)) * 8,
    ],
    ids=["unknown column", "no date", "open quotation mark", "not text"],
)
def test_a_corrupt_papers_csv(matters, tmp_path, manifest):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "note.txt").write_text("The lamp post was repaired.\n")
    (tmp_path / "papers" / "papers.csv").write_bytes(manifest)
    assert "papers.csv" in said_in_one_sentence(matters("add", "papers"))


def test_a_question_of_ten_thousand_characters(matters):
    assert "characters" in said_in_one_sentence(matters("ask", "why? " * 2000))


@pytest.mark.parametrize("question", ["", "  \n "])
def test_an_empty_question(matters, question):
    assert "question" in said_in_one_sentence(matters("ask", question))


@pytest.mark.parametrize("words", ["", " ? "])
def test_a_search_for_nothing(matters, words):
    told = said_in_one_sentence(matters("search", words))
    assert "Type what to look for" in told
    done = matters("search", words, "--json")
    assert (done.returncode, json.loads(done.stdout)) == (WRONG, {"error": told.strip()})


def test_a_library_that_is_not_there(matters, tmp_path):
    assert "no library" in said_in_one_sentence(matters("ask", QUESTION, library=tmp_path / "none"))
    assert not (tmp_path / "none").exists()


def digests(folder):
    """Every file of a folder, by its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def numbered(folder, version):
    """Write a version number into a library's catalogue; gives the one it had."""
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as catalogue:
        (had,) = catalogue.execute("PRAGMA user_version").fetchone()
        catalogue.execute(f"PRAGMA user_version = {version}")
    return had


@pytest.mark.parametrize("verb", [("ask", QUESTION), ("add", "note.txt"), ("verify",), ("serve",)])
def test_a_library_of_a_newer_version_is_not_touched(matters, own_folder, tmp_path, verb):
    (tmp_path / "note.txt").write_text("The lamp post was repaired.\n", encoding="utf-8")
    version = numbered(own_folder, 9999)
    before = digests(own_folder)
    assert "newer version" in said_in_one_sentence(matters(*verb))
    assert digests(own_folder) == before
    numbered(own_folder, version)


def powerless():
    """In a child process: root without its right to write where the permissions say no."""
    CAP_DAC_OVERRIDE, PR_CAPBSET_DROP = 1, 24
    if ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0):
        os._exit(99)


@contextmanager
def unwritable(folder):
    """The options for a process that may read this folder and not write it."""
    if os.name == "nt" or (os.geteuid() == 0 and sys.platform != "linux"):
        pytest.skip("permissions do not bind this user here")
    paths = [folder, *folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in paths}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield {"preexec_fn": powerless} if os.geteuid() == 0 else {}
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def test_a_read_only_library_is_asked_and_not_added_to(matters, own_folder, tmp_path):
    (tmp_path / "note.txt").write_text("The lamp post was repaired.\n", encoding="utf-8")
    before = digests(own_folder)
    with unwritable(own_folder) as options:
        asked = matters("ask", QUESTION, "--json", **options)
        assert asked.returncode == 0 and json.loads(asked.stdout)["citations"]
        assert json.loads(matters("status", "--json", **options).stdout)["read_only"] is True
        for words in (("add", "note.txt"), ("remove", "2023-07-04 Cabinet - Minutes", "--yes")):
            told = said_in_one_sentence(matters(*words, **options))
            assert "read-only" in told and "copy it" in told
    assert digests(own_folder) == before


def test_a_port_in_use_is_said_in_one_sentence(matters):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = said_in_one_sentence(matters("serve", "--port", port))
    assert f"Port {port}" in told and "--port" in told
