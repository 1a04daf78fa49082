"""Models as they are run: those that ship, how another is exported, and how either is opened.

An encoder and a reader ship, trained on committee papers, as int8 ONNX: what they were trained on,
what they reach and where they fail stands in README.md beside them; `training.models` makes them
again. Without them everything works on the plain encoder.
"""

from __future__ import annotations

from pathlib import Path

from index.models.exported import Kind

NAMES: dict[Kind, str] = {"encoder": "matters-encoder", "reader": "matters-reader"}


def shipped(kind: Kind) -> Path | None:
    """The folder of the model that ships, or None where it was taken out."""
    folder = Path(__file__).parent / kind
    return folder if (folder / f"{kind}.json").is_file() else None
