"""What the authority file states of a person, with the passages of the stating digests that name the person."""

from __future__ import annotations

import json

from bot.archive import state
from bot.archive.authority import Fact, FactKind
from bot.archive.file.database import Database
from bot.archive.lookup.rows import PASSAGE, SOURCE, VISIBLE, mention_from
from bot.archive.records import Stated, StatedFact

SHOWN: tuple[FactKind, ...] = ("role", "unit", "call_sign")
"""Names and spellings are no facts to be cited: they are listed, and help to find somebody."""
_LOOKED_THROUGH = 200
"""Mentions among which the one is looked for that states the fact; digests are short."""
MENTIONS = f"""
SELECT {SOURCE}, {PASSAGE}, mentions.begins, mentions.ends, mentions.text
FROM persons
CROSS JOIN mentions ON mentions.person = persons.num
CROSS JOIN sources ON sources.num = mentions.source
CROSS JOIN passages ON passages.id = mentions.passage
WHERE persons.id = :id AND {VISIBLE} AND sources.id IN (SELECT value FROM json_each(:digests))
ORDER BY mentions.id LIMIT :limit
"""


async def stated_of(database: Database, guild: int, person_id: str) -> Stated:
    """Role, unit and call sign, each with the mentions in the digests that state it, as far as the viewer sees them."""
    record = await state.kept_record(database, person_id)
    if record is None:
        return Stated()
    shown = [fact for fact in record.facts if fact.kind in SHOWN]
    facts = [await _stated(database, guild, person_id, fact) for fact in shown]
    return Stated(tuple(facts), record.made_by_rule)


async def _stated(database: Database, guild: int, person_id: str, fact: Fact) -> StatedFact:
    asked = {"guild": guild, "id": person_id, "digests": json.dumps(fact.digests), "limit": _LOOKED_THROUGH}
    rows = await database.rows(MENTIONS, asked) if fact.digests else []
    return StatedFact(fact.kind, fact.text, tuple(mention_from(row) for row in rows))
