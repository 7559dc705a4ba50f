"""Forgetting a person who has moderated: what they did stays written down, who did it does not."""

from __future__ import annotations

from bot.archive import state
from bot.archive.file.database import Database
from bot.errors import InputError

FORGOTTEN = "forgotten"
NOT_A_USER = "A user is named as discord: and the figures of the id."
_PLACES = (("audit", "made_by"), ("sources", "added_by"))
DRAFTS = """
UPDATE drafts SET record = json_set(record, '$.document.added_by', :forgotten)
WHERE json_extract(record, '$.document.added_by') = :user RETURNING 1
"""


async def forget(database: Database, user: str) -> int:
    """Put FORGOTTEN in the place of a user everywhere; returns at how many places. Raises InputError."""
    kind, _, number = user.partition(":")
    if kind != "discord" or not (number.isascii() and number.isdigit()):
        raise InputError(NOT_A_USER)
    places = 0
    for table, column in _PLACES:
        rows = await database.rows(f"UPDATE {table} SET {column} = ? WHERE {column} = ? RETURNING 1", (FORGOTTEN, user))
        places += len(rows)
    places += len(await database.rows(DRAFTS, {"forgotten": FORGOTTEN, "user": user}))
    if places:
        await state.mark_changed(database)
        await state.mark_servers_changed(database)
    return places
