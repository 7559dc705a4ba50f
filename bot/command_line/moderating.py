"""`withdraw`, `restore-source`, `edit` and `undo`: what moderators do in Discord, for whoever runs the bot."""

from __future__ import annotations

import asyncio
from datetime import date
from functools import partial

import click

from bot.answers import audit
from bot.answers.changes import done
from bot.answers.changing import sources
from bot.answers.changing.keeping import Keeping
from bot.answers.model import Answer
from bot.command_line.day import Day
from bot.command_line.owner import guild_option, keep
from bot.errors import InputError
from bot.settings import Settings

_reason = click.option("--reason", default="", help="Why, for the audit log.")
_source = click.argument("source_id", metavar="ID")


@click.command()
@_source
@click.option("--reason", required=True, help="Why, for the audit log.")
@guild_option
@click.pass_obj
def withdraw(settings: Settings, source_id: str, reason: str, guild: int | None) -> int:
    """Withdraw a source: it is kept, but in no answer and no count any more."""
    return asyncio.run(keep(settings, guild, partial(_withdraw, source_id=source_id, reason=reason)))


@click.command("restore-source")
@_source
@_reason
@guild_option
@click.pass_obj
def restore_source(settings: Settings, source_id: str, reason: str, guild: int | None) -> int:
    """Take a withdrawn source back."""
    return asyncio.run(keep(settings, guild, partial(sources.restore, source_id=source_id, reason=reason)))


@click.command()
@_source
@click.option("--published", type=Day(), help="The day of publication; relative dates are resolved anew.")
@click.option("--title", help="The title.")
@click.option("--publisher", help="Who published it; empty: nobody known.")
@click.option("--author", "authors", multiple=True, help="Who wrote it; may be given more than once.")
@click.option("--url", help="Where it can be read (http or https); empty: nowhere known.")
@click.option("--place", help="The place that it was written from; empty: none known.")
@click.option("--rights", help="The rights, such as CC BY 4.0; empty: none known.")
@guild_option
@click.pass_obj
def edit(
    settings: Settings,
    /,
    source_id: str,
    guild: int | None,
    published: date | None,
    authors: tuple[str, ...],
    **more: str,
) -> int:
    """Change the catalogue data of a source; what is not given stays as it is."""
    typed = {name: value for name, value in more.items() if value is not None}
    typed |= {"published": published.isoformat()} if published else {}
    typed |= {"contributors": "; ".join(authors)} if authors else {}
    if not typed:
        raise InputError("Say what is to be changed: --published, --title, --publisher, --author, --url and others.")
    return asyncio.run(keep(settings, guild, partial(sources.edit, source_id=source_id, typed=typed)))


@click.command()
@click.argument("number", required=False, default="")
@_reason
@guild_option
@click.pass_obj
def undo(settings: Settings, number: str, reason: str, guild: int | None) -> int:
    """Undo the entry of the audit log with this NUMBER; without one, the last that can be undone."""
    return asyncio.run(keep(settings, guild, partial(audit.undo, number=number, reason=reason)))


async def _withdraw(keeping: Keeping, source_id: str, reason: str) -> Answer:
    entry = await keeping.archive.withdraw(source_id.strip(), keeping.owner, by=keeping.by, reason=reason)
    kept = "It is in no answer and no count any more, but kept: `restore-source` takes it back."
    return await done(keeping.archive, entry, keeping.language, notes=[kept])


COMMANDS = (withdraw, restore_source, edit, undo)
