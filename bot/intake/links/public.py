"""Which IP addresses belong to the public internet."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

IpAddress = IPv4Address | IPv6Address

REFUSED_V4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carriers' own networks
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # a cloud's service to its machines, at an address that looks public
        "169.254.0.0/16",  # link-local, and the clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
"""IPv4 networks that are no part of the public internet: IANA's registry of special-purpose addresses,
https://www.iana.org/assignments/iana-ipv4-special-registry, and what clouds keep for themselves.
Written out since `is_global` lacks some of them, and others in older versions of Python."""
UNICAST_V6 = IPv6Network("2000::/3")
"""All of IPv6 that is given out for the public internet; loopback, private, link-local, site-local, mapped, compatible
and multicast addresses stand outside it."""
REFUSED_V6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, Teredo and benchmarks among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "2620:4f:8000::/48",  # AS112
        "3ffe::/16",  # 6bone, given back
        "3fff::/20",  # documentation
    )
)
"""Those inside it that are not public: https://www.iana.org/assignments/iana-ipv6-special-registry"""
TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 as seen from a network of IPv6 alone (RFC 6052): as public as the IPv4 address in its last 32 bits."""
ISATAP = frozenset({0x00005EFE, 0x02005EFE})
"""What stands before an IPv4 address in the last 64 bits of a tunnel's address (RFC 5214)."""


def is_public(address: IpAddress) -> bool:
    """Whether an address belongs to the public internet, so that asking it tells us nothing of our own network.

    Tunnels that carry an IPv4 address inside an IPv6 one are refused whatever they carry, and so is an address
    with a zone.
    """
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in network for network in REFUSED_V4)
    if address.scope_id is not None:
        return False
    if address in TRANSLATED:
        return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    if int(address) >> 32 & 0xFFFFFFFF in ISATAP:
        return False
    return address.is_global and address in UNICAST_V6 and not any(address in network for network in REFUSED_V6)
