"""The audit log: every change, who made it, what it was, when and why. Written in the transaction of the change."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.archive.file.database import Database
from bot.archive.records import AuditEntry

_COLUMNS = """
audit.number, audit.owner, audit.made_by, audit.made_at, audit.action, audit.subject, audit.before, audit.after,
audit.reason, audit.undoable, audit.undone_by
"""
KEEP = """
INSERT INTO audit (owner, made_by, made_at, action, subject, source, correction, before, after, reason, undoable)
VALUES (:owner, :by, :at, :action, :subject, :source, :correction, :before, :after, :reason, :undoable)
RETURNING number
"""
ENTRIES = f"SELECT {_COLUMNS} FROM audit WHERE owner = :owner ORDER BY number DESC LIMIT :limit OFFSET :offset"
COUNT = "SELECT count(*) FROM audit WHERE owner = :owner"
# Whoever may see the source may not see who else has corrected it: only the owner's own entries.
HISTORY = f"""
SELECT {_COLUMNS} FROM sources JOIN audit ON audit.source = sources.num
WHERE sources.id = :id AND audit.owner = :owner ORDER BY audit.number DESC
"""
ONE = f"SELECT {_COLUMNS}, audit.source, audit.correction FROM audit WHERE owner = :owner AND number = :number"
OF_CORRECTIONS = f"""
SELECT {_COLUMNS} FROM audit
WHERE owner = :owner AND action <> 'undo' AND correction IN (SELECT value FROM json_each(:numbers)) ORDER BY number
"""
LAST = """
SELECT number FROM audit WHERE owner = :owner AND undoable = 1 AND undone_by IS NULL ORDER BY number DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be written down. `before` and `after` hold what has changed, fit for JSON."""

    owner: int
    by: str
    action: str
    subject: str
    reason: str = ""
    source: int | None = None
    correction: int | None = None
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    undoable: bool = True


async def keep(database: Database, deed: Deed) -> AuditEntry:
    """Write a change down, and return its entry."""
    values = {
        "owner": deed.owner,
        "by": deed.by,
        "at": now(),
        "action": deed.action,
        "subject": deed.subject,
        "source": deed.source,
        "correction": deed.correction,
        "before": json.dumps(dict(deed.before), ensure_ascii=False),
        "after": json.dumps(dict(deed.after), ensure_ascii=False),
        "reason": deed.reason,
        "undoable": int(deed.undoable),
    }
    number = int(await database.value(KEEP, values))
    row = await database.row(ONE, {"owner": deed.owner, "number": number})
    assert row is not None
    return entry_from(row)


async def entries(database: Database, owner: int, limit: int, offset: int) -> list[AuditEntry]:
    """The entries of an owner, the last one first."""
    asked = {"owner": owner, "limit": limit, "offset": offset}
    return [entry_from(row) for row in await database.rows(ENTRIES, asked)]


async def count(database: Database, owner: int) -> int:
    """How many entries an owner has."""
    return int(await database.value(COUNT, {"owner": owner}))


async def history_of(database: Database, owner: int, source_id: str) -> list[AuditEntry]:
    """The owner's entries about one source and about what stands in it, the last one first."""
    return [entry_from(row) for row in await database.rows(HISTORY, {"owner": owner, "id": source_id})]


async def one(database: Database, owner: int, number: int) -> AuditEntry | None:
    """The owner's entry with this number."""
    row = await database.row(ONE, {"owner": owner, "number": number})
    return entry_from(row) if row else None


async def of_corrections(database: Database, owner: int, numbers: Sequence[int]) -> list[AuditEntry]:
    """The owner's entries of the corrections with these numbers, in their order."""
    rows = await database.rows(OF_CORRECTIONS, {"owner": owner, "numbers": json.dumps(list(numbers))})
    return [entry_from(row) for row in rows]


def entry_from(row: sqlite3.Row) -> AuditEntry:
    """An AuditEntry from its columns."""
    return AuditEntry(
        number=row["number"],
        owner=row["owner"] or None,
        by=row["made_by"],
        at=row["made_at"],
        action=row["action"],
        subject=row["subject"],
        before=json.loads(row["before"]),
        after=json.loads(row["after"]),
        reason=row["reason"],
        undoable=bool(row["undoable"]) and row["undone_by"] is None,
        undone_by=row["undone_by"],
    )


def now() -> str:
    """This moment, in UTC, as it is written down."""
    return datetime.now(UTC).isoformat(timespec="seconds")
