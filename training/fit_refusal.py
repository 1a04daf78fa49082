"""Fits when to refuse: `python -m training.fit_refusal QUESTIONS.jsonl=LIBRARY …`

Each argument is a file of gold questions and the library they are asked of. The weights for
`assistant/refusal.py` are fitted on all sets together and printed. Each set is also scored by
weights fitted on the other sets alone, at the threshold that over-refuses 8 % of those others'
questions: those are the figures to quote. Questions refused by rule (opinions, private facts, names
that no paper has) count as refused.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.assistant import find_evidence
from assistant.question import understand
from assistant.refusal import FEATURES, features_of, unknown_names
from index.library import Library
from training.logistic import Floats, area_under_curve, balanced, fit, probability

OVER = 0.08
"""Share of answerable questions we are ready to refuse wrongly."""


@dataclass(frozen=True, slots=True)
class Questions:
    """Of one set: features (n, d), answerable (n,); of those refused by rule, answerable (m,)."""

    name: str
    x: Floats
    y: Floats
    by_rule: Floats


def read(questions: Path, library: Library) -> Questions:
    """Ask every question and keep the features its answer or refusal would rest on."""
    rows, answerable, by_rule = [], [], []
    papers = library.papers(("public",))
    for line in questions.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        asked = understand(gold["question"], papers)
        parts = [f for scope in asked.parts if (f := find_evidence(library, asked, scope)).evidence]
        parts = [f for f in parts if not unknown_names(asked, f.weighed)]
        if asked.refused or not parts:
            by_rule.append(float(gold["answerable"]))
            continue
        each = [features_of(asked, f.evidence, weighed=f.weighed) for f in parts]
        rows.append(max(each, key=lambda f: f[1:3]))
        answerable.append(float(gold["answerable"]))
    return Questions(questions.stem, np.array(rows), np.array(answerable), np.array(by_rule))


def main(arguments: list[str]) -> None:
    """Print the cross-validated figures, then the weights."""
    sets = []
    for argument in arguments:
        file, folder = argument.rsplit("=", 1)
        with Library.open(folder, read_only=True) as library:
            sets.append(read(Path(file), library))
    for held in sets:
        others = [s for s in sets if s is not held]
        if others:
            print(report(held, *fitted(others)))
    weights, threshold = fitted(sets)
    print("FEATURES", FEATURES)
    print("WEIGHTS =", tuple(float(w) for w in weights[:-1].round(2)))
    print("BIAS =", round(float(weights[-1]), 2), " THRESHOLD =", round(float(threshold), 3))


def report(held: Questions, weights: Floats, threshold: float) -> str:
    """One line of figures for a set that the weights have not seen."""
    likely = probability(held.x, weights)
    refused = np.concatenate([likely < threshold, np.ones(len(held.by_rule), bool)])
    answerable = np.concatenate([held.y, held.by_rule]) == 1
    return (
        f"{held.name}: AUROC {area_under_curve(held.y, likely):.3f} without those refused by rule, "
        f"refused {refused[~answerable].mean():.3f}, over-refused {refused[answerable].mean():.3f}"
    )


def fitted(sets: list[Questions]) -> tuple[Floats, float]:
    """Weights over the sets, each class counting the same, and the threshold for OVER."""
    x = np.vstack([s.x for s in sets])
    y = np.concatenate([s.y for s in sets])
    weights = fit(x, y, weight=balanced(y))
    return weights, float(np.quantile(probability(x, weights)[y == 1], OVER))


if __name__ == "__main__":
    main(sys.argv[1:])
