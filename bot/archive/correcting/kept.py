"""Corrections as they are kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from bot.archive.correcting.model import Correction, with_ids
from bot.archive.file.database import Database

JOINING = frozenset({"merge", "split"})
"""Kinds of corrections that bear on who is who."""
_COLUMNS = "number, owner, kind, source, begins, ends, words, person, value"
STANDING = f"SELECT {_COLUMNS} FROM corrections WHERE undone = 0 ORDER BY number"
EVER = f"SELECT {_COLUMNS} FROM corrections ORDER BY number"
ONE = f"SELECT {_COLUMNS} FROM corrections WHERE number = ?"
PRESENT = """
SELECT DISTINCT wanted.value AS had, source_persons.base FROM json_each(:persons) AS wanted
CROSS JOIN person_ids ON person_ids.id = wanted.value
CROSS JOIN source_persons ON source_persons.key = person_ids.key AND source_persons.source = person_ids.source
WHERE NOT EXISTS (SELECT 1 FROM source_persons WHERE base = wanted.value)
"""
KEEP = """
INSERT INTO corrections (owner, kind, source, sha256, begins, ends, words, person, value)
VALUES (
    :owner, :kind, :source, (SELECT sha256 FROM sources WHERE num = :source), :begins, :ends, :words, :person, :value
)
RETURNING number
"""


async def standing(database: Database) -> list[Correction]:
    """Every correction that holds, in the order in which they are applied."""
    return [_from(row) for row in await database.rows(STANDING)]


async def present(database: Database, corrections: Sequence[Correction]) -> list[Correction]:
    """Corrections with the ids that people have now who had others, where those who had one are one person still."""
    spoken_of = json.dumps(sorted(persons_in(corrections)))
    now: dict[str, set[str]] = {}
    for row in await database.rows(PRESENT, {"persons": spoken_of}):
        now.setdefault(row["had"], set()).add(row["base"])
    renamed = {had: bases.pop() for had, bases in now.items() if len(bases) == 1}
    return [with_ids(each, renamed) for each in corrections] if renamed else list(corrections)


async def ever(database: Database) -> list[Correction]:
    """Every correction that was ever made, undone ones among them."""
    return [_from(row) for row in await database.rows(EVER)]


async def one(database: Database, number: int) -> Correction:
    """The correction with this number, which must exist."""
    row = await database.row(ONE, (number,))
    assert row is not None
    return _from(row)


async def keep(database: Database, correction: Correction) -> int:
    """Keep a new correction, and return its number; the one that it has is not looked at."""
    return int(await database.value(KEEP, values_of(correction)))


async def set_undone(database: Database, number: int) -> None:
    """Let a correction hold no longer. It stays, so that numbers are never given twice."""
    await database.run("UPDATE corrections SET undone = 1 WHERE number = ?", (number,))


def values_of(correction: Correction) -> dict[str, object]:
    """A correction as the columns of its row."""
    return {**asdict(correction), "value": json.dumps(dict(correction.value), ensure_ascii=False)}


def persons_in(corrections: Iterable[Correction]) -> set[str]:
    """The ids of all persons that these corrections are about."""
    found: set[str] = set()
    for each in corrections:
        named = (each.person, *(each.value.get(name) for name in ("into", "to", "person")))
        found.update(person for person in named if person)
    return found


def _from(row: sqlite3.Row) -> Correction:
    return Correction(**{**dict(row), "value": json.loads(row["value"])})
