"""What moderators have set for their server: a row a server, read for every answer and seldom written."""

from __future__ import annotations

from dataclasses import asdict

from bot.archive import audit, state
from bot.archive.file.database import Database
from bot.archive.records import ServerSettings

SUBJECT = "server"
"""What the audit log calls that which settings are of."""
FIND = "SELECT plain, graphic, moderators FROM servers WHERE guild = ?"
KEEP = """
INSERT INTO servers (guild, plain, graphic, moderators) VALUES (:guild, :plain, :graphic, :moderators)
ON CONFLICT (guild) DO UPDATE
SET plain = excluded.plain, graphic = excluded.graphic, moderators = excluded.moderators
"""


async def find(database: Database, guild: int) -> ServerSettings:
    """What is set for a server; the defaults where nobody has set anything."""
    row = await database.row(FIND, (guild,))
    return ServerSettings(bool(row["plain"]), row["graphic"], row["moderators"]) if row else ServerSettings()


async def keep(database: Database, guild: int, settings: ServerSettings, *, by: str, reason: str) -> None:
    """Set what holds for a server from now on, and write that down. To be called in a transaction."""
    before = await find(database, guild)
    if before == settings:
        return
    await database.run(KEEP, {**asdict(settings), "guild": guild})
    await state.mark_servers_changed(database)
    # Not to be undone: whoever keeps sources by the role that is set here may undo, but may not set.
    deed = audit.Deed(
        guild, by, "settings", SUBJECT, reason, before=asdict(before), after=asdict(settings), undoable=False
    )
    await audit.keep(database, deed)
