"""Changing a source: its catalogue data, whether it is withdrawn, its text. Each in the caller's transaction.

Nothing is written down here; `sources_changed.py` does that, and `undoing.py` for the way back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.archive import audit, state
from bot.archive.file.database import Database
from bot.archive.keeping.change import Change
from bot.archive.keeping.derive import numbers_of
from bot.archive.keeping.words import index_quotations, unindex_quotations
from bot.errors import InputError
from bot.reading.model import Reading

FIELDS = ("title", "publisher", "contributors", "published", "place", "url", "rights", "language")
"""Catalogue data that may be changed."""
NO_SUCH_FIELD = "“{field}” is not something that can be changed in a source."
NO_TITLE = "A source must have a title."
NO_DAY = "The day of publication must be a day."

KEEP_VERSION = """
INSERT INTO versions (source, number, original, text, sha256, filename, replaced_at)
SELECT num, 1 + (SELECT count(*) FROM versions WHERE source = num), original, text, sha256, filename, ?
FROM sources JOIN documents ON documents.source = sources.num WHERE num = ?
RETURNING number
"""
SET_DOCUMENT = "UPDATE documents SET original = ?, text = ? WHERE source = ?"
SET_BYTES = "UPDATE sources SET sha256 = ?, filename = ? WHERE num = ?"


@dataclass(frozen=True, slots=True)
class NewDocument:
    """The document that takes the place of another."""

    filename: str
    original: bytes
    text: str
    sha256: str


def as_columns(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Changes of catalogue data as the table has them. Raises InputError for what cannot be changed so."""
    columns: dict[str, Any] = {}
    for name, value in changes.items():
        if name not in FIELDS:
            raise InputError(NO_SUCH_FIELD, field=name)
        if name == "contributors":
            columns[name] = json.dumps(list(value or ()), ensure_ascii=False)
        elif name == "published":
            columns[name] = _day(value)
        else:
            columns[name] = (str(value).strip() or None) if value is not None else None
    if columns.get("title", "") is None:
        raise InputError(NO_TITLE)
    if "language" in columns:
        columns["language"] = columns["language"] or "en"
    return columns


async def set_catalogue(database: Database, source: int, columns: Mapping[str, Any], reading: Reading | None) -> None:
    """Set columns of `sources`; `reading` is the text read again, where its day of publication is among them."""
    change = Change(database)
    await change.touch(source)
    if reading is not None:
        await change.take_out(source)
        await _set_columns(database, source, columns)
        await change.put_in(source, reading)
    else:
        # The title is among the words around each quotation.
        await change.uncount(source)
        await unindex_quotations(database, numbers_of(source))
        await _set_columns(database, source, columns)
        await index_quotations(database, await state.kept_thesaurus(database), numbers_of(source))
    await change.touch_address(columns.get("url"))
    await change.settle()


async def set_withdrawn(database: Database, source: int, withdrawn: bool) -> None:
    """Withdraw a source from every answer and count, or take it back."""
    change = Change(database)
    await change.uncount(source)
    await database.run("UPDATE sources SET withdrawn = ? WHERE num = ?", (int(withdrawn), source))
    await change.settle()


async def set_document(database: Database, source: int, document: NewDocument, reading: Reading) -> int:
    """Put another document in the place of that of a source, and return the number of the version kept of the old."""
    version = int(await database.value(KEEP_VERSION, (audit.now(), source)))
    change = Change(database)
    await change.take_out(source)
    await database.run(SET_DOCUMENT, (document.original, document.text, source))
    await database.run(SET_BYTES, (document.sha256, document.filename, source))
    await change.put_in(source, reading)
    await change.settle()
    return version


async def _set_columns(database: Database, source: int, columns: Mapping[str, Any]) -> None:
    named = ", ".join(f"{name} = :{name}" for name in columns)
    await database.run(f"UPDATE sources SET {named} WHERE num = :source", {**columns, "source": source})


def _day(value: object) -> str | None:
    if value is None or isinstance(value, date):
        return value.isoformat() if value else None
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise InputError(NO_DAY) from None
