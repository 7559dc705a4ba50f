"""What a worker may use up, and what it may not do at all."""

from __future__ import annotations

import os
import sys
import sysconfig
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_NICE = 10
"""How far a worker stands back, of 19: answers to members come first."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC
_PACKAGE = Path(__file__).resolve().parent.parent
_FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "pty.",
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
    "os.kill", "os.scandir", "shutil.", "tempfile.", "sqlite3.", "webbrowser.", "signal.pthread_kill",
)  # fmt: skip
"""Audit events (PEP 578) of what reading a document never takes: the network, other programs, changes to files."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one document may take: memory in bytes, processor and wall-clock time in seconds.

    `text_bytes` is the longest text that is taken out of a document. A novel has about one million bytes.
    """

    memory_bytes: int = 1_000_000_000
    cpu_seconds: int = 90
    wall_seconds: float = 180.0
    text_bytes: int = 20_000_000


def limit(limits: Limits) -> None:
    """Hold this process to its limits, where the system can: on Windows the wall clock of the bot alone does it."""
    if sys.platform == "win32":
        return
    import resource
    import signal

    os.nice(_NICE)
    for what, soft, hard in (
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
        # The soft limit ends it with a signal of its own, by which the bot knows why.
        (resource.RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1),
        (resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes),
    ):
        # Some systems know a limit by name and refuse to set it; those that they do set still hold.
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (soft, hard))
    # The bot ends a worker that overruns. This ends one whose bot is no longer there to do it.
    signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds)


def forbid() -> None:
    """From now on, no network, no other programs, and no files but those of Python and of its libraries, to read."""
    paths = sysconfig.get_paths()
    roots = (_PACKAGE, *(Path(paths[key]).resolve() for key in ("stdlib", "platstdlib", "purelib", "platlib")))

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN) or (event == "open" and not _may_open(arguments, roots)):
            raise PermissionError(event)

    sys.addaudithook(watch)


def _may_open(arguments: tuple[Any, ...], roots: tuple[Path, ...]) -> bool:
    """Whether an `open` event, (path, mode, flags), reads a file below one of these folders, or one open already."""
    path, _, flags = arguments
    if isinstance(path, int):
        return True
    if flags & _WRITING:
        return False
    where = Path(os.fsdecode(path)).resolve()
    return any(where.is_relative_to(root) for root in roots)
