"""One table: the rivals, ours, and each of our steps taken away, over every set there is.

    python -m benchmarks.baselines [LIBRARIES]

LIBRARIES is a folder for the libraries (text, pdf, sample), built where it has none yet;
build/benchmarks if none is given. Real papers and QMSum are taken from ../shared, where there is
one. The figures go to benchmarks/results, in a file named by the commit, unless the code has been
changed since, and are printed as the tables in the README.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import Any, TypeVar

from assistant.evaluation.beir import Beir, read_beir
from assistant.evaluation.intervals import mean_intervals
from benchmarks.rankings import RIVALS
from benchmarks.sets import (
    BeirSet,
    Columns,
    Figures,
    GoldSet,
    Models,
    Set,
    Stand,
    means,
    questions_of,
)
from benchmarks.steps import STEPS, WHOLE
from corpus.sample import papers_folder, questions_file
from index.encoder import Encoder, OnnxEncoder
from index.holdings.collection import Collection
from index.library import Library
from index.models import shipped
from index.models.export import PLAIN, export_encoder
from index.models.exported import Kind
from index.reader import OnnxReader
from index.texts.parts import embedded_texts

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
RESULTS = ROOT / "benchmarks" / "results"
OURS = "**ours**"
Opened = TypeVar("Opened", OnnxEncoder, OnnxReader)
Gain = tuple[float, float, float]
"""How much a figure gains, and between which two the gain lies."""
Rows = dict[str, dict[str, Figures]]
"""Row to set to its figures."""


def main(arguments: Sequence[str]) -> None:
    """Measure everything, write the results and print the table."""
    libraries = Path(arguments[0]) if arguments else ROOT / "build" / "benchmarks"
    sets = list(sets_in(libraries))
    results = {
        "commit": _git("rev-parse", "--short", "HEAD"),
        "changed": bool(_git("status", "--porcelain", "--", "corpus", "index", "assistant")),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "questions": {each.name: each.questions for each in sets},
        **measured_on(sets),
    }
    if results["changed"]:
        print("Not kept: the code is not that of the commit.", file=sys.stderr)
    else:
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"{results['commit']}.json"
        path.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print("\n".join([*table(results), "", *gains(results)]))


def measured_on(sets: Sequence[Set]) -> dict[str, Any]:
    """Every row of the table, and what each model brings (`gains`); said on the way to standard
    error, for it takes minutes."""
    rows: Rows = {}
    brought: dict[str, dict[str, dict[str, Gain]]] = {}
    for each in sets:
        for name, ranking in RIVALS.items():
            rows.setdefault(name, {})[each.name] = means(each.of_rival(ranking))
        alone = each.of_rival(RIVALS["vectors alone"], trained=True)
        rows.setdefault("vectors of the trained encoder alone", {})[each.name] = means(alone)
        ours = each.of_ours(WHOLE)
        rows.setdefault(OURS, {})[each.name] = means(ours)
        for name, step in STEPS.items():
            without = each.of_ours(step)
            rows.setdefault(f"without {name}", {})[each.name] = means(without)
            if step.of_models:
                brought.setdefault(name, {})[each.name] = _gain(ours, without)
        print(f"{each.name}: {each.questions} questions", file=sys.stderr, flush=True)
    return {"rows": rows, "gains": brought}


def _gain(ours: Columns, without: Columns) -> dict[str, Gain]:
    """How much better each figure is with a model, and between which two that is in the middle 95 %
    of the questions drawn again."""
    more = {n: [a - b for a, b in zip(ours[n], without[n], strict=True)] for n in ours}
    between = mean_intervals(list(more.values()))
    return {
        name: (mean(column), *(interval or (0.0, 0.0)))
        for (name, column), interval in zip(more.items(), between, strict=True)
    }


def gains(results: Mapping[str, Any]) -> list[str]:
    """What each model brings as Markdown: the gain, and its interval."""
    brought: Mapping[str, Mapping[str, Mapping[str, Gain]]] = results["gains"]
    names = list(results["questions"])
    figures = [" / ".join(next(iter(brought.values()))[name]) for name in names]
    lines = [["what it brings", *names], ["---"] * (1 + len(names)), ["", *figures]]
    for row, found in brought.items():
        cells = (" / ".join(map(_gained, found[name].values())) for name in names)
        lines.append([row, *cells])
    return ["| " + " | ".join(cells) + " |" for cells in lines]


def _gained(gain: Gain) -> str:
    more, low, high = gain
    return f"{more:+.3f} ({low:+.3f} to {high:+.3f})"


def table(results: Mapping[str, Any]) -> list[str]:
    """The results as Markdown: a column for each set, its figures in one cell."""
    rows: Rows = results["rows"]
    names = list(results["questions"])
    figures = [" / ".join(rows[OURS][name]) for name in names]
    head = [f"{n}, {results['questions'][n]} questions" for n in names]
    lines = [["", *head], ["", *figures]]
    lines += [[row, *(_cell(found[name]) for name in names)] for row, found in rows.items()]
    lines.insert(1, ["---"] * (1 + len(names)))
    return ["| " + " | ".join(cells) + " |" for cells in lines]


def newest(folder: Path) -> dict[str, Any]:
    """The results made last."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    return dict(max(found, key=lambda results: results["made"]))


def sets_in(libraries: Path) -> Iterator[Set]:
    """The sets there are, their libraries opened from a folder or built in it."""
    text, pdf = SHARED / "papers" / "text", SHARED / "papers" / "pdf"
    sample = _library(libraries / "sample", [papers_folder()])
    models = Models(_ships("encoder", OnnxEncoder), _plain(libraries / "plain-encoder"),
                    _ships("reader", OnnxReader))  # fmt: skip
    if SHARED.is_dir():
        gold = SHARED / "gold"
        for name, papers in (("text", [text]), ("pdf", [text, pdf])):
            questions = questions_of(gold / f"questions-{name}.jsonl")
            yield GoldSet(name, _library(libraries / name, papers), questions, models)
    yield GoldSet("sample", sample, questions_of(questions_file()), models)
    if SHARED.is_dir():
        yield from _public(models, libraries)


def _public(models: Models, cache: Path) -> Iterator[Set]:
    """The public sets: committee meetings, and science as a guard against forgetting the rest."""
    folders = [SHARED / "retrieval" / "qmsum" / part for part in ("train", "val")]
    beir = read_beir(folders, within="meeting_id")
    texts = Collection.open(beir.texts, models.trained, cache=cache / "beir")
    stand = _stand(beir, texts, models)
    yield BeirSet("QMSum", beir, texts, stand, within=False)
    yield BeirSet("QMSum, within the meeting", beir, texts, stand, within=True)
    science = read_beir([SHARED / "retrieval" / "scifact"])
    texts = Collection.open(science.texts, models.trained, cache=cache / "beir")
    yield BeirSet("SciFact", science, texts, _stand(science, texts, models), within=False,
                  guard=True)  # fmt: skip


def _stand(beir: Beir, texts: Collection, models: Models) -> Stand:
    return Stand(texts.shelf(), [embedded_texts(t.title, t.text) for t in beir.texts], models)


def _ships(kind: Kind, opener: type[Opened]) -> Opened:
    folder = shipped(kind)
    if folder is None:
        raise SystemExit(f"The {kind} that ships is not there: run python -m training.models.")
    return opener.open(folder)


def _plain(folder: Path) -> Encoder:
    if not folder.exists():
        export_encoder(PLAIN, folder)
    return OnnxEncoder.open(folder)


def _library(folder: Path, papers: Sequence[Path]) -> Library:
    there = (folder / "catalogue.sqlite").is_file()
    library = Library.open(folder, read_only=there)
    if not there:
        library.add(papers)
    return library


def _cell(figures: Figures) -> str:
    return " / ".join(f"{value:.3f}" for value in figures.values()) or "–"


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    main(sys.argv[1:])
