"""What the archive knows of itself: how it was read, and the data files that it was built with."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict

from bot.archive.authority import Authority, AuthorityRecord, AuthorityTie, Fact
from bot.archive.file.database import Database
from bot.archive.thesaurus import Subject, Thesaurus
from bot.reading import READER_VERSION

_SET = "INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


async def get(database: Database, name: str) -> str | None:
    """A value kept under a name, or None."""
    value = await database.value("SELECT value FROM state WHERE name = ?", (name,))
    return None if value is None else str(value)


async def mark_built(database: Database, fingerprint: str) -> None:
    """Note that everything was read by the reader of this version, and what shipped then."""
    await database.run_many(_SET, [("reader_version", str(READER_VERSION)), ("fingerprint", fingerprint)])


async def needs_build(database: Database, fingerprint: str) -> bool:
    """Whether the last build was by another reader, or of something else that ships."""
    if await get(database, "reader_version") != str(READER_VERSION):
        return True
    return await get(database, "fingerprint") != fingerprint


async def never_built(database: Database) -> bool:
    """Whether no build has ever ended."""
    return await get(database, "reader_version") is None


async def mark_changed(database: Database) -> None:
    """Note that the archive holds something else than before; to be called in every transaction that writes.

    A random mark, and not a count: after a restore, an old count might come again with other content.
    """
    await database.run(_SET, ("revision", secrets.token_hex(8)))


async def revision(database: Database) -> str | None:
    """A mark that is another one after every change; None in a new file."""
    return await get(database, "revision")


async def mark_servers_changed(database: Database) -> None:
    """Note that a server has set something; to be called in every transaction that does, in the place of the above."""
    await database.run(_SET, ("servers_revision", secrets.token_hex(8)))


async def servers_revision(database: Database) -> str | None:
    """A mark that is another one after every change of what servers have set; None where none has."""
    return await get(database, "servers_revision")


async def keep_data(database: Database, authority: Authority, thesaurus: Thesaurus) -> None:
    """Keep the data files, so that what is added later is linked and ranked by them too."""
    await database.run("DELETE FROM authority_records")
    await database.run("DELETE FROM subjects")
    records = [(record.id, json.dumps(asdict(record), ensure_ascii=False)) for record in authority.records]
    await database.run_many("INSERT INTO authority_records (id, record) VALUES (?, ?)", records)
    subjects = [(subject.term, json.dumps(asdict(subject), ensure_ascii=False)) for subject in thesaurus.subjects]
    await database.run_many("INSERT INTO subjects (term, record) VALUES (?, ?)", subjects)


async def kept_authority(database: Database) -> Authority:
    """The authority file of the last build."""
    rows = await database.rows("SELECT record FROM authority_records ORDER BY id")
    return Authority(tuple(_record(row["record"]) for row in rows))


async def kept_record(database: Database, person_id: str) -> AuthorityRecord | None:
    """The record of one person in the authority file of the last build."""
    stored = await database.value("SELECT record FROM authority_records WHERE id = ?", (person_id,))
    return None if stored is None else _record(stored)


async def kept_thesaurus(database: Database) -> Thesaurus:
    """The thesaurus of the last build."""
    rows = await database.rows("SELECT record FROM subjects ORDER BY num")
    return Thesaurus(tuple(_subject(row["record"]) for row in rows))


def _record(stored: str) -> AuthorityRecord:
    fields = json.loads(stored)
    ties = tuple(AuthorityTie(tie["kind"], tie["to"], tuple(tie["sources"])) for tie in fields["ties"])
    # Archives built by earlier versions have no facts with sources, and no forms apart from the variants.
    facts = tuple(Fact(fact["kind"], fact["text"], tuple(fact["sources"])) for fact in fields.get("facts", ()))
    lists = {key: tuple(fields.get(key, ())) for key in ("variants", "transliterations", "sources")}
    return AuthorityRecord(**{**fields, **lists, "ties": ties, "facts": facts})


def _subject(stored: str) -> Subject:
    fields = json.loads(stored)
    # Archives built by earlier versions have terms alone.
    graphic, unless = fields.get("graphic", False), tuple(fields.get("unless", ()))
    return Subject(fields["term"], tuple(fields["other"]), tuple(fields["narrower"]), graphic, unless)
