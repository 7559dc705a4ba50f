"""`python -m bot preview`: the bot in a page of the local browser."""

import asyncio
import signal
import sys

import aiohttp

from bot.settings import PROJECT
from tests.small_archive import DATA

PATIENCE = 60


async def test_the_preview_prints_its_address_serves_the_page_and_ends_when_told_to(tmp_path):
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "preview"),
        cwd=tmp_path,
        env={"PYTHONPATH": str(PROJECT), "DATA_PATH": str(DATA), "ARCHIVE_PATH": str(tmp_path / "kept.db")},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        lines = [await asyncio.wait_for(process.stdout.readline(), PATIENCE) for _ in range(2)]
        address = lines[1].decode().strip()
        assert address.startswith("http://127.0.0.1:")
        async with aiohttp.ClientSession() as session, session.get(address) as page:
            assert page.status == 200
            assert "<html" in await page.text()
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    finally:
        if process.returncode is None:
            process.kill()
    assert await process.stderr.read() == b""
    assert not (tmp_path / "kept.db").exists()
