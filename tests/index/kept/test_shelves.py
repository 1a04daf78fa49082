from pathlib import Path

import numpy as np
import pytest

from index.errors import DamagedError
from index.kept import shelves
from index.kept.vectors import Vectors
from index.words import WordRow
from tests.index.library_fakes import SeededEncoder

ROWS = [
    WordRow(3, 1, "Anytown", "The improvement plan was noted."),
    WordRow(4, 1, "Anytown", "Overspend was reported."),
    WordRow(9, 2, "Anytown", "A new strategy."),
]


def built(folder: Path, number: int = 1) -> str:
    encoder = SeededEncoder()
    rows = encoder.encode([row.text for row in ROWS])
    vectors = Vectors.build(np.array([row.passage for row in ROWS]), rows)
    return shelves.build(
        folder, "public", number=number, rows=ROWS, vectors=vectors, encoder=encoder.name
    )


def test_a_generation_opens_with_everything_in_it(tmp_path):
    shelf = shelves.open_shelf(tmp_path, "public", number=1, manifest=built(tmp_path))
    assert (shelf.words.count, len(shelf.vectors), shelf.encoder) == (3, 3, "seeded")
    assert shelf.passage_ids.tolist() == [3, 4, 9]
    assert "overspend" in shelf.lexicon.words


def test_a_scope_of_papers_becomes_their_passages(tmp_path):
    shelf = shelves.open_shelf(tmp_path, "public", number=1, manifest=built(tmp_path))
    assert shelf.ids_in({1}).tolist() == [3, 4]
    assert shelf.ids_in({2, 77}).tolist() == [9]
    assert shelf.ids_in(()).tolist() == []


def test_nothing_half_made_is_left(tmp_path):
    built(tmp_path)
    assert [p.name for p in (tmp_path / "public").iterdir()] == ["generation-000001"]


FILES = ["vectors.faiss", "lexicon.json", "ids.npy", "manifest.json", "words/meta.json"]


@pytest.mark.parametrize("name", FILES)
def test_a_changed_byte_is_noticed(tmp_path, name):
    manifest = built(tmp_path)
    path = tmp_path / "public/generation-000001" / name
    changed = bytearray(path.read_bytes())
    changed[len(changed) // 2] ^= 1
    path.write_bytes(changed)
    with pytest.raises(DamagedError, match=f"(?s)damaged: {name}"):
        shelves.open_shelf(tmp_path, "public", number=1, manifest=manifest)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_noticed(tmp_path, name):
    manifest = built(tmp_path)
    (tmp_path / "public/generation-000001" / name).unlink()
    with pytest.raises(DamagedError, match="missing"):
        shelves.open_shelf(tmp_path, "public", number=1, manifest=manifest)


def test_opening_a_generation_does_not_spoil_its_manifest(tmp_path):
    manifest = built(tmp_path)
    shelves.open_shelf(tmp_path, "public", number=1, manifest=manifest)
    shelves.check(tmp_path / "public/generation-000001", manifest)


def test_only_what_the_catalogue_does_not_name_is_left_over(tmp_path):
    built(tmp_path, 1), built(tmp_path, 2)
    for name in (".making-abc", "generation-000009", "holiday photos"):
        (tmp_path / "public" / name).mkdir()
    found = shelves.leftovers(tmp_path, "public", {1, 2})
    assert [p.name for p in found] == [".making-abc", "generation-000009"]


def test_rows_and_vectors_of_unequal_number_build_nothing(tmp_path):
    with pytest.raises(ValueError, match="3 passages and vectors of 2"):
        shelves.build(
            tmp_path,
            "public",
            number=1,
            rows=ROWS,
            vectors=Vectors.build(np.array([3, 4]), np.eye(2, dtype=np.float32)),
            encoder="x",
        )
    assert not (tmp_path / "public").exists()
