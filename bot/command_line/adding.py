"""`add`: documents into the archive, each whole or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import click

from bot.answers.wording import cleaned, counted, day_in_words
from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.command_line.day import Day
from bot.command_line.progress import progress_bar
from bot.errors import DuplicateSourceError, InputError
from bot.intake import take_in
from bot.reading import read
from bot.rendering.harmless import harmless
from bot.settings import Settings
from bot.shipped import accession_of, open_archive

ADDED_BY = "command line"


@dataclass(frozen=True, slots=True)
class Typed:
    """Catalogue data typed in; it outweighs what the documents say of themselves."""

    published: date | None
    title: str
    publisher: str
    authors: tuple[str, ...]
    url: str
    guild: int | None


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--published", type=Day(), help="The day of publication, which relative dates hang on.")
@click.option("--title", default="", help="The title, for a single document.")
@click.option("--publisher", default="", help="Who published the document.")
@click.option("--author", "authors", multiple=True, help="Who wrote it; may be given more than once.")
@click.option("--url", default="", help="Where it can be read (http or https).")
@click.option("--guild", type=click.IntRange(min=1), help="The Discord server that it is kept for; everyone's without.")
@click.option("--dry-run", is_flag=True, help="Say what would be added, and add nothing.")
@click.pass_obj
def add(
    settings: Settings,
    files: tuple[Path, ...],
    published: date | None,
    title: str,
    publisher: str,
    authors: tuple[str, ...],
    url: str,
    guild: int | None,
    dry_run: bool,
) -> int:
    """Add documents (.txt or .md) to the archive."""
    typed = Typed(published, cleaned(title), cleaned(publisher), tuple(map(cleaned, authors)), url.strip(), guild)
    if typed.title and len(files) > 1:
        raise InputError("A title can be given for one document at a time.")
    if typed.url and (urlsplit(typed.url).scheme not in {"http", "https"} or not urlsplit(typed.url).hostname):
        raise InputError("The address must begin with http:// or https://.")
    return asyncio.run(_add_all(settings, files, typed, dry_run=dry_run))


async def _add_all(settings: Settings, files: Sequence[Path], typed: Typed, *, dry_run: bool) -> int:
    status = 0
    async with open_archive(settings) as archive:
        with progress_bar("Reading") as told:
            for done, file in enumerate(files):
                told(done, len(files), file.name)
                try:
                    document = _described(take_in_file(file, settings), typed)
                    click.echo(harmless(await (_preview if dry_run else _stored)(archive, document)))
                except InputError as error:
                    click.echo(harmless(str(error)), err=True)
                    status = error.exit_status
    return status


def take_in_file(file: Path, settings: Settings) -> Accession:
    """The document in a file, on its way into the archive. Raises InputError where it cannot be taken in."""
    return accession_of(take_in(file, max_bytes=settings.max_document_bytes), added_by=ADDED_BY)


def _described(document: Accession, typed: Typed) -> Accession:
    return replace(
        document,
        published=typed.published or document.published,
        title=typed.title or document.title,
        publisher=typed.publisher or document.publisher,
        contributors=typed.authors or document.contributors,
        url=typed.url or document.url,
        guild=typed.guild,
    )


async def _stored(archive: Archive, document: Accession) -> str:
    source = await archive.add(document)
    return f"Added “{source.title}” as {source.id}: {counted(source.passages, 'passage')}."


async def _preview(archive: Archive, document: Accession) -> str:
    for source in await archive.sources(Viewer(document.guild)):
        if source.sha256 == document.sha256:
            raise DuplicateSourceError(source.id, source.title)
    reading = await asyncio.to_thread(read, document.text, document.published)
    found = (
        (len(reading.passages), "passage"),
        (len(reading.people), "name"),
        (len(reading.quotations), "quotation"),
        (len(reading.indirect), "reported sentence"),
        (len(reading.dates), "date expression"),
    )
    counts = ", ".join(counted(number, noun) for number, noun in found)
    day = day_in_words(document.published) if document.published else "day of publication not known"
    by = ", ".join(part for part in (*document.contributors, document.publisher or "publisher not known", day) if part)
    return f"Would add “{document.title}” ({by}): {counts}. Nothing was added."


COMMANDS = (add,)
