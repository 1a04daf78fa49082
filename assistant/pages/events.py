"""How an event of the pages reaches the server.

Gradio answers a queued event over a stream that all of a page's events share, and closes it when
none is waiting. A question asked in the moment of closing is then never answered: its page joins
the old stream. So only what takes a while (a question, files, an evaluation) is queued; all else,
above all what runs as the page opens, is answered in its own request.
"""

from __future__ import annotations

from typing import Any

PRIVATE: dict[str, Any] = {"api_visibility": "private"}
"""Queued; not offered to other programs, which have /api."""
QUIET: dict[str, Any] = {**PRIVATE, "show_progress": "hidden", "queue": False}
"""Answered at once, in its own request."""
