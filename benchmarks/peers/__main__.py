"""Measures the peers on the gold questions, each in an environment of its own.

    python -m benchmarks.peers [LIBRARIES] [PEER…]

LIBRARIES is the folder of `python -m benchmarks.baselines`, which builds what it lacks. The
environments are made under build/peers, from wherever pip takes its packages, and kept. What is
handed to each is every paper's whole text; how it is cut up is the peer's own affair.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.wire import PASSAGES_SHOWN
from benchmarks.baselines import ROOT, sets_in
from benchmarks.sets import GoldSet, means
from index.models.export import default_weights

CACHE = ROOT / "build" / "peers"
TORCH = "torch==2.13.0"  # first and alone: another version may bring gigabytes of CUDA packages
PEERS: Mapping[str, Sequence[str]] = {
    "txtai": ("txtai==9.14.0",),
    "haystack": ("haystack-ai==3.4.1", "sentence-transformers"),
    "llamaindex": ("llama-index-core==0.14.25", "llama-index-embeddings-huggingface==0.8.0"),
}


def main(arguments: Sequence[str]) -> None:
    """Make the environments, ask, measure, print a line for each peer and set."""
    libraries = Path(arguments[0]) if arguments else ROOT / "build" / "benchmarks"
    sets = [each for each in sets_in(libraries) if isinstance(each, GoldSet)]
    for peer in arguments[1:] or PEERS:
        python = environment(peer)
        for each in sets:
            figures = means(each.figures_of(answers(python, peer, each)))
            told = "  ".join(f"{name} {value:.3f}" for name, value in figures.items())
            print(f"{peer:<11} {each.name:<7} {told}", flush=True)


def environment(peer: str) -> Path:
    """The Python of a peer's environment, made if it is not there."""
    folder = CACHE / peer
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (folder / ".installed").exists():
        venv.create(folder, with_pip=True, clear=True)
        for packages in ((TORCH,), PEERS[peer]):
            subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
        (folder / ".installed").touch()
    return python


def answers(python: Path, peer: str, asked: GoldSet) -> list[list[dict[str, str]]]:
    """What the peer found for each question of a set, best first."""
    job, found = CACHE / f"{peer}-job.json", CACHE / f"{peer}-found.json"
    told = {"papers": asked.papers(), "questions": asked.asked(), "k": PASSAGES_SHOWN,
            "weights": str(default_weights())}  # fmt: skip
    job.write_text(json.dumps(told), encoding="utf-8")
    script = Path(__file__).parent / f"with_{peer}.py"
    offline = {"HF_HUB_OFFLINE": "1", "HAYSTACK_TELEMETRY_ENABLED": "false"}
    subprocess.run([python, script, job, found], check=True, env=os.environ | offline)
    return list(json.loads(found.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main(sys.argv[1:])
