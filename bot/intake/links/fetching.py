"""Fetching what stands at a link: each step checked anew, and every fault one sentence."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import aiohttp
import yarl

from bot.errors import InputError
from bot.intake.links.body import read_body
from bot.intake.links.connecting import session_to
from bot.intake.links.document import FetchedDocument, LinkLimits
from bot.intake.links.naming import SUFFIXES, charset, filename
from bot.intake.links.public import IpAddress
from bot.intake.links.resolving import Resolver, checked_addresses, system_resolver
from bot.intake.links.spelling import WebAddress, read_link

REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""Statuses that send us elsewhere: RFC 9110, 15.4."""


async def fetch_link(
    url: str, *, limits: LinkLimits, resolver: Resolver = system_resolver, local_allowed: bool = False
) -> FetchedDocument:
    """The document at a link, from the public internet, within the limits.

    Every name is looked up once a step, all its addresses must be public, and only these are connected to.
    `local_allowed` lets addresses of this machine in, for tests. Raises InputError for whatever goes wrong; its
    sentence names a public site at most, never an address that a name resolved to.
    """
    address = read_link(url)
    try:
        async with asyncio.timeout(limits.seconds):
            found = await checked_addresses(address, resolver, local_allowed=local_allowed)
            for redirects in range(limits.redirects + 1):
                got = await _ask(address, found, limits)
                if isinstance(got, FetchedDocument):
                    return replace(got, redirects=redirects)
                address, found = await _next_step(address, got, resolver, local_allowed=local_allowed)
    except TimeoutError:
        raise InputError("{host} takes too long to send the document.", host=address.host) from None
    raise InputError("The link is sent on from site to site more than {most} times.", most=limits.redirects)


async def _next_step(
    address: WebAddress, location: str, resolver: Resolver, *, local_allowed: bool
) -> tuple[WebAddress, tuple[IpAddress, ...]]:
    """Where a redirect leads, and its checked addresses. The sentence keeps to itself where that would have been."""
    try:
        following = address.leading_to(location)
        found = await checked_addresses(following, resolver, local_allowed=local_allowed)
    except InputError:
        raise InputError("{host} sends us on to an address that cannot be followed.", host=address.host) from None
    if address.scheme == "https" and following.scheme == "http":
        raise InputError("{host} sends us on from a secure address to one that is not.", host=address.host)
    return following, found


async def _ask(address: WebAddress, found: tuple[IpAddress, ...], limits: LinkLimits) -> FetchedDocument | str:
    """The document at an address, or the place that it sends us on to, as written."""
    asked = yarl.URL(str(address), encoded=True)
    async with (
        _faults_told(address.host),
        session_to(found, limits.seconds) as session,
        session.get(asked, allow_redirects=False) as response,
    ):
        if response.status in REDIRECTS:
            return response.headers.get("Location", "")
        return await _document(address, response, limits)


async def _document(address: WebAddress, response: aiohttp.ClientResponse, limits: LinkLimits) -> FetchedDocument:
    if response.status != 200:
        raise _refused(address.host, response.status)
    content_type = response.content_type
    if content_type not in SUFFIXES:
        raise InputError(
            "What {host} sends is of a kind that cannot be read; pages, text, PDF and Word documents can.",
            host=address.host,
        )
    data = await read_body(response, address.host, limits.max_bytes)
    name = filename(response.headers.get("Content-Disposition", ""), address.target, content_type)
    return FetchedDocument(data, name, content_type, charset(response.charset), str(address), redirects=0)


def _refused(host: str, status: int) -> InputError:
    if status in {404, 410}:
        return InputError("{host} has no document at this address.", host=host)
    if status in {401, 402, 403, 407, 451}:
        return InputError("{host} does not let us read the document.", host=host)
    if status == 429:
        return InputError("{host} is asked too often; try again later.", host=host)
    if status >= 500:
        return InputError("{host} has trouble of its own just now; try again later.", host=host)
    return InputError("{host} answers without a document.", host=host)


@asynccontextmanager
async def _faults_told(host: str) -> AsyncIterator[None]:
    """What goes wrong between two machines, as one sentence each. A timeout is told by whoever set it."""
    try:
        yield
    except TimeoutError:
        raise
    except (aiohttp.ClientSSLError, aiohttp.ServerFingerprintMismatch):
        raise InputError("{host} cannot be trusted: its certificate is not valid for it.", host=host) from None
    except aiohttp.ClientConnectorError:
        raise InputError("{host} cannot be reached.", host=host) from None
    except (aiohttp.ClientPayloadError, aiohttp.ClientOSError, aiohttp.ServerDisconnectedError):
        raise InputError("{host} breaks off before the document is whole.", host=host) from None
    except (aiohttp.ClientError, OSError):
        raise InputError("{host} answers in a way that cannot be understood.", host=host) from None
