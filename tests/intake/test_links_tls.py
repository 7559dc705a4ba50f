"""Secure links: the certificate must be trusted and made out to the site, and nothing leads back out of security."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp.connector
import pytest

from bot.errors import InputError
from tests.intake.internet import HERE, PUBLIC, Internet, Site, page, redirect

UNTRUSTED = "good.example cannot be trusted: its certificate is not valid for it."

needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="certificates are made with openssl")


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate for a name, signed by itself, and its key."""
    made, key = folder / f"{name}.pem", folder / f"{name}.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-keyout", str(key), "-out", str(made)],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return made, key


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    folder = tmp_path_factory.mktemp("certificates")
    return {name: certificate(folder, name) for name in ("good.example", "evil.example")}


@pytest.fixture
async def internet(monkeypatch: pytest.MonkeyPatch) -> Internet:
    internet = Internet()
    internet.names = {"good.example": [[PUBLIC]]}
    internet.take_over(asyncio.get_running_loop(), monkeypatch)
    return internet


async def open_site(internet: Internet, pair: tuple[Path, Path]) -> tuple[Site, asyncio.Server]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*pair)
    site = Site()
    server = await site.open(context)
    internet.stands_on = {PUBLIC: site.port}
    site.pages = {"/": page(), "/down": redirect("http://good.example/"), "/on": redirect("/")}
    return site, server


@pytest.fixture
async def trusting(certificates: dict[str, tuple[Path, Path]], monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Both certificates count as signed by a known authority, as if they stood in the system's store."""
    context = ssl.create_default_context()
    for made, _ in certificates.values():
        context.load_verify_locations(made)
    monkeypatch.setattr(aiohttp.connector, "_SSL_CONTEXT_VERIFIED", context)
    yield


@needs_openssl
@pytest.mark.usefixtures("trusting")
async def test_secure_site_is_read_at_its_pinned_address(
    internet: Internet, certificates: dict[str, tuple[Path, Path]]
) -> None:
    _, server = await open_site(internet, certificates["good.example"])
    fetched = await internet.fetch("https://good.example/on")
    assert (fetched.address, fetched.data) == ("https://good.example/", b"The ferry left.")
    assert internet.dialled == [(PUBLIC, 443)] * 2
    server.close()


@needs_openssl
@pytest.mark.usefixtures("trusting")
async def test_certificate_of_another_site_is_refused(
    internet: Internet, certificates: dict[str, tuple[Path, Path]]
) -> None:
    site, server = await open_site(internet, certificates["evil.example"])
    with pytest.raises(InputError) as refused:
        await internet.fetch("https://good.example/")
    assert (str(refused.value), site.requests) == (UNTRUSTED, [])
    server.close()


@needs_openssl
async def test_certificate_that_nobody_vouches_for_is_refused(
    internet: Internet, certificates: dict[str, tuple[Path, Path]]
) -> None:
    site, server = await open_site(internet, certificates["good.example"])
    with pytest.raises(InputError) as refused:
        await internet.fetch("https://good.example/")
    assert (str(refused.value), site.requests) == (UNTRUSTED, [])
    server.close()


@needs_openssl
@pytest.mark.usefixtures("trusting")
async def test_secure_site_cannot_send_on_to_an_insecure_address(
    internet: Internet, certificates: dict[str, tuple[Path, Path]]
) -> None:
    _, server = await open_site(internet, certificates["good.example"])
    with pytest.raises(InputError, match="from a secure address to one that is not"):
        await internet.fetch("https://good.example/down")
    assert internet.dialled == [(PUBLIC, 443)]
    server.close()


async def test_site_that_speaks_no_tls_at_the_secure_port_is_refused(internet: Internet) -> None:
    async def speak_plainly(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(page())
        writer.close()

    server = await asyncio.start_server(speak_plainly, HERE, 0)
    internet.stands_on = {PUBLIC: server.sockets[0].getsockname()[1]}
    with pytest.raises(InputError) as refused:
        await internet.fetch("https://good.example/")
    assert str(refused.value) in {UNTRUSTED, "good.example cannot be reached."}
    server.close()
