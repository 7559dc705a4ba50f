"""What comes into the archive: one document with its bytes, its text and its catalogue data."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from bot.archive.records import SourceKind
from bot.reading.people.keys import name_key

_LONGEST_ID = 48
"""Characters: an id is typed and shown in citations."""
_NOT_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Accession:
    """One document on its way in. `original` is kept as received; every offset points into `text`.

    `guild` is the server that owns it (None: everyone's). `source_id` is the id that it must get (None: made from the
    title); a server's own source gets one made from it.
    """

    filename: str
    original: bytes
    text: str
    title: str
    publisher: str | None = None
    contributors: tuple[str, ...] = ()
    published: date | None = None
    place: str | None = None
    url: str | None = None
    rights: str | None = None
    language: str = "en"
    kind: SourceKind = "account"
    guild: int | None = None
    added_by: str = ""
    source_id: str | None = None

    @property
    def sha256(self) -> str:
        """Fingerprint of the original bytes, in hexadecimal: the same bytes are the same document."""
        return hashlib.sha256(self.original).hexdigest()


def id_for(document: Accession, taken: Container[str]) -> str:
    """The id of a new source: the one that it must get, else a slug of its title, with a number where that is taken.

    A server's own source gets its fingerprint into the id in any case: a number, or an id that is refused because it
    is taken, would tell other servers that it is there.
    """
    if document.source_id and document.guild is None:
        return document.source_id
    slug = slug_of(document.source_id or document.title) or slug_of(document.filename) or "source"
    if document.guild is not None:
        salted = hashlib.sha256(f"{document.guild} {document.sha256}".encode()).hexdigest()
        return f"{slug}-{salted[:8]}"
    number, candidate = 1, slug
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


def slug_of(words: str) -> str:
    """Lower-case ASCII words with hyphens between them, cut at a whole word: fit for ids."""
    slug = _NOT_ID.sub("-", name_key(words)).strip("-")
    if len(slug) <= _LONGEST_ID:
        return slug
    return slug[: _LONGEST_ID + 1].rpartition("-")[0] or slug[:_LONGEST_ID]
