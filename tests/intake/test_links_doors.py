"""A link never leads into a network of our own, however it is written, resolved or sent on."""

import asyncio
import socket
from collections.abc import AsyncIterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InputError
from bot.intake.links.connecting import session_to
from bot.intake.links.public import is_public
from bot.intake.links.spelling import read_link
from tests.intake.doors import HARMLESS, HARMLESS_REDIRECTS, REDIRECTED, RESOLVED, SPELLINGS
from tests.intake.internet import ELSEWHERE, LIMITS, PUBLIC, Internet, Site, page, redirect

NOT_PUBLIC_V4 = [
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32", "169.254.169.254/32",
    )
]  # fmt: skip
NOT_PUBLIC_V6 = [
    IPv6Network(network)
    for network in (
        "::/128", "::1/128", "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/32",
        "2001:2::/48", "2001:10::/28", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10",
        "fec0::/10", "ff00::/8", "fd00:ec2::254/128",
    )
]  # fmt: skip


@pytest.fixture
async def internet(monkeypatch: pytest.MonkeyPatch) -> Internet:
    internet = Internet()
    internet.names = {"good.example": [[PUBLIC]], "inside.example": [["10.0.0.7"]]}
    internet.take_over(asyncio.get_running_loop(), monkeypatch)
    return internet


@pytest.fixture
async def site(internet: Internet) -> AsyncIterator[Site]:
    site = Site()
    server = await site.open()
    internet.stands_on = {PUBLIC: site.port, ELSEWHERE: site.port}
    yield site
    await site.close()
    server.close()


@pytest.mark.parametrize("url", SPELLINGS)
async def test_no_spelling_of_a_link_leads_inside(internet: Internet, url: str) -> None:
    with pytest.raises(InputError) as refused:
        await internet.fetch(url)
    assert internet.dialled == []
    assert not any(is_address_in_c(looked) for looked in internet.lookups)
    assert len(str(refused.value)) < 160 and str(refused.value).endswith(".")


@pytest.mark.parametrize("answer", RESOLVED)
async def test_name_that_resolves_inside_is_never_connected_to(internet: Internet, answer: list[str]) -> None:
    internet.names["tricky.example"] = [answer]
    with pytest.raises(InputError) as refused:
        await internet.fetch("http://tricky.example/")
    assert internet.dialled == []
    assert str(refused.value) == "There is no site tricky.example on the public internet."


@pytest.mark.parametrize("location", REDIRECTED)
async def test_redirect_never_leads_inside(internet: Internet, site: Site, location: str) -> None:
    site.pages = {"/": redirect(location)}
    with pytest.raises(InputError) as refused:
        await internet.fetch("http://good.example/")
    assert internet.dialled == [(PUBLIC, 80)]
    assert str(refused.value) in {
        "good.example sends us on to an address that cannot be followed.",
        "good.example answers in a way that cannot be understood.",
    }


@pytest.mark.parametrize("url", HARMLESS)
async def test_link_that_only_looks_like_a_trick_leads_to_the_site_that_it_names(internet: Internet, url: str) -> None:
    with pytest.raises(InputError, match=r"^good\.example cannot be reached\.$"):
        await internet.fetch(url)
    assert internet.dialled == [(PUBLIC, 80)]


@pytest.mark.parametrize("location", HARMLESS_REDIRECTS)
async def test_redirect_that_only_looks_like_a_trick_stays_on_its_site(
    internet: Internet, site: Site, location: str
) -> None:
    site.pages = {"/": redirect(location)}
    with pytest.raises(InputError):
        await internet.fetch("http://good.example/")
    assert set(internet.dialled) == {(PUBLIC, 80)}


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://good.example:8080/", "ports 80 and 443"),
        ("http://intranet/", "no site intranet"),
        ("http://someone:secret@good.example/", "user name or a password"),
        ("http://good.example/a\\b", "a backslash"),
        ("ftp://good.example/", "begin with http"),
        ("http://good.example/" + "a" * 2048, "too long"),
        ("http://127.1/", "like example.org"),
    ],
)
async def test_refused_link_has_its_sentence_before_any_name_is_looked_up(
    internet: Internet, url: str, says: str
) -> None:
    internet.names["intranet"] = [[PUBLIC]]
    with pytest.raises(InputError) as refused:
        await internet.fetch(url)
    assert says in str(refused.value) and "secret" not in str(refused.value)
    assert (internet.lookups, internet.dialled) == ([], [])


async def test_name_that_is_not_there_and_one_inside_are_told_alike(internet: Internet) -> None:
    told = []
    for host in ("inside.example", "nowhere.example"):
        with pytest.raises(InputError) as refused:
            await internet.fetch(f"http://{host}/")
        told.append(str(refused.value).replace(host, "it"))
    assert told[0] == told[1]


async def test_name_that_changes_its_mind_is_looked_up_once_and_held_to_it(internet: Internet, site: Site) -> None:
    internet.names["rebinding.example"] = [[PUBLIC], ["127.0.0.1"]]
    site.pages = {"/": page()}
    assert (await internet.fetch("http://rebinding.example/")).data == b"The ferry left."
    assert (internet.lookups, internet.dialled) == (["rebinding.example"], [(PUBLIC, 80)])


async def test_name_that_changes_its_mind_on_a_redirect_is_refused(internet: Internet, site: Site) -> None:
    internet.names["rebinding.example"] = [[PUBLIC], ["127.0.0.1"]]
    site.pages = {"/": redirect("/again"), "/again": page()}
    with pytest.raises(InputError, match="cannot be followed"):
        await internet.fetch("http://rebinding.example/")
    assert internet.dialled == [(PUBLIC, 80)]


async def test_public_site_that_does_not_answer_is_tried_at_its_checked_addresses_only(internet: Internet) -> None:
    many = [f"93.184.216.{n}" for n in range(1, 200)]
    internet.names["many.example"] = [many]
    with pytest.raises(InputError, match=r"^many\.example cannot be reached\.$"):
        await internet.fetch("http://many.example/")
    assert set(internet.dialled) <= {(ip, 80) for ip in many}
    assert 1 <= len(set(internet.dialled)) <= 8


async def test_session_dials_nothing_but_the_checked_addresses(internet: Internet) -> None:
    async with session_to([ip_address(PUBLIC)], 1.0) as session:
        with pytest.raises(OSError):
            await session.get("http://127.0.0.1/")
        with pytest.raises(OSError):
            await session.get("http://[::1]/")
    assert internet.dialled == []


async def test_session_keeps_no_cookie_even_between_its_own_requests(internet: Internet, site: Site) -> None:
    site.pages = {"/": page(b"", "Set-Cookie: id=1; Path=/")}
    async with session_to([ip_address(PUBLIC)], 1.0) as session:
        for _ in range(2):
            await session.get("http://good.example/")
    assert len(site.requests) == 2
    assert not any("cookie" in request.lower() for request in site.requests)


async def test_loopback_is_let_in_by_its_setting_alone_and_nothing_else_with_it(internet: Internet) -> None:
    for url in ("http://127.0.0.1:8123/", "http://[::1]:8123/"):
        with pytest.raises(InputError, match="cannot be reached"):
            await internet.fetch(url, local_allowed=True)
    assert internet.dialled == [("127.0.0.1", 8123), ("::1", 8123)]
    internet.dialled.clear()
    for url in ("http://127.0.0.1:8123/", "http://127.0.0.1/"):
        with pytest.raises(InputError):
            await internet.fetch(url)
    for url in ("http://10.0.0.1/", "http://169.254.169.254/", "http://good.example:8123/", "http://inside.example/"):
        with pytest.raises(InputError):
            await internet.fetch(url, local_allowed=True)
    assert internet.dialled == []


@pytest.mark.parametrize(
    "written", [PUBLIC, "1.1.1.1", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"]
)
def test_public_address_is_public(written: str) -> None:
    assert is_public(ip_address(written))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("https://Example.ORG", "https://example.org/"),
        ("  <https://example.org/a?b=c#d>  ", "https://example.org/a?b=c"),
        ("http://example.org.:80/", "http://example.org/"),
        ("https://example.org:80/x", "https://example.org:80/x"),
        ("https://новини.укр/Маріуполь?q=є", "https://xn--b1amarcd.xn--j1amh/%D0%9C%D0%B0%D1%80%D1%96%D1%83%D0%BF%D0%BE%D0%BB%D1%8C?q=%D1%94"),
        ("https://example。org/", "https://example.org/"),
        ("https://example.org//a/@b/%2F", "https://example.org//a/@b/%2F"),
        ("http://[2606:2800:0220:0001::0001]/", "http://[2606:2800:220:1::1]/"),
        ("http://example.org?q", "http://example.org/?q"),
    ],
)  # fmt: skip
def test_link_comes_to_one_plain_spelling(typed: str, asked: str) -> None:
    assert str(read_link(typed)) == asked
    assert str(read_link(asked)) == asked


@st.composite
def inside_v4(draw: st.DrawFn) -> IPv4Address:
    network = draw(st.sampled_from(NOT_PUBLIC_V4))
    return network[draw(st.integers(0, network.num_addresses - 1))]


@st.composite
def inside_v6(draw: st.DrawFn) -> IPv6Address:
    network = draw(st.sampled_from(NOT_PUBLIC_V6))
    return network[draw(st.integers(0, network.num_addresses - 1))]


@st.composite
def written_v4(draw: st.DrawFn) -> str:
    """One of the ways in which an IPv4 address has been written to get past a check."""
    address = draw(inside_v4())
    parts = [
        draw(st.sampled_from([f"{n}", f"0{n:o}", f"0x{n:x}", f"0X{n:X}", f"{n:03d}", f"000{n:o}"]))
        for n in address.packed
    ]
    value = int(address)
    dot = draw(st.sampled_from([".", "。", "．", "｡", "%2e"]))
    wide = str.maketrans("0123456789", draw(st.sampled_from(["0123456789", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"])))
    v6 = [
        f"[::ffff:{address}]", f"[::{address}]", f"[64:ff9b::{address}]",
        f"[2002:{value >> 16:x}:{value & 0xFFFF:x}::1]",
        f"[2001:0:{value >> 16:x}:{value & 0xFFFF:x}::1]", f"[2606:2800:220:1:0:5efe:{address}]",
        f"[2001::{(~value >> 16) & 0xFFFF:x}:{~value & 0xFFFF:x}]", f"[::ffff:{address}%25lo]",
    ]  # fmt: skip
    short = [f"{value}", f"0{value:o}", f"0x{value:x}", f"{parts[0]}.{value & 0xFFFFFF}"]
    short.append(f"{parts[0]}.{parts[1]}.{value & 0xFFFF}")
    return draw(st.sampled_from([dot.join(parts), str(address), *short, *v6])).translate(wide)


hosts_inside = written_v4() | inside_v6().map(lambda ip: f"[{ip}]") | inside_v6().map(lambda ip: f"[{ip.exploded}]")


def is_address_in_c(name: str) -> bool:
    """Whether the C library, which looks names up, takes this one for an IPv4 address."""
    try:
        socket.inet_aton(name)
    except OSError:
        return False
    return True


def dialled_by(url: str, answer: list[str]) -> list[tuple[str, int]]:
    async def attempt() -> list[tuple[str, int]]:
        internet = Internet()
        internet.names = {host: [answer] for host in ("a.example", "evil.example")}
        with pytest.MonkeyPatch.context() as patch:
            internet.take_over(asyncio.get_running_loop(), patch)
            with pytest.raises(InputError):
                await internet.fetch(url, LIMITS)
        assert not any(is_address_in_c(looked) for looked in internet.lookups)
        return internet.dialled

    return asyncio.run(attempt())


@given(st.text(max_size=30), st.sampled_from(["", "//", "http://", "/", "?", "//[", "https://a.example/"]))
def test_wherever_a_redirect_points_it_is_refused_or_comes_to_a_plain_spelling(rest: str, start: str) -> None:
    try:
        following = read_link("http://good.example/a/b").leading_to(start + rest)
    except InputError:
        return
    assert read_link(str(following)) == following


@given(
    hosts_inside,
    st.sampled_from(["", "u@", "a.example@", "a.example:80@", "a.example\\@", "@", "%20", "."]),
    st.sampled_from(["", ".", "。", ":80", ":443", ":22", "%00", "#@a.example", "\\", "?@a.example"]),
    st.sampled_from(["http://", "https://", "HTTP://", "http:\\\\", "http:/", " http://", "<http://"]),
)
def test_no_spelling_of_an_address_inside_is_ever_dialled(host: str, before: str, after: str, scheme: str) -> None:
    assert dialled_by(f"{scheme}{before}{host}{after}/", ["10.0.0.1"]) == []


@given(st.lists(inside_v4() | inside_v6(), min_size=1, max_size=3), st.booleans(), st.booleans())
def test_no_name_of_an_address_inside_is_ever_dialled(
    inside: list[IPv4Address | IPv6Address], mixed: bool, zone: bool
) -> None:
    answer = [str(ip) + ("%lo" if zone and ip.version == 6 else "") for ip in inside]
    assert dialled_by("https://evil.example/", [PUBLIC, *answer] if mixed else answer) == []


PIECES = [
    *"0123456789abcdefx.:/\\@[]%?#-_ \t", "127", "0x7f", "::", "ffff:", "a.example", "localhost", "。", "．", "②",
    "%25", "\u200b", "\u00ad", "ß", "٣", "xn--", "http://", "1.1.1.1", "2606::", "64:ff9b::", "\r\n", "\x00",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from(["http://", "https://", ""]))
def test_whatever_is_typed_only_public_addresses_are_dialled(rest: str, scheme: str) -> None:
    dialled = dialled_by(scheme + rest, [PUBLIC])
    assert all(ip_address(host).is_global and not ip_address(host).is_multicast for host, _ in dialled)
    assert {port for _, port in dialled} <= {80, 443}


@given(st.text(max_size=40), st.sampled_from(["", "http://", "https://a.example/", "http://a.example?"]))
def test_whatever_is_typed_is_refused_or_comes_to_a_spelling_that_stays(rest: str, start: str) -> None:
    try:
        address = read_link(start + rest)
    except InputError:
        return
    assert read_link(str(address)) == address
    assert str(address).isascii() and " " not in str(address)


def test_tables_hold_no_door_twice() -> None:
    for doors in (SPELLINGS, REDIRECTED, [tuple(answer) for answer in RESOLVED]):
        assert len(set(doors)) == len(doors)
