"""A child process that reads files, seen from the parent: start, ask, wait with a limit, stop.

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

import corpus
from corpus.errors import ReadError
from corpus.messages import Progress, Request, receive, send
from corpus.paper import Reading

START = 30.0
"""Seconds a child may take to start. It takes 0.3, but a laptop waking up is slow."""


class StoppedError(ReadError):
    """The child hung, crashed or could not be started; the message says so for a person."""


class Child:
    """A running `corpus.child`. Raises StoppedError where it cannot be started."""

    def __init__(self) -> None:
        home = str(Path(corpus.__file__).parent.parent)
        known = os.environ.get("PYTHONPATH")
        try:
            # -P: the folder a person stands in must not supply modules.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "corpus.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (home, known)))},
            )
        except OSError as error:
            raise StoppedError("the reader could not be started: try again") from error
        self._answers: queue.SimpleQueue[Progress | Reading | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, name="reading", daemon=True).start()
        try:
            self.answer(START)
        except StoppedError:
            self.stop()
            raise

    def is_alive(self) -> bool:
        """Whether it can be asked again."""
        return self._process.poll() is None

    def ask(self, request: Request) -> None:
        """Hand it a file to read."""
        assert self._process.stdin is not None
        try:
            send(self._process.stdin, request)
        except OSError as error:
            raise StoppedError("it crashed the reader: it is probably damaged") from error

    def answer(self, seconds: float) -> Progress | Reading:
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
            message: Progress | Reading | None
            while (message := self._next(stream)) is not None:
                self._answers.put(message)
        self._answers.put(None)

    @staticmethod
    def _next(stream: object) -> Progress | Reading | None:
        try:
            message = receive(stream)  # type: ignore[arg-type]
        except Exception:  # a child that dies may leave half a message or none
            return None
        return message if isinstance(message, Progress | Reading) else None
