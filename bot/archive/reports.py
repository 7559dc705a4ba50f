"""What members report as a mistake, and what moderators make of it. Nothing is kept of who reported it."""

from __future__ import annotations

import sqlite3

from bot.archive import audit, state
from bot.archive.file.database import Database
from bot.archive.keeping.owned import NO_SOURCE
from bot.archive.records import AuditEntry, ReportRecord
from bot.errors import InputError

NO_REPORT = "There is no report with this number."
CLOSED_ALREADY = "This report is closed already."
NO_WORDS = "Say what is wrong."
TOO_MANY = "There are too many open reports here already; moderators must look at those first."
MOST_OPEN = 200
"""Open reports of one server: beyond, somebody is flooding the queue."""
LONGEST = 1_000
"""Characters of a report that are kept."""

_COLUMNS = """
reports.number, reports.guild, sources.id AS source, sources.title, reports.begins, reports.ends, reports.shown,
reports.words, reports.made_at, reports.outcome
"""
# Whoever may see the source may report it; it is seen where it was reported, and by the owner of the source.
SOURCE = "SELECT num, coalesce(guild, 0) AS owner FROM sources WHERE id = :id AND scope IN (0, :guild)"
OPEN = "SELECT count(*) FROM reports WHERE guild = ? AND outcome IS NULL"
KEEP = """
INSERT INTO reports (guild, owner, source, begins, ends, shown, words, made_at)
VALUES (:guild, :owner, :source, :begins, :ends, :shown, :words, :at) RETURNING number
"""
_SEEN = "(reports.guild = :owner OR reports.owner = :owner)"
REPORTS = f"""
SELECT {_COLUMNS} FROM reports JOIN sources ON sources.num = reports.source
WHERE {_SEEN} AND (reports.outcome IS NULL OR NOT :open) ORDER BY reports.number DESC LIMIT :limit OFFSET :offset
"""
COUNT = f"SELECT count(*) FROM reports WHERE {_SEEN} AND (outcome IS NULL OR NOT :open)"
ONE = f"""
SELECT {_COLUMNS}, sources.num FROM reports JOIN sources ON sources.num = reports.source
WHERE reports.number = :number AND {_SEEN}
"""


async def keep(
    database: Database, guild: int, source_id: str, begins: int, ends: int, shown: str, words: str
) -> ReportRecord:
    """Keep a report from a server (0: from outside servers). Raises InputError."""
    source = await database.row(SOURCE, {"id": source_id, "guild": guild})
    if source is None:
        raise InputError(NO_SOURCE)
    if not words.strip():
        raise InputError(NO_WORDS)
    if await database.value(OPEN, (guild,)) >= MOST_OPEN:
        raise InputError(TOO_MANY)
    values = {
        "guild": guild,
        "owner": source["owner"],
        "source": source["num"],
        "begins": begins,
        "ends": ends,
        "shown": shown[:LONGEST],
        "words": words.strip()[:LONGEST],
        "at": audit.now(),
    }
    number = int(await database.value(KEEP, values))
    await state.mark_servers_changed(database)
    return _from(await _one(database, guild, number))


async def reports(database: Database, owner: int, *, open_only: bool, limit: int, offset: int) -> list[ReportRecord]:
    """What was reported in a server, or about its sources; of everyone's archive, all about it. The last one first."""
    asked = {"owner": owner, "open": open_only, "limit": limit, "offset": offset}
    return [_from(row) for row in await database.rows(REPORTS, asked)]


async def count(database: Database, owner: int, *, open_only: bool) -> int:
    """How many reports `reports` has in all."""
    return int(await database.value(COUNT, {"owner": owner, "open": open_only}))


async def close(database: Database, owner: int, number: int, outcome: str, *, by: str, reason: str) -> AuditEntry:
    """Close a report with an outcome, a word or two that is kept with it. Raises InputError."""
    row = await _one(database, owner, number)
    if row["outcome"] is not None:
        raise InputError(CLOSED_ALREADY)
    await database.run("UPDATE reports SET outcome = ? WHERE number = ?", (outcome, number))
    await state.mark_servers_changed(database)
    after = {"outcome": outcome, "citation": row["source"]}
    deed = audit.Deed(owner, by, "report", str(number), reason, source=row["num"], after=after, undoable=False)
    return await audit.keep(database, deed)


async def _one(database: Database, owner: int, number: int) -> sqlite3.Row:
    row = await database.row(ONE, {"number": number, "owner": owner})
    if row is None:
        raise InputError(NO_REPORT)
    return row


def _from(row: sqlite3.Row) -> ReportRecord:
    return ReportRecord(
        number=row["number"],
        guild=row["guild"] or None,
        source=row["source"],
        title=row["title"],
        start=row["begins"],
        end=row["ends"],
        shown=row["shown"],
        words=row["words"],
        at=row["made_at"],
        outcome=row["outcome"],
    )
