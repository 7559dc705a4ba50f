"""The document of a source as a file that Discord takes."""

from __future__ import annotations

import io
import re
from pathlib import PurePath

import discord

from bot.archive.records import StoredDocument

LARGEST = 10 * 1024 * 1024
"""Bytes of a file that every server takes: https://discord.com/developers/docs/reference#uploading-files"""

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")


def file_of(document: StoredDocument) -> discord.File | None:
    """The original bytes under a plain name; None for a document too large for Discord."""
    if len(document.original) > LARGEST:
        return None
    return discord.File(io.BytesIO(document.original), filename=safe_name(document), spoiler=False)


def safe_name(document: StoredDocument) -> str:
    """A file name of letters, digits and hyphens, so that Discord keeps it as it is and layouts can refer to it."""
    name = PurePath(document.source.filename)
    stem = _UNSAFE.sub("-", name.stem).strip("-")[:60] or "document"
    suffix = _UNSAFE.sub("", name.suffix)[:8].lower() or "txt"
    return f"{stem}.{suffix}"
