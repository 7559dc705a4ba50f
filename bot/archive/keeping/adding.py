"""Adding a source, whole or not at all, and withdrawing one."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from bot.archive import state
from bot.archive.accession import Accession, id_for
from bot.archive.file.connection import Connections
from bot.archive.file.database import Database
from bot.archive.keeping.linking import Linker, NewSource
from bot.archive.keeping.readers import Reader, read_aside
from bot.archive.keeping.store import store_reading
from bot.archive.keeping.totals import count_in, count_out
from bot.archive.keeping.words import index_words
from bot.archive.lookup import catalogue
from bot.archive.lookup.rows import EVERYONE
from bot.archive.records import SourceRecord
from bot.errors import DuplicateSourceError, InputError
from bot.reading.model import Catalogue

# A server may add what another server has: it must not learn of it. What everyone has it need not add.
SAME_BYTES = """
SELECT id, title FROM sources
WHERE sha256 = :sha256 AND (coalesce(guild, 0) = :guild OR scope = 0) ORDER BY guild LIMIT 1
"""
ADD_SOURCE = """
INSERT INTO sources (id, title, publisher, contributors, published, place, url, rights, language, kind, guild, filename,
    sha256, added_by, added_at, shipped)
VALUES (:id, :title, :publisher, :contributors, :published, :place, :url, :rights, :language, :kind, :guild, :filename,
    :sha256, :added_by, :added_at, :shipped)
RETURNING num
"""
ADD_DOCUMENT = "INSERT INTO documents (source, original, text) VALUES (?, ?, ?)"


async def add(connections: Connections, document: Accession, reader: Reader) -> SourceRecord:
    """Read and store one document. Raises DuplicateSourceError, and InputError for text that cannot be stored."""
    refuse_unstorable(document)
    async with connections.reading() as database:
        await _refuse_duplicate(database, document)
    reading = await read_aside(reader, document.text, document.published)
    async with connections.writing() as database:
        # Again: somebody else may have added it while this one was read.
        await _refuse_duplicate(database, document)
        source = await keep_source(database, document, stated=reading.source)
        linker = Linker(database, await state.kept_authority(database))
        first = await store_reading(database, linker, source, reading)
        await index_words(database, await state.kept_thesaurus(database), first)
        await count_in(database, source.num, source.guild)
        await state.mark_changed(database)
        record = await catalogue.source(database, source.guild, source.id)
    assert record is not None
    return record


def refuse_unstorable(document: Accession) -> None:
    """Raise InputError for text with halves of characters in it, which no encoding can hold."""
    try:
        document.text.encode("utf-8")
    except UnicodeEncodeError:
        raise InputError("The document holds broken characters; save it as UTF-8 text and try again.") from None


async def keep_source(
    database: Database, document: Accession, *, stated: Catalogue | None = None, shipped: bool = False
) -> NewSource:
    """Store the catalogue entry and the document. What the accession leaves open is as `stated` by the text itself."""
    taken = {row["id"] for row in await database.rows("SELECT id FROM sources")}
    source_id = id_for(document, taken)
    if source_id in taken:
        raise InputError(f"There is a source with the id “{source_id}” already.")
    values = {**catalogue_values(document, stated or Catalogue()), "id": source_id, "shipped": int(shipped)}
    num = int(await database.value(ADD_SOURCE, values))
    await database.run(ADD_DOCUMENT, (num, document.original, document.text))
    return NewSource(num, source_id, document.url, document.guild or EVERYONE)


def catalogue_values(document: Accession, stated: Catalogue) -> dict[str, object]:
    """The columns of `sources` for a document, except its id."""
    published = document.published or stated.published
    return {
        "title": document.title,
        "publisher": document.publisher or stated.publisher,
        "contributors": json.dumps(list(document.contributors or stated.contributors), ensure_ascii=False),
        "published": published.isoformat() if published else None,
        "place": document.place or stated.place,
        "url": document.url,
        "rights": document.rights,
        "language": document.language,
        "kind": document.kind,
        "guild": document.guild,
        "filename": document.filename,
        "sha256": document.sha256,
        "added_by": document.added_by,
        "added_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


async def set_withdrawn(connections: Connections, source_id: str, withdrawn: bool) -> None:
    """Withdraw a source or take it back; its totals go and come with it. Raises InputError for an unknown id."""
    async with connections.writing() as database:
        row = await database.row("SELECT num, guild, withdrawn FROM sources WHERE id = ?", (source_id,))
        if row is None:
            raise InputError("There is no source with this id.")
        if bool(row["withdrawn"]) == withdrawn:
            return
        await database.run("UPDATE sources SET withdrawn = ? WHERE num = ?", (int(withdrawn), row["num"]))
        await (count_out if withdrawn else count_in)(database, row["num"], row["guild"] or EVERYONE)
        await state.mark_changed(database)


async def _refuse_duplicate(database: Database, document: Accession) -> None:
    asked = {"sha256": document.sha256, "guild": document.guild or EVERYONE}
    row = await database.row(SAME_BYTES, asked)
    if row:
        raise DuplicateSourceError(row["id"], row["title"])
