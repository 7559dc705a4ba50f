"""Sources as far as they decide who is who, from the rows of the archive."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from bot.archive.file.database import Database
from bot.archive.keeping.deciding import Account

ACCOUNT = "num, id, url, coalesce(guild, 0) AS owner, added_at, scope IS NOT NULL AS seen"
"""The columns of `sources` that make an Account."""
# Shared sources first: what everyone sees never hangs on what one server has.
ACCOUNTS = f"""
SELECT {ACCOUNT} FROM sources WHERE num IN (SELECT value FROM json_each(:sources)) ORDER BY guild IS NOT NULL, num
"""


async def accounts(database: Database, sources: Iterable[int]) -> list[Account]:
    """These sources, in the order in which they are decided upon."""
    rows = await database.rows(ACCOUNTS, {"sources": json.dumps(sorted(sources))})
    return [account_from(row) for row in rows]


def account_from(row: sqlite3.Row) -> Account:
    """An Account from the columns in ACCOUNT."""
    return Account(row["num"], row["id"], row["url"], row["owner"], row["added_at"], bool(row["seen"]))
