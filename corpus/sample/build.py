"""Turns `sources/` into `papers/`: `python -m corpus.sample.build [FOLDER]`.

A source names its format in its front lines; one that names none is only ever part of a pack.
The built papers are committed, so that nobody needs reportlab to use them; a test rebuilds and
compares.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from corpus.sample import papers_folder
from corpus.sample.markup import SOURCES, Source, read_source
from corpus.sample.pdf_writer import write_pdf
from corpus.sample.web_writer import write_text, write_web
from corpus.sample.word_writer import write_word

WRITERS: dict[str, Callable[[Source, Path], None]] = {
    "pdf": write_pdf,
    "docx": write_word,
    "html": write_web,
    "txt": write_text,
}


def build(folder: Path) -> list[Path]:
    """Build every paper into `folder` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    built = []
    for file in sorted(SOURCES.glob("*.md")):
        source = read_source(file.stem)
        if "format" not in source.meta:
            continue
        path = folder / f"{source.meta['file']}.{source.meta['format']}"
        WRITERS[source.meta["format"]](source, path)
        built.append(path)
    return built


if __name__ == "__main__":
    for paper in build(Path(sys.argv[1]) if len(sys.argv) > 1 else papers_folder()):
        sys.stdout.write(f"{paper.name}\n")
