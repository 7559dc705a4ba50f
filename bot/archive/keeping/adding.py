"""Adding a source, whole or not at all."""

from __future__ import annotations

import json
from dataclasses import replace

from bot.archive import audit
from bot.archive.accession import Accession, id_for
from bot.archive.file.connection import Connections
from bot.archive.file.database import Database
from bot.archive.keeping.change import Change
from bot.archive.keeping.deciding import Account
from bot.archive.keeping.reading_aside import ReadingRoom
from bot.archive.lookup import catalogue
from bot.archive.lookup.rows import EVERYONE
from bot.archive.records import SourceRecord
from bot.errors import DuplicateSourceError, InputError
from bot.reading.model import Catalogue

ADD_SOURCE = """
INSERT INTO sources (id, title, publisher, contributors, published, place, url, rights, language, kind, guild, filename,
    sha256, added_by, added_at, shipped)
VALUES (:id, :title, :publisher, :contributors, :published, :place, :url, :rights, :language, :kind, :guild, :filename,
    :sha256, :added_by, :added_at, :shipped)
RETURNING num
"""
ADD_DOCUMENT = "INSERT INTO documents (source, original, text) VALUES (?, ?, ?)"


async def add(connections: Connections, document: Accession, reading_room: ReadingRoom) -> SourceRecord:
    """Read and store one document. Raises DuplicateSourceError, and InputError for text that cannot be stored."""
    refuse_unstorable(document.text)
    async with connections.reading() as database:
        await refuse_duplicate(database, document.sha256, document.guild or EVERYONE)
    reading = await reading_room.read(document.text, document.published)
    async with connections.writing() as database:
        # Again: somebody else may have added it while this one was read.
        await refuse_duplicate(database, document.sha256, document.guild or EVERYONE)
        source = await keep_source(database, document, stated=reading.source)
        change = Change(database)
        await change.put_in(source.num, reading)
        await change.settle()
        about = audit.Deed(source.owner, document.added_by, "add", source.id, source=source.num)
        await audit.keep(database, replace(about, after={"title": document.title, "sha256": document.sha256}))
        record = await catalogue.source(database, source.owner, source.id)
    assert record is not None
    return record


def refuse_unstorable(text: str) -> None:
    """Raise InputError for text with halves of characters in it, which no encoding can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise InputError("The document holds broken characters; save it as UTF-8 text and try again.") from None


async def keep_source(
    database: Database, document: Accession, *, stated: Catalogue | None = None, shipped: bool = False
) -> Account:
    """Store the catalogue entry and the document. What the accession leaves open is as `stated` by the text itself."""
    taken = {row["id"] for row in await database.rows("SELECT id FROM sources")}
    source_id = id_for(document, taken)
    if source_id in taken:
        raise InputError("There is a source with the id “{id}” already.", id=source_id)
    values = {**catalogue_values(document, stated or Catalogue()), "id": source_id, "shipped": int(shipped)}
    num = int(await database.value(ADD_SOURCE, values))
    await database.run(ADD_DOCUMENT, (num, document.original, document.text))
    return Account(num, source_id, document.url, document.guild or EVERYONE, str(values["added_at"]))


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
        "added_at": audit.now(),
    }


async def refuse_duplicate(database: Database, sha256: str, owner: int) -> None:
    """Raise DuplicateSourceError where the owner, or everyone, has these bytes already."""
    # A server may add what another server has: it must not learn of it. What everyone has it need not add.
    record = await catalogue.same_bytes(database, owner, sha256)
    if record:
        raise DuplicateSourceError(record.id, record.title)
