from __future__ import annotations

from pathlib import Path

import pytest

from corpus import child, process
from corpus.messages import Request
from corpus.pdf.ocr import MEMORY


@pytest.mark.parametrize(("loaded", "more"), [(False, 0), (True, MEMORY)])
def test_memory_is_limited_at_every_request_whatever_the_one_before_was_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, loaded: bool, more: int
) -> None:
    (tmp_path / "a.txt").write_text("1.1 The Committee considered the report.\n")
    limits: list[int] = []
    monkeypatch.setattr(child, "limit_memory", limits.append)
    monkeypatch.setattr(child, "is_loaded", lambda: loaded)
    for memory in (700, 500):
        child.answer(Request(str(tmp_path / "a.txt"), memory=memory), lambda _: None)
    assert limits == [700 + more, 500 + more]


@pytest.mark.parametrize(("asked", "told"), [("debug", True), ("", False)])
def test_what_is_not_foreseen_is_refused_and_traced_for_whoever_asked(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    asked: str,
    told: bool,
) -> None:
    monkeypatch.setenv("MATTERS_LOG", asked)
    monkeypatch.setattr(child, "reading_of", lambda *_: 1 / 0)
    reading = child.answer(Request(str(tmp_path / "a.txt")), lambda _: None)
    assert reading.reason == ("a.txt was refused: this program failed on it: please report that.")
    assert ("ZeroDivisionError" in capsys.readouterr().err) is told


@pytest.mark.parametrize(("asked", "told"), [("debug", True), ("", False), ("warning", False)])
def test_a_child_prints_tracebacks_for_whoever_asked(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], *, asked: str, told: bool
) -> None:
    monkeypatch.setenv("MATTERS_LOG", asked)
    running = process.Child()
    running.ask("no request at all")
    with pytest.raises(process.StoppedError):
        running.answer(30)
    running.stop()
    assert ("Traceback" in capfd.readouterr().err) is told
