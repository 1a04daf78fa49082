from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation
from assistant.cli.show import answer_lines, corrected_lines, source
from assistant.reading.view import MARKS
from index.catalogue import PaperRecord
from index.corrections.papers import Correction

CITED = Citation(1, "d", "d", "Lamp Posts", "Five lamps.", council="Oxton", committee="Cabinet",
                 meeting_date="2023-10-10", page=4)  # fmt: skip
PAPER = PaperRecord(
    id="d", document="d", title="Lamp Posts", kind="report", access="public", council="Oxton",
    committee="Panel", date="2023-10-10", item="", name="d.pdf", sha256="", pages=3, outcome="read",
    reason="", passages=1, number=1,
)  # fmt: skip


def test_a_source_says_what_to_know_of_its_words():
    assert source(CITED) == "Lamp Posts, Oxton Cabinet, 10 October 2023, page 4"
    marked = source(replace(CITED, marks=("cells uncertain", "read by OCR")))
    assert "page 4; cells uncertain" in marked and "; read by OCR" in marked


@pytest.mark.parametrize("mark", MARKS)
def test_an_answers_source_is_printed_with_what_to_know_of_it(mark):
    cited = replace(CITED, marks=(mark,))
    answer = Answer("Why?", True, "figure", "Five. [1]", citations=(cited,))
    assert MARKS[mark] in " ".join(" ".join(answer_lines(answer)).split())


def test_what_steers_a_terminal_never_reaches_it_from_an_answer():
    cited = replace(CITED, council="\x1b[2J", item="\x9b5m", quote="Five\x07 lamps.")
    lines = answer_lines(Answer("Why?", True, "figure", "Five. [1]\x1b", citations=(cited,)))
    assert not set("".join(lines)) & set("\x1b\x9b\x07")


def test_a_correction_stands_beside_what_the_paper_itself_says():
    made = Correction("d", "committee", "Panel", "Cabinet", "A. Clerk", "2024-02-01T09:00:00Z")
    lines = list(corrected_lines(PAPER, [made]))
    assert lines[0] == "d: Lamp Posts, Oxton Panel, 10 October 2023, report, public"
    assert lines[1] == "  committee: Panel (the paper itself says Cabinet; A. Clerk)"
    assert "says nothing" in list(corrected_lines(PAPER, [replace(made, own="")]))[1]
