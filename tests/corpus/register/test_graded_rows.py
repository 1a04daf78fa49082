"""Tables of grades: an area a row, a date or an area a column."""

from __future__ import annotations

from corpus.paper import Block
from corpus.register.graded_rows import grades_in_row


def row(*cells: str, headers: tuple[str, ...] = (), label: str = "x") -> Block:
    text = "\t".join(cells)
    return Block("table row", text, 0, len(text), row=label, headers=headers, cells=cells)


def grades(block: Block) -> list[tuple[str, str, str]]:
    found = grades_in_row(block)
    return [(one.subject, one.grade, one.dates.words if one.dates else "") for one in found]


def test_an_area_and_its_grade() -> None:
    assert grades(row("2.1 Care leavers", "Inadequate")) == [("Care leavers", "Inadequate", "")]
    assert grades(row("1", "Care leavers", "Good")) == [("Care leavers", "Good", "")]


def test_a_column_named_by_a_date_gives_the_grade_of_that_date() -> None:
    names = ("Judgement", "May 2019", "June 2023")
    assert grades(row("Care leavers", "Good", "Outstanding", headers=names)) == [
        ("Care leavers", "Good", "May 2019"),
        ("Care leavers", "Outstanding", "June 2023"),
    ]


def test_a_column_named_by_an_area_gives_the_grade_of_that_area() -> None:
    names = ("Home", "Overall", "Safe", "Inspected")
    assert grades(row("Elm House", "Good", "Inadequate", "3 May 2024", headers=names)) == [
        ("Elm House", "Good", ""),
        ("Elm House: Safe", "Inadequate", ""),
    ]
    assert grades(row("Grade", "Good", "Poor", headers=("", "Elm House", "Ash House"))) == [
        ("Elm House", "Good", ""),
        ("Ash House", "Poor", ""),
    ]


def test_a_date_beside_the_only_grade_is_its_date() -> None:
    names = ("School", "Inspected", "Grade")
    found = grades(row("Elm Primary", "3 May 2024", "Good", headers=names))
    assert found == [("Elm Primary", "Good", "3 May 2024")]


def test_an_audit_opinion_may_be_one_word() -> None:
    names = ("Audit", "Assurance opinion")
    assert grades(row("Payroll", "Limited", headers=names)) == [("Payroll", "Limited", "")]
    assert not grades(row("Payroll", "Limited", headers=("Supplier", "Kind of company")))


def test_a_scale_explained_a_header_and_other_words_are_none() -> None:
    assert not grades(row("Good", "The service is performing well."))
    assert not grades(row("2", "Good"))
    assert not grades(row("Area", "Good", label="header"))
    assert not grades(row("Care leavers", "Amber"))
    assert not grades(row("Care leavers", "A good service"))
