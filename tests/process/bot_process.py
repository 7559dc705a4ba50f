"""`python -m bot` as its own process, which never outlives its test."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from bot.settings import PROJECT

PATIENCE = 30.0
"""Seconds that a bot may take to start or to end."""
IMPATIENT = "import sys, bot.client; bot.client.FIRST_CONNECTION = {}; from bot.__main__ import main; sys.exit(main())"
"""`python -m bot`, but with another bound on its first connection."""


class BotProcess:
    """A running bot. `log` is what it has written to standard error once it has ended."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.log = ""

    def terminate(self) -> None:
        """Tell it to go, as an operator's init system does."""
        self._process.send_signal(signal.SIGTERM)

    async def ended(self) -> int:
        """Wait for it to end, and return its exit status."""
        _, written = await asyncio.wait_for(self._process.communicate(), PATIENCE)
        self.log = written.decode()
        assert self._process.returncode is not None
        return self._process.returncode

    async def went(self) -> int:
        """Tell it to go, and return its exit status."""
        self.terminate()
        return await self.ended()

    @property
    def last_words(self) -> str:
        """What it said last, once it has ended."""
        return self.log.splitlines()[-1]

    async def kill(self) -> None:
        """End it at once if it still runs."""
        if self._process.returncode is None:
            self._process.kill()
            await self._process.wait()


@asynccontextmanager
async def bot_process(
    folder: Path, environment: Mapping[str, str], *, first_connection: float | None = None
) -> AsyncIterator[BotProcess]:
    """Start the bot in `folder` with no settings but those given."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT", "HOME", "LANG"}}
    program = ["-m", "bot"] if first_connection is None else ["-c", IMPATIENT.format(first_connection)]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *program,
        cwd=folder,
        env={**kept, "PYTHONPATH": str(PROJECT), "NO_PROXY": "127.0.0.1", **environment},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    bot = BotProcess(process)
    try:
        yield bot
    finally:
        await bot.kill()
