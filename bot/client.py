"""The Discord bot: how it logs in, what it may read, and how it goes."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from typing import Any

import aiohttp
import discord
import yarl
from discord.ext import commands

from bot.errors import ArchiveError, DiscordError, SettingsError
from bot.rendering.discord_controls import CONTROLS
from bot.settings import Settings
from bot.shipped import open_archive, open_desk
from cogs._asking import Asking
from cogs._errors import log_fault
from cogs.all import all_cogs

LAST_ANSWERS = 10.0
"""Seconds that answers under way are given when the bot is told to go."""
TOKEN_REFUSED = 4004
"""Close code of the gateway: https://discord.com/developers/docs/topics/opcodes-and-status-codes"""
NOT_OPENED = "The archive cannot be opened; see that its folder and data/ can be read and written to."

log = logging.getLogger(__name__)


class ArchiveBot(commands.AutoShardedBot):
    """The client. Opens the archive and registers its commands when it logs in, and closes the archive when it goes.

    `message_content` is whether Discord is asked for the words of messages; without them commands typed behind the
    prefix are not seen, but slash commands, mentions and direct messages are. Nothing that members write is kept.
    """

    def __init__(self, settings: Settings, *, message_content: bool = True, **options: Any) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned_or(settings.command_prefix),
            intents=_intents(message_content),
            help_command=None,
            case_insensitive=True,
            strip_after_prefix=True,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            **options,
        )
        self._settings = settings
        self._opened = AsyncExitStack()
        self._asking: Asking | None = None

    async def setup_hook(self) -> None:
        """Open the archive, add the cogs and register the slash commands. Raises ArchiveError or SettingsError."""
        try:
            archive = await self._opened.enter_async_context(open_archive(self._settings))
        except OSError as error:
            # Anywhere else in here an OSError means that Discord cannot be reached.
            raise ArchiveError(NOT_OPENED) from error
        desk = open_desk(archive, self._settings)
        self._asking = Asking(desk, archive, prefix=self._settings.command_prefix)
        for cog in all_cogs(self, self._asking):
            await self.add_cog(cog)
        self.add_dynamic_items(*CONTROLS)
        try:
            await self.tree.sync()
        except discord.HTTPException as error:
            log.warning("Slash commands could not be registered (status %s); typed commands work.", error.status)

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect one shard to the gateway of the settings, where they name one, else to that which Discord names."""
        named = self._settings.discord_gateway_url
        await super().launch_shard(yarl.URL(named) if named else gateway, shard_id, initial=initial)

    async def on_ready(self) -> None:
        """Say that the bot is there."""
        log.info("Connected to Discord; %d servers on %d shards.", len(self.guilds), self.shard_count or 1)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Log a fault in a listener, without the words of the message that it was about."""
        error = sys.exc_info()[1]
        if error is not None:
            log_fault(error)

    async def close(self) -> None:
        """Finish the answers under way, within LAST_ANSWERS seconds; then leave Discord and close the archive."""
        if self._asking is not None:
            await self._asking.finish(LAST_ANSWERS)
        await super().close()
        await self._opened.aclose()


def run(settings: Settings) -> int:
    """Run the bot until it is told to stop (SIGTERM, SIGINT), and return the exit status 0.

    Raises SettingsError for a token that Discord refuses, DiscordError where Discord cannot be reached or has closed
    the connection for good, and ArchiveError for an archive that cannot be opened: one sentence each.
    """
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it need not be able to speak
    # Below INFO discord.py logs whole messages of members.
    logging.getLogger("discord").setLevel(max(logging.INFO, logging.getLogger().level))
    with _discord_at(settings):
        asyncio.run(_run(settings))
    return 0


async def _run(settings: Settings) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows has no signal handlers in its event loop
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    try:
        await _connect(ArchiveBot(settings), settings.discord_token, stop)
    except discord.PrivilegedIntentsRequired:
        log.warning(
            "Discord refuses this application the message content intent: commands typed behind %s are not seen; "
            "slash commands and mentions are answered.",
            settings.command_prefix,
        )
        await _connect(ArchiveBot(settings, message_content=False), settings.discord_token, stop)


async def _connect(bot: ArchiveBot, token: str, stop: asyncio.Event) -> None:
    async with bot:
        with _plainly():
            tasks = {asyncio.create_task(bot.start(token)), asyncio.create_task(stop.wait())}
            done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            if stop.is_set():
                await bot.close()
            for task in pending:
                task.cancel()
            for task in done:
                task.result()


@contextmanager
def _plainly() -> Iterator[None]:
    """Turn what discord.py raises when it gives up into an error with a sentence."""
    try:
        yield
    except discord.LoginFailure:
        raise SettingsError("Discord refuses the token: DISCORD_TOKEN must be the token of a bot.") from None
    except discord.PrivilegedIntentsRequired:
        raise
    except discord.ConnectionClosed as error:
        if error.code == TOKEN_REFUSED:
            raise SettingsError("Discord refuses the token: DISCORD_TOKEN must be the token of a bot.") from None
        raise DiscordError(f"Discord has closed the connection for good (code {error.code}).") from None
    except discord.HTTPException as error:
        raise DiscordError(f"Discord does not let the bot in just now (status {error.status}).") from None
    except (aiohttp.ClientError, discord.GatewayNotFound, OSError, TimeoutError):
        raise DiscordError("Discord cannot be reached: is this machine connected to the network?") from None


@contextmanager
def _discord_at(settings: Settings) -> Iterator[None]:
    """Point discord.py at another Discord for as long as the bot runs, where the settings name one.

    discord.py has no option for it; these are the two places where it keeps the addresses.
    """
    route, socket = discord.http.Route, discord.gateway.DiscordWebSocket
    base, gateway = route.BASE, socket.DEFAULT_GATEWAY
    route.BASE = settings.discord_api_url.rstrip("/") or base
    if settings.discord_gateway_url:
        socket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)
    try:
        yield
    finally:
        route.BASE, socket.DEFAULT_GATEWAY = base, gateway


def _intents(message_content: bool) -> discord.Intents:
    intents = discord.Intents.none()
    intents.guilds = True
    intents.guild_messages = True
    intents.dm_messages = True
    intents.message_content = message_content
    return intents
