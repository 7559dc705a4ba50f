"""Reading one text while everybody else goes on asking: a short one in a thread, a long one in a process of its own."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager
from datetime import date
from functools import partial

from bot.archive.file.faults import WORKER_DIED
from bot.archive.keeping.readers import Reader
from bot.errors import ArchiveError
from bot.reading.model import Reading

LONG = 20_000
"""Characters from which on a text is read in a process: a thread takes some tenths of a second for it, and for all that
time keeps what others ask waiting, again and again, for as long as Python lets one thread go on."""
_TRIES = 2
_NICE = 10
"""By how much questions go before reading where there is one processor for both."""


class ReadingRoom:
    """Reads with one reader. Made by `open_reading_room`, which ends the process that reads long texts.

    The process is started with the first long text, and kept.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._worker: ProcessPoolExecutor | None = None
        self._closed = False

    async def read(self, text: str, published: date | None) -> Reading:
        """The reading of a text. Raises ArchiveError where the process died over it twice, or was closed over it."""
        work = partial(self.reader, text, published)
        if len(text) < LONG or not _is_found_elsewhere(self.reader):
            return await asyncio.to_thread(work)
        return await self._in_process(work)

    async def _in_process(self, work: Callable[[], Reading]) -> Reading:
        for _ in range(_TRIES):
            worker = self._started()
            try:
                return await asyncio.get_running_loop().run_in_executor(worker, work)
            except BrokenProcessPool:
                self._drop(worker)
                if self._closed:
                    break
        raise ArchiveError(WORKER_DIED)

    def _started(self) -> ProcessPoolExecutor:
        if self._worker is None:
            # Not forked: the threads of this process would be copied in whatever state they are.
            context = multiprocessing.get_context("spawn")
            self._worker = ProcessPoolExecutor(1, mp_context=context, initializer=_set_up_worker)
        return self._worker

    def _drop(self, worker: ProcessPoolExecutor) -> None:
        # Whoever was read for beside may have dropped it already, and another may be there.
        if self._worker is worker:
            self._worker = None
        worker.shutdown(wait=False, cancel_futures=True)

    async def close(self) -> None:
        """End the process, if there is one, whatever it is at."""
        self._closed = True
        worker, self._worker = self._worker, None
        if worker is None:
            return
        # Python has a way to do this from 3.14 on.
        for process in list((worker._processes or {}).values()):
            process.kill()
        await asyncio.to_thread(worker.shutdown, wait=True, cancel_futures=True)


@asynccontextmanager
async def open_reading_room(reader: Reader) -> AsyncIterator[ReadingRoom]:
    """A reading room, closed at the end whatever happens."""
    room = ReadingRoom(reader)
    try:
        yield room
    finally:
        await room.close()


def _is_found_elsewhere(reader: Reader) -> bool:
    """Whether another process finds this reader by its name: it is a function of a module that can be imported."""
    module = getattr(reader, "__module__", "__main__")
    if module == "__main__":
        return False
    return getattr(sys.modules.get(module), getattr(reader, "__qualname__", ""), None) is reader


def _set_up_worker() -> None:
    """Leave Ctrl-C to the bot, let it have the processor first, and end when it does, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(_NICE)
    threading.Thread(target=_end_with_the_bot, daemon=True).start()


def _end_with_the_bot() -> None:
    bot = multiprocessing.parent_process()
    assert bot is not None
    bot.join()
    os._exit(1)
