"""Speakers as moderators have set them, written over what was read once it is settled who is who everywhere.

A speaker may be somebody whom only another source names, so this comes after all of them are stored.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from bot.archive.correcting import kept
from bot.archive.correcting.model import Correction, Settled
from bot.archive.file.database import Database

QUOTATION = """
SELECT quotations.id, quotations.source, quotations.speaker, quotations.person
FROM quotations WHERE source = :source AND begins = :begins AND ends = :ends AND text = :words
"""
# Only somebody whom the owner may know of: whom the owner's own sources name, or everyone's.
PERSON = """
SELECT persons.num FROM persons WHERE persons.id = :id AND EXISTS (
    SELECT 1 FROM source_persons JOIN sources ON sources.num = source_persons.source
    WHERE source_persons.person = persons.num AND coalesce(sources.guild, 0) IN (0, :owner)
)
"""
SET_SPEAKER = "UPDATE quotations SET speaker = ?, person = ? WHERE id = ?"


async def settle_speakers(database: Database, uncount: Callable[[int], Awaitable[None]]) -> list[int]:
    """Write the standing corrections over the speakers that were read; `uncount` is called before a source changes.

    Returns the numbers of the sources in which anything was written.
    """
    corrections = await kept.present(database, await kept.standing(database))
    settled = Settled(corrections)
    touched: list[int] = []
    for each in _last_of_each(corrections):
        row = await database.row(QUOTATION, _span(each))
        if row is None:
            continue
        speaker, person = each.value["name"], await _person(database, settled, each)
        if (row["speaker"], row["person"]) != (speaker, person):
            await uncount(row["source"])
            await database.run(SET_SPEAKER, (speaker, person, row["id"]))
            touched.append(row["source"])
    return touched


def _last_of_each(corrections: Iterable[Correction]) -> list[Correction]:
    """Of several about one quotation the last one holds."""
    found = {(each.source, each.begins, each.ends, each.words): each for each in corrections if each.kind == "speaker"}
    return list(found.values())


def _span(correction: Correction) -> dict[str, object]:
    return {
        "source": correction.source,
        "begins": correction.begins,
        "ends": correction.ends,
        "words": correction.words,
    }


async def _person(database: Database, settled: Settled, correction: Correction) -> int | None:
    named = correction.value["person"]
    if named is None:
        return None
    followed = settled.follow(correction.owner, named, correction.number)
    number = await database.value(PERSON, {"id": followed, "owner": correction.owner})
    return None if number is None else int(number)
