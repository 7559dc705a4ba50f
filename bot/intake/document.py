"""What intake makes of a file: the original, the text to store, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Original:
    """The published account that a digest gives an account of."""

    title: str
    publisher: str
    contributors: tuple[str, ...] = ()
    published: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class IntakeDocument:
    """A document taken in. `text` is what every offset will point into; `original` the bytes as received.

    Catalogue data comes from the front matter where there is one, else from what the text says of itself.
    """

    filename: str
    original: bytes
    text: str
    title: str | None = None
    publisher: str | None = None
    contributors: tuple[str, ...] = ()
    published: date | None = None
    place: str | None = None
    url: str | None = None
    rights: str | None = None
    language: str = "en"
    kind: Literal["account", "digest"] = "account"
    source_id: str | None = None
    of: Original | None = None
