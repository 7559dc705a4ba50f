"""`sources` and `source`: what the archive holds."""

from __future__ import annotations

import asyncio
import json
import sys

import click
from rich.console import Console

from bot.answers.desk import Call
from bot.answers.model import Answer
from bot.answers.wording import repeated
from bot.archive.records import SourceRecord, StoredDocument, Viewer
from bot.errors import InputError
from bot.rendering.as_json import sources_to_json
from bot.rendering.catalogue import print_catalogue
from bot.rendering.harmless import harmless
from bot.rendering.terminal import print_answer
from bot.settings import Settings
from bot.shipped import open_archive, open_desk


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the catalogue as JSON.")
@click.pass_obj
def sources(settings: Settings, as_json: bool) -> int:
    """List what the archive holds."""
    held = asyncio.run(_held(settings))
    if as_json:
        click.echo(json.dumps(sources_to_json(held), ensure_ascii=False, indent=2))
    else:
        print_catalogue(held, Console(highlight=False))
    return 0


@click.command()
@click.argument("source_id", metavar="ID")
@click.option("--text", is_flag=True, help="Print the stored text itself, to the character.")
@click.pass_obj
def source(settings: Settings, source_id: str, text: bool) -> int:
    """Show one source: its catalogue entry, or with --text its stored text."""
    if text:
        _print_text(asyncio.run(_document(settings, source_id)).text)
    else:
        print_answer(asyncio.run(_entry(settings, source_id)), Console(highlight=False))
    return 0


async def _held(settings: Settings) -> list[SourceRecord]:
    async with open_archive(settings) as archive:
        return list(await archive.sources(Viewer()))


async def _document(settings: Settings, source_id: str) -> StoredDocument:
    async with open_archive(settings) as archive:
        document = await archive.document(source_id, Viewer())
    if document is None:
        raise InputError(f"No source has the id “{repeated(source_id)}”; `sources` lists them.")
    return document


async def _entry(settings: Settings, source_id: str) -> Answer:
    async with open_archive(settings) as archive:
        return await open_desk(archive, settings).ask(Call("source", source_id), Viewer())


def _print_text(text: str) -> None:
    # Piped, the text goes out as it is stored, so that every offset holds; a terminal gets it made harmless.
    shown = harmless(text) if sys.stdout.isatty() else text
    sys.stdout.buffer.write(shown.encode("utf-8", "surrogatepass"))


COMMANDS = (sources, source)
