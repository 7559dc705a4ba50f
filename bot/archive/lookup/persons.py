"""Looking up persons and the forms of their names. A person is seen where a source that the viewer sees names them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.archive.file.database import Database
from bot.archive.lookup.rows import FORM_SEEN, NAME, person_from
from bot.archive.lookup.rows import ROLE as _ROLE
from bot.archive.records import FormKind, NameForm, PersonRecord
from bot.archive.state import revision

_PERSON = f"SELECT persons.id, {NAME}, {_ROLE}, sum(totals.mentions) AS mentions, sum(totals.sources) AS sources"
_SEEN = "HAVING sum(totals.mentions) > 0"
ONE_PERSON = f"""
{_PERSON} FROM persons JOIN person_totals AS totals ON totals.person = persons.num AND totals.guild IN (0, :guild)
WHERE persons.id = :id GROUP BY persons.num {_SEEN}
"""
BEARERS = f"""
SELECT max(name_keys.sort <> 'sound') AS exact, name_keys.person
FROM name_keys JOIN name_forms ON name_forms.num = name_keys.form
WHERE name_keys.key IN (SELECT value FROM json_each(:keys)) AND {FORM_SEEN}
GROUP BY name_keys.person
"""
MOST_BEARERS = 100
"""Bearers of one name that are told apart; a longer list is no choice any more."""
MOST_NAMED_OF = """
SELECT wanted.value AS person
FROM json_each(:persons) AS wanted
JOIN person_totals AS totals ON totals.person = wanted.value AND totals.guild IN (0, :guild)
GROUP BY wanted.value ORDER BY sum(totals.mentions) DESC, wanted.value LIMIT :limit
"""
PERSONS = f"""
{_PERSON} FROM json_each(:persons) AS wanted CROSS JOIN persons ON persons.num = wanted.value
JOIN person_totals AS totals ON totals.person = persons.num AND totals.guild IN (0, :guild)
GROUP BY persons.num {_SEEN} ORDER BY mentions DESC, persons.id
"""
NAME_KEYS = f"""
SELECT DISTINCT name_keys.key, persons.id
FROM name_keys
JOIN name_forms ON name_forms.num = name_keys.form
JOIN persons ON persons.num = name_keys.person
WHERE name_keys.sort <> 'sound' AND {FORM_SEEN} AND EXISTS (
    SELECT 1 FROM person_totals AS totals
    WHERE totals.person = persons.num AND totals.guild IN (0, :guild) AND totals.mentions > 0
)
ORDER BY name_keys.key, persons.id
"""
# Whoever no source of the server's own names is among the first of everyone's, or not among the first at all.
MOST_NAMED = """
SELECT person FROM person_totals
WHERE guild IN (0, :guild) AND person IN (
    SELECT person FROM (SELECT person FROM person_totals WHERE guild = 0 ORDER BY mentions DESC, person LIMIT :limit)
    UNION SELECT person FROM person_totals WHERE guild = :guild AND guild > 0
)
GROUP BY person HAVING sum(mentions) > 0 ORDER BY sum(mentions) DESC, person LIMIT :limit
"""
NAMES = f"""
SELECT name_forms.form, name_forms.kind, name_forms.mentions, name_forms.num
FROM persons JOIN name_forms ON name_forms.person = persons.num
WHERE persons.id = :id AND {FORM_SEEN}
ORDER BY CASE name_forms.kind WHEN 'preferred' THEN 0 WHEN 'variant' THEN 1 ELSE 2 END, name_forms.guild DESC,
    name_forms.num
"""


class NameKeys:
    """The keys of all names, kept in memory until the archive changes."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[tuple[str, str], ...]] = {}
        self._revision: str | None = None

    async def of(self, database: Database, guild: int) -> tuple[tuple[str, str], ...]:
        """(key, person's id) of every whole name and part of one that a viewer may know of."""
        now = await revision(database)
        if now != self._revision:
            self._kept.clear()
            self._revision = now
        if guild not in self._kept:
            self._kept[guild] = await _name_keys(database, guild)
        return self._kept[guild]


async def person(database: Database, guild: int, person_id: str) -> PersonRecord | None:
    """The person with this id."""
    row = await database.row(ONE_PERSON, {"guild": guild, "id": person_id})
    return person_from(row) if row else None


async def by_key(database: Database, guild: int, keys: Sequence[str]) -> list[PersonRecord]:
    """Whoever bears a name, or a part of one, with one of these name keys; where nobody does, by sound key.

    Most often named first, at most MOST_BEARERS.
    """
    asked = {"guild": guild, "keys": json.dumps(list(keys))}
    rows = await database.rows(BEARERS, asked)
    exact = [row["person"] for row in rows if row["exact"]]
    bearers = exact or [row["person"] for row in rows]
    if len(bearers) > MOST_BEARERS:
        wanted = {"guild": guild, "persons": json.dumps(bearers), "limit": MOST_BEARERS}
        bearers = [row["person"] for row in await database.rows(MOST_NAMED_OF, wanted)]
    return await _persons(database, guild, bearers)


async def most_named(database: Database, guild: int, limit: int) -> list[PersonRecord]:
    """The persons with most mentions."""
    rows = await database.rows(MOST_NAMED, {"guild": guild, "limit": limit})
    return await _persons(database, guild, [row["person"] for row in rows])


async def _persons(database: Database, guild: int, numbers: Sequence[int]) -> list[PersonRecord]:
    if not numbers:
        return []
    rows = await database.rows(PERSONS, {"guild": guild, "persons": json.dumps(list(numbers))})
    return [person_from(row) for row in rows]


async def _name_keys(database: Database, guild: int) -> tuple[tuple[str, str], ...]:
    """(key, person's id) of every whole name and part of one, in order of the keys."""
    return tuple((row["key"], row["id"]) for row in await database.rows(NAME_KEYS, {"guild": guild}))


async def names_of(database: Database, guild: int, person_id: str) -> list[NameForm]:
    """Every form of a person's name: the preferred one, variants, then those that only the sources use."""
    forms: dict[str, NameForm] = {}
    for row in await database.rows(NAMES, {"guild": guild, "id": person_id}):
        known = forms.get(row["form"])
        # Of two preferred ones the first is the server's own.
        kind: FormKind = "variant" if row["kind"] == "preferred" and forms else row["kind"]
        count = row["mentions"] + (known.count if known else 0)
        forms[row["form"]] = NameForm(row["form"], known.kind if known else kind, count)
    return list(forms.values())
