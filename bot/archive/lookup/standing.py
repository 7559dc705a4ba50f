"""What stands in one source of an owner: its quotations and its dates, to be pointed at where they are corrected."""

from __future__ import annotations

from dataclasses import dataclass

from bot.archive.file.database import Database
from bot.archive.lookup.rows import PASSAGE, SOURCE, date_from, quotation_from, source_from
from bot.archive.records import DateRecord, QuotationRecord, StoredDocument

_OWN = "sources.id = :id AND coalesce(sources.guild, 0) = :owner"
_WHERE = """
(:passage IS NULL OR passages.number = :passage) AND (:begins IS NULL OR (begins_at = :begins AND ends_at = :ends))
"""


def _where(table: str) -> str:
    return _WHERE.replace("begins_at", f"{table}.begins").replace("ends_at", f"{table}.ends")


OWNED_DOCUMENT = f"""
SELECT {SOURCE}, documents.original, documents.text
FROM sources JOIN documents ON documents.source = sources.num WHERE {_OWN}
"""
OWNED_QUOTATIONS = f"""
SELECT {SOURCE}, {PASSAGE}, quotations.begins, quotations.ends, quotations.text, quotations.kind,
    quotations.speaker, persons.id AS speaker_id
FROM sources
CROSS JOIN quotations ON quotations.source = sources.num
CROSS JOIN passages ON passages.id = quotations.passage
LEFT JOIN persons ON persons.num = quotations.person
WHERE {_OWN} AND {_where("quotations")} ORDER BY quotations.begins, quotations.ends LIMIT :limit
"""
OWNED_DATES = f"""
SELECT {SOURCE}, {PASSAGE}, dates.*
FROM sources
CROSS JOIN dates ON dates.source = sources.num
CROSS JOIN passages ON passages.id = dates.passage
WHERE {_OWN} AND {_where("dates")} ORDER BY dates.begins, dates.ends LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which part of a source is meant: one passage by its number, or one span; without either the whole of it."""

    passage: int | None = None
    start: int | None = None
    end: int | None = None

    def asked(self, owner: int, source_id: str, limit: int) -> dict[str, object]:
        """As the values of the queries here."""
        place = {"passage": self.passage, "begins": self.start, "ends": self.end}
        return {**place, "owner": owner, "id": source_id, "limit": limit}


async def document(database: Database, owner: int, source_id: str) -> StoredDocument | None:
    """An owner's source with its original bytes and stored text, withdrawn or not."""
    row = await database.row(OWNED_DOCUMENT, {"owner": owner, "id": source_id})
    return StoredDocument(source_from(row), row["original"], row["text"]) if row else None


async def quotations_in(
    database: Database, owner: int, source_id: str, stretch: Stretch, limit: int
) -> list[QuotationRecord]:
    """The quotations, reported speech among them, in the order of the text."""
    rows = await database.rows(OWNED_QUOTATIONS, stretch.asked(owner, source_id, limit))
    return [quotation_from(row) for row in rows]


async def dates_in(database: Database, owner: int, source_id: str, stretch: Stretch, limit: int) -> list[DateRecord]:
    """The date expressions, in the order of the text."""
    rows = await database.rows(OWNED_DATES, stretch.asked(owner, source_id, limit))
    return [date_from(row) for row in rows]
