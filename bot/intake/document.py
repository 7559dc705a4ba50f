"""What intake makes of a file: the original, the text to store, and what is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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

    For a text file, `text` is the decoded file, unchanged; for a page, a PDF or a DOCX it is the account in it, with
    blank lines between paragraphs. `found` says for each key of catalogue data that the document states where it was
    found, as one of `bot.intake.stated.PLACES`; `bot.intake.cataloguing` says which place outweighs which. `made` is
    the day that the file says it was made on: a hint to people, never the day of publication.
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
    found: Mapping[str, str] = field(default_factory=dict)
    made: date | None = None
