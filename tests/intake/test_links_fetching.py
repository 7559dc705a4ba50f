"""What a member gets from a link, and the one sentence for whatever a site does instead."""

import asyncio
import gzip
import tracemalloc
import zlib
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.errors import InputError
from bot.intake.links import FetchedDocument, LinkLimits, fetch_link
from tests.intake.internet import ELSEWHERE, HERE, LIMITS, PUBLIC, Internet, Page, Site, page, redirect

HTML = "text/html; charset=windows-1251"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"
"""A block of nothing in the deflate format."""
BOMB = gzip.compress(bytes(20_000_000))


@pytest.fixture
async def internet(monkeypatch: pytest.MonkeyPatch) -> Internet:
    internet = Internet()
    internet.names = {"good.example": [[PUBLIC]], "other.example": [[ELSEWHERE]]}
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


async def sentence_for(internet: Internet, url: str = "http://good.example/", limits: LinkLimits = LIMITS) -> str:
    with pytest.raises(InputError) as refused:
        await internet.fetch(url, limits)
    return str(refused.value)


async def test_document_comes_as_the_site_sent_it(internet: Internet, site: Site) -> None:
    body = "<p>Паром ушёл.</p>".encode("cp1251")
    site.pages = {"/news/ferry.html?id=7": page(body, kind=HTML)}
    assert await internet.fetch("http://good.example/news/ferry.html?id=7") == FetchedDocument(
        data=body,
        filename="ferry.html",
        content_type="text/html",
        charset="windows-1251",
        address="http://good.example/news/ferry.html?id=7",
        redirects=0,
    )


async def test_redirects_are_followed_to_where_the_document_is(internet: Internet, site: Site) -> None:
    statuses = ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"]
    site.pages = {f"/{n}": redirect(f"/{n + 1}", status=status) for n, status in enumerate(statuses)}
    site.pages["/4"] = redirect("//other.example/5", status=statuses[4])
    site.pages["/5"] = page()
    fetched = await internet.fetch("http://good.example/0")
    assert (fetched.address, fetched.redirects) == ("http://other.example/5", 5)
    assert internet.lookups == ["good.example"] * 5 + ["other.example"]
    assert all(request.startswith("GET ") for request in site.requests)


async def test_more_redirects_than_that_and_loops_end_in_a_sentence(internet: Internet, site: Site) -> None:
    site.pages = {"/": redirect("/")}
    assert await sentence_for(internet) == "The link is sent on from site to site more than 5 times."
    assert len(site.requests) == 6


async def test_request_is_plain_and_tells_nothing_of_us(internet: Internet, site: Site) -> None:
    cookie = "Set-Cookie: id=1; Domain=good.example; Path=/"
    site.pages = {"/": redirect("/next#part", cookie), "/next": redirect("http://other.example/", cookie)}
    await sentence_for(internet)
    for request in site.requests:
        sent = {line.split(":")[0].lower() for line in request.splitlines()[1:] if line}
        assert sent == {"host", "user-agent", "accept", "accept-encoding", "connection"}
        assert "\r\nUser-Agent: siege-archive-bot (" in request
        assert "\r\nAccept-Encoding: identity\r\n" in request
    assert [request.split()[1] for request in site.requests[:3]] == ["/", "/next", "/"]


async def test_proxies_and_passwords_of_the_environment_are_left_alone(
    internet: Internet, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.pages = {"/": page()}
    assert (await internet.fetch("http://good.example/")).data == b"The ferry left."
    assert internet.dialled == [(PUBLIC, 80)]


@pytest.mark.parametrize(
    ("kind", "path", "name"),
    [
        ("text/html", "/", "document.html"),
        ("TEXT/HTML ; charset=utf-8", "/story.php", "story.php.html"),
        ("application/xhtml+xml", "/a.xhtml", "a.xhtml"),
        ("text/plain", "/README.md", "README.md"),
        ("text/markdown", "/README", "README.md"),
        ("application/pdf", "/%D0%9C%D0%B0%D1%80.PDF", "Мар.pdf"),
        (DOCX, "/letter.docx", "letter.docx"),
    ],
)
async def test_kinds_that_can_be_read_come_with_a_name(
    internet: Internet, site: Site, kind: str, path: str, name: str
) -> None:
    site.pages = {path: page(kind=kind)}
    assert (await internet.fetch(f"http://good.example{path}")).filename == name


@pytest.mark.parametrize(
    "kind",
    ["application/octet-stream", "image/png", "application/zip", "video/mp4", "application/json", "text/javascript",
     "application/msword", "text/html2", "text", "", "*/*", "multipart/form-data; boundary=x", "message/rfc822"],
)  # fmt: skip
async def test_other_kinds_are_refused(internet: Internet, site: Site, kind: str) -> None:
    site.pages = {"/": page(kind=kind)}
    assert await sentence_for(internet) == (
        "What good.example sends is of a kind that cannot be read; pages, text, PDF and Word documents can."
    )


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("404 Not Found", "has no document at this address"),
        ("410 Gone", "has no document at this address"),
        ("401 Unauthorized", "does not let us read"),
        ("403 Forbidden", "does not let us read"),
        ("451 Law", "does not let us read"),
        ("429 Slow Down", "asked too often"),
        ("500 Fault", "has trouble of its own"),
        ("503 Busy", "has trouble of its own"),
        ("204 No Content", "answers without a document"),
        ("206 Partial Content", "answers without a document"),
        ("304 Not Modified", "answers without a document"),
        ("300 Choose", "answers without a document"),
        ("418 Teapot", "answers without a document"),
        ("999 Odd", "has trouble of its own"),
    ],
)
async def test_status_that_brings_no_document_has_its_sentence(
    internet: Internet, site: Site, status: str, says: str
) -> None:
    site.pages = {"/": page(b"", status=status)}
    sentence = await sentence_for(internet)
    assert sentence.startswith("good.example ") and says in sentence


def compressed(data: bytes, encoding: str) -> bytes:
    return page(data, f"Content-Encoding: {encoding}")


@pytest.mark.parametrize("encoding", ["gzip", "GZIP", "x-gzip", "deflate", "identity"])
async def test_document_packed_against_our_wish_is_unpacked(internet: Internet, site: Site, encoding: str) -> None:
    text = b"The ferry left. " * 1000
    packed = {"deflate": zlib.compress(text), "identity": text}.get(encoding, gzip.compress(text))
    site.pages = {"/": compressed(packed, encoding)}
    assert (await internet.fetch("http://good.example/")).data == text


def endless(head: bytes, piece: bytes, pause: float = 0.0) -> Page:
    async def send(writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return send


async def silent(writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
TOO_LARGE = "The document at good.example is too large: at most 0.05 MB can be added."
TOO_SLOW = "good.example takes too long to send the document."
DAMAGED = "What good.example sent is damaged or incomplete."
BROKEN_OFF = "good.example breaks off before the document is whole."
PACKED = "good.example packs its documents in a way that cannot be read."
NOT_HTTP = "good.example answers in a way that cannot be understood."

MISBEHAVIOUR: dict[str, tuple[Page, set[str]]] = {
    "says it is larger than may be": (OK + b"Content-Length: 50001\r\n\r\n", {TOO_LARGE}),
    "says it is larger than anything": (OK + b"Content-Length: 99999999999999999999999\r\n\r\n", {TOO_LARGE, NOT_HTTP}),
    "sends without end": (endless(OK + b"\r\n", b"x" * 4096), {TOO_LARGE}),
    "sends chunks without end": (endless(CHUNKED, b"1000\r\n" + b"x" * 4096 + b"\r\n"), {TOO_LARGE}),
    "sends one byte too many": (page(b"x" * 50_001), {TOO_LARGE}),
    "sends more than it says": (OK + b"Content-Length: 60000\r\n\r\n" + b"x" * 70_000, {TOO_LARGE, NOT_HTTP}),
    "sends a gzip bomb": (compressed(BOMB, "gzip"), {TOO_LARGE}),
    "sends a deflate bomb": (compressed(zlib.compress(bytes(20_000_000)), "deflate"), {TOO_LARGE}),
    "sends a bomb in chunks": (
        CHUNKED.replace(b"Transfer", b"Content-Encoding: gzip\r\nTransfer") + b"%x\r\n" % len(BOMB) + BOMB,
        {TOO_LARGE},
    ),
    "sends a bomb after a first member": (compressed(gzip.compress(b"") + BOMB, "gzip"), {DAMAGED}),
    "packs nothing into much": (
        OK + b"Content-Encoding: deflate\r\n\r\n" + zlib.compress(b"")[:2] + EMPTY_BLOCK * 20_000,
        {TOO_LARGE},
    ),
    "packs twice": (compressed(gzip.compress(BOMB), "gzip, gzip"), {PACKED}),
    "packs with brotli": (compressed(b"\x0b\x02\x80x\x03", "br"), {PACKED}),
    "packs with zstd": (compressed(b"(\xb5/\xfd", "zstd"), {PACKED}),
    "says gzip and sends text": (compressed(b"The ferry left.", "gzip"), {DAMAGED}),
    "sends half a gzip file": (compressed(gzip.compress(b"ferry" * 99)[:20], "gzip"), {DAMAGED}),
    "sends nothing as gzip": (compressed(b"", "gzip"), {DAMAGED}),
    "breaks off in the body": (OK + b"Content-Length: 100\r\n\r\nThe ferry", {BROKEN_OFF}),
    "breaks off in a chunk": (CHUNKED + b"10\r\nThe", {BROKEN_OFF}),
    "breaks off in the headers": (OK, {BROKEN_OFF}),
    "sends nothing and hangs up": (b"", {BROKEN_OFF}),
    "says nothing at all": (silent, {TOO_SLOW}),
    "drips its body": (endless(OK + b"\r\n", b"x", 0.05), {TOO_SLOW}),
    "drips its chunks": (endless(CHUNKED, b"1\r\nx\r\n", 0.05), {TOO_SLOW}),
    "drips its headers": (endless(OK, b"X", 0.05), {TOO_SLOW}),
    "sends informational answers without end": (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.01), {TOO_SLOW}),
    "sends one endless header": (endless(OK + b"X: ", b"x" * 4096), {NOT_HTTP}),
    "sends endless headers": (endless(OK, b"X: y\r\n" * 100), {NOT_HTTP}),
    "sends an endless status line": (endless(b"HTTP/1.1 200 ", b"O" * 4096), {NOT_HTTP}),
    "sends endless trailers": (endless(CHUNKED + b"0\r\n", b"X: y\r\n" * 100), {NOT_HTTP, BROKEN_OFF}),
    "sends an endless chunk extension": (endless(CHUNKED + b"1;", b"x" * 4096), {NOT_HTTP, BROKEN_OFF, TOO_SLOW}),
    "sends a chunk of no size": (CHUNKED + b"zz\r\n\r\n", {NOT_HTTP, BROKEN_OFF}),
    "sends a chunk of minus size": (CHUNKED + b"-1\r\n\r\n", {NOT_HTTP, BROKEN_OFF}),
    "speaks another protocol": (b"220 mail.example ESMTP\r\n", {NOT_HTTP}),
    "speaks TLS in plain": (b"\x16\x03\x01\x02\x00\x01", {NOT_HTTP}),
    "sends two lengths": (OK + b"Content-Length: 1\r\nContent-Length: 9\r\n\r\n123456789", {NOT_HTTP}),
    "sends a length and chunks": (CHUNKED.replace(b"Transfer", b"Content-Length: 3\r\nTransfer"), {NOT_HTTP}),
    "sends a folded header with a NUL": (OK + b"X: a\x00b\r\n\r\n", {NOT_HTTP}),
    "changes protocol": (
        b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        {"good.example answers without a document."},
    ),
}  # fmt: skip


@pytest.mark.parametrize("behaviour", MISBEHAVIOUR)
async def test_site_that_misbehaves_costs_little_and_has_its_sentence(
    internet: Internet, site: Site, behaviour: str
) -> None:
    sent, sentences = MISBEHAVIOUR[behaviour]
    site.pages = {"/": sent}
    seconds = 0.4 if TOO_SLOW in sentences else 5.0
    assert await sentence_for(internet, limits=replace(LIMITS, seconds=seconds)) in sentences


async def test_bomb_is_never_unpacked_beyond_the_limit(internet: Internet, site: Site) -> None:
    site.pages = {"/": compressed(BOMB, "gzip")}
    tracemalloc.start()
    try:
        await sentence_for(internet)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


async def test_document_of_just_the_size_that_may_be_is_taken(internet: Internet, site: Site) -> None:
    site.pages = {"/": page(b"x" * 50_000), "/packed": compressed(gzip.compress(b"x" * 50_000), "gzip")}
    for path in ("", "packed"):
        assert len((await internet.fetch(f"http://good.example/{path}")).data) == 50_000


async def test_time_limit_holds_for_all_steps_together(internet: Internet, site: Site) -> None:
    async def slow_redirect(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.2)
        writer.write(redirect("/"))
        await writer.drain()

    site.pages = {"/": slow_redirect}
    assert await sentence_for(internet, limits=replace(LIMITS, seconds=0.5)) == TOO_SLOW


async def test_time_limit_holds_for_the_look_up_too(internet: Internet) -> None:
    async def never(host: str, port: int) -> list[str]:
        await asyncio.sleep(30)
        return [PUBLIC]

    with pytest.raises(InputError, match="takes too long"):
        await fetch_link("http://good.example/", limits=replace(LIMITS, seconds=0.1), resolver=never)


async def test_one_who_stops_waiting_stops_the_fetching(internet: Internet, site: Site) -> None:
    asked = asyncio.Event()

    async def asked_and_silent(writer: asyncio.StreamWriter) -> None:
        asked.set()
        await silent(writer)

    site.pages = {"/": asked_and_silent}
    fetching = asyncio.create_task(internet.fetch("http://good.example/"))
    await asked.wait()
    fetching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await fetching


async def test_site_on_this_machine_is_read_where_the_setting_lets_it_in() -> None:
    site = Site()
    server = await site.open()
    site.pages = {"/a": redirect(f"http://localhost:{site.port}/b"), "/b": page()}
    fetched = await fetch_link(f"http://{HERE}:{site.port}/a", limits=LIMITS, local_allowed=True)
    assert (fetched.data, fetched.redirects) == (b"The ferry left.", 1)
    with pytest.raises(InputError):
        await fetch_link(f"http://{HERE}:{site.port}/b", limits=LIMITS)
    assert len(site.requests) == 2
    server.close()


async def test_sentences_hold_the_name_of_the_site_and_none_of_its_addresses(internet: Internet, site: Site) -> None:
    told = [await sentence_for(internet, f"http://good.example{path}") for path in ("/missing", ":22/")]
    internet.stands_on.clear()
    told.append(await sentence_for(internet))
    assert not any(PUBLIC in sentence or HERE in sentence for sentence in told)
