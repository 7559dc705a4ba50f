"""Looking up what the sources say of one person: descriptions, ties, mentions, words, dated sentences."""

from __future__ import annotations

from bot.archive.file.database import Database
from bot.archive.lookup.rows import (
    PASSAGE,
    SOURCE,
    VISIBLE,
    date_from,
    description_from,
    mention_from,
    name_in,
    quotation_from,
    tie_from,
)
from bot.archive.records import (
    DateRecord,
    DescriptionRecord,
    MentionRecord,
    PersonCounts,
    QuotationRecord,
    TieRecord,
)

_LOOKED_THROUGH = 500
"""Descriptions and ties of one person among which different ones are looked for."""
# CROSS JOIN keeps the order of the tables as written: from the person through an index that is sorted as asked for.
# The same words of several sources are shown once, from the first; they are compared before the sources are looked up.
DESCRIPTIONS = f"""
SELECT {SOURCE}, passages.number, descriptions.begins, descriptions.ends, descriptions.text
FROM (
    SELECT min(seen.id) AS id FROM (
        SELECT descriptions.id, descriptions.text
        FROM persons
        CROSS JOIN descriptions ON descriptions.person = persons.num
        CROSS JOIN sources ON sources.num = descriptions.source
        WHERE persons.id = :id AND {VISIBLE} ORDER BY descriptions.id LIMIT :looked_through
    ) AS seen GROUP BY seen.text ORDER BY 1 LIMIT :limit
) AS first
CROSS JOIN descriptions ON descriptions.id = first.id
CROSS JOIN sources ON sources.num = descriptions.source
CROSS JOIN passages ON passages.id = descriptions.passage
ORDER BY first.id
"""
TIES = f"""
SELECT {SOURCE}, passages.number, ties.begins, ties.ends, ties.text, ties.kind,
    others.id AS to_id, coalesce({name_in("others")}, ties.other_name) AS to_name
FROM (
    SELECT min(seen.id) AS id FROM (
        SELECT ties.id, ties.kind, coalesce(ties.other, ties.other_name) AS other
        FROM persons
        CROSS JOIN ties ON ties.person = persons.num
        CROSS JOIN sources ON sources.num = ties.source
        WHERE persons.id = :id AND {VISIBLE} ORDER BY ties.id LIMIT :looked_through
    ) AS seen GROUP BY seen.kind, seen.other ORDER BY 1 LIMIT :limit
) AS first
CROSS JOIN ties ON ties.id = first.id
CROSS JOIN sources ON sources.num = ties.source
CROSS JOIN passages ON passages.id = ties.passage
LEFT JOIN persons AS others ON others.num = ties.other
ORDER BY first.id
"""
MENTIONS = f"""
SELECT {SOURCE}, {PASSAGE}, mentions.begins, mentions.ends, mentions.text
FROM persons
CROSS JOIN mentions ON mentions.person = persons.num
CROSS JOIN sources ON sources.num = mentions.source
CROSS JOIN passages ON passages.id = mentions.passage
WHERE persons.id = :id AND {VISIBLE} ORDER BY mentions.id LIMIT :limit OFFSET :offset
"""
QUOTATIONS = f"""
SELECT {SOURCE}, {PASSAGE}, quotations.begins, quotations.ends, quotations.text, quotations.kind,
    quotations.speaker, persons.id AS speaker_id
FROM persons
CROSS JOIN quotations ON quotations.person = persons.num
CROSS JOIN sources ON sources.num = quotations.source
CROSS JOIN passages ON passages.id = quotations.passage
WHERE persons.id = :id AND {VISIBLE} ORDER BY quotations.indirect, quotations.id LIMIT :limit OFFSET :offset
"""
_DATES = f"""
SELECT {SOURCE}, {PASSAGE}, dates.*
FROM persons
CROSS JOIN person_dates ON person_dates.person = persons.num
CROSS JOIN dates ON dates.id = person_dates.date
CROSS JOIN sources ON sources.num = dates.source
CROSS JOIN passages ON passages.id = dates.passage
WHERE persons.id = :id AND {VISIBLE}
"""
_END = "julianday(person_dates.earliest) + person_dates.width"
"""The end of an interval, as the index has it."""
DATES = f"{_DATES} ORDER BY person_dates.earliest, person_dates.width, person_dates.date LIMIT :limit OFFSET :offset"
DATES_LAST_FIRST = f"""{_DATES}
ORDER BY {_END} DESC, person_dates.earliest DESC, person_dates.date DESC LIMIT :limit OFFSET :offset"""
COUNTS = """
SELECT coalesce(sum(mentions), 0) AS mentions, coalesce(sum(quotations), 0) AS quotations,
    coalesce(sum(dates), 0) AS dates
FROM persons JOIN person_totals ON person_totals.person = persons.num
WHERE persons.id = :id AND person_totals.guild IN (0, :guild)
"""


async def descriptions_of(database: Database, guild: int, person_id: str, limit: int) -> list[DescriptionRecord]:
    """The sources' words for who the person is, each wording once."""
    rows = await database.rows(DESCRIPTIONS, _asked(guild, person_id, limit))
    return [description_from(row) for row in rows]


async def ties_of(database: Database, guild: int, person_id: str, limit: int) -> list[TieRecord]:
    """The ties that sources state, each once."""
    rows = await database.rows(TIES, _asked(guild, person_id, limit))
    return [tie_from(row) for row in rows]


async def mentions_of(database: Database, guild: int, person_id: str, limit: int, offset: int) -> list[MentionRecord]:
    """Where the person is named, source by source."""
    asked = {"guild": guild, "id": person_id, "limit": limit, "offset": offset}
    return [mention_from(row) for row in await database.rows(MENTIONS, asked)]


async def quotations_of(
    database: Database, guild: int, person_id: str, limit: int, offset: int
) -> list[QuotationRecord]:
    """What the person says: verbatim words first, then reported speech."""
    asked = {"guild": guild, "id": person_id, "limit": limit, "offset": offset}
    return [quotation_from(row) for row in await database.rows(QUOTATIONS, asked)]


async def dates_of(
    database: Database, guild: int, person_id: str, limit: int, offset: int, *, last_first: bool
) -> list[DateRecord]:
    """Dates in sentences that name the person, by their earliest day, or with `last_first` by their latest."""
    sql = DATES_LAST_FIRST if last_first else DATES
    asked = {"guild": guild, "id": person_id, "limit": limit, "offset": offset}
    return [date_from(row) for row in await database.rows(sql, asked)]


async def counts_of(database: Database, guild: int, person_id: str) -> PersonCounts:
    """How much there is of each; nothing for somebody whom the viewer may not see."""
    row = await database.row(COUNTS, {"guild": guild, "id": person_id})
    assert row is not None
    return PersonCounts(row["mentions"], row["quotations"], row["dates"])


def _asked(guild: int, person_id: str, limit: int) -> dict[str, object]:
    return {"guild": guild, "id": person_id, "limit": limit, "looked_through": _LOOKED_THROUGH}
