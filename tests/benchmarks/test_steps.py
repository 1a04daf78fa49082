import pytest

import index.search
from benchmarks.steps import STEPS, WHOLE, Step
from index.kept.lexicon import Lexicon


def test_a_step_is_back_once_the_questions_are_asked():
    before = index.search.VECTOR_SHARE
    with STEPS["the word leg"].taken_away():
        assert index.search.VECTOR_SHARE == 1 != before
    assert before == index.search.VECTOR_SHARE


def test_a_step_is_back_after_an_error_too():
    before = index.search.DATE_BONUS
    with pytest.raises(ZeroDivisionError), Step({"DATE_BONUS": 0.0}).taken_away():
        raise ZeroDivisionError
    assert before == index.search.DATE_BONUS != 0


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_every_step_is_one_that_there_is(step):
    if step.acronyms and step.parts and step.encoder and step.reader:
        assert step.search or step.evidence or step.fitted or step.answering
    with step.taken_away():
        for name, value in step.search.items():
            assert getattr(index.search, name) is value


def test_a_step_that_is_not_there_cannot_be_taken_away():
    with pytest.raises(AttributeError), Step({"VECTOR_SHAER": 0.0}).taken_away():
        pass


def test_the_shelf_forgets_the_parts_of_long_passages(sample):
    shelf = sample.shelf("public")
    without = Step(parts=False).shelf(shelf)
    assert len(without.vectors) == len(shelf.vectors)
    query = sample.encoder.encode(["children missing from home"])[0]
    ids = shelf.passage_ids
    nearer = shelf.vectors.scores(query, ids) - without.vectors.scores(query, ids)
    assert nearer.min() > -1e-5 and nearer.max() > 0.01


def test_the_shelf_forgets_its_acronyms_and_nothing_else(sample):
    shelf = sample.shelf("public")
    without = STEPS["acronyms"].shelf(shelf)
    assert shelf.lexicon.acronyms and without.lexicon == Lexicon(shelf.lexicon.words)
    assert WHOLE.shelf(shelf) is shelf
