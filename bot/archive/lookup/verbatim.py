"""Looking up where words stand in the sources exactly as given: the same but for case, spaces and kinds of marks."""

from __future__ import annotations

from bot.archive.file.database import Database
from bot.archive.lookup.fts import quoted
from bot.archive.lookup.rows import HIDDEN, PASSAGE, SOURCE, VISIBLE, passage_from, quotation_from
from bot.archive.records import PassageRecord, Place, QuotationRecord, VerbatimRecord

MOST_CANDIDATES = 50
"""Passages whose words are compared: nearly every one that holds the words in their order holds them as given."""
_MOST_WORDS = 32
"""Words of a long stretch that candidates are looked up by."""

CANDIDATES = f"""
SELECT {SOURCE}, {PASSAGE}
FROM (
    SELECT rowid AS id FROM passage_words
    WHERE passage_words MATCH :query
        AND passage_words.rowid NOT IN (SELECT id FROM passages WHERE source IN ({HIDDEN}))
    ORDER BY rowid LIMIT :limit
) AS found
CROSS JOIN passages ON passages.id = found.id
CROSS JOIN sources ON sources.num = passages.source
ORDER BY found.id
"""
QUOTED_AROUND = f"""
SELECT {SOURCE}, {PASSAGE}, quotations.begins, quotations.ends, quotations.text, quotations.kind,
    quotations.speaker, persons.id AS speaker_id
FROM sources
CROSS JOIN quotations ON quotations.source = sources.num
CROSS JOIN passages ON passages.id = quotations.passage
LEFT JOIN persons ON persons.num = quotations.person
WHERE sources.id = :source AND {VISIBLE} AND quotations.kind <> 'indirect'
    AND quotations.begins <= :start AND quotations.ends >= :end
LIMIT 1
"""

_DOUBLE_MARKS = "“”„‟«»‹›＂"
_SINGLE_MARKS = "‘’‚‛`´ʼʹ"
_DASHES = "–—―‐‑−"
_SAME = {
    **dict.fromkeys(map(ord, _DOUBLE_MARKS), "'"),
    **dict.fromkeys(map(ord, _SINGLE_MARKS), "'"),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    ord('"'): "'",
    ord("…"): "...",
}


async def verbatim(database: Database, guild: int, words: str, limit: int) -> list[VerbatimRecord]:
    """The places where `words` stand word for word, those within a quotation first; at most `limit`."""
    sought = fold_verbatim(words)[0].strip(_edges(words))
    phrase = " ".join(sought.split()[:_MOST_WORDS])
    if not any(mark.isalnum() for mark in phrase):
        return []
    asked = {"guild": guild, "query": quoted(phrase), "limit": MOST_CANDIDATES}
    found = []
    for row in await database.rows(CANDIDATES, asked):
        passage = passage_from(row)
        span = span_in(passage.text, sought)
        if span is not None:
            found.append(await _record(database, guild, passage, span))
    return sorted(found, key=lambda record: record.quotation is None)[:limit]


def fold_verbatim(text: str) -> tuple[str, list[int]]:
    """The text without differences of case, spaces and kinds of marks, and for each character where it stood."""
    folded, places = list[str](), list[int]()
    for place, mark in enumerate(text):
        if mark.isspace():
            same = "" if folded and folded[-1] == " " else " "
        else:
            same = _SAME.get(ord(mark)) or mark.casefold()
        folded.extend(same)
        places.extend([place] * len(same))
    return "".join(folded), places


def span_in(text: str, sought: str) -> tuple[int, int] | None:
    """Where `sought`, folded already, stands in `text` as whole words: code point offsets, or None."""
    folded, places = fold_verbatim(text)
    at = folded.find(sought)
    while at >= 0:
        end = at + len(sought)
        if not (at and folded[at - 1].isalnum()) and not (end < len(folded) and folded[end].isalnum()):
            return places[at], places[end - 1] + 1
        at = folded.find(sought, at + 1)
    return None


def _edges(words: str) -> str:
    """Whatever is no letter or figure: marks and full stops at the ends of what was copied tell nothing."""
    return "".join({mark for mark in fold_verbatim(words)[0] if not mark.isalnum()})


async def _record(database: Database, guild: int, passage: PassageRecord, span: tuple[int, int]) -> VerbatimRecord:
    start, end = (passage.place.start + offset for offset in span)
    place = Place(passage.place.source, passage.place.passage, start, end)
    quotation = await _quotation_around(database, guild, place)
    return VerbatimRecord(place, passage.text[slice(*span)], passage, quotation)


async def _quotation_around(database: Database, guild: int, place: Place) -> QuotationRecord | None:
    asked = {"guild": guild, "source": place.source.id, "start": place.start, "end": place.end}
    row = await database.row(QUOTED_AROUND, asked)
    return quotation_from(row) if row else None
