"""The bot in a page of the local browser, to be tried without Discord.

It is the real bot with its real commands and buttons; Discord alone is made up, in memory, by SimCord, and shown by
its preview. The archive is built afresh from what ships and gone afterwards, so whatever is tried, nothing is lost.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import discord

from bot.client import ArchiveBot
from bot.errors import SettingsError
from bot.settings import Settings

if TYPE_CHECKING:
    import simcord

NOT_INSTALLED = "The preview is not installed; run `make preview`, or install the extra of that name with pip."


def run_preview(settings: Settings, port: int | None, announce: Callable[[str], None]) -> None:
    """Serve the page until SIGINT or SIGTERM; `announce` is told its address once it can be opened.

    `port` is one of 127.0.0.1, by default any free one. Raises SettingsError where SimCord's preview is not installed.
    """
    # Of a Discord that is made up there is nothing to report but faults.
    for name in ("discord", "bot.client"):
        logging.getLogger(name).setLevel(logging.ERROR)
    asyncio.run(_serve(settings, port, announce))


async def _serve(settings: Settings, port: int | None, announce: Callable[[str], None]) -> None:
    try:
        import simcord
    except ImportError:
        raise SettingsError(NOT_INSTALLED) from None
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows has no signal handlers in its event loop
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    with TemporaryDirectory() as folder:
        own = replace(settings, archive_path=Path(folder) / "archive.db")
        async with simcord.run(ArchiveBot(own, shard_count=1)) as env:
            try:
                await _show(env, port, announce, stopped)
            except simcord.SetupError as error:
                raise SettingsError(NOT_INSTALLED) from error
            finally:
                await env.bot.close()


async def _show(env: simcord.Env, port: int | None, announce: Callable[[str], None], stopped: asyncio.Event) -> None:
    """A server with a channel, a member who asks for help, and a moderator; shown until `stopped`."""
    guild = env.create_guild("Readers of the siege")
    channel = guild.create_text_channel("archive")
    may = discord.Permissions(manage_guild=True, manage_messages=True)
    moderators = guild.create_role("Moderators", permissions=may)
    member = guild.add_member(env.create_user("reader", global_name="Reader"))
    moderator = guild.add_member(env.create_user("moderator", global_name="Moderator"), roles=[moderators])
    await member.send(channel, "!help")
    async with env.preview(channel, viewers=[member, moderator], layout="channel", port=port) as page:
        announce(page.url)
        await stopped.wait()
