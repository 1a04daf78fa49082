from assistant.changes.pieces import field_of, pieces_of
from tests.assistant.changes.papers import paper, row


def pieces(*blocks):
    return [(piece.label, piece.text) for piece in pieces_of(paper(*blocks))]


def test_a_paragraph_is_a_piece_without_its_number():
    assert pieces({"text": "3.5 Five lamps.", "paragraph": "3.5"}) == [("", "Five lamps.")]


def test_a_line_of_fields_is_a_piece_each():
    line = "Contact officer: Ada Fell, Head of Care. Wards: All."
    assert [label for label, _ in pieces(line)] == ["Contact officer", "Wards"]


def test_names_over_values_are_their_labels():
    rows = row("Wards affected:", "Key decision:"), row("All", "No")
    assert pieces(*rows) == [("Wards affected", "All"), ("Key decision", "No")]


def test_names_without_values_below_are_kept():
    assert len(pieces(row("Wards affected:", "Key decision:"), "1.1 Text.")) == 3


def test_one_field_a_row_is_a_row():
    (piece,) = pieces_of(paper(row("Date", "4 July 2023")))
    assert piece.is_row and piece.label == "Date"


def test_a_sentence_with_a_colon_is_no_field():
    assert field_of("Wards: All") == "Wards"
    assert field_of("Other concerns: " + "word " * 40) == "" and field_of("As follows:") == ""


def test_a_text_that_goes_on_into_a_field_is_two_sentences():
    text = "There is no cost. Homes are few Implications verified by: Ada Fell"
    (piece,) = pieces_of(paper(text))
    assert [side.quote for side in piece.sides()] == [
        "There is no cost.", "Homes are few", "Implications verified by: Ada Fell",
    ]  # fmt: skip
