"""Taking an export back: sources under their ids, corrections and log in their order, whole or not at all.

What is here already, because it was never lost or was taken back before, is left as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.archive import audit
from bot.archive.correcting import kept
from bot.archive.exporting import CATALOGUE, Export, ExportedSource
from bot.archive.file.connection import Connections
from bot.archive.file.database import Database
from bot.archive.keeping.adding import ADD_DOCUMENT, refuse_duplicate, refuse_unstorable
from bot.archive.keeping.change import Change
from bot.archive.keeping.reading_aside import ReadingRoom
from bot.errors import InputError
from bot.reading.model import Reading

ADD_SOURCE = f"""
INSERT INTO sources ({", ".join(CATALOGUE)}, guild)
VALUES ({", ".join(f":{column}" for column in CATALOGUE)}, :guild) RETURNING num
"""
ADD_VERSION = """
INSERT INTO versions (source, number, original, text, sha256, filename, replaced_at)
VALUES (:source, :number, :original, :text, :sha256, :filename, :replaced_at)
"""
ADD_PERSON_ID = "INSERT INTO person_ids (source, key, nth, id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
ADD_CORRECTION = """
INSERT INTO corrections (owner, kind, source, sha256, begins, ends, words, person, value, undone)
VALUES (:owner, :kind, :source, :sha256, :begins, :ends, :words, :person, :value, :undone) RETURNING number
"""
ADD_ENTRY = """
INSERT INTO audit (owner, made_by, made_at, action, subject, source, correction, before, after, reason, undoable)
VALUES (
    :owner, :made_by, :made_at, :action, :subject, :source, :correction, :before, :after, :reason, :undoable
)
RETURNING number
"""
SET_UNDONE = "UPDATE audit SET undone_by = ? WHERE number = ?"
ENTRIES = """
SELECT number, made_by, made_at, action, subject, correction, before, after, reason FROM audit
WHERE owner = ? ORDER BY number
"""
KNOWN = "SELECT num, coalesce(guild, 0) AS owner, sha256 FROM sources WHERE id = ?"
_ENTRY_KEY = ("made_by", "made_at", "action", "subject", "reason")


async def import_owner(
    connections: Connections, reading_room: ReadingRoom, export: Export, owner: int, *, by: str
) -> int:
    """Take back what an owner had; returns how many sources came.

    Raises InputError where another source has one of the ids, DuplicateSourceError where one has the bytes.
    """
    async with connections.reading() as database:
        new = [source for source in export.sources if not await _is_here(database, source, owner)]
    readings = []
    for source in new:
        refuse_unstorable(source.document.text)
        published = source.record["published"]
        day = date.fromisoformat(published) if published else None
        readings.append((source, await reading_room.read(source.document.text, day)))
    async with connections.writing() as database:
        change = Change(database)
        for source, reading in readings:
            await _add(database, change, source, reading, owner)
        numbers = await _sources(database)
        corrections, made = await _add_corrections(database, change, export, owner, numbers)
        if readings or made:
            await change.settle()
        entries = await _add_entries(database, export, owner, corrections, numbers)
        if readings or made or entries:
            after = {"sources": len(readings), "corrections": made, "entries": entries}
            await audit.keep(database, audit.Deed(owner, by, "import", "export", after=after, undoable=False))
        return len(readings)


async def _is_here(database: Database, source: ExportedSource, owner: int) -> bool:
    row = await database.row(KNOWN, (source.record["id"],))
    if row is None:
        return False
    if (row["owner"], row["sha256"]) != (owner, source.record["sha256"]):
        raise InputError("There is a source with the id “{id}” already.", id=source.record["id"])
    return True


async def _add(database: Database, change: Change, source: ExportedSource, reading: Reading, owner: int) -> None:
    if await _is_here(database, source, owner):
        return
    record = source.record
    await refuse_duplicate(database, record["sha256"], owner)
    values = {**record, "contributors": json.dumps(record["contributors"], ensure_ascii=False)}
    values |= {"shipped": int(record["shipped"]), "withdrawn": int(record["withdrawn"]), "guild": owner or None}
    num = int(await database.value(ADD_SOURCE, values))
    await database.run(ADD_DOCUMENT, (num, source.document.original, source.document.text))
    for version in source.versions:
        document = {"original": version.document.original, "text": version.document.text}
        await database.run(ADD_VERSION, {**version.record, **document, "source": num})
    await database.run_many(ADD_PERSON_ID, [(num, *each) for each in source.person_ids])
    await change.put_in(num, reading)


async def _sources(database: Database) -> dict[str, int]:
    return {row["id"]: row["num"] for row in await database.rows("SELECT id, num FROM sources")}


async def _add_corrections(
    database: Database, change: Change, export: Export, owner: int, numbers: Mapping[str, int]
) -> tuple[dict[int, int], int]:
    """Adds the corrections that are not here; the number here for each of the export, and how many are new."""
    here = await _kept_corrections(database, owner)
    mapped: dict[int, int] = {}
    made = 0
    for each in export.corrections:
        value = dict(each["value"])
        if "source" in value:
            value["source"] = numbers.get(value["source"] or "", 0)
        source = numbers.get(each["source"]) if each["source"] else None
        key = _key(each["kind"], source, each["begins"], each["ends"], each["words"], each["person"], value)
        if here.get(key):
            mapped[each["number"]] = here[key].pop(0)
            continue
        row = {**each, "owner": owner, "source": source, "value": json.dumps(value, ensure_ascii=False)}
        number = int(await database.value(ADD_CORRECTION, {**row, "undone": int(each["undone"])}))
        mapped[each["number"]] = number
        made += 1
        await change.touch_correction(await kept.one(database, number))
    return mapped, made


async def _kept_corrections(database: Database, owner: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for each in await kept.ever(database):
        if each.owner == owner:
            key = _key(each.kind, each.source, each.begins, each.ends, each.words, each.person, each.value)
            found.setdefault(key, []).append(each.number)
    return found


def _key(*about: Any) -> str:
    return json.dumps(about, sort_keys=True, ensure_ascii=False)


async def _add_entries(
    database: Database,
    export: Export,
    owner: int,
    corrections: Mapping[int, int],
    sources: Mapping[str, int],
) -> int:
    """The entries of the log that are not here, in their order and with what undid them; returns how many."""
    here: dict[str, list[int]] = {}
    for row in await database.rows(ENTRIES, (owner,)):
        here.setdefault(_entry_key(row, json.loads(row["after"])), []).append(row["number"])
    mapped: dict[int, int] = {}
    added = set[int]()
    for each in export.audit:
        after = _renumbered(each["after"], mapped, corrections)
        key = _entry_key(each, after)
        if here.get(key):
            mapped[each["number"]] = here[key].pop(0)
            continue
        values = {
            **{name: each[name] for name in ("made_by", "made_at", "action", "subject", "reason")},
            "owner": owner,
            "source": sources.get(each["source"]) if each["source"] else None,
            "correction": corrections.get(each["correction"]) if each["correction"] else None,
            "before": json.dumps(each["before"], ensure_ascii=False),
            "after": json.dumps(after, ensure_ascii=False),
            "undoable": int(each["undoable"]),
        }
        mapped[each["number"]] = int(await database.value(ADD_ENTRY, values))
        added.add(each["number"])
    undone = [(each["undone_by"], each["number"]) for each in export.audit if each["undone_by"] in added]
    await database.run_many(SET_UNDONE, [(mapped[by], mapped[number]) for by, number in undone])
    return len(added)


def _entry_key(entry: Any, after: Mapping[str, Any]) -> str:
    """What makes two entries the same; the numbers that they speak of are others in another archive."""
    said = {name: value for name, value in after.items() if name not in {"undone", "corrections lost"}}
    return _key(*(entry[name] for name in _ENTRY_KEY), said)


def _renumbered(after: Mapping[str, Any], entries: Mapping[int, int], corrections: Mapping[int, int]) -> dict[str, Any]:
    renumbered = dict(after)
    if "undone" in after:
        renumbered["undone"] = entries.get(after["undone"], after["undone"])
    if isinstance(after.get("corrections lost"), Sequence):
        renumbered["corrections lost"] = [corrections.get(each, each) for each in after["corrections lost"]]
    return renumbered
