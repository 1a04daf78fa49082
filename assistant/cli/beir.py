"""`matters evaluate --beir`: the search measured on retrieval sets that anyone can get."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.cli.common import library_folder, print_json

if TYPE_CHECKING:
    from assistant.evaluation.beir import Beir
    from assistant.evaluation.retrieving import Figure


def evaluate_beir(
    folders: Sequence[Path], *, within: str | None, as_json: bool, library: Path | None
) -> int:
    """Search for every judged query of the sets, print the figures, name the lines left out."""
    from assistant.evaluation import retrieving  # noqa: PLC0415
    from assistant.evaluation.beir import read_beir  # noqa: PLC0415

    beir = read_beir(folders, within=within or "")
    with retrieving.models_and_cache(library_folder(library)) as (encoder, reader, cache):
        found = retrieving.retrieve(
            beir, encoder, cache=cache, reader=reader, on_query=_ticker(beir)
        )
    figures = retrieving.figures(beir, found)
    if as_json:
        print_json(_json(beir, figures, within))
    else:
        print("\n".join(_lines(beir, figures, within)))
    for row in beir.bad:
        print(f"{row.file} line {row.number} was left out: {row.reason}.", file=sys.stderr)
    return 1 if beir.bad else 0


def _lines(beir: Beir, figures: dict[str, Figure], within: str | None) -> list[str]:
    where = f", each query within its {within}" if within else ""
    return [f"queries: {len(beir.queries)}, texts: {len(beir.texts)}{where}"] + [
        f"{name:<11} {figure.mean:.3f} ({figure.interval[0]:.3f} to {figure.interval[1]:.3f})"
        for name, figure in figures.items()
    ]


def _json(beir: Beir, figures: dict[str, Figure], within: str | None) -> dict[str, Any]:
    return {
        "queries": len(beir.queries),
        "texts": len(beir.texts),
        "within": within,
        "figures": {
            name: {
                "mean": round(figure.mean, 4),
                "interval": [round(x, 4) for x in figure.interval],
            }
            for name, figure in figures.items()
        },
        "left_out": [
            {"file": str(row.file), "line": row.number, "reason": row.reason} for row in beir.bad
        ],
    }


def _ticker(beir: Beir) -> Callable[[], None] | None:
    """A count of the queries asked so far, on a terminal only."""
    if not sys.stderr.isatty():
        return None
    done = iter(range(1, len(beir.queries) + 1))

    def tick() -> None:
        count = next(done)
        end = "\n" if count == len(beir.queries) else ""
        print(f"\r{count} of {len(beir.queries)} queries", end=end, file=sys.stderr, flush=True)

    return tick
