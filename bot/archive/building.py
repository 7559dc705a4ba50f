"""Building: everything is read again aside, in a file of its own, and switched to in one step.

The switch is SQLite's own copying of one file over another, inside one transaction on the archive. A crash at any
moment before its end leaves the archive as it was; questions asked meanwhile are answered from what was there before.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date

from bot.archive import state
from bot.archive.accession import Accession
from bot.archive.authority import Authority
from bot.archive.file.aside import open_aside
from bot.archive.file.connection import Connections
from bot.archive.file.copying import OvertakenError, copy_over
from bot.archive.file.database import Database
from bot.archive.file.faults import OVERTAKEN
from bot.archive.keeping.derive import Numbers
from bot.archive.keeping.linking import Linker, NewSource
from bot.archive.keeping.readers import Reader, Unread, read_all
from bot.archive.keeping.shipping import take_in_shipped
from bot.archive.keeping.store import store_reading
from bot.archive.keeping.totals import count_in
from bot.archive.keeping.words import index_words
from bot.archive.thesaurus import Thesaurus
from bot.errors import ArchiveError

Progress = Callable[[int, int, str], None]
"""Told of every source that was read: how many are, of how many, and its title."""
_ATTEMPTS = 3
"""Builds that may be overtaken by additions or other builds, one after another, before it is given up."""
DERIVED = (
    "subject_totals", "subject_quotations", "person_dates", "intervals", "dates", "quotations", "ties", "descriptions",
    "mentions", "person_totals", "name_keys", "name_forms", "source_persons", "persons", "passages",
)  # fmt: skip
"""Every table that a reading fills."""
# Shared sources first: what everyone sees never hangs on what one server has.
TO_READ = """
SELECT num, id, url, coalesce(guild, 0) AS guild, title, published, withdrawn FROM sources
ORDER BY guild IS NOT NULL, num
"""


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
            await copy_over(aside, writer, unless_changed=(connections.path, begun_from))
            # The log now holds the whole archive once more; give the room back where no reader needs it.
            await writer.run("PRAGMA wal_checkpoint(TRUNCATE)")
        return report


async def _clear(aside: Database) -> None:
    for table in DERIVED:
        await aside.run(f"DELETE FROM {table}")
    # The words are indexed from these tables, so that their index has to be emptied whole.
    await aside.run("INSERT INTO passage_words (passage_words) VALUES ('delete-all')")
    await aside.run("INSERT INTO quotation_words (quotation_words) VALUES ('delete-all')")


async def _read_again(aside: Database, data: ShippedData, reader: Reader, progress: Progress | None) -> None:
    rows = await aside.rows(TO_READ)
    sources = {row["num"]: row for row in rows}
    linker = Linker(aside, data.authority)
    done = 0
    async with aclosing(read_all(reader, _documents(aside, list(sources)), len(sources))) as readings:
        async for num, reading in readings:
            row = sources[num]
            await store_reading(aside, linker, NewSource(num, row["id"], row["url"], row["guild"]), reading)
            done += 1
            if progress:
                progress(done, len(sources), row["title"])
    await index_words(aside, data.subjects, Numbers(0, 1, 1, 1))
    for row in rows:
        if not row["withdrawn"]:
            await count_in(aside, row["num"], row["guild"])
    for index in ("passage_words", "quotation_words"):
        await aside.run(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


async def _documents(aside: Database, numbers: list[int]) -> AsyncIterator[Unread]:
    sql = "SELECT text, published FROM documents JOIN sources ON num = source WHERE source = ?"
    for number in numbers:
        row = await aside.row(sql, (number,))
        assert row is not None
        yield number, row["text"], date.fromisoformat(row["published"]) if row["published"] else None


async def _report(aside: Database) -> BuildReport:
    counts = [await aside.value(f"SELECT count(*) FROM {table}") for table in ("sources", *BuildReport.__slots__[1:])]
    return BuildReport(*counts)
