"""What can be wrong inside an archive file: each look returns plain sentences, none where all is well."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from bot.archive.file.database import Database
from bot.archive.keeping.words import INDEXES
from bot.errors import ArchiveError

BROKEN = "The archive file is damaged inside; restore a backup with `python -m bot restore FILE`."
DANGLING = "Rows of {table} point to what is not there; run `python -m bot build`."
NOT_VERBATIM = "In source {source}, {count} of {table} no longer stand in the stored text; run `python -m bot build`."
NOT_INDEXED = "The index of words does not fit what is stored; run `python -m bot build`."
MISCOUNTED = "The kept totals do not fit what is stored; run `python -m bot build`."
OTHER_BYTES = "The document of source {source} is not the one that was added; restore a backup."

_SPANS = ("passages", "mentions", "descriptions", "ties", "quotations", "dates", "figures")
_COUNTS = (
    (
        "SELECT coalesce(sum(mentions), 0) FROM person_totals",
        "SELECT count(*) FROM mentions JOIN sources ON sources.num = mentions.source WHERE sources.scope IS NOT NULL",
    ),
    (
        "SELECT coalesce(sum(dates), 0) FROM intervals",
        "SELECT count(*) FROM dates JOIN sources ON sources.num = dates.source WHERE sources.scope IS NOT NULL",
    ),
    (
        "SELECT coalesce(sum(figures), 0) FROM figure_totals",
        "SELECT count(*) FROM subject_figures JOIN figures ON figures.id = subject_figures.figure "
        "JOIN sources ON sources.num = figures.source WHERE sources.scope IS NOT NULL AND tier < 3",
    ),
)


async def findings_in(database: Database) -> list[str]:
    """Everything that is wrong, the file's own soundness first: where that is gone, nothing else is looked at."""
    rows = await database.rows("PRAGMA integrity_check(1)")
    if [row[0] for row in rows] != ["ok"]:
        return [BROKEN]
    tables = sorted({str(row["table"]) for row in await database.rows("PRAGMA foreign_key_check")})
    return [
        *(DANGLING.format(table=table) for table in tables),
        *await _documents(database),
        *await _index(database),
        *await _totals(database),
    ]


async def _documents(database: Database) -> list[str]:
    found: list[str] = []
    for row in await database.rows("SELECT num, id, sha256 FROM sources ORDER BY num"):
        found.extend(await _document(database, row["num"], row["id"], row["sha256"]))
    return found


async def _document(database: Database, num: int, source_id: str, sha256: str) -> list[str]:
    document = await database.row("SELECT original, text FROM documents WHERE source = ?", (num,))
    if document is None or hashlib.sha256(document["original"]).hexdigest() != sha256:
        return [OTHER_BYTES.format(source=source_id)]
    found = []
    for table in _SPANS:
        rows = await database.rows(f"SELECT begins, ends, text FROM {table} WHERE source = ?", (num,))
        wrong = sum(document["text"][row["begins"] : row["ends"]] != row["text"] for row in rows)
        if wrong:
            found.append(NOT_VERBATIM.format(source=source_id, count=wrong, table=table))
    return found


async def _index(database: Database) -> list[str]:
    try:
        for index in INDEXES:
            # Rank 1 compares the index with the rows that it was made from, and not just with itself.
            await database.run(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except ArchiveError:
        return [NOT_INDEXED]
    return []


async def _totals(database: Database) -> list[str]:
    pairs: Sequence[tuple[int, int]] = [
        (await database.value(kept), await database.value(counted)) for kept, counted in _COUNTS
    ]
    return [MISCOUNTED] if any(kept != counted for kept, counted in pairs) else []
