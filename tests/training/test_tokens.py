from training.tokens import Cut

TEXT = "The bridge was mended in May 2024."


def test_a_span_of_characters_is_its_first_and_last_token():
    tokens = Cut()(TEXT)
    first, last = tokens.span(25, 33)
    start, end = tokens.offsets[first, 0], tokens.offsets[last, 1]
    assert TEXT[start:end] == "May 2024"


def test_a_span_that_was_cut_off_has_no_place():
    assert Cut()(TEXT).to(4).span(25, 33) is None


def test_a_text_is_cut_once():
    cut = Cut()
    assert cut(TEXT) is cut(TEXT)
