"""Looking up passages by the words in them."""

from __future__ import annotations

from bot.archive.file.database import Database
from bot.archive.lookup.fts import all_of, tokens_of
from bot.archive.lookup.rows import HIDDEN, PASSAGE, SOURCE, passage_from
from bot.archive.records import PassageRecord

_FOUND = f"""
FROM passage_words WHERE passage_words MATCH :query
    AND passage_words.rowid NOT IN (SELECT id FROM passages WHERE source IN ({HIDDEN}))
"""
# Ranked before anything else is looked up: only what is shown is worth the looking up. bm25() and not the column
# rank, which sorts all that match where the best ten are asked for.
SEARCH = f"""
SELECT {SOURCE}, {PASSAGE}
FROM (
    SELECT rowid AS id, bm25(passage_words) AS cost {_FOUND}
    ORDER BY bm25(passage_words), rowid LIMIT :limit OFFSET :offset
) AS found
CROSS JOIN passages ON passages.id = found.id
CROSS JOIN sources ON sources.num = passages.source
ORDER BY found.cost, found.id
"""
COUNT = f"SELECT count(*) {_FOUND}"


async def search(database: Database, guild: int, words: str, limit: int, offset: int) -> list[PassageRecord]:
    """Passages that hold every word as typed, in any inflection, best first."""
    query = all_of(tokens_of(words))
    if not query:
        return []
    asked = {"guild": guild, "query": query, "limit": limit, "offset": offset}
    return [passage_from(row) for row in await database.rows(SEARCH, asked)]


async def count_search(database: Database, guild: int, words: str) -> int:
    """How many passages hold every word."""
    query = all_of(tokens_of(words))
    return int(await database.value(COUNT, {"guild": guild, "query": query})) if query else 0
