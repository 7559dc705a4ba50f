"""`coverage`: how much of the siege the archive covers, and where it has gaps."""

from __future__ import annotations

import asyncio
import json

import click
from rich.console import Console

from bot.answers.coverage import Coverage, coverage_of
from bot.archive.records import Viewer
from bot.command_line.owner import guild_option
from bot.rendering.coverage import coverage_to_json, print_coverage
from bot.settings import Settings
from bot.shipped import load_publishers_of, open_archive


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the coverage as JSON.")
@guild_option
@click.pass_obj
def coverage(settings: Settings, as_json: bool, guild: int | None) -> int:
    """Count accounts by month, publisher and side, and list what the archive has nothing on."""
    covered = asyncio.run(_covered(settings, guild))
    if as_json:
        click.echo(json.dumps(coverage_to_json(covered), ensure_ascii=False, indent=2))
    else:
        print_coverage(covered, Console(highlight=False))
    return 0


async def _covered(settings: Settings, guild: int | None) -> Coverage:
    publishers = load_publishers_of(settings)
    async with open_archive(settings) as archive:
        return await coverage_of(archive, publishers, settings.siege_day_one, settings.siege_last_day, Viewer(guild))


COMMANDS = (coverage,)
