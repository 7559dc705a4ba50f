"""Looking up sources, their documents and their passages."""

from __future__ import annotations

from datetime import date

from bot.archive.file.database import Database
from bot.archive.lookup.rows import PASSAGE, SOURCE, VISIBLE, passage_from, source_from
from bot.archive.records import PassageRecord, SourceRecord, StoredDocument

SOURCES = f"SELECT {SOURCE} FROM sources WHERE {VISIBLE} ORDER BY published, num"
ONE_SOURCE = f"SELECT {SOURCE} FROM sources WHERE id = :id AND {VISIBLE}"
PUBLISHED = f"""
SELECT {SOURCE} FROM sources
WHERE published BETWEEN :earliest AND :latest AND {VISIBLE} ORDER BY published, num LIMIT :limit
"""
YEARS = f"SELECT DISTINCT substr(published, 1, 4) AS year FROM sources WHERE published IS NOT NULL AND {VISIBLE}"
DOCUMENT = f"""
SELECT {SOURCE}, documents.original, documents.text
FROM sources JOIN documents ON documents.source = sources.num
WHERE sources.id = :id AND {VISIBLE}
"""
PASSAGES = f"""
SELECT {SOURCE}, {PASSAGE}
FROM sources JOIN passages ON passages.source = sources.num
WHERE sources.id = :id AND {VISIBLE} AND passages.number BETWEEN :first AND :last
ORDER BY passages.number
"""
PASSAGE_AT = f"""
SELECT {SOURCE}, {PASSAGE}
FROM sources JOIN passages ON passages.source = sources.num
WHERE sources.id = :id AND {VISIBLE} AND passages.begins <= :offset
ORDER BY passages.begins DESC LIMIT 1
"""


async def sources(database: Database, guild: int) -> list[SourceRecord]:
    """Every source, by day of publication."""
    return [source_from(row) for row in await database.rows(SOURCES, {"guild": guild})]


async def source(database: Database, guild: int, source_id: str) -> SourceRecord | None:
    """The catalogue entry with this id."""
    row = await database.row(ONE_SOURCE, {"guild": guild, "id": source_id})
    return source_from(row) if row else None


async def published_on(database: Database, guild: int, earliest: date, latest: date, limit: int) -> list[SourceRecord]:
    """Sources published between two days, both inclusive, by day."""
    days = {"guild": guild, "earliest": earliest.isoformat(), "latest": latest.isoformat(), "limit": limit}
    return [source_from(row) for row in await database.rows(PUBLISHED, days)]


async def years(database: Database, guild: int) -> list[int]:
    """The years in which sources were published, in order."""
    return sorted(int(row["year"]) for row in await database.rows(YEARS, {"guild": guild}))


async def document(database: Database, guild: int, source_id: str) -> StoredDocument | None:
    """A source with its original bytes and stored text."""
    row = await database.row(DOCUMENT, {"guild": guild, "id": source_id})
    return StoredDocument(source_from(row), row["original"], row["text"]) if row else None


async def passages(database: Database, guild: int, source_id: str, first: int, last: int) -> list[PassageRecord]:
    """The passages of a source with these numbers, both inclusive."""
    asked = {"guild": guild, "id": source_id, "first": first, "last": last}
    return [passage_from(row) for row in await database.rows(PASSAGES, asked)]


async def passage_at(database: Database, guild: int, source_id: str, offset: int) -> PassageRecord | None:
    """The passage that holds an offset into the source's text."""
    row = await database.row(PASSAGE_AT, {"guild": guild, "id": source_id, "offset": offset})
    return passage_from(row) if row and offset < row["passage_ends"] else None
