"""The command line: `matters add | ask | search | evaluate | status | verify | remove | serve`."""

from assistant.cli.command import main

__all__ = ["main"]
