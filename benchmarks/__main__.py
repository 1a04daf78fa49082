"""Runs the comparisons over the sample papers and prints a line for each."""

from __future__ import annotations

import json
import os
import platform
import tempfile
from statistics import median

from benchmarks import answering, encoding, reading
from benchmarks.pairs import Pair
from corpus.sample import papers_folder, questions_file
from index.library import Library

QUESTIONS = 40


def main() -> None:
    """Every comparison, each in pages, passages or questions a second."""
    print(f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    papers = reading.files(papers_folder())
    amount = reading.pages(papers)
    told(f"read {amount} pages / pypdf's text alone", reading.compare(papers), amount)
    lines = questions_file().read_text(encoding="utf-8").splitlines()[:QUESTIONS]
    with tempfile.TemporaryDirectory() as folder, Library.open(folder) as library:
        library.add([papers_folder()])
        texts = answering.passages(library)
        pair, cosine = encoding.compare(texts)
        told(f"encode {len(texts)} passages / torch", pair, len(texts))
        print(f"    mean cosine of our vectors to torch's: {cosine:.3f}")
        pair = answering.compare(library, [json.loads(line)["question"] for line in lines])
        told(f"answer {len(lines)} questions / flat vector search", pair, len(lines))


def told(what: str, pair: Pair, amount: int) -> None:
    """One comparison: rates a second, and how many times their time ours takes."""
    low, high = pair.spread
    ours, theirs = amount / median(pair.ours), amount / median(pair.theirs)
    print(
        f"{what:<45} ours {ours:8.1f}/s   theirs {theirs:8.1f}/s   "
        f"time {pair.ratio:5.2f} x theirs ({low:.2f} to {high:.2f})",
        flush=True,
    )


main()
