import pytest

from assistant.rewording.names import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Report of the Head of Care, Ada Fell", ["Head of Care", "Ada Fell"]),
        ("Training for staff. Average caseloads fell.", []),
        ("rated Red or Amber in March", []),
        ("The IMPOWER review", ["IMPOWER"]),
        ("A) Complete the plan B) Implement it", []),
        ("seen by the Health and Wellbeing Board", ["Health and Wellbeing Board"]),
        ("Ada Fell\nHead of Care", ["Ada Fell", "Head of Care"]),
    ],
)
def test_names_are_runs_of_capitals_but_no_opening_word_or_colour(text, names):
    assert [text[a:b] for a, b in names_in(text)] == names
