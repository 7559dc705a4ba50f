"""Reading many documents off the event loop, in processes and in order. One alone is for `reading_aside`."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date

from bot.reading import read
from bot.reading.model import Reading

Reader = Callable[[str, date | None], Reading]
"""What reads a text, given the day of its publication where that is known. For many documents it must be a function
of a module, so that other processes find it."""
Unread = tuple[int, str, date | None]
"""The number of a source, its text, and the day of its publication."""
Readings = AsyncGenerator[tuple[int, Reading], None]
"""The number of a source and its reading, one after another."""
_MANY = 48
"""Documents from which on processes pay: each takes about a second to start."""


def read_document(text: str, published: date | None) -> Reading:
    """The reader of this version."""
    return read(text, published)


async def read_all(reader: Reader, documents: AsyncIterator[Unread], count: int) -> Readings:
    """`count` documents, each with its reading, in order; only a few are held in memory at a time.

    To be used with `aclosing`, so that an error in the middle ends the other processes at once.
    """
    workers = (os.cpu_count() or 1) if count >= _MANY else 1
    loop = asyncio.get_running_loop()
    with _executor(workers) as executor:
        under_way: deque[tuple[int, asyncio.Future[Reading]]] = deque()
        try:
            async for number, text, published in documents:
                under_way.append((number, loop.run_in_executor(executor, reader, text, published)))
                if len(under_way) > 2 * workers:
                    first, reading = under_way.popleft()
                    yield first, await reading
            while under_way:
                first, reading = under_way.popleft()
                yield first, await reading
        finally:
            # Only after an error is anything left here; nobody wants it any more.
            executor.shutdown(wait=False, cancel_futures=True)
            await asyncio.gather(*(reading for _, reading in under_way), return_exceptions=True)


def _executor(workers: int) -> Executor:
    if workers == 1:
        return ThreadPoolExecutor(1)
    # Not forked: the connections' threads would be copied in whatever state they are.
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
