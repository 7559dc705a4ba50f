"""Documents on their way in: kept while a moderator looks at what they would bring, and gone once that is decided.

They stand in the file, and not in memory, so that the buttons under a preview work after a restart.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.archive import state
from bot.archive.accession import Accession
from bot.archive.file.connection import Connections
from bot.archive.file.database import Database
from bot.archive.lookup.rows import EVERYONE

KEPT = timedelta(days=1)
"""How long a preview may be decided upon."""
_APART = {"original", "text"}
"""Fields of an accession that have a column of their own."""

DROP_OLD = "DELETE FROM drafts WHERE made_at < ?"
KEEP = "INSERT INTO drafts (id, owner, made_at, record, original, text) VALUES (?, ?, ?, ?, ?, ?)"
FIND = "SELECT record, original, text FROM drafts WHERE id = ? AND owner = ? AND made_at >= ?"
CHANGE = "UPDATE drafts SET record = ? WHERE id = ? AND owner = ?"
DROP = "DELETE FROM drafts WHERE id = ? AND owner = ?"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that is not in the archive yet; `found` says of its catalogue data where each value was found."""

    id: str
    document: Accession
    found: Mapping[str, str]


async def keep(database: Database, document: Accession, found: Mapping[str, str]) -> Draft:
    """Keep a document for a day, for its owner alone. To be called in a transaction."""
    draft = Draft(secrets.token_hex(8), document, dict(found))
    now = datetime.now(UTC)
    await database.run(DROP_OLD, (_moment(now - KEPT),))
    owner = document.guild or EVERYONE
    values = (draft.id, owner, _moment(now), _record(draft), document.original, document.text)
    await database.run(KEEP, values)
    await state.mark_servers_changed(database)
    return draft


async def find(database: Database, draft_id: str, owner: int) -> Draft | None:
    """The draft with this id; None for one that is another owner's, decided upon, or too old."""
    row = await database.row(FIND, (draft_id, owner, _moment(datetime.now(UTC) - KEPT)))
    if row is None:
        return None
    record = json.loads(row["record"])
    return Draft(draft_id, _document(record["document"], row["original"], row["text"]), record["found"])


async def change(database: Database, draft: Draft, fields: Mapping[str, Any]) -> Draft:
    """Change catalogue data of a draft. What is changed was found nowhere but with the moderator."""
    found = {name: where for name, where in draft.found.items() if name not in fields}
    changed = Draft(draft.id, replace(draft.document, **fields), found)
    await database.run(CHANGE, (_record(changed), draft.id, draft.document.guild or EVERYONE))
    await state.mark_servers_changed(database)
    return changed


async def drop(database: Database, draft_id: str, owner: int) -> None:
    """Forget a draft; nothing happens where it is gone already."""
    await database.run(DROP, (draft_id, owner))
    await state.mark_servers_changed(database)


def _record(draft: Draft) -> str:
    fields = {name: value for name, value in asdict(draft.document).items() if name not in _APART}
    fields["published"] = draft.document.published.isoformat() if draft.document.published else None
    return json.dumps({"document": fields, "found": dict(draft.found)}, ensure_ascii=False)


def _document(fields: dict[str, Any], original: bytes, text: str) -> Accession:
    published = date.fromisoformat(fields["published"]) if fields["published"] else None
    contributors = tuple(fields["contributors"])
    return Accession(**{**fields, "published": published, "contributors": contributors}, original=original, text=text)


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


class Drafts:
    """Documents on their way in; a part of Archive, which is made from it.

    `owner` is the server whose source it would be, None for everyone's archive.
    """

    _connections: Connections

    async def keep_draft(self, document: Accession, found: Mapping[str, str]) -> Draft:
        """Keep a document for a day, for its owner alone; `found` says where its catalogue data was found."""
        async with self._connections.writing() as database:
            return await keep(database, document, found)

    async def draft(self, draft_id: str, owner: int | None) -> Draft | None:
        """The draft with this id; None for one that is another owner's, decided upon, or too old."""
        async with self._connections.reading() as database:
            return await find(database, draft_id, owner or EVERYONE)

    async def change_draft(self, draft: Draft, fields: Mapping[str, Any]) -> Draft:
        """Change catalogue data of a draft, by the names of an accession's fields."""
        async with self._connections.writing() as database:
            return await change(database, draft, fields)

    async def drop_draft(self, draft_id: str, owner: int | None) -> None:
        """Forget a draft; nothing happens where it is gone already."""
        async with self._connections.writing() as database:
            await drop(database, draft_id, owner or EVERYONE)
