"""`build`, `check`, `backup` and `restore`: looking after the archive file."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from bot.archive.upkeep import restore as restore_archive
from bot.command_line.progress import progress_bar
from bot.errors import ArchiveError, InputError, SettingsError
from bot.rendering.harmless import harmless
from bot.settings import Settings
from bot.shipped import build as build_archive
from bot.shipped import fingerprint_of, load_calendar_of, load_publishers_of, load_shipped, open_archive

FINDINGS = 2
"""Exit status of `check` where it found something: the settings or the archive need a hand."""


@click.command()
@click.pass_obj
def build(settings: Settings) -> int:
    """Read again whatever a newer reader or changed data asks for; says nothing where nothing does."""
    asyncio.run(_build(settings))
    return 0


@click.command()
@click.pass_obj
def check(settings: Settings) -> int:
    """Check settings and archive: one plain sentence a finding."""
    try:
        findings = asyncio.run(_findings(settings))
    except (ArchiveError, SettingsError, InputError) as error:
        findings = [str(error)]
    for finding in findings or ["Everything is in order."]:
        click.echo(harmless(finding))
    return FINDINGS if findings else 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def backup(settings: Settings, file: Path) -> int:
    """Write a consistent copy of the archive to FILE; the bot may run meanwhile."""
    asyncio.run(_backup(settings, file))
    click.echo(f"The archive is backed up to {harmless(file.name)}.")
    return 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def restore(settings: Settings, file: Path) -> int:
    """Put the copy in FILE in the place of the archive."""
    asyncio.run(restore_archive(settings.archive_path, file))
    click.echo(f"The archive is restored from {harmless(file.name)}.")
    return 0


async def _build(settings: Settings) -> None:
    with progress_bar("Building") as told:
        async with open_archive(settings, told) as archive:
            if await archive.needs_build(fingerprint_of(settings)):
                await build_archive(archive, load_shipped(settings), told)


async def _findings(settings: Settings) -> list[str]:
    # Files that no archive is built from: a fault in them is met here, and not by the first question.
    load_calendar_of(settings)
    load_publishers_of(settings)
    async with open_archive(settings) as archive:
        findings = await archive.check()
        if await archive.needs_build(fingerprint_of(settings)):
            findings.append("The reader or the data files are newer than the archive; run `python -m bot build`.")
    return findings


async def _backup(settings: Settings, file: Path) -> None:
    async with open_archive(settings) as archive:
        await archive.backup(file)


COMMANDS = (build, check, backup, restore)
