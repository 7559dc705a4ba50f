"""Storing a reading: its rows and its names. One source at a time, inside the caller's transaction."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.archive.file.database import Database
from bot.archive.keeping.derive import Numbers, Rows, derive, people_within
from bot.archive.keeping.linking import Linker, NewSource
from bot.archive.keeping.recorded import with_recorded_ties
from bot.reading.model import Reading

FIRST_FREE = """
SELECT
    (SELECT coalesce(max(id), 0) + 1 FROM passages) AS passage,
    (SELECT coalesce(max(id), 0) + 1 FROM quotations) AS quotation,
    (SELECT coalesce(max(id), 0) + 1 FROM dates) AS date
"""
INSERTS = {
    "passages": "INSERT INTO passages (id, source, number, begins, ends, text) VALUES (?, ?, ?, ?, ?, ?)",
    "mentions": "INSERT INTO mentions (source, passage, begins, ends, text, person) VALUES (?, ?, ?, ?, ?, ?)",
    "descriptions": "INSERT INTO descriptions (source, passage, begins, ends, text, person) VALUES (?, ?, ?, ?, ?, ?)",
    "ties": (
        "INSERT INTO ties (source, passage, begins, ends, text, person, kind, other, other_name) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ),
    "quotations": (
        "INSERT INTO quotations (id, source, passage, begins, ends, text, kind, speaker, speaker_as_written, person, "
        "utterance, cue) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ),
    "dates": (
        "INSERT INTO dates (id, source, passage, begins, ends, text, earliest, latest, reason, kind, approximate, "
        "sentence_begins, sentence_ends) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ),
    "person_dates": "INSERT INTO person_dates (person, earliest, width, date) VALUES (?, ?, ?, ?)",
}


async def store_reading(database: Database, linker: Linker, source: NewSource, reading: Reading) -> Numbers:
    """Store what was read in a source, and return the numbers from which its rows begin.

    Raises UnfaithfulReadingError where the reading does not fit its text.
    """
    reading = replace(reading, people=people_within(reading))
    numbers = await first_free(database, source.num)
    persons = await linker.link(source, reading.people)
    reading = with_recorded_ties(reading, persons, linker.records, source.id)
    rows = await asyncio.to_thread(derive, reading, numbers, persons)
    await _insert(database, rows)
    await database.run("UPDATE sources SET passages = ? WHERE num = ?", (len(rows.passages), source.num))
    return numbers


async def first_free(database: Database, source: int) -> Numbers:
    """The numbers that the next rows get."""
    row = await database.row(FIRST_FREE)
    assert row is not None
    return Numbers(source, row["passage"], row["quotation"], row["date"])


async def _insert(database: Database, rows: Rows) -> None:
    for table, sql in INSERTS.items():
        values = getattr(rows, table)
        if values:
            await database.run_many(sql, values)
