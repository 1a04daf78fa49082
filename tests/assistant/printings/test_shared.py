"""Printings in the real papers: what holds of papers that no rule was made for."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.printings.lines import lines_of
from assistant.printings.printing import Line
from index.library import Library
from index.register import Registered


@pytest.fixture(scope="module")
def found(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Registered]:
    """The register of the five text papers."""
    with Library.open(tmp_path_factory.mktemp("real") / "library") as library:
        library.add([shared / "papers" / "text"])
        return library.register()


def again(lines: list[Line]) -> list[Line]:
    return [line for line in lines if len(line.printings) > 1]


def test_a_series_of_two_reports_asks_the_same_twice(found) -> None:
    """July and October of one plan ask the same two things; no other paper repeats another's."""
    lines = again(lines_of(found))
    numbers = [{one.entry.number for one in line.printings} for line in lines]
    assert numbers == [{"1.1"}, {"1.2"}]
    assert all(link.sureness == "sure" for line in lines for link in line.links)
    assert all(len({one.paper.series for one in line.printings}) == 1 for line in lines)


def test_a_plan_that_no_later_paper_prints_drops_nothing(found) -> None:
    assert sum(one.kind == "action" for one in found) > 50
    assert not any(line.without for line in lines_of(found))
