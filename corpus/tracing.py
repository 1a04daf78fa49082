"""Tracebacks, for whoever mends this program: shown where the environment has MATTERS_LOG=debug.

Otherwise none is: its last line may hold words of a paper, and of an exempt one.
"""

from __future__ import annotations

import os


def is_debugging() -> bool:
    """Whether the person asked for tracebacks; told by the environment, so children know too."""
    return os.environ.get("MATTERS_LOG", "").strip().lower() == "debug"
