"""Broken and hostile PDFs: each ends in a line of report, and what was there before is untouched.

One `matters add` of the whole folder runs once, in a process of its own group, while its children's
memory is watched; the tests below look at what it left.
"""

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assistant.assistant import ask
from index.library import Library

ROOT = Path(__file__).resolve().parent.parent
PAPERS = ROOT / "corpus" / "sample" / "papers"
EARLIER = ["2023-07-04 Cabinet - Minutes.html", "2023-10-10 CF Scrutiny - Minutes.pdf"]
SECONDS, BYTES = 30, 2 << 30  # no file may take more; the reader's own limits are lower
OUTCOMES = {"read", "read in part", "unchanged", "refused"}  # two of the files are the same

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="memory is watched through /proc")


@pytest.fixture(scope="module")
def hostile(shared):
    """The broken and hostile files, without the list that describes them."""
    files = sorted(path for path in (shared / "torture").iterdir() if path.suffix != ".tsv")
    return files or pytest.skip("no shared papers")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A library that already holds two papers."""
    folder = tmp_path_factory.mktemp("torture") / "library"
    with Library.open(folder) as library:
        library.add([PAPERS / name for name in EARLIER])
    return folder


@pytest.fixture(scope="module")
def before(folder):
    """The two papers' passages, before."""
    with Library.open(folder, read_only=True) as library:
        return passages(library)


@pytest.fixture(scope="module")
def added(folder, before, hostile):
    """What `matters add` of all of them printed and how it ended; `peak` is bytes, of a child."""
    command = [sys.executable, "-c", "from assistant.cli import main; main()", "add", "--json",
               "--library", str(folder), *map(str, hostile)]  # fmt: skip
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          encoding="utf-8") as process:  # fmt: skip
        watch = PeakOfChildren(process.pid)
        watch.start()
        out, err = process.communicate()
        watch.stop()
    return {"status": process.returncode, "out": out, "err": err, "peak": watch.peak}


class PeakOfChildren(threading.Thread):
    """Notes the largest resident size, in bytes, that any child of a process ever had."""

    def __init__(self, parent):
        super().__init__(daemon=True)
        self.parent, self.peak, self._ended = parent, 0, threading.Event()

    def run(self):
        while not self._ended.wait(0.02):
            for child in children(self.parent):
                self.peak = max(self.peak, high_water(child))

    def stop(self):
        self._ended.set()
        self.join()


def children(pid):
    """The processes this one started; none once it is gone."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return [n for task in tasks for n in (task / "children").read_text().split()]
    except OSError:
        return []


def high_water(pid):
    """The most memory a process has held, in bytes (Linux's VmHWM); 0 once it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    sizes = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(sizes[0]) * 1024 if sizes else 0


def passages(library):
    """The public passages of the two papers that were there first, by id."""
    kept = {name.rpartition(".")[0] for name in EARLIER}
    papers = [paper for paper in library.papers() if paper.document in kept]
    assert len(papers) == len(EARLIER)
    return {paper.id: [p.text for p in library.passages_in(paper.id)] for paper in papers}


def test_the_command_survives_them_all(added):
    assert added["status"] in (0, 1)
    assert "Traceback" not in added["err"] and added["err"].count("\n") <= 1


def test_each_file_ends_in_one_line_of_report(added, hostile):
    files = json.loads(added["out"])["files"]
    assert sorted(file["path"] for file in files) == sorted(map(str, hostile))
    for file in files:
        assert file["outcome"] in OUTCOMES, file
        assert file["outcome"] == "read" or file["reason"], file
        assert "\n" not in file["reason"] and "Error" not in file["reason"], file


def test_no_file_takes_more_than_thirty_seconds_or_two_gigabytes(added):
    slow = {f["path"]: f["seconds"] for f in json.loads(added["out"])["files"]}
    assert max(slow.values()) <= SECONDS, max(slow, key=slow.get)
    if sys.platform == "linux":
        assert 0 < added["peak"] <= BYTES


def test_earlier_papers_are_untouched_and_still_answer(added, folder, before):
    with Library.open(folder, read_only=True) as library:
        assert passages(library) == before
        answer = ask(library, "What did Cabinet resolve on 4 July 2023?")
    assert answer.answered
    assert "2023-07-04 Cabinet - Minutes" in {c.document for c in answer.citations}


def test_the_library_verifies_afterwards(added, folder):
    with Library.open(folder) as library:
        assert library.verify(repair=False) == []
