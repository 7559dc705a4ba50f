"""Which names hang together because corrections join those who bear them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from bot.archive.authority import AuthorityRecord
from bot.archive.correcting import kept
from bot.archive.correcting.model import Correction
from bot.archive.file.database import Database
from bot.reading.people.keys import name_key

# Whom sources name by a key now, and whom they have named so before: an old id may come back.
KEYS = """
SELECT wanted.value AS person, source_persons.key AS key FROM json_each(:persons) AS wanted
CROSS JOIN persons ON persons.id = wanted.value
CROSS JOIN source_persons ON source_persons.person = persons.num
UNION
SELECT wanted.value, person_ids.key FROM json_each(:persons) AS wanted
CROSS JOIN person_ids ON person_ids.id = wanted.value
"""


async def joined_keys(database: Database, records: Mapping[str, AuthorityRecord], touched: Iterable[str]) -> set[str]:
    """These name keys, and those of everybody whom corrections, undone ones too, join to their bearers."""
    corrections = [each for each in await kept.ever(database) if each.kind in kept.JOINING]
    keys = set(touched)
    groups = await _groups(database, records, corrections) if corrections else []
    while True:
        met = [group for group in groups if not group.isdisjoint(keys)]
        if not met:
            return keys
        groups = [group for group in groups if group.isdisjoint(keys)]
        keys.update(*met)


async def _groups(
    database: Database, records: Mapping[str, AuthorityRecord], corrections: Iterable[Correction]
) -> list[set[str]]:
    """For each correction the keys of the names that it joins."""
    of_person: dict[str, set[str]] = {person: set() for person in kept.persons_in(corrections)}
    for row in await database.rows(KEYS, {"persons": json.dumps(sorted(of_person))}):
        of_person[row["person"]].add(row["key"])
    for person in of_person.keys() & records.keys():
        of_person[person].update(name_key(form) for form in records[person].forms)
    return [
        set(each.value.get("keys", ())).union(*(of_person[person] for person in kept.persons_in([each])))
        for each in corrections
    ]
