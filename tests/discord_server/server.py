"""A small Discord on loopback: enough of the API and the gateway to log in, ask and be answered, and to fail."""

import asyncio
from collections.abc import Callable
from typing import Any

from aiohttp import web

from . import member
from .failures import Failure
from .gateway import Gateway
from .interactions import Interactions
from .rest import API, Rest, error
from .state import BOT, Sent, State

PATIENCE = 20.0
"""Seconds that a test waits for the bot at any point, before it fails."""


class DiscordServer:
    """`async with DiscordServer() as discord:` — starts on a free port of 127.0.0.1, and stops with the block.

    What the bot has sent beyond Discord's limits fails the block, unless `checking=False`.
    """

    def __init__(self, **knobs: Any) -> None:
        self.state = State(**knobs)
        self._gateway = Gateway(self.state)
        self._rest = Rest(self.state, self._gateway.dispatch)
        self._runner: web.AppRunner | None = None
        self.environment: dict[str, str] = {}
        """The settings that point a bot here."""

    async def __aenter__(self) -> "DiscordServer":
        app = web.Application(client_max_size=25 * 1024 * 1024)
        interactions = Interactions(self.state, self._rest)
        gateway, rest = web.get("/gateway/", self._gateway.connect), web.route("*", "/{path:.*}", self._unknown)
        app.add_routes([*self._rest.routes(), *interactions.routes(), gateway, rest])
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

    async def __aexit__(self, failed: type[BaseException] | None, *_: object) -> None:
        await self._gateway.close()
        assert self._runner is not None
        await self._runner.cleanup()
        if failed is None:
            self.check()

    def check(self) -> None:
        """Fail with the first limit of Discord's that the bot did not keep."""
        assert self.state.faults == [], self.state.faults[0]

    async def ready(self) -> None:
        """Wait until the bot is logged in and its slash commands are registered."""
        await asyncio.wait_for(self._gateway.ready.wait(), PATIENCE)
        await asyncio.wait_for(self.state.synced.wait(), PATIENCE)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds of the state."""
        async with asyncio.timeout(PATIENCE):
            while not holds():  # noqa: ASYNC110 - it is the bot in its own process that is waited for
                await asyncio.sleep(0.02)

    async def answer(self) -> Sent:
        """What the bot sends next."""
        return await asyncio.wait_for(self.state.sent.get(), PATIENCE)

    async def says(self, content: str) -> dict[str, Any]:
        """A member writes a message; returns it as Discord has it."""
        event = member.says(self.state, content, readable=self._gateway.reads_messages)
        await self._gateway.dispatch("MESSAGE_CREATE", event)
        return event

    async def repeats(self, message: dict[str, Any]) -> None:
        """Discord tells the bot of a message once more."""
        await self._gateway.dispatch("MESSAGE_CREATE", message)

    async def mentions(self, words: str) -> None:
        """A member writes a message that begins with a mention of the bot."""
        await self.says(f"<@{BOT['id']}> {words}")

    async def slash(self, name: str, /, **options: Any) -> None:
        """A member uses a slash command."""
        await self._interacts(member.slash(self.state, name, options))

    async def autocompletes(self, name: str, focused: str, typed: str, /, **options: Any) -> None:
        """A member types into an option of a slash command."""
        await self._interacts(member.autocompletes(self.state, name, focused, typed, options))

    async def uses_on_message(self, name: str, message: dict[str, Any]) -> None:
        """A member uses a command from the context menu of a message."""
        await self._interacts(member.uses_on_message(self.state, name, message))

    async def presses(self, message: dict[str, Any], custom_id: str, values: list[str] | None = None) -> None:
        """A member presses a button or chooses from a menu. `message` is a body, or the message as it is `shown`."""
        await self._interacts(member.presses(self.state, message, custom_id, values))

    async def submits(self, modal: dict[str, Any], given: dict[str, str], message: dict[str, Any] | None) -> None:
        """A member sends off a modal that was opened from `message`, with a value for each `custom_id`."""
        await self._interacts(member.submits(self.state, modal, given, message))

    def fails(self, route: str, status: int, *, times: int = 1, **how: Any) -> None:
        """Let the next requests of a route fail; see `Failure`."""
        self.state.failures += [Failure(route, status, **how)] * times

    def drops(self) -> None:
        """Cut the gateway's connections."""
        self._gateway.drop()

    async def closes(self, code: int) -> None:
        """Close the gateway's connections with a code."""
        await self._gateway.close(code)

    async def wants_reconnect(self) -> None:
        """Ask the bot to connect anew (op 7)."""
        await self._gateway.ask_to_reconnect()

    async def invalidates(self, *, resumable: bool) -> None:
        """Say that the session is over (op 9)."""
        await self._gateway.invalidate(resumable=resumable)

    async def _interacts(self, event: dict[str, Any]) -> None:
        await self._gateway.dispatch("INTERACTION_CREATE", event)

    async def _unknown(self, request: web.Request) -> web.Response:
        self.state.faults.append(f"{request.method} {request.path}: this Discord has no such route.")
        return error(404, 0)
