"""Looking up, all at once, what can be suggested to somebody who is typing; kept until the archive changes."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from array import array
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from bot.archive.directory import (
    DayDirectory,
    ListedInterval,
    ListedPerson,
    ListedSource,
    PersonDetail,
    PersonDirectory,
    Prefixes,
    SourceDirectory,
    SubjectDirectory,
)
from bot.archive.file.connection import Connections
from bot.archive.lookup.rows import EVERYONE, FORM_SEEN, NAME, VISIBLE
from bot.archive.lookup.rows import ROLE as _ROLE
from bot.archive.state import revision
from bot.reading.people.keys import name_key

T = TypeVar("T")

OWNERS_KEPT = 8
"""Servers with sources or corrections of their own whose directories are kept; all other servers share everyone's."""

OWNERS = """
SELECT DISTINCT scope FROM sources WHERE scope > 0
UNION SELECT owner FROM corrections WHERE owner > 0 AND undone = 0
"""
LISTED_PERSONS = f"""
SELECT persons.num, persons.id, {NAME}, sum(totals.mentions) AS mentions, sum(totals.quotations) AS quotations,
    sum(totals.dates) AS dates
FROM person_totals AS totals JOIN persons ON persons.num = totals.person
WHERE totals.guild IN (0, :guild)
GROUP BY totals.person HAVING sum(totals.mentions) > 0 ORDER BY sum(totals.mentions) DESC, persons.id
"""
LISTED_KEYS = f"""
SELECT name_keys.key, name_keys.sort, name_keys.person
FROM name_keys JOIN name_forms ON name_forms.num = name_keys.form
WHERE {FORM_SEEN} ORDER BY name_keys.key
"""
DETAILS = f"""
SELECT persons.id, {_ROLE}, sources.id AS source, sources.title
FROM json_each(:persons) AS wanted
CROSS JOIN persons ON persons.id = wanted.value
CROSS JOIN sources ON sources.num = (
    SELECT named.source FROM source_persons AS named JOIN sources ON sources.num = named.source
    WHERE named.person = persons.num AND {VISIBLE} ORDER BY named.source LIMIT 1
)
"""
LISTED_INTERVALS = """
SELECT earliest, latest, sum(dates) AS dates FROM intervals WHERE guild IN (0, :guild)
GROUP BY earliest, latest HAVING sum(dates) > 0
"""
LISTED_SUBJECTS = """
SELECT subjects.term, sum(totals.quotations) AS quotations
FROM subjects JOIN subject_totals AS totals ON totals.subject = subjects.num
WHERE totals.guild IN (0, :guild) GROUP BY subjects.num HAVING sum(totals.quotations) > 0
"""
LISTED_FIGURES = """
SELECT subjects.term, sum(totals.figures) AS figures
FROM subjects JOIN figure_totals AS totals ON totals.subject = subjects.num
WHERE totals.guild IN (0, :guild) GROUP BY subjects.num HAVING sum(totals.figures) > 0
"""
LISTED_DATED = f"""
SELECT passages.subjects, count(*) AS dates
FROM dates JOIN sources ON sources.num = dates.source JOIN passages ON passages.id = dates.passage
WHERE {VISIBLE} AND passages.subjects <> '' GROUP BY passages.subjects
"""
LISTED_SOURCES = f"""
SELECT sources.id, title, publisher, published, passages,
    (SELECT count(*) FROM quotations WHERE quotations.source = sources.num)
    + (SELECT count(*) FROM mentions WHERE mentions.source = sources.num) AS citable
FROM sources WHERE {VISIBLE} ORDER BY citable DESC, num
"""


@dataclass(frozen=True, slots=True)
class Holding:
    """What the archive holds at one time: its revision, and the servers with sources or corrections of their own."""

    revision: str | None = None
    owners: frozenset[int] = frozenset()


class Watch:
    """Says whether the archive is still the same, asking once for all who want to know at the same time.

    Many members type at once, and each key press wants to know; asking for each would keep questions waiting.
    """

    def __init__(self) -> None:
        self._looking = asyncio.Lock()
        self._wanted = self._seen = 0
        self._holding = Holding()

    async def now(self, connections: Connections) -> Holding:
        """What the archive holds now: not what it held before this was asked. Raises like queries."""
        self._wanted += 1
        wanted = self._wanted
        async with self._looking:
            if self._seen < wanted:
                newest = self._wanted
                self._holding = await self._look(connections)
                self._seen = newest
        return self._holding

    async def _look(self, connections: Connections) -> Holding:
        async with connections.reading() as database:
            now = await revision(database)
            if now == self._holding.revision:
                return self._holding
            return Holding(now, frozenset(row["scope"] for row in await database.rows(OWNERS)))


class Kept(Generic[T]):
    """One directory for each scope that has its own, made when it is first wanted after a change of the archive.

    `queries` are what it is made from, each taking `:guild`; `made_from` makes it from their rows, in a thread.
    """

    def __init__(
        self, watch: Watch, queries: Sequence[str], made_from: Callable[[Sequence[Sequence[sqlite3.Row]]], T]
    ) -> None:
        self._watch = watch
        self._queries = queries
        self._made_from = made_from
        self._kept: OrderedDict[int, T] = OrderedDict()
        self._revision: str | None = None
        self._making = asyncio.Lock()

    async def of(self, connections: Connections, guild: int) -> T:
        """The directory as the archive is now. Raises like queries."""
        scope = await self._scope(connections, guild)
        if scope in self._kept:
            self._kept.move_to_end(scope)
            return self._kept[scope]
        async with self._making:
            scope = await self._scope(connections, guild)
            if scope in self._kept:
                return self._kept[scope]
            before = self._revision
            made = await self._made(connections, scope)
            # Somebody else may have found the archive changed in the meantime: this is of before, then.
            if before == self._revision:
                self._kept[scope] = made
                while len(self._kept) > OWNERS_KEPT + 1:
                    self._kept.popitem(last=False)
            return made

    async def _scope(self, connections: Connections, guild: int) -> int:
        """The scope whose directory this server's is, once what the archive no longer holds is forgotten."""
        holding = await self._watch.now(connections)
        if holding.revision != self._revision:
            self._kept.clear()
            self._revision = holding.revision
        return guild if guild in holding.owners else EVERYONE

    async def _made(self, connections: Connections, scope: int) -> T:
        async with connections.reading() as database:
            rows = [await database.rows(query, {"guild": scope}) for query in self._queries]
        return await asyncio.to_thread(self._made_from, rows)


class Directories:
    """All directories of one archive."""

    def __init__(self) -> None:
        self.watch = watch = Watch()
        self.persons = Kept(watch, (LISTED_PERSONS, LISTED_KEYS), _persons)
        self.days = Kept(watch, (LISTED_INTERVALS,), _days)
        self.subjects = Kept(watch, (LISTED_SUBJECTS, LISTED_FIGURES, LISTED_DATED), _subjects)
        self.sources = Kept(watch, (LISTED_SOURCES,), _sources)


async def details_of(
    connections: Connections, guild: int, directory: PersonDirectory, person_ids: Sequence[str]
) -> dict[str, PersonDetail]:
    """What tells each of these persons from others of the name, by id; kept in the directory that lists them."""
    missing = [each for each in person_ids if each not in directory.details]
    if missing:
        async with connections.reading() as database:
            rows = await database.rows(DETAILS, {"guild": guild, "persons": json.dumps(missing)})
        directory.details.update({row["id"]: PersonDetail(row["role"], row["source"], row["title"]) for row in rows})
    return {each: directory.details[each] for each in person_ids if each in directory.details}


def _persons(tables: Sequence[Sequence[sqlite3.Row]]) -> PersonDirectory:
    persons, keys = tables
    listed = tuple(
        ListedPerson(row["id"], row["name"], row["mentions"], row["quotations"], row["dates"]) for row in persons
    )
    quoted = (number for number, person in enumerate(listed) if person.quotations)
    numbers = {row["num"]: number for number, row in enumerate(persons)}
    seen = [(row["key"], row["sort"] == "sound", numbers[row["person"]]) for row in keys if row["person"] in numbers]
    return PersonDirectory(
        listed,
        array("L", sorted(quoted, key=lambda number: (-listed[number].quotations, number))),
        Prefixes((key, number) for key, sound, number in seen if not sound),
        Prefixes((key, number) for key, sound, number in seen if sound),
    )


def _days(tables: Sequence[Sequence[sqlite3.Row]]) -> DayDirectory:
    intervals = tuple(
        ListedInterval(date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"]), row["dates"])
        for row in tables[0]
    )
    single = {each.earliest: each.dates for each in intervals if each.earliest == each.latest}
    return DayDirectory(intervals, dict(sorted(single.items(), key=lambda each: (-each[1], each[0]))))


def _subjects(tables: Sequence[Sequence[sqlite3.Row]]) -> SubjectDirectory:
    quotations, figures, dated = tables
    dates = Counter[str]()
    for row in dated:
        dates.update(dict.fromkeys(row["subjects"].split("; "), row["dates"]))
    return SubjectDirectory(
        {row["term"]: row["quotations"] for row in quotations}, {row["term"]: row["figures"] for row in figures}, dates
    )


def _sources(tables: Sequence[Sequence[sqlite3.Row]]) -> SourceDirectory:
    sources = tuple(
        ListedSource(
            row["id"],
            row["title"],
            row["publisher"],
            date.fromisoformat(row["published"]) if row["published"] else None,
            row["passages"],
            row["citable"],
        )
        for row in tables[0]
    )
    return SourceDirectory(
        sources,
        years=sorted({source.published.year for source in sources if source.published}),
        ids=Prefixes(sorted((name_key(source.id), number) for number, source in enumerate(sources))),
        titles=Prefixes(sorted((name_key(source.title), number) for number, source in enumerate(sources))),
        words=Prefixes(sorted(_words_of(sources))),
    )


def _words_of(sources: Sequence[ListedSource]) -> Iterator[tuple[str, int]]:
    for number, source in enumerate(sources):
        named = f"{source.id} {source.title} {source.publisher or ''} {source.published or ''}"
        yield from ((word, number) for word in dict.fromkeys(name_key(named).split()))
