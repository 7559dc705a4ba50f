"""Corrections that hold but change nothing any more, because what they are about is not there as it was.

They are never hung on to something alike: they wait, and hold again where their words come back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.archive.correcting import kept
from bot.archive.correcting.model import Correction, Settled
from bot.archive.file.database import Database

_STANDS: Mapping[str, str] = {
    "speaker": """
SELECT 1 FROM quotations WHERE source = :source AND begins = :begins AND ends = :ends AND text = :words""",
    "date": """
SELECT 1 FROM dates WHERE source = :source AND begins = :begins AND ends = :ends AND text = :words""",
    "split": """
SELECT 1 FROM source_persons
WHERE source = :source AND key IN (SELECT value FROM json_each(:value, '$.keys'))""",
    "describe": """
SELECT 1 FROM persons
JOIN sources ON sources.num = json_extract(:value, '$.source') AND sources.scope IN (0, :owner)
JOIN documents ON documents.source = sources.num
WHERE persons.id = :person AND json_extract(:value, '$.words') = substr(
    documents.text, json_extract(:value, '$.begins') + 1,
    json_extract(:value, '$.ends') - json_extract(:value, '$.begins'))""",
    "merge": """
SELECT 1 FROM source_persons JOIN persons ON persons.num = source_persons.person
WHERE persons.id = :meant AND source_persons.key IN (SELECT value FROM json_each(:value, '$.keys'))""",
    "rename": "SELECT 1 FROM persons WHERE id = :person",
    "variant": "SELECT 1 FROM persons WHERE id = :person",
}


async def lost_of(database: Database, owner: int) -> list[int]:
    """The numbers of an owner's standing corrections that change nothing any more."""
    corrections = await kept.present(database, await kept.standing(database))
    lost = set(await lost_among(database, corrections))
    return [each.number for each in corrections if each.owner == owner and each.number in lost]


async def lost_in(database: Database, source: int) -> list[int]:
    """The same of all corrections about one source."""
    return await lost_among(database, await kept.present(database, await kept.standing(database)), source)


async def lost_among(database: Database, standing: Sequence[Correction], source: int | None = None) -> list[int]:
    """The same of all corrections that stand, or of those among them that are about one source."""
    settled = Settled(standing)
    looked_at = standing if source is None else settled.of_source(source)
    return [each.number for each in looked_at if not await _stands(database, settled, each)]


async def _stands(database: Database, settled: Settled, correction: Correction) -> bool:
    into = correction.value.get("into")
    meant = settled.follow(correction.owner, into, correction.number) if into else None
    return await database.row(_STANDS[correction.kind], {**kept.values_of(correction), "meant": meant}) is not None
