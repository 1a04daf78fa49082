"""The models that ship, as weights that can be trained on: read back from their int8 files.

What rounding took is lost (0.985 is the worst cosine of an encoder's vectors), which training makes
good again. The word embeddings are the plain model's: they are never trained.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from index.exported import MODEL

Weights = dict[str, Any]


def read_back(folder: Path, before: Weights, *, root: str) -> Weights:
    """The weights of an exported model by the names they have in `before`, the state it was made
    from; `root` is what the graph puts before those names."""
    graph = onnx.load(str(folder / MODEL)).graph
    held = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    rows = {node.name: node.input[1] for node in graph.node if node.op_type == "MatMulInteger"}
    found = dict(before)
    for name, value in before.items():
        if name.endswith("word_embeddings.weight"):
            continue
        path = name.removesuffix(".weight").replace(".", "/").replace("layer/", "layer.")
        matrix = next((m for n, m in rows.items() if n.endswith(f"{path}/MatMul_quant")), None)
        whole = held.get(root + name)
        if matrix is not None:
            array = _rounded(held, matrix).T
        elif whole is not None:
            array = whole
        elif f"{root}{name}_quantized" in held:
            array = _rounded(held, f"{root}{name}_quantized")
            array = array if array.shape == tuple(value.shape) else array.T
        else:
            continue
        found[name] = torch.tensor(np.ascontiguousarray(array), dtype=value.dtype)
    return found


def _rounded(held: dict[str, np.ndarray], name: str) -> np.ndarray:
    stem = name.removesuffix("_quantized")
    scale, zero = held[f"{stem}_scale"], held[f"{stem}_zero_point"]
    array: np.ndarray = (held[name].astype(np.float32) - zero.astype(np.float32)) * scale
    return array
