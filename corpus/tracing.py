"""Tracebacks, for whoever mends this program: shown where the environment has MATTERS_LOG=debug.

Otherwise none is: its last line may hold words of a paper, and of an exempt one.
"""

from __future__ import annotations

import os
import traceback


def is_debugging() -> bool:
    """Whether the person asked for tracebacks; told by the environment, so children know too."""
    return os.environ.get("MATTERS_LOG", "").strip().lower() == "debug"


def trace(error: BaseException) -> None:
    """Show where an error that nobody foresaw was raised, if the person asked for that."""
    if is_debugging():
        traceback.print_exception(error)
