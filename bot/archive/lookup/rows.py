"""Rows of the archive made into records. Every query that feeds these names its columns as here."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from functools import lru_cache

from bot.archive.records import (
    DateRecord,
    DescriptionRecord,
    MentionRecord,
    PassageRecord,
    PersonRecord,
    Place,
    QuotationRecord,
    SourceRecord,
    TieRecord,
    Viewer,
)

EVERYONE = 0
"""The scope of the sources that everyone sees; any other scope is the number of a server."""

_SOURCE_COLUMNS = """
id title publisher contributors published place url rights language kind guild filename sha256 added_by added_at
passages withdrawn
"""
SOURCE = ", ".join(f"sources.{column} AS source_{column}" for column in _SOURCE_COLUMNS.split())
"""The columns of `sources` that make a SourceRecord."""
PASSAGE = "passages.number, passages.begins AS passage_begins, passages.ends AS passage_ends, passages.text AS passage"
"""The columns of `passages` that make a PassageRecord."""
VISIBLE = "+sources.scope IN (0, :guild)"
"""The condition on `sources` under which a viewer sees what hangs on them; `:guild` is from `scope_of`.

The plus keeps SQLite from looking sources up by it, where nearly all have the same scope.
"""

HIDDEN = "SELECT num FROM sources WHERE scope IS NULL OR (scope > 0 AND scope <> :guild)"
"""The numbers of the sources that a viewer does not see: fewer than those they do, where whole indexes are searched."""


def scope_of(viewer: Viewer) -> int:
    """What a viewer sees beside what everyone does: their server's number, else everyone's once more."""
    return viewer.guild if viewer.guild is not None and viewer.guild > 0 else EVERYONE


def source_from(row: sqlite3.Row) -> SourceRecord:
    """A SourceRecord from the columns in SOURCE."""
    return SourceRecord(
        id=row["source_id"],
        title=row["source_title"],
        publisher=row["source_publisher"],
        contributors=_names(row["source_contributors"]),
        published=_day(row["source_published"]),
        place=row["source_place"],
        url=row["source_url"],
        rights=row["source_rights"],
        language=row["source_language"],
        kind=row["source_kind"],
        guild=row["source_guild"],
        filename=row["source_filename"],
        sha256=row["source_sha256"],
        added_by=row["source_added_by"],
        added_at=row["source_added_at"],
        passages=row["source_passages"],
        withdrawn=bool(row["source_withdrawn"]),
    )


@lru_cache(maxsize=1024)
def _names(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def place_from(row: sqlite3.Row) -> Place:
    """The place of a span: columns SOURCE, `number`, `begins`, `ends`."""
    return Place(source_from(row), row["number"], row["begins"], row["ends"])


def passage_from(row: sqlite3.Row) -> PassageRecord:
    """A PassageRecord from SOURCE and PASSAGE."""
    place = Place(source_from(row), row["number"], row["passage_begins"], row["passage_ends"])
    return PassageRecord(place, row["passage"])


def person_from(row: sqlite3.Row) -> PersonRecord:
    """A PersonRecord from `id`, `name`, `role`, `mentions`, `sources`."""
    return PersonRecord(row["id"], row["name"], row["role"], row["mentions"], row["sources"])


def mention_from(row: sqlite3.Row) -> MentionRecord:
    """A MentionRecord from SOURCE, PASSAGE, `begins`, `ends`, `text`."""
    return MentionRecord(place_from(row), row["text"], passage_from(row))


def description_from(row: sqlite3.Row) -> DescriptionRecord:
    """A DescriptionRecord from SOURCE, `number`, `begins`, `ends`, `text`."""
    return DescriptionRecord(place_from(row), row["text"])


def tie_from(row: sqlite3.Row) -> TieRecord:
    """A TieRecord from the columns of a description, `kind`, `to_id`, `to_name`."""
    return TieRecord(place_from(row), row["text"], row["kind"], row["to_id"], row["to_name"])


def quotation_from(row: sqlite3.Row, score: float = 0.0) -> QuotationRecord:
    """A QuotationRecord from SOURCE, PASSAGE, `begins`, `ends`, `text`, `kind`, `speaker`, `speaker_id`."""
    return QuotationRecord(
        place=place_from(row),
        text=row["text"],
        indirect=row["kind"] == "indirect",
        kind=row["kind"],
        speaker=row["speaker"],
        speaker_id=row["speaker_id"],
        score=score,
        passage=passage_from(row),
    )


def date_from(row: sqlite3.Row) -> DateRecord:
    """A DateRecord from SOURCE, PASSAGE, `begins`, `ends`, `text` and the other columns of `dates`."""
    source = source_from(row)
    begins, ends = row["sentence_begins"], row["sentence_ends"]
    words = row["passage"][begins - row["passage_begins"] : ends - row["passage_begins"]]
    return DateRecord(
        place=Place(source, row["number"], row["begins"], row["ends"]),
        as_written=row["text"],
        earliest=date.fromisoformat(row["earliest"]),
        latest=date.fromisoformat(row["latest"]),
        reason=row["reason"],
        approximate=bool(row["approximate"]),
        sentence=PassageRecord(Place(source, row["number"], begins, ends), words),
    )
