"""The papers that ship: a fictional council's, with questions whose right answers are known.

Written for this project so that anyone can try it, test it and measure it without anyone's real
papers. `sources/` holds the words, `papers/` what `python -m corpus.sample.build` makes of them.
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def papers_folder() -> Path:
    """The folder of the built sample papers (PDF, DOCX, HTML, text)."""
    return HERE / "papers"


def questions_file() -> Path:
    """The gold questions over the sample papers, one JSON object a line."""
    return HERE / "questions.jsonl"


def register_file() -> Path:
    """What the sample papers judge, recommend, decide and promise, one JSON object a line."""
    return HERE / "register.jsonl"


def more_questions_file() -> Path:
    """More of them, shorter, half of which the papers do not answer: for when to refuse."""
    return HERE / "more-questions.jsonl"
