"""Headings are told from sentences, fields and lists of names."""

from __future__ import annotations

import pytest

from corpus.prose.headings import could_head


@pytest.mark.parametrize("text", ["Recommendations", "Legal implications", "Reasons for urgency"])
def test_short_unended_lines_could_be_headings(text: str) -> None:
    assert could_head(text)


@pytest.mark.parametrize(
    "text",
    [
        "The plan was agreed.",
        "Lead officer: Wilf Tarrant",
        "Note the report",
        "N/A",
        "Against (12)",
        "Mr Ashgrove, Ms Birch, Mrs Coppice",
        "Mr Ashgrove proposed, and Ms Birch seconded the motion that",
        "the second half of a sentence",
        "£1,200",
    ],
)
def test_what_only_looks_like_a_heading_is_none(text: str) -> None:
    assert not could_head(text)


def test_a_bold_title_may_hold_a_colon_and_a_figure() -> None:
    assert could_head("Improvement Plan: Update", bold=True)
    assert could_head("24/00012 - Family hubs", bold=True)
    assert not could_head("Improvement Plan: Update")
