"""Questions asked of papers that stay where they are."""

import json

import pytest

from tests.corpus.pdfs import pdf, text
from training import papers
from training.papers import hashed, read_papers

SAID = "The bridge was mended in May 2024 for £3,000."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A paper of one passage, and no questions yet."""
    (tmp_path / "asked").mkdir()
    monkeypatch.setattr(papers, "ASKED", tmp_path / "asked")
    (tmp_path / "papers").mkdir()
    pdf(tmp_path / "papers" / "bridges.pdf", text(SAID))
    return tmp_path


def asked(folder, of):
    start = SAID.index("May 2024")
    question = {"q": "when was it mended", "start": start, "end": start + 8}
    row = {"file": "bridges.pdf", "passage": hashed(of), "questions": [question],
           "near_misses": ["Who mended it?"]}  # fmt: skip
    (folder / "asked" / "one.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")


def test_a_question_finds_its_passage_and_its_answer(folder):
    asked(folder, SAID)
    (found,) = read_papers(folder / "papers")
    (question,) = found.questions
    assert found.text[question.start : question.end] == "May 2024"
    assert found.near_misses == ("Who mended it?",)
    assert found.document == "bridges.pdf"


def test_a_passage_that_is_read_otherwise_is_counted_and_asked_nothing(folder, capsys):
    asked(folder, "The bridge was mended.")
    (found,) = read_papers(folder / "papers")
    assert found.questions == found.near_misses == ()
    assert "1 passages that questions were written for" in capsys.readouterr().err


def test_without_the_papers_it_is_said_and_nothing_is_read(folder, capsys):
    asked(folder, SAID)
    assert read_papers(folder / "elsewhere") == []
    assert "There is no" in capsys.readouterr().err


def test_the_questions_that_come_with_the_project_find_their_passages(shared, capsys):
    found = [p for p in read_papers(shared / "papers" / "pdf") if p.questions]
    assert len(found) > 700
    assert "not read so any more" not in capsys.readouterr().err
    for passage in found:
        for question in passage.questions:
            assert passage.text[question.start : question.end].strip()
