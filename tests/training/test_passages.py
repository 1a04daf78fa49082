import json

import pytest

from training.passages import (
    WRITTEN,
    Passage,
    Question,
    answers,
    parted,
    read_passages,
    without,
)


@pytest.fixture(scope="module")
def written() -> list[Passage]:
    return read_passages(None)


def passage(text: str, *, document: str = "plan") -> Passage:
    return Passage("1", document, "", text, (Question("what?", 0, 3),), ())


def test_every_answer_is_a_slice_of_its_passage(written):
    assert len(written) > 800
    for each in written:
        assert each.questions and each.near_misses
        for question in each.questions:
            said = each.text[question.start : question.end]
            assert said.strip() == said or said.startswith("\t")


def test_an_answer_is_found_as_words_of_its_own(tmp_path, monkeypatch):
    row = {"passage_id": "x-1", "document": "d", "breadcrumb": "",
           "text": "Of 176, 89% left, 9% stayed.",
           "questions": [{"q": "how many stayed?", "answer": "9%"}]}  # fmt: skip
    (tmp_path / "x.jsonl").write_text(json.dumps(row), encoding="utf-8")
    monkeypatch.setattr("training.passages.WRITTEN", tmp_path)
    (found,) = read_passages(None)
    assert found.text[found.questions[0].start :].startswith("9% stayed")


def test_every_passage_is_written_once(written):
    assert len({each.id for each in written}) == len({each.text for each in written})
    assert len({each.id for each in written}) == len(written)


def test_an_answer_that_is_not_in_its_passage_is_told(tmp_path, monkeypatch):
    row = {"passage_id": "x-1", "document": "d", "breadcrumb": "", "text": "The plan was noted.",
           "questions": [{"q": "what was lost?", "answer": "the bridge"}]}  # fmt: skip
    (tmp_path / "x.jsonl").write_text(json.dumps(row), encoding="utf-8")
    monkeypatch.setattr("training.passages.WRITTEN", tmp_path)
    with pytest.raises(ValueError, match="x-1: 'the bridge' is not in its passage"):
        read_passages(None)


def test_a_document_is_held_out_whole(written):
    kept, held = parted(written)
    assert kept and held
    assert {p.document for p in kept}.isdisjoint(p.document for p in held)


def test_a_passage_that_gold_quotes_is_left_out():
    said = passage("Resolved that the bridge over the mill stream be mended by May.")
    other = passage("Resolved that the plan for the library be noted.")
    quote = "the bridge over the mill stream be mended"
    assert without([said, other], [quote]) == [other]


def test_a_copy_of_what_is_trained_on_is_not_held_out(monkeypatch):
    monkeypatch.setattr(Passage, "is_held_out", property(lambda self: self.document == "copy"))
    said = "Resolved that the bridge over the mill stream be mended by May."
    kept, held = parted([passage(said), passage(said + " Noted.", document="copy"),
                         passage("Five carers left and seven came.", document="copy")])  # fmt: skip
    assert [p.text for p in kept] == [said]
    assert [p.text for p in held] == ["Five carers left and seven came."]


def test_another_passage_with_the_same_answer_may_be_right_too():
    assert answers(passage("It rose by  twelve per cent in May."), "twelve per cent")
    assert not answers(passage("12 were lost, 12 were found."), "12")


def test_nobody_of_the_shared_papers_is_in_what_was_written(shared, written):
    """Written for this project, of councils that do not exist."""
    councils = {p.name.partition("-")[0] for p in (shared / "papers" / "text").glob("*.txt")}
    councils |= {path.name for path in (shared / "papers" / "pdf").iterdir()}
    text = " ".join(path.read_text(encoding="utf-8") for path in WRITTEN.glob("*.jsonl")).lower()
    assert {name for name in councils if f"{name} c" in text} == set()
