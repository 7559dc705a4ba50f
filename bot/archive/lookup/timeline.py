"""Looking up what is dated over time: of a person, of passages that hold certain words, or of everything.

A sentence that is dated to the same days twice ("The next day, 7 May") counts once.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date

from bot.archive.file.database import Database
from bot.archive.lookup.fts import any_of
from bot.archive.lookup.rows import PASSAGE, SOURCE, VISIBLE, date_from, source_from
from bot.archive.records import AccountDates, DatedDays, DateRecord, TimelineQuery, Window

_ABOUT = "SELECT rowid FROM passage_words WHERE passage_words MATCH :query"
_SELECTED = {
    "everything": "sources CROSS JOIN dates ON dates.source = sources.num WHERE",
    "person": """
persons
CROSS JOIN person_dates ON person_dates.person = persons.num
CROSS JOIN dates ON dates.id = person_dates.date
CROSS JOIN sources ON sources.num = dates.source
WHERE persons.id = :person AND""",
    # By source, of which dates have an index; by passage they have none.
    "words": f"""
sources CROSS JOIN dates ON dates.source = sources.num
WHERE sources.num IN (SELECT source FROM passages WHERE id IN ({_ABOUT})) AND dates.passage IN ({_ABOUT}) AND""",
}
_HITS = """
WITH hits AS (
    SELECT min(dates.id) AS id, dates.source AS source, dates.earliest AS earliest, dates.latest AS latest,
        dates.approximate AS approximate,
        CAST(julianday(dates.latest) - julianday(dates.earliest) AS INTEGER) + 1 AS width
    FROM {selected} {visible}
    GROUP BY dates.source, dates.sentence_begins, dates.earliest, dates.latest
)
"""
_DRAWN = "earliest <= :last AND latest >= :first AND width <= :widest"
DAYS = """
{hits} SELECT earliest, latest, approximate, count(*) AS hits FROM hits
GROUP BY earliest, latest, approximate ORDER BY earliest, width, approximate
"""
ACCOUNTS = f"""
{{hits}} SELECT {SOURCE}, most.hits, most.accounts
FROM (
    SELECT source, count(*) AS hits, count(*) OVER () AS accounts FROM hits WHERE {_DRAWN}
    GROUP BY source ORDER BY hits DESC, source LIMIT :limit
) AS most
CROSS JOIN sources ON sources.num = most.source
ORDER BY most.hits DESC, most.source
"""
DAYS_OF_ACCOUNTS = f"""
{{hits}} SELECT sources.id AS id, hits.earliest, hits.latest, hits.approximate, count(*) AS hits
FROM json_each(:sources) AS wanted
CROSS JOIN sources ON sources.id = wanted.value
CROSS JOIN hits ON hits.source = sources.num
WHERE {_DRAWN}
GROUP BY wanted.key, hits.earliest, hits.latest, hits.approximate ORDER BY wanted.key, hits.earliest, hits.width
"""
DATES = f"""
{{hits}} SELECT {SOURCE}, {PASSAGE}, dates.*
FROM (
    SELECT id, ({_DRAWN}) AS drawn FROM hits
    ORDER BY drawn DESC, earliest, width, id LIMIT :limit OFFSET :offset
) AS found
CROSS JOIN dates ON dates.id = found.id
CROSS JOIN sources ON sources.num = dates.source
CROSS JOIN passages ON passages.id = dates.passage
ORDER BY found.drawn DESC, dates.earliest, julianday(dates.latest) - julianday(dates.earliest), dates.id
"""


async def days(database: Database, guild: int, query: TimelineQuery) -> list[DatedDays]:
    """The different stretches of days, in order of time, each with how many sentences are dated to it."""
    rows = await database.rows(_sql(DAYS, query), _asked(guild, query))
    return [_days(row) for row in rows]


async def accounts(
    database: Database, guild: int, query: TimelineQuery, window: Window, limit: int
) -> tuple[list[AccountDates], int]:
    """The sources with most that is dated within the window, each with its days; and how many sources have any."""
    asked = {**_asked(guild, query), **_limits(window), "limit": limit}
    rows = await database.rows(_sql(ACCOUNTS, query), asked)
    sources = [source_from(row) for row in rows]
    of = json.dumps([source.id for source in sources])
    dated: dict[str, list[DatedDays]] = {source.id: [] for source in sources}
    for row in await database.rows(_sql(DAYS_OF_ACCOUNTS, query), {**asked, "sources": of}):
        dated[row["id"]].append(_days(row))
    return [AccountDates(source, tuple(dated[source.id])) for source in sources], rows[0]["accounts"] if rows else 0


async def dates(
    database: Database, guild: int, query: TimelineQuery, window: Window, limit: int, offset: int
) -> list[DateRecord]:
    """What is dated within the window, in order of time; behind it what is dated to other days, or too widely."""
    asked = {**_asked(guild, query), **_limits(window), "limit": limit, "offset": offset}
    return [date_from(row) for row in await database.rows(_sql(DATES, query), asked)]


def _sql(query: str, asked: TimelineQuery) -> str:
    selected = "person" if asked.person_id is not None else "words" if asked.words else "everything"
    return query.format(hits=_HITS.format(selected=_SELECTED[selected], visible=VISIBLE))


def _asked(guild: int, query: TimelineQuery) -> dict[str, object]:
    return {"guild": guild, "person": query.person_id, "query": _all_of_any(query.words)}


def _all_of_any(groups: Sequence[Sequence[str]]) -> str:
    """A query of FTS5 for rows with at least one phrase of each group."""
    return " AND ".join(filter(None, map(any_of, groups)))


def _limits(window: Window) -> dict[str, object]:
    return {"first": window.first.isoformat(), "last": window.last.isoformat(), "widest": window.widest}


def _days(row: sqlite3.Row) -> DatedDays:
    earliest, latest = (date.fromisoformat(row[key]) for key in ("earliest", "latest"))
    return DatedDays(earliest, latest, bool(row["approximate"]), row["hits"])
