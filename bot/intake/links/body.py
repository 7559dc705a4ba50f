"""The body of a response, read piece by piece and never beyond its limit."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import aiohttp

from bot.errors import InputError

PIECE = 65536
"""Bytes read from the network at a time."""
_EITHER_HEADER = zlib.MAX_WBITS | 32
"""zlib's value for "a gzip header or a zlib one"."""


async def read_body(response: aiohttp.ClientResponse, host: str, max_bytes: int) -> bytes:
    """The whole body, unpacked. Both what is sent and what it unpacks to are held to `max_bytes`.

    Raises InputError for more than that, for a compression other than gzip and deflate, and for one that is damaged.
    """
    if (response.content_length or 0) > max_bytes:
        raise _too_large(host, max_bytes)
    unpack = _unpacking(response.headers.get("Content-Encoding", ""), host, max_bytes)
    body = bytearray()
    sent = 0
    async for piece in response.content.iter_chunked(PIECE):
        sent += len(piece)
        body += unpack(piece)
        if max(sent, len(body)) > max_bytes:
            raise _too_large(host, max_bytes)
    unpack(b"")
    return bytes(body)


def _unpacking(encoding: str, host: str, max_bytes: int) -> Callable[[bytes], bytes]:
    """What makes sent bytes into plain ones; called with nothing at the end, when all must have come."""
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return bytes
    if name not in {"gzip", "x-gzip", "deflate"}:
        raise InputError("{host} packs its documents in a way that cannot be read.", host=host)
    inflating = zlib.decompressobj(_EITHER_HEADER)

    def unpack(piece: bytes) -> bytes:
        try:
            # One byte more than may be is enough to see that it is too much, whatever it would unpack to.
            plain = inflating.decompress(piece, max_bytes + 1)
        except zlib.error:
            raise _damaged(host) from None
        if inflating.unused_data or (not piece and not inflating.eof):
            raise _damaged(host)
        return plain

    return unpack


def _damaged(host: str) -> InputError:
    return InputError("What {host} sent is damaged or incomplete.", host=host)


def _too_large(host: str, max_bytes: int) -> InputError:
    return InputError(
        "The document at {host} is too large: at most {most} MB can be added.",
        host=host,
        most=f"{max_bytes / 1_000_000:g}",
    )
