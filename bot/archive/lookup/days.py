"""Looking up dates by day: which expressions place something on a day or in a stretch of days."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from bot.archive.file.database import Database
from bot.archive.lookup.rows import PASSAGE, SOURCE, VISIBLE, date_from
from bot.archive.records import DateRecord

INTERVALS = """
SELECT earliest, latest, width, sum(dates) AS dates FROM intervals
WHERE earliest <= :latest AND latest >= :earliest AND guild IN (0, :guild)
GROUP BY earliest, latest HAVING sum(dates) > 0
"""
DATES = f"""
SELECT {SOURCE}, {PASSAGE}, dates.*
FROM dates
CROSS JOIN sources ON sources.num = dates.source
CROSS JOIN passages ON passages.id = dates.passage
WHERE dates.earliest = :earliest AND dates.latest = :latest AND {VISIBLE}
ORDER BY dates.approximate, dates.id LIMIT :limit OFFSET :offset
"""
DATES_OF_SOURCES = f"""
SELECT {SOURCE}, {PASSAGE}, dates.*
FROM json_each(:sources) AS wanted
CROSS JOIN sources ON sources.id = wanted.value
CROSS JOIN dates ON dates.source = sources.num
CROSS JOIN passages ON passages.id = dates.passage
WHERE dates.earliest = :earliest AND dates.latest = :latest AND {VISIBLE}
ORDER BY wanted.key, dates.id
"""
DAY_BEFORE = """
SELECT max(earliest) FROM intervals WHERE width = 1 AND earliest < :day AND guild IN (0, :guild) AND dates > 0
"""
DAY_AFTER = """
SELECT min(earliest) FROM intervals WHERE width = 1 AND earliest > :day AND guild IN (0, :guild) AND dates > 0
"""


async def dates_in(
    database: Database, guild: int, earliest: date, latest: date, limit: int, offset: int
) -> list[DateRecord]:
    """Expressions whose interval meets the days asked for: the same interval first, then those within it, then those
    that reach beyond; of each sort the narrowest first.
    """
    found: list[DateRecord] = []
    for first, last, dates in await _intervals(database, guild, earliest, latest):
        if len(found) == limit:
            break
        if offset >= dates:
            offset -= dates
            continue
        asked = {"guild": guild, "earliest": first, "latest": last, "limit": limit - len(found), "offset": offset}
        found.extend(date_from(row) for row in await database.rows(DATES, asked))
        offset = 0
    return found


async def dates_of_sources(
    database: Database, guild: int, source_ids: Sequence[str], earliest: date, latest: date
) -> list[DateRecord]:
    """Expressions in these sources whose interval is just this one, in the order of the sources."""
    asked = {"guild": guild, "earliest": earliest.isoformat(), "latest": latest.isoformat()}
    rows = await database.rows(DATES_OF_SOURCES, {**asked, "sources": json.dumps(list(source_ids))})
    return [date_from(row) for row in rows]


async def count_dates_in(database: Database, guild: int, earliest: date, latest: date) -> int:
    """How many expressions `dates_in` has in all."""
    return sum(dates for _, _, dates in await _intervals(database, guild, earliest, latest))


async def nearest_day(database: Database, guild: int, day: date, *, before: bool) -> date | None:
    """The nearest day before or after `day` to which something is dated exactly."""
    found = await database.value(DAY_BEFORE if before else DAY_AFTER, {"day": day.isoformat(), "guild": guild})
    return date.fromisoformat(found) if found else None


async def _intervals(database: Database, guild: int, earliest: date, latest: date) -> list[tuple[str, str, int]]:
    """(earliest, latest, number of dates) of every interval that meets the days, in the order of `dates_in`."""
    asked = (earliest.isoformat(), latest.isoformat())
    rows = await database.rows(INTERVALS, {"earliest": asked[0], "latest": asked[1], "guild": guild})

    def order(row: tuple[str, str, int, int]) -> tuple[int, int, str]:
        first, last, width, _ = row
        sort = 0 if (first, last) == asked else 1 if asked[0] <= first and last <= asked[1] else 2
        return sort, width, first

    return [(first, last, dates) for first, last, _, dates in sorted((tuple(row) for row in rows), key=order)]
