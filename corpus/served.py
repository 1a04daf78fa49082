"""The child's side of the pipe: requests are answered one after another until the parent hangs up.

Memory is limited by the operating system (RLIMIT_AS) on Linux; macOS ignores that limit and Windows
has none, so there only the parent's time limit holds.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from corpus.messages import receive, send

Send = Callable[[Any], None]
READY = "ready"


def serve(answer: Callable[[Any, Send], Any]) -> None:
    """Answer each request of the parent on standard input; `answer` may tell of its progress."""
    requests = sys.stdin.buffer
    # What a library prints must not get between the messages.
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)

    def tell(message: Any) -> None:
        send(replies, message)

    tell(READY)
    while (request := receive(requests)) is not None:
        tell(answer(request, tell))


def limit_memory(size: int) -> None:
    """Let this process have no more than `size` bytes, where the system can hold it to that.

    0 is no limit. Said at each request: the one before may have been allowed more, or less.
    """
    try:
        import resource  # noqa: PLC0415

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (size or most, most))
    except (ImportError, ValueError, OSError):
        return
