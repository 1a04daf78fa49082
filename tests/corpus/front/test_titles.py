"""Titles as printed: where from, how cased, what is none."""

from __future__ import annotations

import pytest

from corpus.front.header import header_of
from corpus.front.titles import cased, title_of
from tests.corpus.drawn import lines_in, paged


def title(text: str, file_title: str = "") -> str | None:
    lines = paged(text).lines if "**" in text else lines_in(text)
    found = title_of(header_of(lines), lines, file_title=file_title)
    return found.value if found else None


def test_shouted_titles_keep_what_cannot_be_spoken() -> None:
    assert cased("MTFP AND THE WORK OF THE BOARD: APPENDIX A") == (
        "MTFP and the Work of the Board: Appendix A"
    )


def test_shouted_titles_keep_the_abbreviations_the_paper_uses() -> None:
    text = "**SEND AND THE PLAN TO AGREE\n\nPupils with SEND are asked to AGREE; all agree."
    assert title(text) == "SEND and the Plan to Agree"


def test_a_long_title_is_kept_whole() -> None:
    long = "Transfer of the service for young people " * 7
    assert title(f"Subject: {long}") == long.strip()


@pytest.mark.parametrize("state", ["DRAFT", "(DRAFT)", "- FINAL"])
def test_the_state_of_a_paper_is_not_its_title(state: str) -> None:
    assert title(f"**Improving Care Together {state}\n\nText") == "Improving Care Together"


@pytest.mark.parametrize(
    "line", ["Agenda Item 6", "Report of the Director", "Wethermere Borough Council", "Appendix C",
             "12 March 2024", "Appendix A to the report to Cabinet", "NOT FOR PUBLICATION"],
)  # fmt: skip
def test_what_stands_over_a_title_is_none(line: str) -> None:
    assert title(f"**{line}\n\n**Falls in Older People\n\nText") == "Falls in Older People"


def test_a_templates_title_that_the_paper_does_not_print_is_none() -> None:
    assert title("**Reserves Policy\n\nText", "PowerPoint Presentation x") == "Reserves Policy"


def test_who_made_a_report_stands_beside_its_title() -> None:
    made = "**Patch or Mend?\n\nFinal report of the Drainage Task Group\n\nPlace Scrutiny Committee"
    assert title(made) == "Patch or Mend? – Final report of the Drainage Task Group"
    assert title("**Patch or Mend?\n\nReport of the Director of Roads") == "Patch or Mend?"
