"""`add`: documents, links and exports into the archive, each whole or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from bot.accessions import Accessions, Incoming
from bot.answers.language import ENGLISH
from bot.answers.preview import alike_lines, examine, preview_answer
from bot.answers.wording import cleaned
from bot.archive.archive import Archive
from bot.archive.drafts import Draft
from bot.archive.records import Viewer
from bot.command_line.day import Day
from bot.command_line.owner import BY, guild_option
from bot.command_line.progress import progress_bar
from bot.errors import InputError
from bot.exports import is_export, read_export
from bot.rendering.harmless import harmless
from bot.rendering.plain import answer_to_text
from bot.settings import Settings
from bot.shipped import open_archive

NOTHING_ADDED = "Nothing was added."


@dataclass(frozen=True, slots=True)
class Typed:
    """Catalogue data typed in, by the names of an accession's fields; it outweighs what documents say of themselves."""

    published: date | None
    title: str
    publisher: str
    contributors: tuple[str, ...]
    url: str

    def given(self) -> Mapping[str, Any]:
        """What was typed in at all."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}


@dataclass(frozen=True, slots=True)
class _Adding:
    """What adding needs at hand."""

    archive: Archive
    takes_in: Accessions
    typed: Typed
    guild: int | None

    async def taken_in(self, named: str) -> Incoming:
        if _is_link(named):
            taken = await self.takes_in.from_link(named, guild=self.guild, by=BY)
        else:
            taken = await self.takes_in.from_file(Path(named), guild=self.guild, by=BY)
        given = self.typed.given()
        found = {name: where for name, where in taken.found.items() if name not in given}
        return Incoming(replace(taken.document, **given), found)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--published", type=Day(), help="The day of publication, which relative dates hang on.")
@click.option("--title", default="", help="The title, for a single document.")
@click.option("--publisher", default="", help="Who published the document.")
@click.option("--author", "authors", multiple=True, help="Who wrote it; may be given more than once.")
@click.option("--url", default="", help="Where it can be read (http or https).")
@guild_option
@click.option("--dry-run", is_flag=True, help="Show what would be added, and add nothing.")
@click.pass_obj
def add(
    settings: Settings,
    files: tuple[str, ...],
    published: date | None,
    title: str,
    publisher: str,
    authors: tuple[str, ...],
    url: str,
    guild: int | None,
    dry_run: bool,
) -> int:
    """Add documents (text, Markdown, HTML, PDF or DOCX) to the archive.

    FILE may also be the http or https address of a document, or an export of an archive, whose sources, corrections
    and log are taken back.
    """
    typed = Typed(published, cleaned(title), cleaned(publisher), tuple(map(cleaned, authors)), url.strip())
    if typed.title and len(files) > 1:
        raise InputError("A title can be given for one document at a time.")
    if typed.url and (urlsplit(typed.url).scheme not in {"http", "https"} or not urlsplit(typed.url).hostname):
        raise InputError("The address must begin with http:// or https://.")
    return asyncio.run(_add_all(settings, files, typed, guild, dry_run=dry_run))


async def _add_all(settings: Settings, files: Sequence[str], typed: Typed, guild: int | None, *, dry_run: bool) -> int:
    status = 0
    async with open_archive(settings) as archive:
        adding = _Adding(archive, Accessions(settings), typed, guild)
        with progress_bar("Reading") as told:
            for done, named in enumerate(files):
                told(done, len(files), Path(named).name)
                try:
                    click.echo(harmless(await _one(adding, named, dry_run=dry_run)))
                except InputError as error:
                    click.echo(harmless(str(error)), err=True)
                    status = error.exit_status
    return status


async def _one(adding: _Adding, named: str, *, dry_run: bool) -> str:
    """Add what is named, or look at it, and say what came of it."""
    if not _is_link(named) and await asyncio.to_thread(is_export, Path(named)):
        return await _export(adding, Path(named), dry_run=dry_run)
    incoming = await adding.taken_in(named)
    return await (_preview if dry_run else _stored)(adding, incoming)


async def _stored(adding: _Adding, incoming: Incoming) -> str:
    alike = await adding.archive.near_duplicates(incoming.document.text, adding.guild)
    source = await adding.archive.add(incoming.document)
    held = ENGLISH.counted(source.passages, "{n} passage", "{n} passages")
    added = f"Added “{source.title}” as {source.id}: {held}."
    return "\n".join((added, *alike_lines(alike, ENGLISH)))


async def _preview(adding: _Adding, incoming: Incoming) -> str:
    examined = await examine(adding.archive, Draft("", incoming.document, incoming.found), adding.guild)
    answer = await preview_answer(adding.archive, examined, Viewer(adding.guild), ENGLISH)
    return f"{answer_to_text(answer)}\n{NOTHING_ADDED}"


async def _export(adding: _Adding, path: Path, *, dry_run: bool) -> str:
    if adding.typed.given():
        raise InputError("An export says itself when its sources were published, by whom and where; leave that out.")
    export = await asyncio.to_thread(read_export, path)
    corrections = ENGLISH.counted(len(export.corrections), "{n} correction", "{n} corrections")
    entries = ENGLISH.counted(len(export.audit), "{n} entry of the log", "{n} entries of the log")
    if dry_run:
        sources = ENGLISH.counted(len(export.sources), "{n} source", "{n} sources")
        return f"To be taken back: {sources}, {corrections}, {entries}.\n{NOTHING_ADDED}"
    came = await adding.archive.import_owner(export, adding.guild, by=BY)
    sources = ENGLISH.counted(came, "{n} source", "{n} sources")
    return f"Taken back: {sources}. The export holds {corrections} and {entries}; what was not here of them is now."


def _is_link(named: str) -> bool:
    return named.lower().startswith(("http://", "https://"))


COMMANDS = (add,)
