"""The command line: `matters` and its verbs; `matters --help` names them."""

from assistant.cli.command import main

__all__ = ["main"]
