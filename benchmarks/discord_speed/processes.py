"""Bots as processes of their own: how they start, what they take, and that none is left behind."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from benchmarks.discord_speed.asking import Event, Line, UnansweredError
from benchmarks.discord_speed.events import Members
from benchmarks.discord_speed.loopback import Loopback
from bot.settings import PROJECT

OURS = ("-m", "bot")
CONSTANT = ("-m", "benchmarks.discord_speed.constant_bot")
_STARTING, _GOING = 20.0, 20.0
"""Seconds that a bot may take to log in and register its commands, and to end."""
_KEPT = {"PATH", "HOME", "LANG", "SYSTEMROOT"}


@dataclass(frozen=True, slots=True)
class Memory:
    """Mebibytes of a process: all that it has in memory, and its share where others have the same."""

    rss: float
    pss: float


@dataclass(frozen=True, slots=True)
class Start:
    """Milliseconds from the start of a process to READY, and to the first answer."""

    ready: float
    answered: float


@dataclass(frozen=True, slots=True)
class Running:
    """A bot that is logged in, with the members before it."""

    line: Line
    start: Start
    pid: int

    def memory(self) -> Memory | None:
        """What it has in memory now; None where the system does not say."""
        rollup = Path(f"/proc/{self.pid}/smaps_rollup")
        if not rollup.exists():
            return None
        sizes = dict(re.findall(r"^(\w+):\s+(\d+) kB", rollup.read_text(), re.MULTILINE))
        return Memory(int(sizes["Rss"]) / 1024, int(sizes["Pss"]) / 1024)


@asynccontextmanager
async def running(command: Sequence[str], settings: Mapping[str, str]) -> AsyncIterator[Running]:
    """A bot, started and logged in; ended at the end whatever happens. Raises UnansweredError if it does not start."""
    kept = {name: value for name, value in os.environ.items() if name in _KEPT}
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "log").open("w+") as log:
        async with Loopback() as discord:
            environment = {**kept, "PYTHONPATH": str(PROJECT), "NO_PROXY": "127.0.0.1"}
            started = time.perf_counter()
            process = await asyncio.create_subprocess_exec(
                sys.executable, *command, cwd=folder, env={**environment, **settings, **discord.environment},
                stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=log,
            )  # fmt: skip
            try:
                await _logged_in(discord, process, log)
                ready = time.perf_counter()
                line = Line(discord)
                await line.ask(partial(_asks_for_help, Members()))
                answered = time.perf_counter()
                yield Running(line, Start((ready - started) * 1000, (answered - started) * 1000), process.pid)
            finally:
                await _end(process)


def _asks_for_help(members: Members, channel: str) -> Event:
    return channel, "MESSAGE_CREATE", members.says("!help", channel)


async def _logged_in(discord: Loopback, process: asyncio.subprocess.Process, log: IO[str]) -> None:
    logged_in = asyncio.create_task(discord.logged_in())
    ended = asyncio.create_task(process.wait())
    done, pending = await asyncio.wait({logged_in, ended}, timeout=_STARTING, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    if logged_in not in done:
        raise UnansweredError(f"A bot did not log in; the end of its log:\n{log.read()[-2000:]}")


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), _GOING)
    except TimeoutError:
        process.kill()
        await process.wait()
