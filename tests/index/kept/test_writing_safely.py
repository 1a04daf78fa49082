import errno
import multiprocessing
import threading
from pathlib import Path

import pytest

from index.errors import BusyError, DiskFullError
from index.kept import lock
from index.kept.lock import sole_writer
from tests.index.library_fakes import add, found, write_papers


def hold(folder: Path, holding, done) -> None:
    with sole_writer(folder, "adding papers"):
        holding.set()
        done.wait(30)


@pytest.mark.parametrize("kind", ["thread", "process"])
def test_a_second_writer_is_told_who_is_writing(library, source, monkeypatch, kind):
    monkeypatch.setattr(lock.sole_writer.__wrapped__, "__kwdefaults__", {"wait": 0.2})
    context = multiprocessing.get_context("spawn")
    event, worker = (
        (threading.Event, threading.Thread)
        if kind == "thread"
        else (context.Event, context.Process)
    )
    holding, done = event(), event()
    holder = worker(target=hold, args=(library.folder, holding, done))
    holder.start()
    try:
        assert holding.wait(30)
        with pytest.raises(BusyError, match=r"process \d+ has been adding papers since"):
            add(library, write_papers(source, a="One."))
        assert library.papers() == []  # readers are not kept waiting
    finally:
        done.set()
        holder.join()
    assert add(library, [source])[0].outcome == "read"


@pytest.mark.parametrize("where", ["copy_whole", "shelves.build"])
def test_a_full_disk_leaves_the_library_as_it_was(library, source, monkeypatch, where):
    add(library, write_papers(source, a="One."))

    def full(*_args, **_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    door = {"copy_whole": "changing.intake.copy_whole", "shelves.build": "kept.shelves.Words.build"}
    target = f"index.{door[where]}"
    with monkeypatch.context() as patch:
        patch.setattr(target, full)
        with pytest.raises(DiskFullError, match="is full: nothing was changed"):
            add(library, write_papers(source, b="Two."))
    assert not (library.folder / "writer.json").exists()  # nobody is writing any more
    assert [p.id for p in library.papers()] == ["a"]
    assert library.verify() == []
    assert found(library, "one two") == {"a"}


def test_older_generations_go_but_the_one_before(library, source):
    for number in range(4):
        add(library, write_papers(source, **{f"p{number}": f"Number {number}."}))
    kept = sorted(p.name for p in (library.folder / "shelves/public").iterdir())
    assert kept == ["generation-000003", "generation-000004"]
