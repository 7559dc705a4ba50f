"""Rows of the archive made into records. Every query that feeds these names its columns as here."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from functools import lru_cache
from typing import Any

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

_NAMED = """
id title publisher contributors published place url rights language kind guild filename sha256 added_by added_at
passages withdrawn
"""
_SOURCE_COLUMNS = tuple(_NAMED.split())
SOURCE = ", ".join(f"sources.{column} AS source_{column}" for column in _SOURCE_COLUMNS)
"""The columns of `sources` that make a SourceRecord; they stand before all others."""
PASSAGE = "passages.number, passages.begins AS passage_begins, passages.ends AS passage_ends, passages.text AS passage"
"""The columns of `passages` that make a PassageRecord."""
VISIBLE = "+sources.scope IN (0, :guild)"
"""The condition on `sources` under which a viewer sees what hangs on them; `:guild` is from `scope_of`.

The plus keeps SQLite from looking sources up by it, where nearly all have the same scope.
"""

HIDDEN = "SELECT num FROM sources WHERE scope IS NULL OR (scope > 0 AND scope <> :guild)"
"""The numbers of the sources that a viewer does not see: fewer than those they do, where whole indexes are searched."""

_LABEL = """
SELECT labels.{what} FROM person_labels AS labels
WHERE labels.person = {persons}.num AND labels.guild IN (0, :guild) AND labels.{what} IS NOT NULL
ORDER BY labels.guild DESC LIMIT 1
"""


def name_in(table: str) -> str:
    """The name of one of `table`, an alias of `persons`: what moderators set for the viewer, else the person's own."""
    return f"coalesce(({_LABEL.format(what='name', persons=table)}), {table}.name)"


NAME = f"{name_in('persons')} AS name"
"""The name of one of `persons`."""
ROLE = f"""
coalesce(({_LABEL.format(what="role", persons="persons")}), persons.role, (
    SELECT descriptions.text FROM descriptions JOIN sources ON sources.num = descriptions.source
    WHERE descriptions.person = persons.num AND {VISIBLE} ORDER BY descriptions.id LIMIT 1
)) AS role
"""
"""The role of one of `persons`: what moderators set for the viewer, else what the authority file states, else the
first description that the viewer sees."""
FORM_SEEN = """
name_forms.guild IN (0, :guild) AND (name_forms.kind <> 'mentioned' OR name_forms.mentions + name_forms.sources > 0)
"""
"""The condition on `name_forms` under which a viewer may know of a form of a name."""


def scope_of(viewer: Viewer) -> int:
    """What a viewer sees beside what everyone does: their server's number, else everyone's once more."""
    return viewer.guild if viewer.guild is not None and viewer.guild > 0 else EVERYONE


def source_from(row: sqlite3.Row) -> SourceRecord:
    """A SourceRecord from the columns in SOURCE."""
    return _source(row[: len(_SOURCE_COLUMNS)])


# Most rows of an answer are of sources that late answers have named, too.
@lru_cache(maxsize=1024)
def _source(columns: tuple[Any, ...]) -> SourceRecord:
    fields = dict(zip(_SOURCE_COLUMNS, columns, strict=True))
    read = {
        "contributors": tuple(json.loads(fields["contributors"])),
        "published": _day(fields["published"]),
        "withdrawn": bool(fields["withdrawn"]),
    }
    return SourceRecord(**{**fields, **read})


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
