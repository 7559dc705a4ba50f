"""Looking up quotations by what they are about."""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Mapping

from bot.archive.file.database import Database
from bot.archive.keeping.derive import numbers_of
from bot.archive.keeping.words import COLUMN_WEIGHTS, REPORTED
from bot.archive.lookup.fts import all_of, any_of, telling_tokens
from bot.archive.lookup.rows import HIDDEN, PASSAGE, SOURCE, VISIBLE, quotation_from
from bot.archive.records import QuotationRecord
from bot.archive.state import revision
from bot.archive.topics import QuotationQuery

MOST_FOUND = 100
"""Quotations that one topic in free words leads to; beyond, nothing is left that is about it."""
_MOST_MATCHED = 60
"""Quotations that one search for words brings: twelve pages. Each costs a look-up, a subject's ranking does not."""
_ENOUGH = 25
"""Quotations after which one does not look any looser: five pages of them."""
_RANKINGS_KEPT = 32
_SHARE_OF_SUBJECT = 0.7
"""How much the rank under a subject counts beside the words asked for, where both are there."""

_BM25 = f"bm25(quotation_words, {', '.join(map(str, COLUMN_WEIGHTS))})"
_QUOTATION = f"""
SELECT {SOURCE}, {PASSAGE}, quotations.begins, quotations.ends, quotations.text, quotations.kind,
    quotations.speaker, persons.id AS speaker_id, quotations.id AS quotation
"""
_REST = """
CROSS JOIN sources ON sources.num = quotations.source
CROSS JOIN passages ON passages.id = quotations.passage
LEFT JOIN persons ON persons.num = quotations.person
"""
_SPOKEN = "(:speaker IS NULL OR quotations.person = (SELECT num FROM persons WHERE id = :speaker))"
RANKED = f"""
SELECT ranked.quotation AS quotation, ranked.cost AS cost
FROM subjects
CROSS JOIN subject_quotations AS ranked ON ranked.subject = subjects.num
CROSS JOIN quotations ON quotations.id = ranked.quotation
CROSS JOIN sources ON sources.num = quotations.source
WHERE subjects.term = :subject AND {VISIBLE} AND {_SPOKEN}
ORDER BY ranked.cost, ranked.quotation LIMIT :limit
"""
MATCHING = f"""
SELECT found.id AS quotation, found.cost AS cost, quotations.kind = 'indirect' AS indirect
FROM (
    SELECT rowid AS id, {_BM25} AS cost FROM quotation_words
    WHERE quotation_words MATCH :query
        AND quotation_words.rowid NOT IN (SELECT id FROM quotations WHERE source IN ({HIDDEN}))
        AND (:speaker IS NULL OR +quotation_words.rowid IN (
            SELECT quotations.id FROM persons JOIN quotations ON quotations.person = persons.num
            WHERE persons.id = :speaker
        ))
    ORDER BY {_BM25} LIMIT :limit
) AS found
CROSS JOIN quotations ON quotations.id = found.id
"""
THESE = f"""
{_QUOTATION} FROM json_each(:quotations) AS wanted CROSS JOIN quotations ON quotations.id = wanted.value {_REST}
WHERE {VISIBLE} ORDER BY wanted.key
"""
# Rows are numbered by their sources, with wide gaps: a source is drawn by its share of all quotations first.
DRAWN = """
SELECT num, CAST((:draw * total - (upto - quotations)) AS INTEGER) AS at FROM (
    SELECT num, quotations, sum(quotations) OVER (ORDER BY num) AS upto, sum(quotations) OVER () AS total
    FROM sources WHERE scope IN (0, :guild)
) WHERE upto > :draw * total ORDER BY num LIMIT 1
"""
ANY_FROM = f"""
{_QUOTATION} FROM quotations {_REST} WHERE quotations.id >= :first AND {VISIBLE}
    AND quotations.kind = :kind AND quotations.speaker IS NOT NULL
ORDER BY quotations.id LIMIT 1
"""
_NEAR = ("quotation", "passage")


class Rankings:
    """The rankings asked for of late: the next page and the number of pages come from the same one."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str | None, int, QuotationQuery], list[tuple[int, float]]] = OrderedDict()

    async def page(
        self, database: Database, guild: int, query: QuotationQuery, limit: int, offset: int
    ) -> list[QuotationRecord]:
        """One stretch of the quotations about a topic."""
        ranked = await self._ranked(database, guild, query)
        return await quotations_numbered(database, guild, ranked[offset : offset + limit])

    async def count(self, database: Database, guild: int, query: QuotationQuery) -> int:
        """How many quotations about a topic there are."""
        return len(await self._ranked(database, guild, query))

    async def _ranked(self, database: Database, guild: int, query: QuotationQuery) -> list[tuple[int, float]]:
        key = (await revision(database), guild, query)
        if key not in self._kept:
            self._kept[key] = await ranking(database, guild, query)
            while len(self._kept) > _RANKINGS_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


async def ranking(database: Database, guild: int, query: QuotationQuery) -> list[tuple[int, float]]:
    """(number, score) of the quotations about a topic, best first, at most MOST_FOUND."""
    lists = [await _under_subject(database, guild, query, subject) for subject in query.subjects]
    lists = [scores for scores in lists if scores]
    if len(lists) == 1 and query.words.casefold() == query.subjects[0].casefold():
        return list(lists[0].items())
    words = await _matching_words(database, guild, query)
    if not lists:
        lists = [await _matching_terms(database, guild, query)]
    merged = _scaled(words, 1.0)
    for scores in lists:
        for quotation, score in _scaled(scores, _SHARE_OF_SUBJECT).items():
            merged[quotation] = merged.get(quotation, 0.0) + score
    return sorted(merged.items(), key=lambda each: (-each[1], each[0]))[:MOST_FOUND]


async def quotations_numbered(database: Database, guild: int, ranked: list[tuple[int, float]]) -> list[QuotationRecord]:
    """The quotations of a stretch of a ranking, in its order."""
    scores = dict(ranked)
    rows = await database.rows(THESE, {"guild": guild, "quotations": json.dumps(list(scores))})
    return [quotation_from(row, scores[row["quotation"]]) for row in rows]


async def quotation_from_on(database: Database, guild: int, draw: float) -> QuotationRecord | None:
    """The first quotation with a known speaker from a random place on; a fragment only where nothing else is.

    `draw` is from 0 to 1, 1 excluded.
    """
    drawn = await database.row(DRAWN, {"guild": guild, "draw": draw})
    first = numbers_of(drawn["num"]).first + drawn["at"] if drawn else 0
    for kind, start in (("direct", first), ("direct", 0), ("fragment", first), ("fragment", 0)):
        row = await database.row(ANY_FROM, {"guild": guild, "first": start, "kind": kind})
        if row:
            return quotation_from(row)
    return None


async def _under_subject(database: Database, guild: int, query: QuotationQuery, subject: str) -> dict[int, float]:
    asked = {"guild": guild, "speaker": query.speaker_id, "subject": subject, "limit": MOST_FOUND}
    return {row["quotation"]: -row["cost"] for row in await database.rows(RANKED, asked)}


async def _matching_words(database: Database, guild: int, query: QuotationQuery) -> dict[int, float]:
    """Quotations with the words of the topic: all of them near, else all anywhere around, else some."""
    tokens = telling_tokens(query.words)
    found: dict[int, float] = {}
    floor = 0.0
    # Of one token, all and any are the same.
    ways = (all_of(tokens, _NEAR), all_of(tokens), any_of(tokens))[: len(tokens) + 1]
    for sought in ways:
        if not sought or len(found) >= _ENOUGH:
            break
        scores = await _matching(database, guild, query, sought)
        new = {quotation: score for quotation, score in scores.items() if quotation not in found}
        # Each way of looking is looser than the one before, so what it adds ranks below.
        highest = max(new.values(), default=0.0)
        scale = floor / highest if floor and highest > floor else 1.0
        found.update({quotation: score * scale for quotation, score in new.items()})
        floor = min(found.values(), default=0.0)
    return found


async def _matching_terms(database: Database, guild: int, query: QuotationQuery) -> dict[int, float]:
    """Quotations with terms of the subjects, for an archive that holds no ranking of these subjects."""
    by_weight: dict[float, list[str]] = {}
    for term in query.terms:
        by_weight.setdefault(term.weight, []).append(term.phrase)
    found: dict[int, float] = {}
    for weight, phrases in by_weight.items():
        for quotation, score in (await _matching(database, guild, query, any_of(phrases))).items():
            found[quotation] = found.get(quotation, 0.0) + weight * score
    return found


async def _matching(database: Database, guild: int, query: QuotationQuery, sought: str) -> dict[int, float]:
    asked = {
        "guild": guild,
        "speaker": query.speaker_id,
        "query": sought,
        "limit": _MOST_MATCHED,
    }
    return {row["quotation"]: _score(row) for row in await database.rows(MATCHING, asked)}


def _score(row: sqlite3.Row) -> float:
    return -float(row["cost"]) * (REPORTED if row["indirect"] else 1.0)


def _scaled(scores: Mapping[int, float], share: float) -> dict[int, float]:
    """Scores brought to a scale on which the best is `share`."""
    best = max(scores.values(), default=0.0)
    return {quotation: share * score / best for quotation, score in scores.items()} if best > 0 else {}
