"""The `matters` command: its verbs, and the outermost edge where an error becomes one sentence.

Exit status: 0 done, 1 done in part (a file was refused) or a refused answer, 2 bad usage or an
error. With --json an error is an object, {"error": "…"}, on standard output. Nothing heavy is
imported until a verb needs it, so that `matters --help` comes at once.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence

import typer

from assistant.cli.changes import changes
from assistant.cli.correcting import correct, correct_entry
from assistant.cli.evaluating import evaluate
from assistant.cli.models import models
from assistant.cli.papers import add, remove, status, verify
from assistant.cli.progress import progress
from assistant.cli.questions import ask, search
from assistant.cli.reading import read
from assistant.cli.register import register
from assistant.cli.terminal import escaped, plain
from assistant.cli.web import serve

DONE, PART, WRONG = 0, 1, 2

app = typer.Typer(
    name="matters",
    help="Ask a question of a council's committee papers; get the answer in the papers' own words.",
    epilog="Exit status: 0 done, 1 done in part or a refused answer, 2 bad usage or an error.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help: the same on a terminal, in a pipe and in a narrow window
)
for verb in (
    add, read, ask, search, register, progress, changes, evaluate, status, verify, correct,
    correct_entry, models, remove, serve,
):  # fmt: skip
    app.command()(verb)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `matters` with these arguments (the command line's if None) and exit with its status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # papers print £ and ’ whatever the machine's locale
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = run(given)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our pipe has seen enough (`matters ask … | head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    raise SystemExit(code)


def run(arguments: list[str]) -> int:
    """Run one verb and give its exit status; no error passes this edge."""
    try:
        return int(app(arguments, standalone_mode=False, prog_name="matters") or DONE)
    except BrokenPipeError:
        raise
    except (KeyboardInterrupt, typer.Abort):
        return _fail("Stopped: what was finished is kept, nothing is left half done.", arguments)
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error.format_message())
            return WRONG
        message = error.format_message().replace("Value error, ", "").rstrip(".")
        return _fail(f"{message}. See matters --help.", arguments)
    except Exception as error:  # the outermost edge: whatever it was, one sentence
        return _fail(_sentence(error), arguments)


def _sentence(error: Exception) -> str:
    """A house error says it itself; anything else is traced and named briefly."""
    from assistant.errors import AssistantError  # noqa: PLC0415
    from corpus.errors import CorpusError  # noqa: PLC0415
    from corpus.tracing import trace  # noqa: PLC0415
    from index.errors import IndexingError  # noqa: PLC0415

    if isinstance(error, AssistantError | IndexingError | CorpusError):
        return str(error)
    trace(error)
    if isinstance(error, OSError) and error.strerror:
        where = f" ({error.filename})" if error.filename else ""
        return f"The machine says: {error.strerror}{where}."
    return f"Something went wrong that we did not foresee ({type(error).__name__}: {error})."


def _fail(message: str, arguments: list[str]) -> int:
    message = " ".join(message.split())
    if "--json" in arguments:
        print(escaped(json.dumps({"error": message}, ensure_ascii=False)))
    else:
        print(plain(message), file=sys.stderr)
    return WRONG
