"""Trains both models again: `python -m training.models [--shared ../shared/training] [--seed 7]`

Reads the passages, finds hard negatives with the plain encoder, trains the encoder and the reader
(minutes with a graphics card, hours on two cores), writes them as int8 ONNX where the product has
them, index/models, and prints what they reach on the held-out documents. Passages that stand in the
evidence of gold (`--without`; ../shared/gold where it is there) are left out, so that figures on
gold are honest.

`--prepared FILE` keeps the passages and their negatives in a file, or takes them from it when it is
there: so the reading can be done on one machine and the training on another. `--check` only prints.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from transformers import AutoTokenizer

from index import models
from index.encoder import Encoder, OnnxEncoder
from index.models import NAMES, shipped
from index.models.export import PLAIN, default_weights, export_encoder, write_reader
from index.models.exported import Kind
from index.reader import OnnxReader
from training import encoder, reader
from training.checking import check_encoder, check_reader
from training.pairs import Hard
from training.passages import Passage
from training.prepared import Prepared, prepare
from training.schedule import said

OF_A_PASSAGE = 4
"""Hard negatives that each question gives its passage's batch to draw from, of the encoder."""
BUILD = Path("build/training")


def main() -> None:
    """Train and write both models, saying on the way how far it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared/training"))
    parser.add_argument("--papers", type=Path, default=Path("../shared/papers/pdf"))
    gold = sorted(Path("../shared/gold").glob("questions-*.jsonl"))
    parser.add_argument("--without", type=Path, nargs="*", default=gold)
    parser.add_argument("--prepared", type=Path)
    parser.add_argument("--only", choices=("encoder", "reader"))
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    plain = plain_encoder()
    prepared = _prepared(given, plain)
    if not given.check:
        train(prepared, seed=given.seed, only=given.only)
    held = prepared.held
    print("plain encoder", _rounded(check_encoder(held, plain)))
    if folder := shipped("encoder"):
        print("encoder", _rounded(check_encoder(held, OnnxEncoder.open(folder))))
    if folder := shipped("reader"):
        print("reader", _rounded(check_reader(held, OnnxReader.open(folder), plain)))


def _prepared(given: argparse.Namespace, plain: Encoder) -> Prepared:
    if given.prepared and given.prepared.is_file():
        return Prepared.read(given.prepared)
    if not given.shared.is_dir():
        said(f"There is no {given.shared}: training on the passages written for the project alone.")
    shared = given.shared if given.shared.is_dir() else None
    prepared = prepare(shared, given.papers, quotes_in(given.without), plain)
    if given.prepared:
        prepared.write(given.prepared)
    return prepared


def train(prepared: Prepared, *, seed: int, only: Kind | None = None) -> None:
    """Train both models, or only one, and write them where the product has them."""
    BUILD.mkdir(parents=True, exist_ok=True)
    passages, hard = prepared.passages, prepared.hard
    if only != "reader":
        neighbours = [sorted(near) for near in _of_passages(passages, hard)]
        write_encoder(encoder.train(passages, neighbours, seed=seed))
    if only != "encoder":
        write_trained(reader.train(passages, hard, seed=seed))


def write_encoder(tuned: encoder.Weights) -> None:
    """Average the tuned weights with the original's and export them."""
    encoder.write_averaged(tuned, BUILD / "encoder")
    folder = Path(models.__file__).parent / "encoder"
    export_encoder(str(BUILD / "encoder"), folder, name=NAMES["encoder"])


def write_trained(trained: reader.Reader) -> None:
    """Export the reader."""
    tokenizer = AutoTokenizer.from_pretrained(str(default_weights()))
    folder = Path(models.__file__).parent / "reader"
    write_reader(trained, tokenizer, folder, name=NAMES["reader"])


def _rounded(figures: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in figures.items()}


def quotes_in(files: Sequence[Path]) -> list[str]:
    """The evidence of gold questions."""
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    return [e["quote"] for line in lines for e in json.loads(line).get("evidence") or ()]


def plain_encoder() -> Encoder:
    """all-MiniLM-L6-v2 as it comes."""
    with tempfile.TemporaryDirectory() as made:
        export_encoder(PLAIN, Path(made) / "encoder")
        return OnnxEncoder.open(Path(made) / "encoder")


def _of_passages(passages: Sequence[Passage], hard: Hard) -> list[set[int]]:
    found: list[set[int]] = [set() for _ in passages]
    for place, passage in enumerate(passages):
        for question in passage.questions:
            found[place] |= set(hard.get((place, question.text), ())[:OF_A_PASSAGE])
    return found


if __name__ == "__main__":
    main()
