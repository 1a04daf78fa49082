import numpy as np
import pytest

from index.texts.parts import LONG, PART, SHARE, embedded_texts, vectors_of
from tests.index.library_fakes import SeededEncoder

SENTENCES = [
    f"Sentence {n} of the report says that {n} carers were approved this year." for n in range(12)
]


def test_a_short_passage_is_embedded_whole_and_once():
    assert embedded_texts("Anytown\nCarers", SENTENCES[0]) == (f"Anytown\nCarers\n{SENTENCES[0]}",)
    assert embedded_texts("", SENTENCES[0]) == (SENTENCES[0],)


def test_a_long_one_is_embedded_in_runs_of_whole_sentences_too_under_its_heading():
    text = " ".join(SENTENCES)
    whole, *parts = embedded_texts("Anytown\nCarers", text)
    assert whole == f"Anytown\nCarers\n{text}"
    assert len(text.split()) >= LONG
    said = [part.removeprefix("Carers\n") for part in parts]
    assert " ".join(said) == text
    assert all(len(part.split()) <= PART for part in said)
    assert all(part.endswith("year.") for part in said)


def test_rows_are_not_cut():
    rows = [f"Placement {n}\t{n}\t{n + 1}\twords of explanation for this row" for n in range(20)]
    _, *parts = embedded_texts("", "\n".join(rows))
    assert all(any(row in part for part in parts) for row in rows)


def test_a_sentence_longer_than_a_part_is_one_part():
    long = " ".join(["word"] * (2 * PART))
    _, *parts = embedded_texts("", f"{long}. Another sentence.")
    assert parts == [f"{long}.", "Another sentence."]


def test_parts_are_shorter_than_the_whole():
    made = vectors_of(SeededEncoder(), [("a",), ("b", "c", "d")])
    assert [own.shape[0] for own in made] == [1, 3]
    lengths = np.concatenate([np.linalg.norm(own, axis=1) for own in made])
    assert lengths == pytest.approx([1, 1, SHARE, SHARE], abs=1e-5)


def test_a_long_passage_is_found_by_what_one_part_of_it_says(library, tmp_path):
    """The encoder of the tests holds only equal texts for near, so the question is a part."""
    (tmp_path / "report.txt").write_text(" ".join(SENTENCES), encoding="utf-8")
    library.add([tmp_path / "report.txt"])
    shelf = library.shelf("public")
    (long,) = library.passages(shelf.passage_ids.tolist()).values()
    part = embedded_texts(long.breadcrumb, long.text)[2]
    ((found, near),) = shelf.vectors.search(library.encoder.encode([part])[0], 1)
    assert (found, near) == (long.id, pytest.approx(SHARE, abs=1e-5))
    assert library.verify() == []
