"""The gateway: who may log in, READY, heartbeats, and the events that members cause."""

import asyncio
import json
from typing import Any

from aiohttp import WSMsgType, web

from .state import BOT, GUILD, State

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, HELLO, ACK = 0, 1, 2, 6, 10, 11
AUTHENTICATION_FAILED, DISALLOWED_INTENTS = 4004, 4014
MESSAGE_CONTENT = 1 << 15


class Gateway:
    """One gateway; `ready` is set while a bot is logged in."""

    def __init__(self, state: State) -> None:
        self.ready = asyncio.Event()
        self.reads_messages = False
        self.address = ""
        self._state = state
        self._sockets: list[web.WebSocketResponse] = []
        self._sequence = 0

    async def dispatch(self, event: str, data: dict[str, Any]) -> None:
        """Send an event to the bot that logged in last."""
        await self._event(self._sockets[-1], event, data)

    async def close(self) -> None:
        for socket in self._sockets:
            await socket.close()

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """One connection, from HELLO until either side closes it. Frames are not compressed; discord.py takes that."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": 41_250}})
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._received(socket, json.loads(frame.data))
        self.ready.clear()
        return socket

    async def _received(self, socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        if frame["op"] == HEARTBEAT:
            await socket.send_json({"op": ACK})
        elif frame["op"] == IDENTIFY:
            await self._identify(socket, frame["d"])

    async def _identify(self, socket: web.WebSocketResponse, wanted: dict[str, Any]) -> None:
        self._state.identified.append(wanted)
        self.reads_messages = bool(wanted["intents"] & MESSAGE_CONTENT)
        if wanted["token"] != self._state.token:
            await socket.close(code=AUTHENTICATION_FAILED)
        elif self.reads_messages and not self._state.message_content:
            await socket.close(code=DISALLOWED_INTENTS)
        else:
            await self._log_in(socket, wanted)

    async def _log_in(self, socket: web.WebSocketResponse, wanted: dict[str, Any]) -> None:
        self._sockets.append(socket)
        ready = {
            "v": 10, "user": BOT, "guilds": [{"id": GUILD, "unavailable": True}], "session_id": "session",
            "resume_gateway_url": self.address, "shard": wanted.get("shard", [0, 1]),
            "application": {"id": BOT["id"], "flags": 0},
        }  # fmt: skip
        await self._event(socket, "READY", ready)
        await self._event(socket, "GUILD_CREATE", self._state.guild())
        self.ready.set()

    async def _event(self, socket: web.WebSocketResponse, event: str, data: dict[str, Any]) -> None:
        self._sequence += 1
        await socket.send_json({"op": DISPATCH, "t": event, "s": self._sequence, "d": data})
