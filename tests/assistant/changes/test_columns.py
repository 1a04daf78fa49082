from assistant.changes.columns import paired_columns
from corpus.paper import Block
from tests.assistant.changes.papers import row


def columns(old, new):
    return paired_columns(*(Block(**row(*["x"] * len(names), headers=names), start=0, end=1)
                            for names in (old, new)))  # fmt: skip


def test_a_column_that_came_stands_alone():
    found = columns(("Measure", "2022"), ("Measure", "2022", "2023"))
    assert found == [(0, 0, "Measure"), (1, 1, "2022"), (None, 2, "2023")]


def test_a_column_under_another_name_is_the_same_between_the_same_neighbours():
    found = columns(("Ref", "September", "Rating"), ("Ref", "March", "Rating"))
    assert found == [(0, 0, "Ref"), (1, 1, "March"), (2, 2, "Rating")]


def test_columns_that_slid_on_are_told_apart():
    found = columns(("Measure", "May", "June"), ("Measure", "June", "July"))
    assert found == [(0, 0, "Measure"), (1, None, "May"), (2, 1, "June"), (None, 2, "July")]
