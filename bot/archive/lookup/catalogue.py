"""Looking up sources, their documents and their passages."""

from __future__ import annotations

from datetime import date

from bot.archive.file.database import Database
from bot.archive.lookup.rows import PASSAGE, SOURCE, VISIBLE, passage_from, source_from
from bot.archive.records import PassageRecord, SourceCounts, SourceRecord, StoredDocument

SOURCES = f"SELECT {SOURCE} FROM sources WHERE {VISIBLE} ORDER BY published, num LIMIT :limit OFFSET :offset"
COUNT = f"SELECT count(*) AS sources, coalesce(sum(kind = 'digest'), 0) AS digests FROM sources WHERE {VISIBLE}"
_ALL = -1
"""No limit, as SQLite writes it."""
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

# Of one owner alone, withdrawn ones among them: for those who look after them.
OWNED = f"SELECT {SOURCE} FROM sources WHERE id = :id AND coalesce(guild, 0) = :owner"
ALL_OWNED = f"SELECT {SOURCE} FROM sources WHERE coalesce(guild, 0) = :owner ORDER BY published, num"
SAME_BYTES = f"""
SELECT {SOURCE} FROM sources WHERE sha256 = :sha256 AND (coalesce(guild, 0) = :owner OR scope = 0)
ORDER BY guild LIMIT 1
"""


async def owned(database: Database, owner: int, source_id: str) -> SourceRecord | None:
    """An owner's source, withdrawn or not."""
    row = await database.row(OWNED, {"owner": owner, "id": source_id})
    return source_from(row) if row else None


async def all_owned(database: Database, owner: int) -> list[SourceRecord]:
    """Every source of an owner, withdrawn or not, by day of publication."""
    return [source_from(row) for row in await database.rows(ALL_OWNED, {"owner": owner})]


async def same_bytes(database: Database, owner: int, sha256: str) -> SourceRecord | None:
    """The source with these bytes, of the owner or of everyone. What another server has is not told."""
    row = await database.row(SAME_BYTES, {"owner": owner, "sha256": sha256})
    return source_from(row) if row else None


async def sources(database: Database, guild: int, limit: int | None, offset: int) -> list[SourceRecord]:
    """Sources by day of publication; all of them from `offset` on where there is no limit."""
    asked = {"guild": guild, "limit": _ALL if limit is None else limit, "offset": offset}
    return [source_from(row) for row in await database.rows(SOURCES, asked)]


async def counts(database: Database, guild: int) -> SourceCounts:
    """How many sources there are, and how many of them are digests."""
    row = await database.row(COUNT, {"guild": guild})
    assert row is not None
    return SourceCounts(row["sources"], row["digests"])


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
