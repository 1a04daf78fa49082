import pytest

from assistant.finding.evidence import Evidence
from assistant.finding.units import units_of
from assistant.telling.rows import LONG, cells_of, told_of
from index.search import Hit
from tests.index.small_papers import passage_of

HEADERS = "No.\nRecommendation\nLead\nActions\nBy when\nProgress"
MANY = " ".join(["word"] * LONG)
ROW = f"4\tMend the roof of the hall\tIda Moss, Estates\t{MANY}\tMarch 2024\tScaffolding is up"


def told(row: str, question: str) -> list[str]:
    passage = passage_of(row, headers=HEADERS)
    (unit,) = units_of(passage)
    item = Evidence(unit, Hit(passage, 1.0), 1.0, ())
    return [passage.text[a:b] for a, b in told_of(item, question)]


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Who leads on the roof?", "Ida Moss, Estates"),
        ("By when is the roof mended?", "March 2024"),
        ("Which works on the roof are overdue?", "March 2024"),
        ("What progress has been made with the roof?", "Scaffolding is up"),
        ("Is the roof finished?", "Scaffolding is up"),
    ],
)
def test_a_long_row_tells_the_cell_asked_for_and_no_other(question, cell):
    said = "\t".join(told(ROW, question))
    assert said == f"4\tMend the roof of the hall\t{cell}"


def test_a_short_row_is_told_whole():
    row = "4\tMend the roof of the hall\tIda Moss\tPaint\tMarch 2024\tDone"
    assert told(row, "Who leads on the roof?") == [row]


def test_cells_that_are_blank_are_left_out_and_each_is_a_slice():
    row = "4\t\t  Mend it \tIda"
    cells = cells_of(row, 10, ["No.", "Why", "What", "Who"])
    assert [(c.text, c.header) for c in cells] == [
        ("4", "No."),
        ("Mend it", "What"),
        ("Ida", "Who"),
    ]
    assert all(row[c.start - 10 : c.end - 10] == c.text for c in cells)


def test_what_became_of_a_thing_is_told_from_words_in_a_date_s_column():
    row = f"4\tMend the roof of the hall\tIda Moss\t{MANY}\tThe bid for the roof was lost and a new"
    row += " one will be made in spring\t3"
    pieces = told(row, "What became of the bid for the roof?")
    assert any("The bid for the roof was lost" in piece for piece in pieces)
