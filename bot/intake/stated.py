"""Catalogue data as it is found: from several places of one document, of which some are more to be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

FRONT_MATTER = "front matter"
HEADER_LINES = "header lines"
PAGE_METADATA = "HTML metadata"
DATELINE = "dateline"
BYLINE = "byline"
TEXT = "text"
FILE_PROPERTIES = "file properties"
PLACES = (FRONT_MATTER, HEADER_LINES, PAGE_METADATA, DATELINE, BYLINE, TEXT, FILE_PROPERTIES)
"""Where a value can be found, as said beside it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What one place of a document (`where`, one of PLACES) states; None or empty is nothing stated."""

    where: str
    title: str | None = None
    publisher: str | None = None
    contributors: tuple[str, ...] = ()
    published: date | None = None
    place: str | None = None
    url: str | None = None
    rights: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document taken out of its format: the text to store, and what the file states.

    `made` is the day that the file says it was made on: a hint for people, never taken for the day of publication,
    for a page printed years later carries the day of printing.
    """

    text: str
    stated: Stated | None = None
    made: date | None = None


def merged(statements: Sequence[Stated]) -> tuple[dict[str, Any], dict[str, str]]:
    """(value by key, where it was found by key); the first statement that has a value is believed."""
    values: dict[str, Any] = {}
    found: dict[str, str] = {}
    for stated in statements:
        for field in fields(Stated):
            value = getattr(stated, field.name)
            if field.name != "where" and value and field.name not in values:
                values[field.name] = value
                found[field.name] = stated.where
    return values, found
