"""A file, or its bytes, to a document; the limits on what may come in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from bot.errors import InputError
from bot.intake.decoding import decode
from bot.intake.document import IntakeDocument, Original
from bot.intake.front_matter import split_front_matter
from bot.reading.layout import lay_out

_SUFFIXES = {".txt", ".md", ".markdown", ""}
_UNSAFE_IN_NAME = re.compile(r"[^\w .,()+-]")


def take_in(path: Path, *, max_bytes: int) -> IntakeDocument:
    """The document in a file (.txt or .md).

    Raises InputError, one sentence, for a file that is missing, unreadable, empty, binary or larger than `max_bytes`.
    """
    name = _shown(path.name)
    try:
        if path.is_dir():
            raise InputError(f"“{name}” is a folder, not a document.")
        with path.open("rb") as file:
            # Not what the file says of its size: a device says 0 and never ends.
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise InputError(f"There is no file “{name}”.") from None
    except (OSError, ValueError):
        raise InputError(f"“{name}” cannot be read.") from None
    return take_in_bytes(path.name, data, max_bytes=max_bytes)


def take_in_bytes(filename: str, data: bytes, *, max_bytes: int) -> IntakeDocument:
    """The document in bytes that came from elsewhere, such as an attachment. Raises InputError as `take_in` does."""
    name = _shown(Path(filename).name)
    if Path(name).suffix.lower() not in _SUFFIXES:
        raise InputError(f"“{name}” is of a kind that cannot be read yet; .txt and .md can.")
    if len(data) > max_bytes:
        raise _too_large(name, max_bytes)
    text = decode(data, name)
    front, body = split_front_matter(text, name)
    if not body.strip("\ufeff \t\r\n"):
        raise InputError(f"“{name}” is empty.")
    return _document(name, data, body, front)


def _document(name: str, data: bytes, body: str, front: dict[str, Any]) -> IntakeDocument:
    said = lay_out(body, front.get("published")).catalogue
    of = front.get("of")
    return IntakeDocument(
        filename=name,
        original=data,
        text=body,
        title=front.get("title", said.title),
        publisher=front.get("publisher", said.publisher),
        contributors=front.get("contributors", said.contributors),
        published=front.get("published", said.published),
        place=front.get("place", said.place),
        url=front.get("url"),
        rights=front.get("rights"),
        language=front.get("language", "en"),
        kind=front.get("kind", "account"),
        source_id=front.get("id"),
        of=_original(of, name) if of else None,
    )


def _original(of: dict[str, Any], name: str) -> Original:
    for key in ("title", "publisher"):
        if key not in of:
            raise InputError(f"In the front matter of “{name}”, the original account under “of” needs a {key}.")
    return Original(
        title=of["title"],
        publisher=of["publisher"],
        contributors=of.get("contributors", ()),
        published=of.get("published"),
        url=of.get("url"),
    )


def _too_large(name: str, max_bytes: int) -> InputError:
    return InputError(f"“{name}” is too large: at most {max_bytes / 1_000_000:g} MB can be added.")


def _shown(name: str) -> str:
    """A file name that is safe to show and to store: no path, no control characters, no markup."""
    return _UNSAFE_IN_NAME.sub("_", name)[:100] or "document"
