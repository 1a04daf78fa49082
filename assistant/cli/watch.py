"""What a person sees while files are added: a bar on a terminal, a line for each file's end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.cli.show import report_line

if TYPE_CHECKING:
    from index.library import FileReport


@dataclass(frozen=True, slots=True)
class Watch:
    """Listens to an addition: `report` to each file's end, `progress` to (done, total, doing)."""

    report: Callable[[FileReport], None]
    progress: Callable[[int, int, str], None]


@contextmanager
def watched(silent: bool) -> Iterator[Watch]:
    """Lines on standard output, a bar on standard error if that is a terminal; or nothing."""
    if silent:
        yield Watch(lambda report: None, lambda done, total, doing: None)
    elif not sys.stderr.isatty():
        yield Watch(lambda report: print(report_line(report), flush=True),
                    lambda done, total, doing: None)  # fmt: skip
    else:
        with _bar() as watch:
            yield watch


@contextmanager
def _bar() -> Iterator[Watch]:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)

        def report(done: FileReport) -> None:
            if sys.stdout.isatty():  # above the bar, which rich keeps out of the way
                progress.console.print(report_line(done), markup=False, highlight=False)
            else:
                print(report_line(done), flush=True)

        yield Watch(report, lambda done, total, doing: progress.update(
            task, completed=done, total=total, description=doing))  # fmt: skip
