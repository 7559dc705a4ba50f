"""An internet of our own: names resolve as told, public addresses stand on loopback, and every call is in a book."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

import pytest

from bot.intake.links import FetchedDocument, LinkLimits, fetch_link

HERE = "127.0.0.1"
PUBLIC = "93.184.216.34"
ELSEWHERE = "151.101.1.69"
LIMITS = LinkLimits(max_bytes=50_000, seconds=3.0)

Page = bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]


def page(body: bytes = b"The ferry left.", *headers: str, status: str = "200 OK", kind: str = "text/plain") -> bytes:
    """A whole response as it goes over the wire."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", f"Content-Type: {kind}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def redirect(location: str, *headers: str, status: str = "302 Found") -> bytes:
    """A response that sends on to another place."""
    return page(b"", f"Location: {location}", *headers, status=status)


MISSING = page(b"", status="404 Not Found")


class Site:
    """A web site on loopback: what it sends for each path, byte for byte, and the requests as they came."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.requests: list[str] = []
        self.port = 0
        self._tasks: set[asyncio.Task[Any]] = set()

    async def open(self, tls: ssl.SSLContext | None = None) -> asyncio.Server:
        server = await asyncio.start_server(self._serve, HERE, 0, ssl=tls)
        self.port = server.sockets[0].getsockname()[1]
        return server

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            request = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.requests.append(request)
            sent = self.pages.get(request.split(" ")[1], MISSING)
            if isinstance(sent, bytes):
                writer.write(sent)
                await writer.drain()
            else:
                await sent(writer)
        self._tasks.discard(task)
        writer.close()

    async def close(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


class Internet:
    """Names and addresses. A name's answers are given one lookup after another; the last one stays."""

    def __init__(self) -> None:
        self.names: dict[str, list[list[str]]] = {}
        self.stands_on: dict[str, int] = {}
        self.lookups: list[str] = []
        self.dialled: list[tuple[str, int]] = []

    async def resolver(self, host: str, port: int) -> Sequence[str]:
        self.lookups.append(host)
        answers = self.names.get(host)
        if not answers:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def take_over(self, loop: asyncio.AbstractEventLoop, patch: pytest.MonkeyPatch) -> None:
        """From now on every connection of the loop is written down, and only those to our sites are made."""
        connect = loop.sock_connect

        async def sock_connect(sock: socket.socket, address: tuple[Any, ...]) -> None:
            self.dialled.append((address[0], address[1]))
            if address[0] in self.stands_on:
                return await connect(sock, (HERE, self.stands_on[address[0]]))
            raise ConnectionRefusedError(111, "refused")

        patch.setattr(loop, "sock_connect", sock_connect)

    async def fetch(self, url: str, limits: LinkLimits = LIMITS, **options: Any) -> FetchedDocument:
        return await fetch_link(url, limits=limits, resolver=self.resolver, **options)
