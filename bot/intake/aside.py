"""Documents read aside: in a process of their own, with limits, that is ended when it overruns them.

Whatever a document does to the library that reads it, the bot meets a sentence. The process is started anew (never
forked: the bot has threads), sees nothing of the bot's environment, and answers through a pipe of bounded length.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

from bot.errors import InputError
from bot.intake.document import IntakeDocument
from bot.intake.exchange import ExchangeError, document_from_bytes
from bot.intake.limits import Limits

_ROOT = Path(__file__).resolve().parent.parent.parent
_WORKER = "bot.intake.worker"
_OVERRUN = {-getattr(signal, name) for name in ("SIGXCPU", "SIGALRM") if hasattr(signal, name)}
"""Exit statuses of a worker that its own limits of time have ended."""


class Aside:
    """One document, read by one worker. `read` is called once; `stop` ends it from any thread, before or during."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._overran = False

    def read(self, name: str, data: bytes) -> IntakeDocument:
        """The document in these bytes. Blocks until the worker has ended. Raises InputError, one sentence."""
        process = self._start()
        clock = threading.Timer(self._limits.wall_seconds, self._overrun)
        clock.daemon = True
        clock.start()
        try:
            sent = self._exchange(process, name, data)
            if len(sent) <= self._limits.text_bytes:
                # The answer has ended, and the worker is about to; one that does not has the clock behind it.
                process.wait()
        finally:
            clock.cancel()
            self.stop()
            self._reap(process)
        return self._document(process.returncode, sent, name, data)

    def stop(self) -> None:
        """End the worker, if there is one, and let none start."""
        with self._lock:
            self._stopped = True
            if self._process is not None and self._process.poll() is None:
                self._process.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        with self._lock:
            self._process = subprocess.Popen(
                # Without bytecode written, for a worker may write no file.
                [sys.executable, "-B", "-X", "utf8", "-m", _WORKER],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
                env=_environment(),
            )
            if self._stopped:
                self._process.kill()
            return self._process

    def _exchange(self, process: subprocess.Popen[bytes], name: str, data: bytes) -> bytes:
        """Hand the document over and take the answer; as much of it as there is from a worker that ends before."""
        head = {"name": name, "length": len(data), "limits": asdict(self._limits)}
        assert process.stdin is not None and process.stdout is not None
        with suppress(BrokenPipeError):
            process.stdin.write(json.dumps(head).encode() + b"\n")
            process.stdin.write(data)
            process.stdin.flush()
        # One byte more than a worker may send shows one that does not keep to it.
        return process.stdout.read(self._limits.text_bytes + 1)

    def _overrun(self) -> None:
        self._overran = True
        self.stop()

    def _reap(self, process: subprocess.Popen[bytes]) -> None:
        for pipe in (process.stdin, process.stdout):
            _close(pipe)
        process.wait()

    def _document(self, status: int, sent: bytes, name: str, data: bytes) -> IntakeDocument:
        if self._overran or status in _OVERRUN:
            raise InputError("“{name}” takes too long to read; a part of it may do.", name=name)
        try:
            if status != 0 or len(sent) > self._limits.text_bytes:
                raise ExchangeError
            return document_from_bytes(sent, name, data)
        except ExchangeError:
            raise InputError("“{name}” cannot be read: it is damaged, or needs too much memory.", name=name) from None


def _environment() -> dict[str, str]:
    """Nothing of ours, such as the token; but Windows starts no program without knowing where its own files are."""
    root = os.getenv("SYSTEMROOT")
    return {"SYSTEMROOT": root} if root else {}


def _close(pipe: IO[bytes] | None) -> None:
    # What a dead worker has not taken cannot be flushed any more.
    with suppress(OSError):
        if pipe is not None:
            pipe.close()
