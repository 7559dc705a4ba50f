"""Looking up figures by what they are about, those of one unit under each other, by day and then by value."""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict
from datetime import date

from bot.archive.file.database import Database
from bot.archive.lookup.figure_groups import Found, Grouped, grouped
from bot.archive.lookup.fts import all_of, telling_tokens
from bot.archive.lookup.rows import PASSAGE, SOURCE, VISIBLE, name_in, source_from
from bot.archive.records import (
    DateRecord,
    FigureRecord,
    GroupedFigure,
    PassageRecord,
    Place,
    SourceRecord,
)
from bot.archive.state import revision
from bot.archive.thesaurus import plain_words, singular
from bot.archive.topics import FigureQuery

MOST_FOUND = 1_000
"""Figures about one thing that are looked through: two hundred pages."""
_RANKINGS_KEPT = 32
_PLACES = (("counted",), ("counted", "clause"), ("counted", "clause", "sentence"))
"""Where all words that were asked for must stand, for each of the tiers."""

_FOUND = f"""
SELECT figures.id AS figure, found.tier, figures.unit, figures.measure,
    coalesce(dates.earliest, sources.published) AS day, coalesce(figures.least, figures.most) AS value
FROM {{found}}
CROSS JOIN figures ON figures.id = found.figure
CROSS JOIN sources ON sources.num = figures.source
LEFT JOIN dates ON dates.id = figures.date
WHERE {VISIBLE} ORDER BY found.tier, figures.id LIMIT :limit
"""
UNDER_SUBJECT = _FOUND.format(
    found="subjects CROSS JOIN subject_figures AS found ON found.subject = subjects.num AND subjects.term = :subject"
)
WITH_WORDS = _FOUND.format(
    found="""(
        SELECT matching.rowid AS figure, min(place.key) + 1 AS tier FROM json_each(:queries) AS place
        CROSS JOIN figure_words AS matching ON matching.figure_words MATCH place.value
        GROUP BY matching.rowid
    ) AS found"""
)
THESE = f"""
SELECT {SOURCE}, {PASSAGE}, figures.*, quotations.kind AS quoted_kind, quotations.begins AS quoted_begins,
    quotations.ends AS quoted_ends, persons.id AS speaker_id,
    coalesce({name_in("persons")}, CASE WHEN quotations.id IS NULL THEN figures.speaker ELSE quotations.speaker END)
        AS said_by,
    dates.begins AS date_begins, dates.ends AS date_ends, dates.text AS date_text, dates.earliest, dates.latest,
    dates.reason, dates.approximate AS date_approximate
FROM json_each(:figures) AS wanted
CROSS JOIN figures ON figures.id = wanted.value
CROSS JOIN sources ON sources.num = figures.source
CROSS JOIN passages ON passages.id = figures.passage
LEFT JOIN quotations ON quotations.id = figures.quotation
LEFT JOIN persons ON persons.num = CASE WHEN quotations.id IS NULL THEN figures.person ELSE quotations.person END
LEFT JOIN dates ON dates.id = figures.date
WHERE {VISIBLE} ORDER BY wanted.key
"""
ANY = f"SELECT 1 FROM figures CROSS JOIN sources ON sources.num = figures.source WHERE {VISIBLE} LIMIT 1"


async def are_there_any(database: Database, guild: int) -> bool:
    """Whether there are figures at all: in an archive of before there are none until it is built again."""
    return await database.row(ANY, {"guild": guild}) is not None


class FigureRankings:
    """The figures asked for of late, in order: the next page and the number of pages come from the same ones."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str | None, int, FigureQuery], list[Grouped]] = OrderedDict()

    async def page(
        self, database: Database, guild: int, query: FigureQuery, limit: int, offset: int
    ) -> list[GroupedFigure]:
        """One stretch of the figures about something."""
        stretch = (await self._found(database, guild, query))[offset : offset + limit]
        rows = await database.rows(THESE, {"guild": guild, "figures": json.dumps([each.figure for each in stretch])})
        records = {row["id"]: figure_from(row) for row in rows}
        return [
            GroupedFigure(each.group, each.unit, records[each.figure]) for each in stretch if each.figure in records
        ]

    async def count(self, database: Database, guild: int, query: FigureQuery) -> int:
        """How many figures about something there are, those that are looked through."""
        return len(await self._found(database, guild, query))

    async def _found(self, database: Database, guild: int, query: FigureQuery) -> list[Grouped]:
        key = (await revision(database), guild, query)
        if key not in self._kept:
            self._kept[key] = await _in_groups(database, guild, query)
            while len(self._kept) > _RANKINGS_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


async def _in_groups(database: Database, guild: int, query: FigureQuery) -> list[Grouped]:
    # An archive that was not built with the subject may hold its words all the same.
    rows = await _under_subject(database, guild, query) or await _with_words(database, guild, query)
    return grouped([_found_from(row) for row in rows], _named(query), query.alike)


def _found_from(row: sqlite3.Row) -> Found:
    return Found(row["figure"], row["tier"], row["unit"], bool(row["measure"]), row["day"], row["value"])


async def _under_subject(database: Database, guild: int, query: FigureQuery) -> list[sqlite3.Row]:
    asked = {"guild": guild, "limit": MOST_FOUND, "subject": query.subject}
    return await database.rows(UNDER_SUBJECT, asked) if query.subject else []


async def _with_words(database: Database, guild: int, query: FigureQuery) -> list[sqlite3.Row]:
    tokens = telling_tokens(query.words)
    queries = json.dumps([all_of(tokens, columns) for columns in _PLACES])
    return await database.rows(WITH_WORDS, {"guild": guild, "limit": MOST_FOUND, "queries": queries}) if tokens else []


def _named(query: FigureQuery) -> frozenset[str]:
    """The units that are asked for by name, whether in the singular or the plural."""
    return frozenset(form for word in map(singular, plain_words(query.words)) for form in (word, f"{word}s"))


def figure_from(row: sqlite3.Row) -> FigureRecord:
    """A FigureRecord from the columns of THESE."""
    source, number = source_from(row), row["number"]

    def stretch(begins: int, ends: int) -> PassageRecord:
        words = row["passage"][begins - row["passage_begins"] : ends - row["passage_begins"]]
        return PassageRecord(Place(source, number, begins, ends), words)

    begins, ends = row["begins"], row["ends"]
    follows = row["counted_begins"] is not None and row["counted_begins"] >= ends
    words = stretch(begins, max(ends, row["counted_ends"]) if follows else ends)
    sentence = stretch(row["sentence_begins"], row["sentence_ends"])
    return FigureRecord(
        place=words.place,
        words=words.text,
        text=row["text"],
        least=row["least"],
        most=row["most"],
        approximate=bool(row["approximate"]),
        counted=row["counted"],
        verbatim=row["quoted_kind"] in ("direct", "fragment")
        and row["quoted_begins"] <= words.place.start
        and words.place.end <= row["quoted_ends"],
        speaker=row["said_by"],
        speaker_id=row["speaker_id"],
        date=_date(row, source, sentence) if row["date_begins"] is not None else None,
        sentence=sentence,
    )


def _date(row: sqlite3.Row, source: SourceRecord, sentence: PassageRecord) -> DateRecord:
    return DateRecord(
        place=Place(source, row["number"], row["date_begins"], row["date_ends"]),
        as_written=row["date_text"],
        earliest=date.fromisoformat(row["earliest"]),
        latest=date.fromisoformat(row["latest"]),
        reason=row["reason"],
        approximate=bool(row["date_approximate"]),
        sentence=sentence,
    )
