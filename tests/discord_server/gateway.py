"""The gateway: who may log in, READY, heartbeats, sessions that are taken up again, and the events of members."""

import asyncio
import json
import struct
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from .guild import guild
from .state import BOT, GUILD, State

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
AUTHENTICATION_FAILED, DISALLOWED_INTENTS = 4004, 4014
MESSAGE_CONTENT = 1 << 15


@dataclass
class Session:
    """What one shard has been told, so that it can be told again. `socket` is None while nobody listens."""

    number: str
    shard: int
    socket: web.WebSocketResponse | None
    frames: list[dict[str, Any]] = field(default_factory=list)

    async def event(self, name: str, data: dict[str, Any]) -> None:
        """Tell it, or keep it until it is back."""
        frame = {"op": DISPATCH, "t": name, "s": len(self.frames) + 1, "d": data}
        self.frames.append(frame)
        if self.socket is not None:
            await self.socket.send_json(frame)


class Gateway:
    """One gateway; `ready` is set while a bot is logged in."""

    def __init__(self, state: State) -> None:
        self.ready = asyncio.Event()
        self.reads_messages = False
        self.address = ""
        self._state = state
        self._sessions: dict[str, Session] = {}
        self._transports: dict[web.WebSocketResponse, asyncio.Transport] = {}

    async def dispatch(self, event: str, data: dict[str, Any]) -> None:
        """Send an event to the shard of the server. Raises LookupError before a bot has logged in."""
        sessions = [session for session in self._sessions.values() if session.shard == self._shard(self._state.shards)]
        await sessions[-1].event(event, data)

    async def ask_to_reconnect(self) -> None:
        """Ask all connections to come again."""
        self.ready.clear()
        for socket in self._sockets():
            await socket.send_json(_frame(RECONNECT))

    async def invalidate(self, *, resumable: bool) -> None:
        """Say that the sessions are over; `resumable`: that they may be taken up again."""
        sockets = self._sockets()
        if not resumable:
            self._sessions.clear()
        self.ready.clear()
        for socket in sockets:
            await socket.send_json(_frame(INVALID_SESSION, resumable))

    async def close(self, code: int = 1000) -> None:
        """Close all connections."""
        self.ready.clear()
        for socket in self._sockets():
            # Not socket.close(): called beside the task that reads, it hangs up before the other side has replied.
            await socket.send_frame(struct.pack("!H", code), WSMsgType.CLOSE)

    def drop(self) -> None:
        """Cut all connections without a word."""
        self.ready.clear()
        for socket in self._sockets():
            self._transports[socket].abort()
        for session in self._sessions.values():
            session.socket = None

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """One connection, from HELLO until either side closes it. Frames are not compressed; discord.py takes that."""
        self._state.connections += 1
        when, code = self._state.turned_away or ("", 0)
        if when == "connect":
            return web.Response(status=code)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if when == "hello":
            await socket.close(code=code)
            return socket
        assert request.transport is not None
        self._transports[socket] = request.transport
        await socket.send_json(_frame(HELLO, {"heartbeat_interval": 41_250}))
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._received(socket, json.loads(frame.data))
        del self._transports[socket]
        for session in self._sessions.values():
            if session.socket is socket:
                session.socket = None
                self.ready.clear()
        return socket

    async def _received(self, socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        when, code = self._state.turned_away or ("", 0)
        if frame["op"] == HEARTBEAT:
            await socket.send_json(_frame(ACK))
        elif when == "identify" and frame["op"] in {IDENTIFY, RESUME}:
            await socket.close(code=code)
        elif frame["op"] == IDENTIFY:
            await self._identify(socket, frame["d"])
        elif frame["op"] == RESUME:
            await self._resume(socket, frame["d"])

    async def _identify(self, socket: web.WebSocketResponse, wanted: dict[str, Any]) -> None:
        self._state.identified.append(wanted)
        self.reads_messages = bool(wanted["intents"] & MESSAGE_CONTENT)
        if wanted["token"] != self._state.token:
            await socket.close(code=AUTHENTICATION_FAILED)
        elif self.reads_messages and not self._state.message_content:
            await socket.close(code=DISALLOWED_INTENTS)
        else:
            await self._log_in(socket, wanted.get("shard", [0, 1]))

    async def _log_in(self, socket: web.WebSocketResponse, shard: list[int]) -> None:
        session = Session(f"session-{self._state.new_id()}", shard[0], socket)
        self._sessions[session.number] = session
        ready = {
            "v": 10, "user": BOT, "guilds": [{"id": GUILD, "unavailable": True}], "session_id": session.number,
            "resume_gateway_url": self.address, "shard": shard, "application": {"id": BOT["id"], "flags": 0},
        }  # fmt: skip
        await session.event("READY", ready)
        if shard[0] == self._shard(shard[1]):
            await session.event("GUILD_CREATE", guild(self._state))
        self.ready.set()

    async def _resume(self, socket: web.WebSocketResponse, wanted: dict[str, Any]) -> None:
        session = self._sessions.get(wanted["session_id"])
        if session is None:
            await socket.send_json(_frame(INVALID_SESSION, False))
            return
        for frame in session.frames[wanted["seq"] or 0 :]:
            await socket.send_json(frame)
        session.socket = socket
        self._state.resumed += 1
        await session.event("RESUMED", {})
        self.ready.set()

    def _sockets(self) -> list[web.WebSocketResponse]:
        return [session.socket for session in self._sessions.values() if session.socket is not None]

    @staticmethod
    def _shard(shards: int) -> int:
        return (int(GUILD) >> 22) % shards


def _frame(op: int, data: Any = None) -> dict[str, Any]:
    """A frame that is no event."""
    return {"op": op, "d": data, "s": None, "t": None}
