"""Pictures of charts while everybody else goes on asking: drawn by a process of its own, one at a time, and kept."""

from __future__ import annotations

import asyncio
import importlib.util
import logging
import os
import pickle
import sys
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.answers.chart import Chart
from bot.rendering.chart.framing import HEAD, behind_length, length_in

SECONDS = 15.0
"""How long a picture may take, waiting for others before it included; an answer then goes without."""
IDLE = 300.0
"""Seconds after which a process that has nothing to draw is ended: it takes some hundred and ten megabytes."""
KEPT = 64
"""Pictures that are kept, of some sixty kilobytes each."""
LARGEST = 2_000_000
"""Bytes of a picture; what is larger is no picture of ours."""
NOT_INSTALLED = "Timelines have no pictures here; pip install '.[chart]' brings what draws them."

_ROOT = Path(__file__).resolve().parent.parent.parent.parent
_WORKER = "bot.rendering.chart.worker"
_HANDED_ON = ("SYSTEMROOT", "HOME", "USERPROFILE", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "TMPDIR", "TEMP")
"""What the process may know of the bot's environment: where to keep its list of fonts, and no token."""

log = logging.getLogger(__name__)


class Charts:
    """Draws charts. Made by `open_charts`, which ends the process that draws.

    The process is started with the first chart, kept while there is work, and ended when it takes too long.
    """

    def __init__(self, *, seconds: float = SECONDS, idle: float = IDLE, worker: str = _WORKER) -> None:
        self._seconds, self._idle, self._module = seconds, idle, worker
        self._kept: OrderedDict[Chart, bytes] = OrderedDict()
        self._one_at_once = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None
        self._end_idle: asyncio.TimerHandle | None = None
        self._closed = False
        self._ending = set[asyncio.Task[tuple[bytes, bytes]]]()
        self.installed = importlib.util.find_spec("matplotlib") is not None

    async def png(self, chart: Chart) -> bytes | None:
        """The picture of a chart; None where it cannot be drawn, or not in time."""
        if chart in self._kept:
            self._kept.move_to_end(chart)
            return self._kept[chart]
        if not self.installed:
            return None
        try:
            async with asyncio.timeout(self._seconds), self._one_at_once:
                # Whoever asked for the same at the same time may have had it drawn by now.
                picture = self._kept.get(chart) or await self._drawn(chart)
        except (TimeoutError, OSError, asyncio.IncompleteReadError, ValueError) as error:
            log.warning("A chart could not be drawn (%s).", type(error).__name__)
            return None
        self._kept[chart] = picture
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return picture

    async def close(self) -> None:
        """End the process, if there is one, whatever it is at, and start no other."""
        self._closed = True
        _kill(self._process)
        # Whoever waits for a picture of it learns so first: two cannot read what it says.
        async with self._one_at_once:
            self._end()
        await asyncio.gather(*self._ending)

    async def _drawn(self, chart: Chart) -> bytes:
        if self._end_idle is not None:
            self._end_idle.cancel()
        try:
            process = await self._started()
            picture = await _exchange(process, pickle.dumps(chart))
        except BaseException:
            # It may be at it for ever, or answer the next question with this picture.
            self._end()
            raise
        self._end_idle = asyncio.get_running_loop().call_later(self._idle, self._end)
        return picture

    async def _started(self) -> asyncio.subprocess.Process:
        """The process that draws. Raises ValueError where none may any more, also while it was being started."""
        if self._closed:
            raise ValueError("closed")
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-X", "utf8", "-m", self._module),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                cwd=_ROOT,
                env=_environment(),
            )
        if self._closed:
            raise ValueError("closed")
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if self._end_idle is not None:
            self._end_idle.cancel()
        if process is not None:
            _kill(process)
            ending = asyncio.get_running_loop().create_task(process.communicate())
            self._ending.add(ending)
            ending.add_done_callback(self._ending.discard)


@asynccontextmanager
async def open_charts() -> AsyncIterator[Charts]:
    """What draws charts, closed at the end whatever happens; says in the log where it is not installed."""
    charts = Charts()
    if not charts.installed:
        log.info(NOT_INSTALLED)
    try:
        yield charts
    finally:
        await charts.close()


def _kill(process: asyncio.subprocess.Process | None) -> None:
    if process is not None:
        with suppress(ProcessLookupError):
            process.kill()


async def _exchange(process: asyncio.subprocess.Process, chart: bytes) -> bytes:
    """Hand a chart over and take the picture. Raises ValueError where there is none."""
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(behind_length(chart))
    await process.stdin.drain()
    length = length_in(await process.stdout.readexactly(HEAD))
    if not 0 < length <= LARGEST:
        raise ValueError("no picture")
    return await process.stdout.readexactly(length)


def _environment() -> dict[str, str]:
    known = {key: os.getenv(key) for key in _HANDED_ON}
    # Without threads of its own for sums that nobody has to do.
    return {"OPENBLAS_NUM_THREADS": "1", **{key: value for key, value in known.items() if value}}
