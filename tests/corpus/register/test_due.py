from __future__ import annotations

import pytest

from corpus.register.due import When, due_date, when_in


@pytest.mark.parametrize(
    ("cell", "due", "status"),
    [
        ("31 March 2024", "31 March 2024", ""),
        ("31 March 2024 (was 30 June 2023)", "31 March 2024 (was 30 June 2023)", ""),
        ("Spring 2024", "Spring 2024", ""),
        ("Within two months", "Within two months", ""),
        ("May 16 - March 17: The scorecard has improved.", "May 16 - March 17",
         "The scorecard has improved."),
        ("Complete", "", "Complete"),
        ("Ongoing -", "", "Ongoing -"),
        ("Completed in March 2017 and now part of the service.", "",
         "Completed in March 2017 and now part of the service."),
        ("A further six months is needed to put this into practice, by June '17", "June '17",
         "A further six months is needed to put this into practice, by June '17"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_cell_for_dates_is_parted_into_due_date_and_status(
    cell: str, due: str, status: str
) -> None:
    assert when_in(cell) == When(due, status)


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("Sept 16 & June 17", "2017-06-30"),
        ("2023/24", "2024-03-31"),
        ("31.3.24", "2024-03-31"),
        ("March ‘25", "2025-03-31"),
        ("6 months", None),
        ("Q3 2024-25", None),
        ("Sept 99", None),
        ("31 March 2025 (Q4)", "2025-03-31"),
        ("31 March 2025 (end of Q4)", "2025-03-31"),
        ("Was Q2, now 30 June 2025", "2025-06-30"),
        ("31 March 2025, then review 30 June 2026", "2025-03-31"),
        ("31 March 2025, review in 2026", "2025-03-31"),
        ("31 March 2025, extended to 30 June 2025", "2025-06-30"),
        ("31 March 2025; revised 30 June 2025", "2025-06-30"),
        ("Original 31 March 2025, moved to summer 2026", None),
        ("30 June 2025 (revised from 31 March 2025)", "2025-06-30"),
        ("Revised from 31 March 2025 to 30 June 2025", "2025-06-30"),
        ("1 April 2025 - 31 March 2026", "2026-03-31"),
        ("31 March 2025, now complete", "2025-03-31"),
        ("Spring 2024", None),
        ("Q3 (December 2024)", None),
        ("Summer 2025 (was 31 March 2025)", None),
    ],
)
def test_the_day_by_which_it_is_due(due: str, day: str | None) -> None:
    assert due_date(due, year=2017) == day
