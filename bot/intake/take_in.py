"""A file, or its bytes, to a document; the limits on what may come in."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from bot.errors import InputError
from bot.intake.aside import Aside
from bot.intake.document import IntakeDocument
from bot.intake.kinds import kind_of
from bot.intake.limits import Limits
from bot.intake.parsing import read_document

_UNSAFE_IN_NAME = re.compile(r"[^\w .,()+-]")


def take_in(path: Path, *, max_bytes: int, limits: Limits | None = None) -> IntakeDocument:
    """The document in a file: text, Markdown, HTML, PDF or DOCX, told by its content.

    Raises InputError, one sentence, for a file that is missing, unreadable, empty, damaged, protected, of another kind,
    larger than `max_bytes`, or that cannot be read within `limits`.
    """
    name = _shown(path.name)
    try:
        if path.is_dir():
            raise InputError("“{name}” is a folder, not a document.", name=name)
        with path.open("rb") as file:
            # Not what the file says of its size: a device says 0 and never ends.
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise InputError("There is no file “{name}”.", name=name) from None
    except (OSError, ValueError):
        raise InputError("“{name}” cannot be read.", name=name) from None
    return take_in_bytes(path.name, data, max_bytes=max_bytes, limits=limits)


def take_in_bytes(filename: str, data: bytes, *, max_bytes: int, limits: Limits | None = None) -> IntakeDocument:
    """The document in bytes that came from elsewhere. Raises InputError as `take_in` does.

    Text is read here; other kinds by a worker (see `bot.intake.aside`), for which this blocks.
    """
    name = _checked(filename, data, max_bytes)
    if kind_of(data, name) == "text":
        return read_document(name, data)
    return Aside(limits or Limits()).read(name, data)


async def take_in_aside(filename: str, data: bytes, *, max_bytes: int, limits: Limits | None = None) -> IntakeDocument:
    """As `take_in_bytes`, for an event loop: all the work, also on plain text, is a worker's, and nothing waits for it.

    Each call has a worker of its own; how many run at once is the caller's to say. A call that is cancelled ends its
    worker.
    """
    name = _checked(filename, data, max_bytes)
    aside = Aside(limits or Limits())
    try:
        return await asyncio.to_thread(aside.read, name, data)
    finally:
        aside.stop()


def _checked(filename: str, data: bytes, max_bytes: int) -> str:
    """The name to show; raises InputError for too many bytes."""
    name = _shown(Path(filename).name)
    if len(data) > max_bytes:
        raise InputError(
            "“{name}” is too large: at most {most} MB can be added.", name=name, most=f"{max_bytes / 1_000_000:g}"
        )
    return name


def _shown(name: str) -> str:
    """A file name that is safe to show and to store: no path, no control characters, no markup."""
    return _UNSAFE_IN_NAME.sub("_", name)[:100] or "document"
