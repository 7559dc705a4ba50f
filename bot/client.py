"""The Discord bot: how it logs in, what it may read, and how it goes."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from asyncio import FIRST_COMPLETED
from contextlib import AsyncExitStack, suppress
from typing import Any

import aiohttp
import discord
import yarl
from discord.ext import commands

from bot.accessions import Accessions
from bot.connection import UNREACHED, discord_at, plain_log, plainly, retrying
from bot.errors import ArchiveError, DiscordError
from bot.exports import pack
from bot.rendering.chart.charts import open_charts
from bot.rendering.discord_controls import CONTROLS
from bot.settings import Settings
from bot.shipped import open_archive, open_desk
from cogs._asking import Asking
from cogs._errors import log_fault
from cogs._translator import CatalogueTranslator
from cogs.all import all_cogs

LAST_ANSWERS = 10.0
"""Seconds that answers under way are given when the bot is told to go."""
FIRST_CONNECTION = 30.0
"""Seconds that the gateway is given to let the bot in after the start. Once it has, the bot tries for ever."""
LONGEST_PAUSE = 30.0
"""Seconds between two tries to reach the gateway, at most."""
NOT_OPENED = "The archive cannot be opened; see that its folder and data/ can be read and written to."
NOT_LET_IN = "Discord's gateway does not let the bot in: it may be down, or the way to it is barred."

log = logging.getLogger(__name__)


class ArchiveBot(commands.AutoShardedBot):
    """The client. Opens the archive and registers its commands when it logs in, and closes the archive when it goes.

    `message_content` is whether Discord is asked for the words of messages; without them commands typed behind the
    prefix are not seen, but slash commands, mentions and direct messages are. Nothing that members write is kept.
    `first_connection` is how many seconds the gateway has to let the bot in; None: as long as it takes.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        message_content: bool = True,
        first_connection: float | None = None,
        **options: Any,
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned_or(settings.command_prefix),
            intents=_intents(message_content),
            help_command=None,
            case_insensitive=True,
            strip_after_prefix=True,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            http_trace=retrying(),
            **options,
        )
        self._settings = settings
        self._first_connection = first_connection
        self._opened = AsyncExitStack()
        self._let_in = asyncio.Event()
        self._tries = 0
        self._open_socket = self.http.ws_connect
        setattr(self.http, "ws_connect", self._reach)  # noqa: B010
        self._asking: Asking | None = None

    async def setup_hook(self) -> None:
        """Open the archive, add the cogs and register the slash commands. Raises ArchiveError or SettingsError."""
        try:
            archive = await self._opened.enter_async_context(open_archive(self._settings))
        except OSError as error:
            # Anywhere else in here an OSError means that Discord cannot be reached.
            raise ArchiveError(NOT_OPENED) from error
        desk = open_desk(archive, self._settings)
        charts = await self._opened.enter_async_context(open_charts())
        self._asking = Asking(desk, archive, prefix=self._settings.command_prefix, charts=charts)
        takes_in = Accessions(self._settings)
        operator = self._settings.operator_id or None
        for cog in all_cogs(self, self._asking, archive, takes_in, operator, pack):
            await self.add_cog(cog)
        self.add_dynamic_items(*CONTROLS)
        await self.tree.set_translator(CatalogueTranslator())
        try:
            await self.tree.sync()
        except discord.HTTPException as error:
            log.warning("Slash commands could not be registered (status %s); typed commands work.", error.status)

    async def connect(self, *, reconnect: bool = True) -> None:
        """Stay connected until the bot is closed. Raises DiscordError if it is not let in in time."""
        # Not in a timeout's block: discord.py swallows the cancelling that would end it.
        connecting = asyncio.create_task(super().connect(reconnect=reconnect))
        let_in = asyncio.create_task(self._let_in.wait())
        try:
            await asyncio.wait({connecting, let_in}, timeout=self._first_connection, return_when=FIRST_COMPLETED)
            if not connecting.done() and not let_in.done():
                raise DiscordError(NOT_LET_IN)
            await connecting
        finally:
            let_in.cancel()
            connecting.cancel()

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect one shard to the gateway of the settings, where they name one, else to that which Discord names."""
        named = self._settings.discord_gateway_url
        await super().launch_shard(yarl.URL(named) if named else gateway, shard_id, initial=initial)

    async def _reach(self, url: str, *, compress: int = 0) -> aiohttp.ClientWebSocketResponse:
        """Open a socket to the gateway, as often as it takes, and ever more slowly until the bot is let in.

        discord.py tries again without a pause where the gateway hangs up, and gives up the session, with whatever
        was asked in the meantime, where it does not answer.
        """
        while True:
            if self._tries:
                await asyncio.sleep(min(2.0 ** min(self._tries - 2, 8), LONGEST_PAUSE))
            self._tries += 1
            try:
                return await self._open_socket(url, compress=compress)
            except UNREACHED as error:
                log.warning("Discord's gateway does not answer (%s); trying again.", type(error).__name__)

    async def on_connect(self) -> None:
        """Go on trying from now on, however long Discord may be away."""
        self._tries = 0
        self._let_in.set()

    async def on_resumed(self) -> None:
        """The connection is whole again."""
        self._tries = 0

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
    with discord_at(settings), plain_log():
        asyncio.run(_run(settings))
    return 0


async def _run(settings: Settings) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows has no signal handlers in its event loop
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    message_content = True
    first_connection: float | None = FIRST_CONNECTION
    while True:
        bot = ArchiveBot(settings, message_content=message_content, first_connection=first_connection)
        try:
            return await _connect(bot, settings.discord_token, stop)
        except discord.PrivilegedIntentsRequired:
            if not message_content:
                raise DiscordError("Discord refuses this application intents that every bot has.") from None
            message_content = False
            log.warning(
                "Discord refuses this application the message content intent: commands typed behind %s are not seen; "
                "slash commands and mentions are answered.",
                settings.command_prefix,
            )
        except discord.gateway.ReconnectWebSocket:
            # discord.py ends where the gateway hangs up on a bot that comes back after a long time.
            first_connection = None
            log.warning("Discord's gateway hung up; starting anew.")


async def _connect(bot: ArchiveBot, token: str, stop: asyncio.Event) -> None:
    async with bot:
        with plainly():
            tasks = {asyncio.create_task(bot.start(token)), asyncio.create_task(stop.wait())}
            done, pending = await asyncio.wait(tasks, return_when=FIRST_COMPLETED)
            if stop.is_set():
                await bot.close()
            for task in pending:
                task.cancel()
            for task in done:
                task.result()


def _intents(message_content: bool) -> discord.Intents:
    intents = discord.Intents.none()
    intents.guilds = True
    intents.guild_messages = True
    intents.dm_messages = True
    intents.message_content = message_content
    return intents
