"""A link as written to a web address in its one plain spelling, or one sentence says why not.

What is checked and what is connected to are the same parts of the same object; no second parser has a say.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import quote, urljoin

import idna

from bot.errors import InputError
from bot.intake.links.public import IpAddress

LONGEST = 2048
"""Characters of a link. Longer ones are asked for by no site that publishes accounts."""
LONGEST_HOST = 253
"""Characters of a host name (RFC 1035)."""
DEFAULT_PORTS = {"http": 80, "https": 443}

_LINK = re.compile(r"(?P<scheme>https?)://(?P<site>[^/?#]+)(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?:#.*)?", re.IGNORECASE)
_SITE = re.compile(r"(?:\[(?P<v6>[0-9A-Fa-f:.]+)\]|(?P<host>[^:\[\]]+))(?::(?P<port>[0-9]{1,5}))?")
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_KEPT = "!$%&'()*+,-./:;=?@[]_~"
"""What stays as it is in a path or a query (RFC 3986); all else is percent-encoded."""
_NEVER = {"Cc", "Cf", "Cs", "Co", "Zs", "Zl", "Zp"}
"""Unicode categories that no link has in it: control and format characters, surrogates, private use, spaces."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A web address. `host` is a name in lower-case ASCII without a final dot, or an IP address as Python writes it.

    `target` is the path and the query, as a request asks for them.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def ip(self) -> IpAddress | None:
        """The IP address that the host is; None for a name."""
        with suppress(ValueError):
            return ip_address(self.host)
        return None

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"

    def leading_to(self, location: str) -> WebAddress:
        """The address that a redirect from here leads to. Raises InputError as `read_link` does."""
        if not location:
            raise _bad_site()
        try:
            joined = urljoin(str(self), location)
        except ValueError:
            raise _bad_site() from None
        return read_link(joined)


def read_link(text: str) -> WebAddress:
    """The address that a member typed; spaces around it, and the brackets that keep Discord from unfolding it, go.

    Raises InputError for whatever is no plain http(s) address: credentials, numbers that are no IP address in plain
    spelling, hidden characters.
    """
    link = text.strip().removeprefix("<").removesuffix(">")
    if len(link) > LONGEST:
        raise InputError("The link is too long: at most {most} characters can be followed.", most=LONGEST)
    _check_characters(link)
    parts = _LINK.fullmatch(link)
    if parts is None:
        raise InputError("That is no link that can be followed; it must begin with http:// or https://.")
    if "@" in parts["site"]:
        raise InputError("A link must not carry a user name or a password.")
    site = _SITE.fullmatch(parts["site"])
    if site is None:
        raise _bad_site()
    scheme = parts["scheme"].lower()
    return WebAddress(
        scheme=scheme,
        host=_v6(site["v6"]) if site["v6"] else _host(site["host"]),
        port=int(site["port"]) if site["port"] else DEFAULT_PORTS[scheme],
        target=quote((parts["path"] or "/") + (parts["query"] or ""), safe=_KEPT),
    )


def _check_characters(link: str) -> None:
    if "\\" in link or any(unicodedata.category(character) in _NEVER for character in link):
        raise InputError("The link has a space, a backslash or a hidden character in it.")


def _v6(written: str) -> str:
    try:
        return str(IPv6Address(written))
    except ValueError:
        raise _bad_site() from None


def _host(written: str) -> str:
    host = _ascii(written).removesuffix(".")
    if len(host) > LONGEST_HOST or not _HOST.fullmatch(host):
        raise _bad_site()
    if not _NUMBER.fullmatch(host.rpartition(".")[2]):
        return host
    # The C library takes 127.1, 0177.0.0.1, 0x7f.1 and 2130706433 for addresses; only the plain spelling is one here.
    try:
        return str(ip_address(host))
    except ValueError:
        raise _bad_site() from None


def _ascii(written: str) -> str:
    if written.isascii():
        return written.lower()
    try:
        # Also makes dots and figures of other scripts into plain ones, so that what follows sees them.
        return idna.encode(written, uts46=True).decode("ascii")
    except UnicodeError:
        raise _bad_site() from None


def _bad_site() -> InputError:
    return InputError("The link does not name a site as sites are named, like example.org.")
