"""One change of what is kept, and all that is derived brought up to it, as a build of everything would.

Who is who in one source hangs on others: on those that name somebody by the same key, and on what corrections join.
Those are decided upon again, all together and in the order of a build, and what comes out otherwise is stored anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from bot.archive import state
from bot.archive.correcting import kept
from bot.archive.correcting.joined import joined_keys
from bot.archive.correcting.labels import label_persons
from bot.archive.correcting.model import Correction
from bot.archive.correcting.speakers import settle_speakers
from bot.archive.file.database import Database
from bot.archive.keeping.accounts import accounts
from bot.archive.keeping.deciding import Account, Identity
from bot.archive.keeping.derive import numbers_of
from bot.archive.keeping.identity import Bearer
from bot.archive.keeping.linking import Linker, Named, bearers_of, companions_of, link
from bot.archive.keeping.persons import forget_orphans
from bot.archive.keeping.store import as_kept, keep_reading, kept_reading, remove_reading, store_linked
from bot.archive.keeping.totals import count_in, count_out
from bot.archive.keeping.words import index_words
from bot.reading.model import Reading

KEYS_OF_SOURCE = "SELECT DISTINCT key, person FROM source_persons WHERE source = ?"
# Whom a name of one word means may hang on which sources tell the same account.
SINGLE_NAMES_OF_URL = """
SELECT DISTINCT source_persons.key FROM sources JOIN source_persons ON source_persons.source = sources.num
WHERE sources.url = ? AND source_persons.parts < 2
"""
NAMED = """
SELECT source_persons.source, source_persons.place, source_persons.name, source_persons.key, source_persons.words,
    source_persons.base, persons.id AS person
FROM json_each(:keys) AS wanted
CROSS JOIN source_persons ON source_persons.key = wanted.value
CROSS JOIN persons ON persons.num = source_persons.person
ORDER BY source_persons.source, source_persons.place
"""
COMPANIONS = """
SELECT source_persons.source, source_persons.key FROM json_each(:sources) AS wanted
CROSS JOIN source_persons ON source_persons.source = wanted.value WHERE source_persons.parts > 1
"""
ALL_NAMED = """
SELECT source_persons.place, source_persons.person, source_persons.base, persons.id
FROM source_persons JOIN persons ON persons.num = source_persons.person WHERE source = ? ORDER BY place
"""


class Change:
    """What is touched by one change, inside one transaction; `settle`, called last, brings the rest up to it."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._keys: set[str] = set()
        self._numbers: set[int] = set()
        self._uncounted: set[int] = set()
        self._stale: set[int] = set()
        self._read: dict[int, Reading] = {}

    async def touch(self, source: int) -> None:
        """Let whom this source names be decided upon again; to be called before it is changed."""
        for row in await self._db.rows(KEYS_OF_SOURCE, (source,)):
            self._keys.add(row["key"])
            self._numbers.add(row["person"])
        url = await self._db.value("SELECT url FROM sources WHERE num = ?", (source,))
        await self.touch_address(url)

    async def touch_address(self, url: str | None) -> None:
        """Let the names of one word be decided upon again in the sources at this address."""
        rows = await self._db.rows(SINGLE_NAMES_OF_URL, (url,)) if url else []
        self._keys.update(row["key"] for row in rows)

    async def touch_correction(self, correction: Correction) -> None:
        """Let everything be settled again that a correction, made or undone, bears on."""
        # Its keys lead to those of everybody else whom it joins.
        self._keys.update(correction.value.get("keys", ()))
        if correction.source is not None:
            self._stale.add(correction.source)

    async def uncount(self, source: int) -> None:
        """Take a source from the totals, to which it comes back at the end where it can be seen then."""
        if source not in self._uncounted:
            self._uncounted.add(source)
            for account in await accounts(self._db, [source]):
                if account.seen:
                    await count_out(self._db, source, account.owner)

    async def take_out(self, source: int) -> None:
        """Remove all that was read in a source."""
        await self.touch(source)
        await self.uncount(source)
        await remove_reading(self._db, source)

    async def put_in(self, source: int, reading: Reading) -> None:
        """Let a source whose document is stored have this reading. Raises UnfaithfulReadingError."""
        self._read[source] = as_kept(reading)
        await keep_reading(self._db, source, self._read[source])
        self._uncounted.add(source)
        self._keys.update(bearer.key for bearer in bearers_of(self._read[source].people))
        await self.touch(source)

    async def settle(self) -> None:
        """Decide who is who wherever it may have changed, store what did, and count, name and index it."""
        authority = await state.kept_authority(self._db)
        records = {record.id: record for record in authority.records}
        self._keys = await joined_keys(self._db, records, self._keys)
        rows = await self._rows()
        linker = await link(self._db, authority, await kept.standing(self._db), await self._named(rows))
        decided = self._changed(linker, rows)
        for account in await accounts(self._db, {*decided, *self._stale, *self._read}):
            await self._store(linker, account, decided.get(account.num, {}))
        await linker.persons.settle_names()
        for source in await settle_speakers(self._db, self.uncount):
            self._stale.add(source)
        for account in await accounts(self._db, self._uncounted):
            if account.seen:
                await count_in(self._db, account.num, account.owner)
        await forget_orphans(self._db, json.dumps(sorted(self._numbers)))
        await label_persons(self._db, linker.records)
        await state.mark_changed(self._db)

    async def _rows(self) -> dict[int, list[sqlite3.Row]]:
        """Whom the sources name that are stored already, as far as it is decided upon again."""
        rows: dict[int, list[sqlite3.Row]] = {}
        for row in await self._db.rows(NAMED, {"keys": json.dumps(sorted(self._keys))}):
            rows.setdefault(row["source"], []).append(row)
        return rows

    async def _named(self, rows: Mapping[int, Sequence[sqlite3.Row]]) -> list[Named]:
        """The same, and whom new readings name, in order."""
        bearers = {source: [_bearer(row) for row in named] for source, named in rows.items()}
        companions = await self._companions(rows)
        for source, reading in self._read.items():
            bearers[source] = bearers_of(reading.people)
            companions[source] = companions_of(bearers[source])
        in_order = await accounts(self._db, bearers)
        return [Named(account, bearers[account.num], companions[account.num]) for account in in_order]

    def _changed(self, linker: Linker, rows: Mapping[int, Sequence[sqlite3.Row]]) -> dict[int, dict[int, Identity]]:
        """For each source in which somebody is another person now: place in the reading, and who it is."""
        changed = {source: dict(enumerate(linker.people(source))) for source in self._read}
        for source, named in rows.items():
            pairs = zip(named, linker.people(source), strict=True)
            other = {row["place"]: now for row, now in pairs if Identity(row["person"], row["base"]) != now}
            if other:
                changed[source] = other
        return changed

    async def _companions(self, sources: Iterable[int]) -> dict[int, frozenset[str]]:
        wanted = list(sources)
        found: dict[int, set[str]] = {source: set() for source in wanted}
        for row in await self._db.rows(COMPANIONS, {"sources": json.dumps(wanted)}):
            found[row["source"]].add(row["key"])
        return {source: frozenset(keys) for source, keys in found.items()}

    async def _store(self, linker: Linker, account: Account, decided: Mapping[int, Identity]) -> None:
        await self.uncount(account.num)
        new = account.num in self._read
        reading = self._read[account.num] if new else await kept_reading(self._db, account.num)
        before = [] if new else await self._db.rows(ALL_NAMED, (account.num,))
        self._numbers.update(row["person"] for row in before)
        people = {row["place"]: Identity(row["id"], row["base"]) for row in before} | dict(decided)
        in_order = [people[place] for place in range(len(reading.people))]
        await store_linked(self._db, linker, account, reading, in_order, again=not new)
        if new:
            await index_words(self._db, await state.kept_thesaurus(self._db), numbers_of(account.num))


def _bearer(row: sqlite3.Row) -> Bearer:
    return Bearer(row["name"], row["key"], frozenset(row["words"].split()))
