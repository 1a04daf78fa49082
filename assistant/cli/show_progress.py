"""How a matter's progress looks on a terminal: its threads, each a timeline by meeting."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.cli.terminal import plain, wrapped
from assistant.phrases import counted
from assistant.threads.thread import Progress, Telling, Thread
from assistant.threads.told import changed, facts, headline, meetings, source, why
from corpus.dates import written_out


def progress_lines(told: Progress) -> Iterator[str]:
    """Every thread, then how many more would fit."""
    for thread in told.threads:
        yield from _thread_lines(thread)
        yield ""
    if told.more:
        yield f"{counted(told.more, 'more thread')} would fit: say more of the matter."


def refusal(told: Progress) -> str:
    """The one sentence where nothing fits."""
    until = f" up to {written_out(told.at)}" if told.at else ""
    return plain(
        f"No action, recommendation or decision in the {counted(told.papers, 'paper')} searched"
        f"{until} fits “{told.matter}”."
    )


def _thread_lines(thread: Thread) -> Iterator[str]:
    yield from wrapped(headline(thread), "", "  ")
    yield plain(thread.council)
    for heading, told, notices in meetings(thread):
        yield ""
        yield plain(heading)
        for telling in told:
            yield from _telling_lines(telling)
        for notice in notices:
            yield from wrapped(f"! {notice.said}", "  ", "    ")


def _telling_lines(telling: Telling) -> Iterator[str]:
    mark = "* " if telling.own else "  "
    quote = " ".join(telling.quote.replace("\t", " | ").split())
    yield from wrapped(f"“{quote}”", f"  {mark}", "    ")
    if told := "; ".join(f"{name}: {value}" for name, value in facts(telling)):
        yield from wrapped(told, "      ", "      ")
    if moved := changed(telling.changes):
        yield from wrapped(f"changed: {moved}", "      ", "      ")
    reason = why(telling)
    yield from wrapped(f"— {source(telling)}{f' [{reason}]' if reason else ''}", "      ", "      ")
