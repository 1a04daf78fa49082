"""An add killed at any moment leaves the library as it was before a batch or as it is after."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.library import Library, PaperRecord
from index.words import tokens
from tests.index.library_fakes import BOTH, SeededEncoder, add, found, write_papers

ROOT = Path(__file__).parents[3]
FILES = 24

# Batches of three, so that a kill falls between, before and inside them.
ADDING = """
import sys
from pathlib import Path
from tests.index.library_fakes import SeededEncoder, TextReader
from index.changing import adding
from index.library import Library

adding.BATCH_FILES, adding.BUILDING_SHARE = 3, 0.0
folder, source = map(Path, sys.argv[1:3])
with Library.open(folder, encoder=SeededEncoder()) as library:
    print("ready", flush=True)
    library.add([source], reader=TextReader() if sys.argv[3:] else None)
"""

CORRECTING = """
import sys
from tests.index.library_fakes import SeededEncoder
from index.library import Library

with Library.open(sys.argv[1], encoder=SeededEncoder()) as library:
    print("ready", flush=True)
    for turn in range(1000):
        access = ("exempt", "public")[turn % 2]
        library.correct("paper1", committee=f"committee{turn}", access=access, by="An Officer")
"""


def start(folder: Path, source: Path, *, really: bool = False) -> subprocess.Popen[bytes]:
    """Start an add; `really` reads in child processes, as `matters add` does."""
    how = [] if really else ["in this process"]
    return run(ADDING, str(folder), str(source), *how)


def run(script: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def text_of(number: int) -> str:
    return "\n".join(" ".join(f"paper{number} line{line}" for _ in range(45)) for line in range(3))


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("handed-in")
    write_papers(folder, **{f"paper{number}": text_of(number) for number in range(FILES)})
    return folder


@pytest.fixture(scope="module")
def seconds(tmp_path_factory, source) -> float:
    """How long an add takes here when nobody kills it."""
    adding = start(tmp_path_factory.mktemp("whole") / "library", source)
    assert adding.stdout.readline() == b"ready\n"
    began = time.monotonic()
    assert adding.wait(120) == 0
    return time.monotonic() - began


def check(library: Library) -> int:
    """Everything is all or nothing, and found; returns how many papers there are."""
    papers = library.papers()
    for paper in papers:
        assert library.text_of(paper.id) == text_of(int(paper.id.removeprefix("paper")))
        assert len(library.passages_in(paper.id)) == paper.passages > 0
        assert library.original(paper.id) is not None
    shelf = library.shelf("public")
    assert (shelf is None) == (not papers)
    for paper in papers:
        hits = shelf.words.search([(term, 1.0) for term in tokens(paper.id)], 5, crumb_weight=0.0)
        found = library.passages([i for i, _ in hits])
        assert len(found) == len(hits) > 0
        assert {passage.paper for passage in found.values()} == {paper.id}
        near = shelf.vectors.search(library.encoder.encode([paper.id])[0], 5)
        assert len(library.passages([i for i, _ in near])) == len(near) > 0
    return len(papers)


@pytest.mark.parametrize("seed", range(10))
def test_a_killed_add_leaves_old_or_new(tmp_path, source, seconds, seed):
    folder = tmp_path / "library"
    adding = start(folder, source)
    adding.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, seconds))
    adding.kill()
    adding.wait()
    with Library.open(folder, encoder=SeededEncoder()) as library:
        before = check(library)  # without repair first: a reader may come before any verify
        assert before % 3 == 0
        assert all(finding.repaired for finding in library.verify())
        assert library.verify() == []
        assert check(library) == before


def test_a_killed_add_with_real_readers_leaves_old_or_new(tmp_path, source):
    folder = tmp_path / "library"
    adding = start(folder, source, really=True)
    adding.stdout.readline()
    time.sleep(0.8)  # some files read, their children at work on others
    adding.kill()
    adding.wait()
    with Library.open(folder, encoder=SeededEncoder()) as library:
        assert all(finding.repaired for finding in library.verify())
        assert library.verify() == []
        reports = library.add([source])
        assert {report.outcome for report in reports} <= {"read", "unchanged"}
        assert len(library.papers()) == FILES
        assert library.verify() == []


def test_a_killed_add_is_finished_by_the_next(tmp_path, source, seconds):
    folder = tmp_path / "library"
    adding = start(folder, source)
    adding.stdout.readline()
    time.sleep(seconds / 2)
    adding.kill()
    adding.wait()
    again = start(folder, source)
    assert again.wait(120) == 0
    with Library.open(folder, encoder=SeededEncoder()) as library:
        assert check(library) == FILES
        assert library.verify() == []


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_correction_leaves_old_or_new(tmp_path, source, seed):
    folder = tmp_path / "library"
    with Library.open(folder, encoder=SeededEncoder()) as library:
        add(library, [source / f"paper{number}.txt" for number in range(3)])
    correcting = run(CORRECTING, str(folder))
    correcting.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, 0.5))
    correcting.kill()
    correcting.wait()
    with Library.open(folder, encoder=SeededEncoder()) as library:
        (paper,) = (paper for paper in library.papers(BOTH) if paper.id == "paper1")
        check_corrected(library, paper)
        assert all(finding.repaired for finding in library.verify())
        assert library.verify() == []
        check_corrected(library, paper)


def check_corrected(library: Library, paper: PaperRecord) -> None:
    """Paper, corrections, audit log, breadcrumbs and both shelves tell of one and the same."""
    said = {c.field: c.value for c in library.corrections_of(paper.id, BOTH)}
    audited = "SELECT after FROM audit WHERE field = 'committee' ORDER BY id DESC"
    if said:
        assert said == {"committee": paper.committee, "access": paper.access}
        assert library.catalogue.value(audited) == paper.committee
    passages = library.passages_in(paper.id, BOTH)
    assert all(f"\n{paper.committee}\n" in passage.breadcrumb for passage in passages)
    for access in BOTH:
        held = paper.id in found(library, paper.id, access)
        assert held == (access == paper.access)
