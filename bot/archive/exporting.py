"""All that one owner has, taken out of the archive as plain records: sources, corrections, and the audit log.

What was read in the sources is left out: it comes back when they are read again. What hangs on numbers of rows here is
named by ids of sources instead, so that another archive can take it in.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.archive.file.database import Database

CATALOGUE = (
    "id", "title", "publisher", "contributors", "published", "place", "url", "rights", "language", "kind", "filename",
    "sha256", "added_by", "added_at", "shipped", "withdrawn",
)  # fmt: skip
"""The columns of a source that are exported; `contributors` as a list."""
SOURCES = f"""
SELECT num, {", ".join(CATALOGUE)} FROM sources WHERE coalesce(guild, 0) = :owner ORDER BY num
"""
DOCUMENT = "SELECT original, text FROM documents WHERE source = ?"
VERSIONS = "SELECT number, original, text, sha256, filename, replaced_at FROM versions WHERE source = ? ORDER BY number"
PERSON_IDS = "SELECT key, nth, id FROM person_ids WHERE source = ? ORDER BY number"
SIZE = """
SELECT coalesce(sum(
    length(documents.original)
    + (SELECT coalesce(sum(length(original)), 0) FROM versions WHERE versions.source = sources.num)
), 0)
FROM sources JOIN documents ON documents.source = sources.num WHERE coalesce(sources.guild, 0) = :owner
"""
CORRECTIONS = """
SELECT corrections.*, sources.id AS source_id FROM corrections LEFT JOIN sources ON sources.num = corrections.source
WHERE corrections.owner = :owner ORDER BY corrections.number
"""
AUDIT = """
SELECT audit.*, sources.id AS source_id FROM audit LEFT JOIN sources ON sources.num = audit.source
WHERE audit.owner = :owner ORDER BY audit.number
"""


@dataclass(frozen=True, slots=True)
class Text:
    """A document: its bytes as received, and the text that offsets point into."""

    original: bytes
    text: str


@dataclass(frozen=True, slots=True)
class ExportedVersion:
    """What a source was before its text was replaced. `record`: number, sha256, filename, replaced_at."""

    record: Mapping[str, Any]
    document: Text


@dataclass(frozen=True, slots=True)
class ExportedSource:
    """A source: `record` has the keys of CATALOGUE; `person_ids` are [key, nth, id], which keep ids of people."""

    record: Mapping[str, Any]
    document: Text
    versions: tuple[ExportedVersion, ...] = ()
    person_ids: tuple[tuple[str, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """All of one owner. Corrections and entries of the log are as their rows, with ids of sources for numbers."""

    sources: tuple[ExportedSource, ...]
    corrections: tuple[Mapping[str, Any], ...]
    audit: tuple[Mapping[str, Any], ...]


async def size_of(database: Database, owner: int) -> int:
    """How many bytes the documents of an owner have together, those that were replaced among them."""
    return int(await database.value(SIZE, {"owner": owner}))


async def export_owner(database: Database, owner: int) -> Export:
    """All that an owner has. To be called in a transaction, so that it is all of one moment."""
    sources = [await _source(database, row) for row in await database.rows(SOURCES, {"owner": owner})]
    ids = {row["num"]: row["id"] for row in await database.rows("SELECT num, id FROM sources")}
    corrections = [_correction(row, ids) for row in await database.rows(CORRECTIONS, {"owner": owner})]
    audit = [_entry(row) for row in await database.rows(AUDIT, {"owner": owner})]
    return Export(tuple(sources), tuple(corrections), tuple(audit))


async def _source(database: Database, row: sqlite3.Row) -> ExportedSource:
    document = await database.row(DOCUMENT, (row["num"],))
    assert document is not None
    record = {column: row[column] for column in CATALOGUE}
    record |= {"contributors": json.loads(row["contributors"])}
    record |= {"shipped": bool(row["shipped"]), "withdrawn": bool(row["withdrawn"])}
    versions = tuple(
        ExportedVersion(_without(each, "original", "text"), Text(each["original"], each["text"]))
        for each in await database.rows(VERSIONS, (row["num"],))
    )
    person_ids = tuple(
        (each["key"], each["nth"], each["id"]) for each in await database.rows(PERSON_IDS, (row["num"],))
    )
    return ExportedSource(record, Text(document["original"], document["text"]), versions, person_ids)


def _correction(row: sqlite3.Row, ids: Mapping[int, str]) -> dict[str, Any]:
    value = json.loads(row["value"])
    if "source" in value:
        value["source"] = ids.get(value["source"])
    kept = _without(row, "owner", "source", "source_id", "undone", "value")
    return {**kept, "source": row["source_id"], "undone": bool(row["undone"]), "value": value}


def _entry(row: sqlite3.Row) -> dict[str, Any]:
    kept = _without(row, "owner", "source", "source_id", "before", "after", "undoable")
    sides = {side: json.loads(row[side]) for side in ("before", "after")}
    return {**kept, "source": row["source_id"], "undoable": bool(row["undoable"]), **sides}


def _without(row: sqlite3.Row, *left_out: str) -> dict[str, Any]:
    columns: Iterable[str] = row.keys()
    return {column: row[column] for column in columns if column not in left_out}
