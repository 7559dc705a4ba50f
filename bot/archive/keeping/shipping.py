"""Taking in what ships: new accounts are added, changed ones replaced, dropped ones withdrawn."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from bot.archive.accession import Accession
from bot.archive.file.database import Database
from bot.archive.keeping.adding import catalogue_values, keep_source, refuse_unstorable
from bot.errors import InputError
from bot.reading.model import Catalogue

STANDING = """
SELECT num, shipped FROM sources
WHERE id = :id OR (sha256 = :sha256 AND guild IS NULL) ORDER BY id <> :id LIMIT 1
"""
RENEW = """
UPDATE sources SET id = :id, title = :title, publisher = :publisher, contributors = :contributors,
    published = :published, place = :place, url = :url, rights = :rights, language = :language, kind = :kind,
    filename = :filename, sha256 = :sha256, shipped = 1, withdrawn = withdrawn AND shipped
WHERE num = :num
"""
SET_DOCUMENT = "UPDATE documents SET original = ?, text = ? WHERE source = ?"
STANDING_CHANGES = """
SELECT action, after FROM audit
WHERE source = ? AND undone_by IS NULL AND action IN ('edit', 'replace') ORDER BY number
"""
RETIRE = "UPDATE sources SET withdrawn = 1, shipped = 0 WHERE shipped = 1 AND num = ?"


async def take_in_shipped(database: Database, accounts: Sequence[Accession]) -> None:
    """Bring the sources that ship up to `accounts`. What anybody added stays untouched.

    Raises InputError where an account that ships has the id of a source that somebody added.
    """
    rows = await database.rows("SELECT num FROM sources WHERE shipped = 1")
    dropped = {row["num"] for row in rows}
    for document in sorted(accounts, key=lambda each: (each.published is None, each.published, each.title)):
        refuse_unstorable(document.text)
        asked = {"id": document.source_id, "sha256": document.sha256}
        standing = await database.row(STANDING, asked) if document.source_id else None
        if standing is None:
            await keep_source(database, document, shipped=True)
        else:
            dropped.discard(standing["num"])
            await _renew(database, document, standing)
    await database.run_many(RETIRE, [(num,) for num in dropped])


async def _renew(database: Database, document: Accession, standing: sqlite3.Row) -> None:
    row = await database.row("SELECT shipped, sha256 FROM sources WHERE num = ?", (standing["num"],))
    assert row is not None
    if not row["shipped"] and row["sha256"] != document.sha256:
        raise InputError(
            "A source in the archive has the id “{id}”, which one that ships needs.", id=document.source_id
        )
    edited, replaced = await _changed_by_moderators(database, standing["num"])
    values = {**catalogue_values(document, Catalogue()), **edited, "id": document.source_id, "num": standing["num"]}
    if replaced:
        kept = await database.row("SELECT sha256, filename FROM sources WHERE num = ?", (standing["num"],))
        values.update(dict(kept) if kept else {})
    await database.run(RENEW, values)
    if not replaced:
        await database.run(SET_DOCUMENT, (document.original, document.text, standing["num"]))


async def _changed_by_moderators(database: Database, source: int) -> tuple[dict[str, Any], bool]:
    """The catalogue data that moderators have set, and whether they have replaced the text: both outlast a build."""
    edited: dict[str, Any] = {}
    replaced = False
    for row in await database.rows(STANDING_CHANGES, (source,)):
        if row["action"] == "edit":
            edited.update(json.loads(row["after"]))
        else:
            replaced = True
    return edited, replaced
