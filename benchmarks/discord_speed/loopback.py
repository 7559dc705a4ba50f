"""A Discord on loopback that is quick enough to measure with: one bot logs in, is sent events, and is answered.

Unlike the Discord of the tests it checks nothing. As Discord does, it sends rate limit headers, gives a message back
to whoever sent it, and tells the bot of its own messages.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from aiohttp import WSMsgType, web

from benchmarks.discord_speed.events import BOT, GUILD, guild, sent_message

API = "/api/v10"
TOKEN = "a-token-for-benchmarks"
_RATE_LIMIT = {"Limit": "1000000", "Remaining": "999999", "Reset-After": "3600", "Bucket": "one"}
_HEADERS = {"Content-Type": "application/json"} | {f"X-RateLimit-{name}": value for name, value in _RATE_LIMIT.items()}
_HEARTBEAT, _IDENTIFY = 1, 2
_SHOWN, _EDITED = 4, 7
_EPHEMERAL = 64


@dataclass(frozen=True, slots=True)
class Call:
    """A request that answers something: when its head had arrived (perf_counter), and its body."""

    when: float
    body: dict[str, Any]

    @property
    def message(self) -> dict[str, Any]:
        """The message in it; that of an interaction stands one level down."""
        data = self.body.get("data", self.body)
        return data if isinstance(data, dict) else {}


class Loopback:
    """`async with Loopback() as discord:` listens on a free port of 127.0.0.1. Holds what one bot registered.

    `on_call` is told of each request that answers: the id of the channel or of the interaction, and the request.
    """

    def __init__(self) -> None:
        self.on_call: Callable[[str, Call], None] = lambda key, call: None
        self.commands: dict[str, dict[str, Any]] = {}
        self.ready = asyncio.Event()
        self.environment: dict[str, str] = {}
        """The settings that point a bot here."""
        self._registered = asyncio.Event()
        self._socket: web.WebSocketResponse | None = None
        self._sequence = 0
        self._address = ""

    async def __aenter__(self) -> Loopback:
        self._runner = web.ServerRunner(web.Server(self._handle), shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host = f"127.0.0.1:{self._runner.addresses[0][1]}"
        self._address = f"ws://{host}/gateway/"
        self.environment = {
            "DISCORD_API_URL": f"http://{host}{API}",
            "DISCORD_GATEWAY_URL": self._address,
            "DISCORD_TOKEN": TOKEN,
        }
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._socket is not None:
            await self._socket.close()
        await self._runner.cleanup()

    async def logged_in(self) -> None:
        """Wait until a bot has been sent READY and has registered its commands."""
        await self.ready.wait()
        await self._registered.wait()

    async def send(self, event: str, data: dict[str, Any]) -> float:
        """Send the bot an event; when (perf_counter) its first byte was written."""
        assert self._socket is not None
        self._sequence += 1
        frame = json.dumps({"op": 0, "t": event, "s": self._sequence, "d": data})
        written = time.perf_counter()
        await self._socket.send_str(frame)
        return written

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        arrived = time.perf_counter()
        match request.path.removeprefix(API).split("/")[1:]:
            case ["channels", channel, "messages"]:
                return await self._message(channel, Call(arrived, await _body(request)))
            case ["interactions", interaction, token, "callback"]:
                return await self._callback(interaction, token, Call(arrived, await _body(request)))
            case ["webhooks", *_]:
                return _json(sent_message((await _body(request)), GUILD))
            case ["gateway", ""]:
                return await self._gateway(request)
            case ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
                return _json({"url": self._address, "shards": 1, "session_start_limit": limit})
            case ["users", "@me"]:
                return _json(BOT)
            case ["oauth2", "applications", "@me"]:
                about = {"id": BOT["id"], "name": "archive", "icon": None, "description": "", "verify_key": ""}
                return _json(about | {"flags": 0, "bot_public": True, "bot_require_code_grant": False, "owner": BOT})
            case ["applications", _, "commands"]:
                return _json(self._register(await request.json()))
        return web.Response(status=204)

    def _register(self, commands: list[dict[str, Any]]) -> list[dict[str, Any]]:
        kept = [
            {"description": "", **command, "id": str(number), "application_id": BOT["id"], "version": "1"}
            for number, command in enumerate(commands, 500)
        ]
        self.commands = {command["name"]: command for command in kept}
        self._registered.set()
        return kept

    async def _message(self, channel: str, call: Call) -> web.StreamResponse:
        self.on_call(channel, call)
        message = sent_message(call.message, channel)
        await self.send("MESSAGE_CREATE", message | {"guild_id": GUILD})
        return _json(message)

    async def _callback(self, interaction: str, token: str, call: Call) -> web.StreamResponse:
        self.on_call(interaction, call)
        kind = call.body["type"]
        about: dict[str, Any] = {"interaction": {"id": interaction, "type": 2}}
        if kind in {_SHOWN, _EDITED}:
            message = sent_message(call.message, token.rpartition("-")[2])
            about["resource"] = {"type": kind, "message": message}
            if not message["flags"] & _EPHEMERAL:
                event = "MESSAGE_CREATE" if kind == _SHOWN else "MESSAGE_UPDATE"
                await self.send(event, message | {"guild_id": GUILD})
        return _json(about)

    async def _gateway(self, request: web.BaseRequest) -> web.StreamResponse:
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41_250}})
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                continue
            op = json.loads(frame.data)["op"]
            if op == _HEARTBEAT:
                await socket.send_json({"op": 11})
            elif op == _IDENTIFY:
                await self._log_in(socket)
        return socket

    async def _log_in(self, socket: web.WebSocketResponse) -> None:
        self._socket = socket
        ready = {
            "v": 10, "user": BOT, "guilds": [{"id": GUILD, "unavailable": True}], "session_id": "session",
            "resume_gateway_url": self._address, "shard": [0, 1], "application": {"id": BOT["id"], "flags": 0},
        }  # fmt: skip
        await self.send("READY", ready)
        self.ready.set()
        await self.send("GUILD_CREATE", guild())


def _json(content: Any) -> web.Response:
    # aiohttp's json_response names a charset, and discord.py then takes the body for plain text.
    return web.Response(body=json.dumps(content).encode(), headers=_HEADERS)


async def _body(request: web.BaseRequest) -> dict[str, Any]:
    body: Any = {}
    if not request.content_type.startswith("multipart/"):
        body = await request.json()
    else:
        async for part in await request.multipart():
            content = await part.read(decode=False)  # type: ignore[union-attr]
            if part.name == "payload_json":  # type: ignore[union-attr]
                body = json.loads(content)
    return dict(body)
