"""A connection that reaches the checked addresses and nothing else."""

from __future__ import annotations

import socket
from collections.abc import Collection
from ipaddress import ip_address

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.intake.links.public import IpAddress

HEADERS = {
    "User-Agent": "siege-archive-bot (fetches one document when a person asks for it)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain,text/markdown,*/*;q=0.1",
    "Accept-Encoding": "identity",
}
"""What every request says of itself; no cookies, no page it came from, and no compression, which could hide a bomb."""
HEADER_BYTES = 8190
"""The longest status line and the longest header field that is read. Of headers, aiohttp reads 128."""


def session_to(addresses: Collection[IpAddress], seconds: float) -> aiohttp.ClientSession:
    """A session for one request that connects to these addresses whatever the name resolves to by then.

    TLS still proves the host name. Proxies and passwords of the environment are left alone.
    """
    connector = aiohttp.TCPConnector(
        resolver=_Pinned(addresses),
        use_dns_cache=False,
        force_close=True,
        socket_factory=lambda info: _socket(info, addresses),
    )
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
        auto_decompress=False,
        headers=HEADERS,
        timeout=aiohttp.ClientTimeout(total=seconds),
        max_line_size=HEADER_BYTES,
        max_field_size=HEADER_BYTES,
    )


class _Pinned(AbstractResolver):
    """Hands out the checked addresses, so that a name that changes its mind is not asked again."""

    def __init__(self, addresses: Collection[IpAddress]) -> None:
        self._addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host,
                host=str(ip),
                port=port,
                family=socket.AF_INET if ip.version == 4 else socket.AF_INET6,
                proto=socket.IPPROTO_TCP,
                flags=socket.AI_NUMERICHOST,
            )
            for ip in self._addresses
        ]

    async def close(self) -> None:
        """Nothing is held open."""


def _socket(info: aiohttp.AddrInfoType, addresses: Collection[IpAddress]) -> socket.socket:
    """The last door: aiohttp looks up no IP address that stands in a link, so what it dials is checked here too."""
    family, kind, protocol, _, dialled = info
    if ip_address(str(dialled[0])) not in addresses:
        raise OSError("not a checked address")
    return socket.socket(family, kind, protocol)
