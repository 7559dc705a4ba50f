"""What moderators keep beside the sources: settings of servers, the audit log, reports, drafts.

Changes of these alone have a mark of their own. They are no change of what the archive holds, so they must neither
empty what is remembered under its revision nor overtake a build.
"""

from __future__ import annotations

from bot.archive import state
from bot.archive.file.database import Database

TABLES = ("servers", "audit", "reports", "drafts")


async def carry_over(database: Database, aside: Database) -> str | None:
    """Bring these tables in a file made aside up to date, and return the mark that they had in `database`."""
    # The mark first: of a change while the rows are read, it is then known that they are no longer the last ones.
    mark = await state.servers_revision(database)
    rows = {table: [tuple(row) for row in await database.rows(f"SELECT * FROM {table}")] for table in TABLES}
    sequences = [tuple(row) for row in await database.rows("SELECT seq, name FROM sqlite_sequence")]
    async with aside.transaction():
        for table, kept in rows.items():
            await aside.run(f"DELETE FROM {table}")
            if kept:
                places = ", ".join("?" * len(kept[0]))
                await aside.run_many(f"INSERT INTO {table} VALUES ({places})", kept)
        # A number of an entry is never given twice, also where nothing is left of the entry.
        await aside.run_many("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", sequences)
        await state.mark_servers_changed(aside)
    return mark
