"""Cells put under the right columns, or left alone."""

from __future__ import annotations

from corpus.tables.alignment import aligned, fits, learnt, mapped, spread

ROWS = (
    ("1", "Audit the case files", "Team Manager", "Done"),
    ("2", "Train the new staff", "Service Manager", "Late"),
    ("3", "Agree a data protocol", "", "Done"),
)


def test_headers_find_their_counterparts_in_order_or_none() -> None:
    assert mapped(("No", "L e a d"), ("No", "Action", "Lead")) == (0, 2)
    assert mapped(("No", "Owner"), ("No", "Action", "Lead")) == ()


def test_a_row_of_strange_cells_does_not_fit() -> None:
    assert fits(("4", "Visit every home", "", "Late"), learnt(ROWS))
    assert not fits(("4", "Visit every home", "12", "Late"), learnt(ROWS))


def test_a_short_row_goes_where_alone_it_fits() -> None:
    assert aligned(("4", "Visit every home", "Late"), learnt(ROWS)) == (
        "4", "Visit every home", "", "Late",
    )  # fmt: skip


def test_two_cells_run_together_are_parted_where_a_column_knows_the_first() -> None:
    columns = learnt([row for row in ROWS if row[2]])
    row = ("4", "Visit every home", "Team Manager Done")
    assert aligned(row, columns) == ("4", "Visit every home", "Team Manager", "Done")


def test_a_short_row_that_lacks_what_every_row_has_goes_nowhere() -> None:
    assert aligned(("Visit every home", "Team Manager", "Late"), learnt(ROWS)) is None


def test_a_row_that_lost_the_tabs_at_its_end_is_blank_there() -> None:
    row = ("4", "Visit every single home", "Team Manager")
    assert aligned(row, learnt(ROWS)) == (*row, "")


def test_a_row_that_ends_in_something_unusual_goes_nowhere() -> None:
    columns = learnt([*ROWS, ("5", "Report to the board", "as the cabinet agrees", "Done")])
    row = ("4", "Visit every single home", "as the board agrees by May")
    assert aligned(row, columns) is None


def test_two_equal_places_are_no_place() -> None:
    columns = learnt([("1", "", "", "Done"), ("2", "3", "", "Done"), ("2", "", "3", "Done")])
    assert aligned(("4", "3", "Done"), columns) is None


def test_nothing_is_learnt_from_nothing() -> None:
    assert aligned(("4",), learnt(())) is None


def test_cells_are_spread_over_blanks() -> None:
    assert spread(("a", "b"), (0, 2), 4) == ("a", "", "b", "")
