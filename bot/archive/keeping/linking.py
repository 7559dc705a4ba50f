"""Which persons of the archive the people of a new source are, looked up and, where new, made."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.archive.accession import slug_of
from bot.archive.authority import Authority, AuthorityRecord
from bot.archive.file.database import Database
from bot.archive.keeping.identity import AuthorityIndex, Bearer, Known, name_parts, same_person
from bot.reading.model import Person
from bot.reading.people.keys import name_key, sound_key

_MOST_DESCRIPTIONS = 50
"""Descriptions of one candidate that are looked through: enough to know somebody by, and never slow."""

SAME_ACCOUNT = """
SELECT id FROM sources WHERE url = :url AND scope IN (0, :guild)
"""
SAME_ACCOUNT_BEARERS = """
SELECT DISTINCT source_persons.person
FROM source_persons JOIN sources ON sources.num = source_persons.source
WHERE source_persons.key = :key AND sources.url = :url AND sources.scope IN (0, :guild)
"""
BEARERS = """
SELECT DISTINCT persons.num, persons.id
FROM source_persons JOIN persons ON persons.num = source_persons.person
WHERE source_persons.key = :key AND source_persons.parts > 1 AND persons.guild IN (0, :guild)
"""
DESCRIPTIONS = """
SELECT descriptions.text
FROM descriptions JOIN sources ON sources.num = descriptions.source
WHERE descriptions.person = :person AND sources.scope IN (0, :guild)
LIMIT :most
"""
COMPANION = """
SELECT other.key
FROM source_persons AS own
JOIN sources ON sources.num = own.source
JOIN source_persons AS other ON other.source = own.source
WHERE own.person = :person AND sources.scope IN (0, :guild)
    AND other.parts > 1 AND other.key <> :key AND other.key IN (SELECT key FROM temp.companions)
LIMIT 1
"""
ADD_FORM = """
INSERT INTO name_forms (person, guild, form, kind) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING num
"""
ADD_TO_SOURCE = """
INSERT INTO source_persons (source, person, name, key, parts) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
ADD_KEY = "INSERT INTO name_keys (key, sort, form, person) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"


@dataclass(frozen=True, slots=True)
class NewSource:
    """What linking needs to know of the source whose people it links; `guild` is 0 for everyone's."""

    num: int
    id: str
    url: str | None
    guild: int


class Linker:
    """Links the people of one source after another. A server's sources never bear on what everyone sees.

    To be used inside one transaction: it remembers which names it has stored.
    """

    def __init__(self, database: Database, authority: Authority) -> None:
        self._db = database
        self._index = AuthorityIndex(authority)
        self._forms: set[tuple[int, int, str]] = set()
        self._numbers: dict[str, int] = {}
        self.records: dict[int, AuthorityRecord] = {}
        """The records of the persons linked so far, by number."""

    async def link(self, source: NewSource, people: Sequence[Person]) -> list[int]:
        """The numbers of the persons that `people` are, in their order; names and keys are stored on the way."""
        bearers = [Bearer(person.name, tuple(d.text for d in person.descriptions)) for person in people]
        companions = frozenset(bearer.key for bearer in bearers if bearer.parts > 1)
        await self._keep_companions(companions)
        same_account = await self._same_account(source)
        bearers_of = Counter(bearer.key for bearer in bearers)
        linked: list[int] = []
        for person, bearer in zip(people, bearers, strict=True):
            number = await self._authorised(bearer, same_account)
            if number is None and bearers_of[bearer.key] == 1:
                number = await self._known(source, bearer, companions)
            if number is None:
                number = await self._new(source, bearer)
            await self._keep_names(source, number, person)
            linked.append(number)
        return linked

    async def _keep_companions(self, companions: frozenset[str]) -> None:
        """Lay the full names of the new source out where queries can join them, once for all its people."""
        await self._db.run("CREATE TEMP TABLE IF NOT EXISTS companions (key TEXT PRIMARY KEY) WITHOUT ROWID")
        await self._db.run("DELETE FROM temp.companions")
        await self._db.run_many("INSERT INTO temp.companions (key) VALUES (?)", [(key,) for key in companions])

    async def _same_account(self, source: NewSource) -> frozenset[str]:
        """The new source and those with the same address: an account and its digests."""
        rows = await self._db.rows(SAME_ACCOUNT, {"url": source.url, "guild": source.guild}) if source.url else []
        return frozenset({source.id, *(row["id"] for row in rows)})

    async def _authorised(self, bearer: Bearer, same_account: frozenset[str]) -> int | None:
        record = self._index.record_for(bearer, same_account)
        return await self._recorded(record) if record else None

    async def _recorded(self, record: AuthorityRecord) -> int:
        """The person of an authority record, made with every form of the name when first named by a source."""
        if record.id in self._numbers:
            return self._numbers[record.id]
        number = await self._db.value("SELECT num FROM persons WHERE id = ?", (record.id,))
        if number is None:
            number = await self._make(record.id, record.name, record.role, 0)
            for form in record.forms:
                await self._keep_form(number, 0, form, "preferred" if form == record.name else "variant")
        self._numbers[record.id] = int(number)
        self.records[int(number)] = record
        return int(number)

    async def _known(self, source: NewSource, bearer: Bearer, companions: frozenset[str]) -> int | None:
        """A person without authority record whom the archive knows already: from the same account, else on evidence."""
        asked = {"key": bearer.key, "url": source.url, "guild": source.guild}
        if source.url:
            same = await self._db.rows(SAME_ACCOUNT_BEARERS, asked)
            if len(same) == 1:
                return int(same[0]["person"])
        if bearer.parts < 2:
            return None
        rows = await self._db.rows(BEARERS, asked)
        candidates = [await self._candidate(row, source, bearer) for row in rows]
        return same_person(bearer, [known for known in candidates if known], companions)

    async def _candidate(self, row: sqlite3.Row, source: NewSource, bearer: Bearer) -> Known | None:
        if row["id"] in self._index.ids:
            return None
        asked = {
            "person": row["num"],
            "guild": source.guild,
            "most": _MOST_DESCRIPTIONS,
            "key": bearer.key,
        }
        companion = await self._db.rows(COMPANION, asked)
        # One shared name is evidence enough; the descriptions need not be looked through then.
        described = [] if companion else await self._db.rows(DESCRIPTIONS, asked)
        return Known(
            row["num"], tuple(each["text"] for each in described), frozenset(each["key"] for each in companion)
        )

    async def _new(self, source: NewSource, bearer: Bearer) -> int:
        slug = slug_of(bearer.name) or "person"
        stem = f"{slug}--{source.id}"
        candidates = [stem] if source.guild else [slug, stem]
        number = 1
        while True:
            for candidate in candidates:
                if candidate not in self._index.ids and not await self._is_taken(candidate):
                    return await self._make(candidate, bearer.name, None, source.guild)
            number += 1
            candidates = [f"{stem}-{number}"]

    async def _is_taken(self, person_id: str) -> bool:
        return await self._db.row("SELECT 1 FROM persons WHERE id = ?", (person_id,)) is not None

    async def _make(self, person_id: str, name: str, role: str | None, guild: int) -> int:
        sql = "INSERT INTO persons (id, name, role, guild) VALUES (?, ?, ?, ?) RETURNING num"
        return int(await self._db.value(sql, (person_id, name, role, guild)))

    async def _keep_names(self, source: NewSource, number: int, person: Person) -> None:
        await self._db.run(
            ADD_TO_SOURCE,
            (source.num, number, person.name, name_key(person.name), len(person.name.split())),
        )
        for form in dict.fromkeys((person.name, *(mention.text for mention in person.mentions))):
            await self._keep_form(number, source.guild, form, "mentioned")

    async def _keep_form(self, number: int, guild: int, form: str, kind: str) -> None:
        if (number, guild, form) in self._forms:
            return
        self._forms.add((number, guild, form))
        row = await self._db.value(ADD_FORM, (number, guild, form, kind))
        if row is None:
            return
        whole, parts = name_key(form), name_parts(form)
        sounds = {sound_key(each) for each in (whole, *parts)}
        keys = [(whole, "whole"), *((part, "part") for part in parts), *((sound, "sound") for sound in sounds)]
        await self._db.run_many(ADD_KEY, [(key, sort, row, number) for key, sort in keys if key])
