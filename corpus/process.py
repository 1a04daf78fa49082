"""A child process that handles files, seen from the parent: start, ask, wait with a limit, stop.

Started with `subprocess`, not `multiprocessing`: it needs nothing of the parent's main module,
works alike on Linux, macOS and Windows, and may be started from any thread.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

import corpus
from corpus.errors import ReadError
from corpus.messages import receive, send
from corpus.tracing import is_debugging

START = 30.0
"""Seconds a child may take to start. It takes 0.3, but a laptop waking up is slow."""


class StoppedError(ReadError):
    """The child hung, crashed or could not be started; the message says so for a person."""


class Child:
    """A running child: a module that is `corpus.served`, as `corpus.child` is, which reads files.

    Raises StoppedError where it cannot be started.
    """

    def __init__(self, module: str = "corpus.child") -> None:
        home = str(Path(corpus.__file__).parent.parent)
        known = os.environ.get("PYTHONPATH")
        try:
            # -P: the folder a person stands in must not supply modules.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", module],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if is_debugging() else subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (home, known)))},
            )
        except OSError as error:
            raise StoppedError("the reader could not be started: try again") from error
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        threading.Thread(target=self._listen, name=module, daemon=True).start()
        try:
            self.answer(START)
        except StoppedError:
            self.stop()
            raise

    def is_alive(self) -> bool:
        """Whether it can be asked again."""
        return self._process.poll() is None

    def ask(self, request: Any) -> None:
        """Hand it a request."""
        assert self._process.stdin is not None
        try:
            send(self._process.stdin, request)
        except OSError as error:
            raise StoppedError("it crashed the reader: it is probably damaged") from error

    def answer(self, seconds: float) -> Any:
        """Its next message. Raises StoppedError if none comes in time or the child is gone."""
        try:
            message = self._answers.get(timeout=max(seconds, 0.001))
        except queue.Empty:
            raise StoppedError("reading it took longer than is allowed") from None
        if message is None:
            raise StoppedError(
                "it crashed the reader or took more memory than is allowed: it is probably damaged"
            )
        return message

    def stop(self) -> None:
        """End it at once, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            # What was never sent to a child that died cannot be flushed.
            try:
                self._process.stdin.close()
            except OSError:
                return

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            while (message := _next(stream)) is not None:
                self._answers.put(message)
        self._answers.put(None)


def _next(stream: IO[bytes]) -> Any:
    try:
        return receive(stream)
    except Exception:  # a child that dies may leave half a message or none
        return None
