"""Storing a reading: its rows, one source at a time, inside the caller's transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.archive.correcting.model import with_dates
from bot.archive.file.database import Database
from bot.archive.keeping.deciding import Account, Identity
from bot.archive.keeping.derive import Rows, check_faithful, derive, numbers_of, people_within
from bot.archive.keeping.kept_readings import packed, unpacked
from bot.archive.keeping.linking import Linker, bearers_of
from bot.archive.keeping.persons import add_to_source
from bot.archive.keeping.recorded import with_recorded_ties
from bot.archive.keeping.shingles import keep_shingles
from bot.archive.keeping.words import unindex_words
from bot.errors import ArchiveError
from bot.reading.model import Reading

INSERTS = {
    "passages": "INSERT INTO passages (id, source, number, begins, ends, text) VALUES (?, ?, ?, ?, ?, ?)",
    "quotations": (
        "INSERT INTO quotations (id, source, passage, begins, ends, text, kind, speaker, speaker_as_written, person, "
        "utterance, cue) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ),
    "figures": (
        "INSERT INTO figures (id, source, passage, begins, ends, text, least, most, approximate, counted, "
        "counted_begins, counted_ends, unit, measure, clause, sentence_begins, sentence_ends, quotation, "
        "speaker, person, date) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ),
}
"""What the indexes of words are made from."""
INSERTS_AGAIN = {
    "mentions": "INSERT INTO mentions (id, source, passage, begins, ends, text, person) VALUES (?, ?, ?, ?, ?, ?, ?)",
    "descriptions": (
        "INSERT INTO descriptions (id, source, passage, begins, ends, text, person) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ),
    "ties": (
        "INSERT INTO ties (id, source, passage, begins, ends, text, person, kind, other, other_name) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ),
    "dates": (
        "INSERT INTO dates (id, source, passage, begins, ends, text, earliest, latest, reason, kind, approximate, "
        "sentence_begins, sentence_ends) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ),
    "person_dates": "INSERT INTO person_dates (person, earliest, width, date) VALUES (?, ?, ?, ?)",
}
"""What hangs on who is who and on which days are meant: stored again where only that has changed."""
NOT_BUILT = "The archive was made by an earlier version of this bot; run `python -m bot build`, then try again."
KEEP_READING = "INSERT INTO readings (source, reading) VALUES (?, ?)"
KEPT_READING = """
SELECT readings.reading, documents.text FROM readings JOIN documents USING (source) WHERE readings.source = ?
"""
SET_COUNTS = """
UPDATE sources SET passages = :passages, quotations = (SELECT count(*) FROM quotations WHERE source = :source)
WHERE num = :source
"""
SET_SPEAKERS = "UPDATE quotations SET speaker = ?, speaker_as_written = ?, person = ? WHERE id = ?"
SET_PERSONS_OF_FIGURES = "UPDATE figures SET person = ? WHERE id = ?"
REMOVE_DATES = "DELETE FROM person_dates WHERE date BETWEEN ? AND ?"
REMOVE_AGAIN = ("dates", "ties", "descriptions", "mentions", "source_persons")
REMOVE = ("figures", "quotations", "passages", "readings", "shingles")


def as_kept(reading: Reading) -> Reading:
    """The reading without people who are named in boilerplate alone. Raises UnfaithfulReadingError."""
    check_faithful(reading)
    return replace(reading, people=people_within(reading))


async def store_linked(
    database: Database,
    linker: Linker,
    account: Account,
    reading: Reading,
    people: Sequence[Identity],
    *,
    again: bool = False,
) -> None:
    """Store what was read in a source, with the corrections that hold there; `people` are who its people are.

    The reading itself is kept by `keep_reading` before.

    `again`: what was read is stored already, and only who is who, or which days are meant, has changed.
    """
    numbers = await linker.numbers([each.person for each in people])
    records = {
        number: linker.records[each.person]
        for number, each in zip(numbers, people, strict=True)
        if each.person in linker.records
    }
    corrected = with_dates(reading, linker.settled.of_source(account.num))
    corrected = with_recorded_ties(corrected, numbers, records, account.id)
    rows = await asyncio.to_thread(derive, corrected, account.num, numbers)
    if again:
        await remove_people(database, account.num)
        await database.run_many(SET_SPEAKERS, [(row[7], row[8], row[9], row[0]) for row in rows.quotations])
        await database.run_many(SET_PERSONS_OF_FIGURES, [(row[19], row[0]) for row in rows.figures])
    else:
        await _insert(database, INSERTS, rows)
        await database.run(SET_COUNTS, {"source": account.num, "passages": len(rows.passages)})
        await keep_shingles(database, account.num, reading.text)
    await _insert(database, INSERTS_AGAIN, rows)
    await add_to_source(database, account.num, numbers, [each.base for each in people], bearers_of(reading.people))
    await linker.persons.keep_names(account.owner, numbers, reading.people)


async def keep_reading(database: Database, source: int, reading: Reading) -> None:
    """Keep a reading, as from `as_kept`, so that it can be stored again with other corrections."""
    await database.run(KEEP_READING, (source, await asyncio.to_thread(packed, reading)))


async def kept_reading(database: Database, source: int) -> Reading:
    """The reading of a source as it was stored, before corrections. Raises ArchiveError in a file of before."""
    row = await database.row(KEPT_READING, (source,))
    if row is None:
        raise ArchiveError(NOT_BUILT)
    return await asyncio.to_thread(unpacked, row["reading"], row["text"])


async def remove_people(database: Database, source: int) -> None:
    """Remove what hangs on who is who and on which days are meant."""
    numbers = numbers_of(source)
    await database.run(REMOVE_DATES, (numbers.first, numbers.last))
    for table in REMOVE_AGAIN:
        await database.run(f"DELETE FROM {table} WHERE source = ?", (source,))


async def remove_reading(database: Database, source: int) -> None:
    """Remove everything that was read in a source."""
    await unindex_words(database, numbers_of(source))
    await remove_people(database, source)
    for table in REMOVE:
        await database.run(f"DELETE FROM {table} WHERE source = ?", (source,))


async def _insert(database: Database, inserts: Mapping[str, str], rows: Rows) -> None:
    for table, sql in inserts.items():
        values = getattr(rows, table)
        if values:
            await database.run_many(sql, values)
