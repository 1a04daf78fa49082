import json
from pathlib import Path

import pytest

from benchmarks import baselines
from benchmarks.rankings import RIVALS
from benchmarks.steps import STEPS

README = Path(__file__).resolve().parents[2] / "README.md"


class Fixed:
    """A set on which every ranking has the same figures."""

    name, questions = "fixed", 3

    def of_rival(self, _, *, trained=False):
        return {"MRR": [0.25] * 3, "recall": [1, 0, 0]}

    def of_ours(self, step):
        first = 1.0 if step.reader else 0.0
        return {"MRR": [first, 0.5, 0.0], "recall": [first, 1, 0]}


def results(**more):
    return {"questions": {"fixed": 3}, **baselines.measured_on([Fixed()]), **more}


def test_rivals_ours_and_every_step_have_a_row():
    rows = list(results()["rows"])
    rivals = [*RIVALS, "vectors of the trained encoder alone"]
    assert rows == [*rivals, baselines.OURS, *(f"without {step}" for step in STEPS)]


def test_a_cell_holds_the_figures_of_its_set_as_its_column_names_them():
    lines = baselines.table(results())
    assert lines[0] == "|  | fixed, 3 questions |" and lines[2] == "|  | MRR / recall |"
    assert "| BM25 alone | 0.250 / 0.333 |" in lines and "| **ours** | 0.500 / 0.667 |" in lines


def test_what_a_model_brings_is_told_with_its_interval():
    lines = baselines.gains(results())
    assert lines[0] == "| what it brings | fixed |" and lines[2] == "|  | MRR / recall |"
    assert "| the reader | +0.333 (+0.000 to +1.000) / +0.333 (+0.000 to +1.000) |" in lines
    assert (
        "| the trained encoder | +0.000 (+0.000 to +0.000) / +0.000 (+0.000 to +0.000) |" in lines
    )


def test_the_newest_results_are_those_made_last(tmp_path):
    for name, made in (("f", "2026-01-01T10:00:00"), ("a", "2026-01-02T10:00:00")):
        (tmp_path / f"{name}.json").write_text(json.dumps({"made": made}), encoding="utf-8")
    assert baselines.newest(tmp_path)["made"] == "2026-01-02T10:00:00"


@pytest.mark.parametrize("line", baselines.table(baselines.newest(baselines.RESULTS)))
def test_the_readme_shows_the_newest_results(line):
    assert line in README.read_text(encoding="utf-8").splitlines()
