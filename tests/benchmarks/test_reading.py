from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import reading
from tests.corpus.pdfs import both, pdf, text


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A folder with two papers of a page and a note that is no PDF."""
    pdf(tmp_path / "b.pdf", both(text("Costs fell"), text("in May", top=90)))
    pdf(tmp_path / "a.pdf", text("Members noted the report."))
    (tmp_path / "c.txt").write_text("Members asked.")
    return tmp_path


def test_real_papers_are_taken_before_the_sample(sample: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "SHARED", sample)
    assert [path.name for path in reading.files(sample / "absent")] == ["a.pdf", "b.pdf"]


def test_sample_is_taken_where_there_are_no_real_papers(
    sample: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reading, "SHARED", sample / "absent")
    assert [path.name for path in reading.files(sample)] == ["a.pdf", "b.pdf"]


def test_every_page_counts(sample: Path):
    assert reading.pages(sorted(sample.glob("*.pdf"))) == 2


def test_both_ways_of_reading_are_timed_turn_about(sample: Path):
    pair = reading.compare([sample / "a.pdf"])
    assert len(pair.ours) == len(pair.theirs) == 3
    assert min(*pair.ours, *pair.theirs) > 0
