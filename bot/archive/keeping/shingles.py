"""By which stretches of words nearly equal texts are known: an account from another site, or with another masthead.

Of all stretches of five words (their hashes) the smallest are kept as a sketch; the share of equal ones among the
smallest of two texts together estimates the share of the stretches that the texts have in common (Broder, On the
resemblance and containment of documents, 1997).
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Collection

from bot.archive.file.database import Database
from bot.archive.lookup.rows import SOURCE, VISIBLE, source_from
from bot.archive.records import SourceRecord
from bot.reading.people.keys import name_key

STRETCH = 5
"""Words of a stretch: fewer are shared by chance, more are broken by every small change."""
SKETCH = 128
"""Hashes kept of a text: the estimate is then off by about a twentieth, and a thousand sources make a small table."""
LIKE = 0.3
"""Likeness from which a text is called near. A tenth of the words changed at random leaves about 0.4 of the stretches
in common and another masthead far more; different accounts of one day share a few quotations, below 0.1."""
MOST_NEAR = 5

KEEP = "INSERT INTO shingles (hash, source) VALUES (?, ?) ON CONFLICT DO NOTHING"
NEAR = f"""
SELECT {SOURCE}, shared.source AS num
FROM (
    SELECT shingles.source AS source, count(*) AS hashes
    FROM json_each(:hashes) AS wanted CROSS JOIN shingles ON shingles.hash = wanted.value
    GROUP BY shingles.source ORDER BY count(*) DESC LIMIT :most
) AS shared
CROSS JOIN sources ON sources.num = shared.source
WHERE {VISIBLE}
"""
SKETCH_OF = "SELECT hash FROM shingles WHERE source = ?"
_LOOKED_THROUGH = 100
"""Sources that share hashes, hidden ones among them, of which the likeness is reckoned."""
_PIECE = 1_000
"""Words that are looked at in one go: about a millisecond's work."""


async def sketch_of(text: str) -> frozenset[int]:
    """The smallest hashes of all stretches of words; of a shorter text, that of all its words.

    Others go on after every piece: a book has a hundred thousand words.
    """
    words, hashes, before = text.split(), set[int](), list[str]()
    for at in range(0, len(words), _PIECE):
        known = [*before, *name_key(" ".join(words[at : at + _PIECE])).split()]
        hashes.update(_hash(" ".join(known[n : n + STRETCH])) for n in range(len(known) - STRETCH + 1))
        before = known[1 - STRETCH :]
        await asyncio.sleep(0)
    if before and not hashes:
        hashes.add(_hash(" ".join(before)))
    return frozenset(sorted(hashes)[:SKETCH])


def likeness(one: Collection[int], other: Collection[int]) -> float:
    """The share of stretches in common, 0 to 1, as far as two sketches tell."""
    together = sorted({*one, *other})[:SKETCH]
    common = {*one} & {*other}
    return sum(each in common for each in together) / len(together) if together else 0.0


async def keep_shingles(database: Database, source: int, text: str) -> None:
    """Keep the sketch of a source."""
    await database.run_many(KEEP, [(each, source) for each in await sketch_of(text)])


async def near_duplicates(database: Database, guild: int, text: str) -> list[tuple[SourceRecord, float]]:
    """The sources whose text is much like this one, each with its likeness, the most alike first."""
    sketch = await sketch_of(text)
    asked = {"hashes": json.dumps(sorted(sketch)), "most": _LOOKED_THROUGH, "guild": guild}
    found = []
    for row in await database.rows(NEAR, asked):
        other = [each["hash"] for each in await database.rows(SKETCH_OF, (row["num"],))]
        found.append((source_from(row), likeness(sketch, other)))
    near = sorted(
        (each for each in found if each[1] >= LIKE), key=lambda each: (-each[1], each[0].added_at, each[0].id)
    )
    return near[:MOST_NEAR]


def _hash(stretch: str) -> int:
    return int.from_bytes(hashlib.blake2b(stretch.encode(), digest_size=7).digest(), "big")
