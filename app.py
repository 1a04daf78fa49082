"""Serve the library's web pages: `python app.py` is `matters serve`, with the same options."""

from __future__ import annotations

import sys

from assistant.cli import main

if __name__ == "__main__":
    main(["serve", *sys.argv[1:]])
