"""From a name to the addresses that may be connected to."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import ip_address

from bot.errors import InputError
from bot.intake.links.public import IpAddress, is_public
from bot.intake.links.spelling import DEFAULT_PORTS, WebAddress

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""(host name, port) to the IP addresses that it stands for, as written. Raises OSError where there are none."""
PORTS = frozenset(DEFAULT_PORTS.values())
MOST_ADDRESSES = 8
"""Addresses of one name that are tried. Sites have one to eight; a name with hundreds would make a scanner of us."""


async def system_resolver(host: str, port: int) -> Sequence[str]:
    """The addresses that this machine's own resolver gives for a name."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


async def checked_addresses(address: WebAddress, resolver: Resolver, *, local_allowed: bool) -> tuple[IpAddress, ...]:
    """The IP addresses of a web address, looked up once, all of them public; only these may be connected to.

    One that is not public refuses all. `local_allowed` lets loopback in beside them, at any port, for tests.
    Raises InputError, which says the same of a name that is not there and of one inside our own network.
    """
    if address.port not in PORTS and not local_allowed:
        raise InputError("A link can be followed to the ports 80 and 443 only.")
    found = (address.ip,) if address.ip else await _looked_up(address, resolver, local_allowed=local_allowed)
    if not found or not all(_may_be_asked(ip, address.port, local_allowed=local_allowed) for ip in found):
        raise _not_public(address)
    return tuple(dict.fromkeys(found))[:MOST_ADDRESSES]


async def _looked_up(address: WebAddress, resolver: Resolver, *, local_allowed: bool) -> list[IpAddress]:
    # A name without a dot is one of our own network, by the machine's search list.
    if "." not in address.host and not local_allowed:
        raise _not_public(address)
    try:
        return [ip_address(written) for written in await resolver(address.host, address.port)]
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise InputError("{host} cannot be looked up just now; try again later.", host=address.host) from None
        raise _not_public(address) from None
    except TimeoutError:
        raise
    except (OSError, ValueError):
        raise _not_public(address) from None


def _may_be_asked(ip: IpAddress, port: int, *, local_allowed: bool) -> bool:
    if local_allowed and ip.is_loopback:
        return True
    return port in PORTS and is_public(ip)


def _not_public(address: WebAddress) -> InputError:
    return InputError("There is no site {host} on the public internet.", host=address.host)
