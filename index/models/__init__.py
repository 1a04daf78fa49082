"""The models that ship: an encoder and a reader trained on committee papers, as int8 ONNX.

What they are, what they were trained on, what they reach and where they fail stands in README.md
beside them; `training.models` makes them again. Without them everything works on the plain encoder.
"""

from __future__ import annotations

from pathlib import Path

from index.exported import Kind

NAMES: dict[Kind, str] = {"encoder": "matters-encoder", "reader": "matters-reader"}


def shipped(kind: Kind) -> Path | None:
    """The folder of the model that ships, or None where it was taken out."""
    folder = Path(__file__).parent / kind
    return folder if (folder / f"{kind}.json").is_file() else None
