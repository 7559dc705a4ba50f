"""A small Discord on loopback: enough of the API and the gateway to log in, ask and be answered."""

import asyncio
from typing import Any

from aiohttp import web

from . import member
from .gateway import Gateway
from .rest import API, Rest
from .state import BOT, Sent, State

PATIENCE = 20.0
"""Seconds that a test waits for the bot at any point, before it fails."""


class DiscordServer:
    """`async with DiscordServer() as discord:` — starts on a free port of 127.0.0.1, and stops with the block."""

    def __init__(self, **knobs: Any) -> None:
        self.state = State(**knobs)
        self._rest, self._gateway = Rest(self.state), Gateway(self.state)
        self._runner: web.AppRunner | None = None
        self.environment: dict[str, str] = {}
        """The settings that point a bot here."""

    async def __aenter__(self) -> "DiscordServer":
        app = web.Application()
        app.add_routes([*self._rest.routes(), web.get("/gateway/", self._gateway.connect)])
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host = f"127.0.0.1:{self._runner.addresses[0][1]}"
        self._rest.gateway_address = self._gateway.address = f"ws://{host}/gateway/"
        self.environment = {
            "DISCORD_API_URL": f"http://{host}{API}",
            "DISCORD_GATEWAY_URL": self._gateway.address,
            "DISCORD_TOKEN": self.state.token,
        }
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._gateway.close()
        assert self._runner is not None
        await self._runner.cleanup()

    async def ready(self) -> None:
        """Wait until the bot is logged in and its slash commands are registered."""
        await asyncio.wait_for(self._gateway.ready.wait(), PATIENCE)
        await asyncio.wait_for(self.state.synced.wait(), PATIENCE)

    async def answer(self) -> Sent:
        """What the bot sends next."""
        return await asyncio.wait_for(self.state.sent.get(), PATIENCE)

    async def says(self, content: str) -> None:
        """A member writes a message."""
        event = member.says(self.state, content, readable=self._gateway.reads_messages)
        await self._gateway.dispatch("MESSAGE_CREATE", event)

    async def mentions(self, words: str) -> None:
        """A member writes a message that begins with a mention of the bot."""
        await self.says(f"<@{BOT['id']}> {words}")

    async def slash(self, name: str, /, **options: Any) -> None:
        """A member uses a slash command."""
        await self._gateway.dispatch("INTERACTION_CREATE", member.slash(self.state, name, options))

    async def presses(self, message: dict[str, Any], custom_id: str, values: list[str] | None = None) -> None:
        """A member presses a button or chooses from a menu."""
        await self._gateway.dispatch("INTERACTION_CREATE", member.presses(self.state, message, custom_id, values))
