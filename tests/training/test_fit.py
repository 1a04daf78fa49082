"""Fitting: what is fitted works, and what it was tried with is gone afterwards."""

import json
from dataclasses import replace

import numpy as np
import pytest

from assistant import fitted
from tests.conftest import SAMPLE
from training.asked import ask_all, reweighed
from training.fit import Fit
from training.fit_evidence import fit_order, fit_units, is_right, ranking, units_in
from training.fit_refusal import Refusing, fit_refusal, rows_of

SOME = 24


@pytest.fixture(scope="module")
def asked(sample_folder, tmp_path_factory):
    """Some of the sample questions, asked."""
    from index.library import Library

    lines = (SAMPLE / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    unsaid = [row for row in rows if not row["answerable"]][:8]
    some = [row for row in rows if row["answerable"]][:SOME] + unsaid
    path = tmp_path_factory.mktemp("questions") / "some.jsonl"
    path.write_text("\n".join(map(json.dumps, some)), encoding="utf-8")
    with Library.open(sample_folder, read_only=True) as library:
        yield ask_all("some", path, library)


def test_weights_put_right_units_first(asked):
    def first(weights):
        sets = units_in(asked)
        return np.mean([u.y[np.argmax(u.x @ np.array(weights))] for u in sets])

    by_number = [float(name == "number") for name in fitted.EVIDENCE]
    assert first(fit_units([asked], by_number, steps=300)) > first(by_number) + 0.15


def test_evidence_reweighed_is_in_the_order_of_its_scores(asked):
    held = [1.0 if name == "held" else 0.0 for name in fitted.EVIDENCE]
    evidence = reweighed(asked.questions[0].found[0], held)
    assert [e.score for e in evidence] == sorted((e.known("held") for e in evidence), reverse=True)


def test_a_unit_of_the_quotation_is_right_and_of_another_paper_not(asked):
    question = asked.questions[0]
    right = [e for e in question.found[0].evidence if is_right(e, question.gold.evidence)]
    assert right
    assert {e.unit.passage.document for e in right} <= {g.document for g in question.gold.evidence}


def test_the_order_fitted_leans_on_what_ranks_well(asked):
    """A unit's score that is right whenever it is high is worth more than one that never is."""
    perfect = replace(asked, questions=tuple(
        replace(q, found=tuple(
            replace(
                part,
                evidence=[
                    replace(e, features=(float(is_right(e, q.gold.evidence)), *e.features[1:]))
                    for e in part.evidence
                ],
            )
            for part in q.found
        ))
        for q in asked.questions
    ))  # fmt: skip
    by_first = [1.0] + [0.0] * (len(fitted.EVIDENCE) - 1)
    order = fit_order([perfect], by_first, read=True)
    assert ranking(perfect, by_first, order)["mrr"] > ranking(perfect, by_first, (0.0, 0.0))["mrr"]
    assert order[1] > 0


def test_refusal_is_fitted_to_over_refuse_no_more_than_asked(asked):
    rows = rows_of(asked, fitted.READ)
    fit = fit_refusal([rows], over=0.1)
    likely = 1 / (1 + np.exp(-(rows.x @ np.array(fit.weights) + fit.bias)))
    assert (likely[rows.y == 1] < fit.threshold).mean() <= 0.1 + 1 / rows.y.sum()
    assert 0.5 < fit.area(rows) <= 1


def test_what_was_tried_is_gone_afterwards():
    before = fitted.READ, fitted.ORDER_READ, fitted.REFUSE_READ, fitted.READER_SHARE
    tried = Fit((1.0,), (0.25, 0.75), Refusing((2.0,), 0.0, 0.5))
    with tried.used(read=True):
        assert (fitted.READ, fitted.ORDER_READ, fitted.READER_SHARE) == ((1.0,), 0.75, 0.25)
        assert fitted.REFUSE_READ == ((2.0,), 0.0, 0.5)
    assert before == (fitted.READ, fitted.ORDER_READ, fitted.REFUSE_READ, fitted.READER_SHARE)
