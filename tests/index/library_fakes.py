"""What the index tests stand on: an encoder without a model, a reader without formats."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from corpus.paper import Access, Block, Meeting, Metadata, Paper, Reading
from index.holdings.report import FileReport
from index.library import Library
from index.words import tokens

LONG = " ".join(f"word{i}" for i in range(45))  # long enough to be a passage of its own
BOTH: tuple[Access, ...] = ("public", "exempt")


class SeededEncoder:
    """Equal texts get equal unit vectors, other texts others; `encoded` holds every text given."""

    def __init__(self, name: str = "seeded", dimensions: int = 16) -> None:
        self.name = name
        self.dimensions = dimensions
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.encoded += texts
        rows = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[:] = np.random.default_rng(zlib.crc32(text.encode())).normal(size=self.dimensions)
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def paper_of(document: str, text: str, *, access: Access = "public", item: str = "") -> Paper:
    """A paper whose paragraphs are the lines of the text, fifty words apart from one another."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        blocks.append(
            Block("paragraph", line, start, start + len(line), section=(f"Part {number}",),
                  paragraph=f"{number}.1", page=number)
        )  # fmt: skip
        start += len(line) + 1
    name = f"{document}#{item}" if item else document
    meeting = Meeting("Anytown", "Scrutiny Committee", "2017-07-11")
    return Paper(name, document, f"Report on {document}", "report", access, meeting,
                 item=item, text=text, blocks=tuple(blocks))  # fmt: skip


class TextReader:
    """Reads text files as `paper_of` does; `read` counts. A file that says REFUSE is refused."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(
        self, paths: Sequence[Path], metadata_for: Callable[[Path], Metadata], *, workers: int = 1
    ) -> Iterator[Reading]:
        for path in paths:
            self.read.append(path.name)
            yield self._reading(path, metadata_for(path))

    def _reading(self, path: Path, metadata: Metadata) -> Reading:
        text = path.read_text(encoding="utf-8")
        if "REFUSE" in text:
            return Reading(str(path), "refused", f"{path.name} is not a paper.")
        paper = paper_of(path.stem, text, access=metadata.access or "public")
        return Reading(str(path), "read", papers=(paper,), pages=len(paper.blocks))


def write_papers(folder: Path, **texts: str) -> list[Path]:
    """One text file a keyword."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def add(library: Library, paths, reader: TextReader | None = None, **options) -> list[FileReport]:
    """Add text files as `TextReader` reads them."""
    return library.add(paths, reader=reader or TextReader(), **options)


def store(library: Library, *readings: Reading) -> list[FileReport]:
    """Add what was read elsewhere, in this order; a file that is not there is made for it."""
    with TemporaryDirectory() as folder:
        paths = [Path(r.path) if Path(r.path).is_file() else Path(folder, r.path) for r in readings]
        for path in paths:
            if not path.is_file():
                path.write_text(path.name)
        read = {path: replace(r, path=str(path)) for path, r in zip(paths, readings, strict=True)}
        return library.add(paths, reader=lambda paths, *_, **__: (read[path] for path in paths))


def found(library: Library, text: str, access: Access = "public") -> set[str]:
    """The documents that hold a word, by the word index and the catalogue."""
    shelf = library.shelf(access)
    hits = shelf.words.search([(t, 1.0) for t in tokens(text)], 50) if shelf else []
    return {p.document for p in library.passages([i for i, _ in hits], (access,)).values()}


def tiny_body(folder: Path) -> Path:
    """A BERT of 16 dimensions with random weights and ten words."""
    from transformers import BertConfig, BertModel, BertTokenizerFast

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "plan", "was", "noted", "good"]
    base = folder / "base"
    base.mkdir()
    (base / "vocab.txt").write_text("\n".join(words))
    tokenizer = BertTokenizerFast(str(base / "vocab.txt"), model_max_length=128)
    tokenizer.save_pretrained(base)
    config = BertConfig(vocab_size=len(words), hidden_size=16, num_hidden_layers=1,
                        num_attention_heads=2, intermediate_size=32)  # fmt: skip
    BertModel(config).save_pretrained(base)
    return base


def tiny_model(folder: Path) -> Path:
    """A sentence-transformers model of 16 dimensions with random weights and CLS pooling."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer

    body = str(tiny_body(folder))
    modules = [Transformer(body, max_seq_length=32), Pooling(16, pooling_mode="cls")]
    SentenceTransformer(modules=modules, device="cpu").save(str(folder / "tiny"))
    return folder / "tiny"


def tiny_cross_encoder(folder: Path) -> Path:
    """A sentence-transformers cross-encoder with random weights and one score."""
    from sentence_transformers import CrossEncoder

    made = CrossEncoder(str(tiny_body(folder)), num_labels=1, device="cpu", max_length=64)
    made.save_pretrained(str(folder / "cross"))
    return folder / "cross"
