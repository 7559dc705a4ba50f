"""The rows of persons and of the forms of their names, made where somebody is first named."""

from __future__ import annotations

from collections.abc import Sequence

from bot.archive.authority import AuthorityRecord
from bot.archive.file.database import Database
from bot.archive.keeping.deciding import EVERYONE, Identities
from bot.archive.keeping.identity import AuthorityIndex, Bearer, name_parts
from bot.reading.model import Person
from bot.reading.people.keys import name_key, sound_key

ADD_FORM = """
INSERT INTO name_forms (person, guild, form, kind) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING num
"""
SET_FORM = """
INSERT INTO name_forms (person, guild, form, kind) VALUES (?, ?, ?, ?)
ON CONFLICT (person, guild, form) DO UPDATE SET kind = excluded.kind RETURNING num
"""
ADD_KEY = "INSERT INTO name_keys (key, sort, form, person) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
ADD_TO_SOURCE = """
INSERT INTO source_persons (source, place, person, base, name, key, parts, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
ADD_PERSON = "INSERT INTO persons (id, name, role) VALUES (?, ?, ?) RETURNING num"
SET_NAME = "UPDATE persons SET name = ? WHERE num = ? AND name <> ?"
FORGET_ORPHANS = (
    "DELETE FROM person_labels WHERE person = ?",
    "DELETE FROM person_totals WHERE person = ?",
    "DELETE FROM name_keys WHERE form IN (SELECT num FROM name_forms WHERE person = ?)",
    "DELETE FROM name_forms WHERE person = ?",
    "DELETE FROM persons WHERE num = ?",
)
ORPHANS = """
SELECT num FROM json_each(:persons) AS wanted CROSS JOIN persons ON persons.num = wanted.value
WHERE NOT EXISTS (SELECT 1 FROM source_persons WHERE person = persons.num)
"""


class Persons:
    """The persons of one archive. To be used inside one transaction: it remembers what it has stored."""

    def __init__(self, database: Database, authority: AuthorityIndex, identities: Identities) -> None:
        self._db = database
        self._authority = authority
        self._identities = identities
        self._numbers: dict[str, int] = {}
        self._provisional: set[str] = set()
        self._forms: set[tuple[int, int, str]] = set()

    async def number(self, person_id: str) -> int:
        """The number of the person with this id, made where there is none."""
        if person_id in self._numbers:
            return self._numbers[person_id]
        record = self._authority.records.get(person_id)
        row = await self._db.row("SELECT num FROM persons WHERE id = ?", (person_id,))
        if row is None:
            named = (person_id, self._identities.name_of(person_id) or person_id, record.role if record else None)
            number = int(await self._db.value(ADD_PERSON, named))
            for form in record.forms if record else ():
                await self._keep_form(
                    number, EVERYONE, form, "preferred" if record and form == record.name else "variant"
                )
        else:
            number = int(row["num"])
        if record is None:
            self._provisional.add(person_id)
        self._numbers[person_id] = number
        return number

    async def keep_names(self, owner: int, numbers: Sequence[int], people: Sequence[Person]) -> None:
        """Store every form of the names of the people of one source."""
        for number, person in zip(numbers, people, strict=True):
            for form in dict.fromkeys((person.name, *(mention.text for mention in person.mentions))):
                await self._keep_form(number, owner, form, "mentioned")

    async def settle_names(self) -> None:
        """Give everybody the name by which they are known once all is decided."""
        for person_id in self._provisional:
            name = self._identities.name_of(person_id)
            if name is not None:
                await self._db.run(SET_NAME, (name, self._numbers[person_id], name))

    async def _keep_form(self, number: int, guild: int, form: str, kind: str) -> None:
        if (number, guild, form) in self._forms:
            return
        self._forms.add((number, guild, form))
        row = await self._db.value(ADD_FORM, (number, guild, form, kind))
        if row is not None:
            await keep_keys(self._db, row, number, form)


def recorded_forms(record: AuthorityRecord) -> dict[str, str]:
    """The forms of a name in the authority file, each with its kind."""
    return {form: "preferred" if form == record.name else "variant" for form in record.forms}


async def set_form(database: Database, number: int, guild: int, form: str, kind: str) -> None:
    """Make a form of a name of this kind for one owner, whether or not their sources use it."""
    row = await database.value(SET_FORM, (number, guild, form, kind))
    await keep_keys(database, row, number, form)


async def keep_keys(database: Database, row: int, number: int, form: str) -> None:
    """Store the keys by which a form of a name is found."""
    whole, parts = name_key(form), name_parts(form)
    sounds = {sound_key(each) for each in (whole, *parts)}
    keys = [(whole, "whole"), *((part, "part") for part in parts), *((sound, "sound") for sound in sounds)]
    await database.run_many(ADD_KEY, [(key, sort, row, number) for key, sort in keys if key])


async def add_to_source(
    database: Database, source: int, numbers: Sequence[int], bases: Sequence[str], bearers: Sequence[Bearer]
) -> None:
    """Note whom a source names, in the order of its reading; `bases` are their ids before corrections."""
    named = enumerate(zip(numbers, bases, bearers, strict=True))
    rows = [
        (source, place, number, base, bearer.name, bearer.key, bearer.parts, " ".join(sorted(bearer.words)))
        for place, (number, base, bearer) in named
    ]
    await database.run_many(ADD_TO_SOURCE, rows)


async def forget_orphans(database: Database, persons_json: str) -> None:
    """Remove those of these persons (a JSON list of numbers) whom no source names any more."""
    gone = [(row["num"],) for row in await database.rows(ORPHANS, {"persons": persons_json})]
    for sql in FORGET_ORPHANS if gone else ():
        await database.run_many(sql, gone)
