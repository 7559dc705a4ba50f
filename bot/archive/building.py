"""Building: everything is read again aside, in a file of its own, and switched to in one step.

The switch is SQLite's own copying of one file over another, inside one transaction on the archive. A crash at any
moment before its end leaves the archive as it was; questions asked meanwhile are answered from what was there before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.archive import moderators, state
from bot.archive.accession import Accession
from bot.archive.authority import Authority
from bot.archive.correcting import kept
from bot.archive.correcting.labels import label_persons
from bot.archive.correcting.speakers import settle_speakers
from bot.archive.file.aside import open_aside
from bot.archive.file.connection import Connections
from bot.archive.file.copying import Marks, OvertakenError, copy_over
from bot.archive.file.database import Database
from bot.archive.file.faults import OVERTAKEN
from bot.archive.keeping.accounts import ACCOUNT, account_from
from bot.archive.keeping.derive import Numbers
from bot.archive.keeping.linking import Named, bearers_of, companions_of, link
from bot.archive.keeping.readers import Reader, Unread, read_all
from bot.archive.keeping.shipping import take_in_shipped
from bot.archive.keeping.store import as_kept, keep_reading, kept_reading, store_linked
from bot.archive.keeping.totals import count_in
from bot.archive.keeping.words import INDEXES, index_words
from bot.archive.thesaurus import Thesaurus
from bot.errors import ArchiveError

Progress = Callable[[int, int, str], None]
"""Told of every source that was read: how many are, of how many, and its title."""
_ATTEMPTS = 3
"""Builds that may be overtaken by additions or other builds, one after another, before it is given up."""
_LAST = 2**63 - 1
"""The highest number that a row can have."""
DERIVED = (
    "figure_totals", "subject_figures", "figures", "subject_totals", "subject_quotations", "person_dates", "intervals",
    "dates", "quotations", "ties", "descriptions", "mentions", "person_totals", "name_keys", "name_forms",
    "source_persons", "person_labels", "persons", "passages", "readings", "shingles",
)  # fmt: skip
"""Every table that a reading fills."""
# Shared sources first: what everyone sees never hangs on what one server has.
TO_READ = f"SELECT {ACCOUNT}, title FROM sources ORDER BY guild IS NOT NULL, num"


@dataclass(frozen=True, slots=True)
class ShippedData:
    """What an archive is built with: the accounts that ship, the authority file, the thesaurus, their fingerprint."""

    accounts: tuple[Accession, ...]
    authority: Authority
    subjects: Thesaurus
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build came to."""

    sources: int
    passages: int
    persons: int
    quotations: int
    dates: int
    figures: int


async def build(connections: Connections, data: ShippedData, reader: Reader, progress: Progress | None) -> BuildReport:
    """Read everything again and switch to it. Raises ArchiveError; the archive is then as it was."""
    for _ in range(_ATTEMPTS):
        try:
            return await _build_once(connections, data, reader, progress)
        except OvertakenError:
            continue
    raise ArchiveError(OVERTAKEN)


async def _build_once(
    connections: Connections, data: ShippedData, reader: Reader, progress: Progress | None
) -> BuildReport:
    async with open_aside(connections.path, "building") as aside:
        async with connections.reading() as old:
            await copy_over(old, aside)
        for pragma in ("journal_mode = MEMORY", "synchronous = OFF", "foreign_keys = OFF"):
            await aside.run(f"PRAGMA {pragma}")
        begun_from = await state.revision(aside)
        async with aside.transaction():
            await _clear(aside)
            await state.keep_data(aside, data.authority, data.subjects)
            await take_in_shipped(aside, data.accounts)
            await _read_again(aside, data, reader, progress)
            await state.mark_built(aside, data.fingerprint)
            await state.mark_changed(aside)
        report = await _report(aside)
        async with connections.alone() as writer:
            await _switch(connections.path, aside, writer, begun_from)
        return report


async def _switch(path: Path, aside: Database, writer: Database, begun_from: str | None) -> None:
    """Put what was built in the place of the archive, with what moderators have done in the meantime.

    Raises OvertakenError where the archive is no longer what the build has begun from.
    """
    while True:
        settings = await moderators.carry_over(writer, aside)
        try:
            await copy_over(aside, writer, unless_changed=(path, Marks(begun_from, settings)))
            break
        except OvertakenError:
            # Settings and reports alone, kept by another program just now, are no reason to read everything again.
            if await state.revision(writer) != begun_from:
                raise
    # The log now holds the whole archive once more; give the room back where no reader needs it.
    await writer.run("PRAGMA wal_checkpoint(TRUNCATE)")


async def _clear(aside: Database) -> None:
    for table in DERIVED:
        await aside.run(f"DELETE FROM {table}")
    # The words are indexed from these tables, so that their indexes have to be emptied whole.
    for index in INDEXES:
        await aside.run(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")


async def _read_again(aside: Database, data: ShippedData, reader: Reader, progress: Progress | None) -> None:
    rows = await aside.rows(TO_READ)
    named = await _read_all(aside, rows, reader, progress)
    linker = await link(aside, data.authority, await kept.standing(aside), named)
    for each in named:
        reading = await kept_reading(aside, each.account.num)
        await store_linked(aside, linker, each.account, reading, linker.people(each.account.num))
    await linker.persons.settle_names()
    await settle_speakers(aside, _not_counted_yet)
    await index_words(aside, data.subjects, Numbers(0, _LAST))
    for account in map(account_from, rows):
        if account.seen:
            await count_in(aside, account.num, account.owner)
    await label_persons(aside, linker.records)
    for index in INDEXES:
        await aside.run(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


async def _read_all(
    aside: Database, rows: Sequence[sqlite3.Row], reader: Reader, progress: Progress | None
) -> list[Named]:
    """Read every source and keep the readings; returns whom each names. It is decided later who they all are."""
    sources = {row["num"]: row for row in rows}
    named: list[Named] = []
    async with aclosing(read_all(reader, _documents(aside, list(sources)), len(sources))) as readings:
        async for num, reading in readings:
            read = as_kept(reading)
            await keep_reading(aside, num, read)
            bearers = bearers_of(read.people)
            named.append(Named(account_from(sources[num]), bearers, companions_of(bearers)))
            if progress:
                progress(len(named), len(sources), sources[num]["title"])
    return named


async def _not_counted_yet(source: int) -> None:
    """What is counted at the end need not be taken from the totals before."""


async def _documents(aside: Database, numbers: list[int]) -> AsyncIterator[Unread]:
    sql = "SELECT text, published FROM documents JOIN sources ON num = source WHERE source = ?"
    for number in numbers:
        row = await aside.row(sql, (number,))
        assert row is not None
        yield number, row["text"], date.fromisoformat(row["published"]) if row["published"] else None


async def _report(aside: Database) -> BuildReport:
    counts = [await aside.value(f"SELECT count(*) FROM {table}") for table in ("sources", *BuildReport.__slots__[1:])]
    return BuildReport(*counts)
