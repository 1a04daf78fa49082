"""What makes two papers one series, and what does not."""

from __future__ import annotations

import pytest

from corpus.paper import Meeting, Paper, PaperKind
from corpus.series import series_key


def key(
    title: str, kind: PaperKind = "report", council: str = "Oxton Council",
    committee: str = "Scrutiny Committee",
) -> str:  # fmt: skip
    return series_key(Paper("x", "x", title, kind, "public", Meeting(council, committee)))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Inspection Action Plan", "Inspection Action Plan - Update"),
        ("Inspection Action Plan – Update (July 2017)", "INSPECTION ACTION PLAN: PROGRESS REPORT"),
        ("Performance Report, Quarter 1, 2023/24", "Q3 Performance Report 2024/25"),
        ("Budget Monitoring as at September 2023-24", "Budget Monitoring - Month 9"),
        ("Capital Strategy 2024-34", "Draft Capital Strategy 2025-35"),
        ("Children’s Services & Skills", "Children's Services and Skills"),
        ("Appendix 1 - Mill Lane Works", "Appendix C: Mill Lane Works"),
    ],
)
def test_reports_that_differ_in_when_they_were_written_are_one_series(
    earlier: str, later: str
) -> None:
    assert key(earlier) == key(later) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mill Lane Strategy", "Mill Road Strategy"),
        ("Annual Report on Falls", "Report on Falls"),
        ("May Day Events", "Events"),
        ("March Town Centre", "Town Centre"),
    ],
)
def test_reports_on_other_matters_are_not(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_other_committees_councils_and_kinds_have_their_own_series() -> None:
    keys = {
        key("Falls"), key("Falls", committee="Cabinet"), key("Falls", council="Ostleby Council"),
        key("Falls", "appendix"), key("Falls", "decision"),
    }  # fmt: skip
    assert len(keys) == 5


def test_a_council_is_the_same_by_its_full_name_and_its_place() -> None:
    assert key("Falls", council="Oxton") == key("Falls", council="Oxton County Council")


def test_the_full_council_is_one_body_by_all_its_names() -> None:
    names = ("Full Council", "County Council", "Council")
    assert len({key("Falls", committee=name) for name in names}) == 1


def test_minutes_of_one_committee_are_a_series() -> None:
    assert key("Minutes of 4 July 2023", "minutes") == key("Printed minutes", "minutes") != ""


@pytest.mark.parametrize("title", ["Appendix A", "2025-26 Appendix E", "Supplement", "Action Plan"])
def test_titles_that_name_no_matter_make_no_series(title: str) -> None:
    assert key(title, "appendix") == ""


def test_agendas_and_papers_of_no_known_committee_are_in_none() -> None:
    assert (key("Agenda", "agenda"), key("Falls", committee="")) == ("", "")
