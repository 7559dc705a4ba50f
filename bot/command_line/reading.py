"""`read`: what the reader takes out of one document; nothing is stored."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from bot.command_line.day import Day
from bot.intake import IntakeDocument, take_in
from bot.reading import read as read_text
from bot.reading.model import Catalogue
from bot.rendering.marked import print_reading
from bot.settings import Settings


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--published", type=Day(), help="The day of publication; it outweighs what the document states.")
@click.option("--json", "as_json", is_flag=True, help="Print the reading as JSON.")
@click.pass_obj
def read(settings: Settings, file: Path, published: date | None, as_json: bool) -> int:
    """Show what the reader takes out of a document: people, quotations, dates and figures. Nothing is stored."""
    document = take_in(file, max_bytes=settings.max_document_bytes)
    day = published or document.published
    reading = replace(read_text(document.text, day), source=_catalogue(document, day))
    if as_json:
        click.echo(json.dumps(reading.to_json(), ensure_ascii=False, indent=2))
    else:
        print_reading(reading, Console(highlight=False))
    return 0


def _catalogue(document: IntakeDocument, published: date | None) -> Catalogue:
    """The catalogue data, front matter and all: the reader itself knows only what the text says."""
    return Catalogue(document.title, document.publisher, published, document.place, document.contributors)


COMMANDS = (read,)
