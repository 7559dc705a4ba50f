"""`audit`, `reports`, `export` and `forget`: what was done, what members report, taking it all out, forgetting."""

from __future__ import annotations

import asyncio
import sys
from datetime import date
from pathlib import Path

import click

from bot.answers.audit import audit_page
from bot.answers.language import ENGLISH
from bot.answers.reports import OUTCOMES
from bot.archive.records import AuditEntry, ReportRecord
from bot.command_line.owner import BY, guild_option, keep
from bot.errors import InputError
from bot.exports import pack
from bot.rendering.audit_files import audit_csv, audit_json
from bot.rendering.harmless import one_line
from bot.settings import Settings
from bot.shipped import open_archive

_ALL = 1_000_000
"""More entries than any log has."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the whole log as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the whole log as a table.")
@click.option("--page", type=click.IntRange(min=1), default=1, help="Which page of the log; the first is the newest.")
@guild_option
@click.pass_obj
def audit(settings: Settings, as_json: bool, as_csv: bool, page: int, guild: int | None) -> int:
    """Show what was changed: who, what, when and why."""
    if as_json and as_csv:
        raise InputError("Choose one of --json and --csv.")
    if not (as_json or as_csv):
        return asyncio.run(keep(settings, guild, lambda keeping: audit_page(keeping, page)))
    entries = asyncio.run(_entries(settings, guild))
    sys.stdout.buffer.write((audit_csv if as_csv else audit_json)(entries))
    return 0


@click.command()
@click.option("--close", "number", type=click.IntRange(min=1), metavar="NUMBER", help="Close the report with a number.")
@click.option("--outcome", type=click.Choice(list(OUTCOMES)), help="What came of it; needed to close it.")
@guild_option
@click.pass_obj
def reports(settings: Settings, number: int | None, outcome: str | None, guild: int | None) -> int:
    """List the mistakes that members have reported and nobody has closed, or close one."""
    if (number is None) != (outcome is None):
        raise InputError("To close a report, say which and what came of it: --close NUMBER --outcome OUTCOME.")
    for line in asyncio.run(_reports(settings, guild, number, outcome or "")):
        click.echo(line)
    return 0


@click.command()
@click.argument("user", metavar="USER_ID")
@click.pass_obj
def forget(settings: Settings, user: str) -> int:
    """Forget a Discord user: their id is taken out of the audit log and of what they have added."""
    places = asyncio.run(_forget(settings, user.strip()))
    if places:
        click.echo(ENGLISH.counted(places, "Forgotten at {n} place.", "Forgotten at {n} places."))
    else:
        click.echo("The archive holds nothing of this user.")
    return 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@guild_option
@click.pass_obj
def export(settings: Settings, file: Path, guild: int | None) -> int:
    """Write sources, corrections and the audit log to FILE, a zip that `add` takes back."""
    if file.exists() or not file.parent.is_dir():
        raise InputError("An export is written to a new file in a folder that is there; name another.")
    data = asyncio.run(_exported(settings, guild))
    part = file.with_name(f"{file.name}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise InputError("The export cannot be written there; see that there is room, and write access.") from None
    click.echo(f"The export is written to {one_line(file.name)}.")
    return 0


async def _exported(settings: Settings, guild: int | None) -> bytes:
    async with open_archive(settings) as archive:
        return pack(await archive.export_owner(guild))


async def _entries(settings: Settings, guild: int | None) -> list[AuditEntry]:
    async with open_archive(settings) as archive:
        return list(await archive.audit(guild, _ALL))


async def _reports(settings: Settings, guild: int | None, number: int | None, outcome: str) -> list[str]:
    async with open_archive(settings) as archive:
        if number is not None:
            await archive.close_report(number, guild, outcome, by=BY)
        found = await archive.reports(guild, limit=_ALL)
    return [_told(report) for report in reversed(found)] or ["There are no open reports."]


def _told(report: ReportRecord) -> str:
    day = ENGLISH.day(date.fromisoformat(report.at[:10]))
    return one_line(f"{report.number}. {day}, {report.source}: “{report.shown}”: {report.words}")


async def _forget(settings: Settings, user: str) -> int:
    if not (user.isascii() and user.isdigit()):
        raise InputError("A user is named by the figures of the Discord id, such as 80351110224678912.")
    async with open_archive(settings) as archive:
        return await archive.forget(f"discord:{user}")


COMMANDS = (audit, reports, export, forget)
