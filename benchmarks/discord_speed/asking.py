"""Members who ask, each as soon as the last answer is there, and how long the bot takes to answer."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from benchmarks.discord_speed.events import CHANNELS
from benchmarks.discord_speed.loopback import Call, Loopback

Event = tuple[str, str, dict[str, Any]]
"""The id that the answer will name, the name of the event, and its data."""
Asking = Callable[[str], Event]
"""Makes the event of one question in a channel."""
_PATIENCE = 20.0
"""Seconds after which a question counts as never answered, and the benchmark gives up."""
_FAULTS = ("Something went wrong", "too many questions")


class UnansweredError(Exception):
    """The bot has left a question without an answer, or answered that it could not."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One stretch of questions: milliseconds from each event to the first request for it, and answers a second."""

    times: Sequence[float]
    rate: float

    def percentile(self, percent: int) -> float:
        """The time that so many of a hundred questions stay below."""
        return statistics.quantiles(self.times, n=100, method="inclusive")[percent - 1]


class Line:
    """The members before one bot."""

    def __init__(self, discord: Loopback) -> None:
        self.discord = discord
        self._waiting: dict[str, asyncio.Future[Call]] = {}
        discord.on_call = self._called

    async def asked(self, askings: Iterator[Asking], members: int, questions: int) -> Slice:
        """Ask the next so many of `askings`, `members` at a time. Raises UnansweredError."""
        turns = islice(askings, questions)
        times: list[float] = []
        started = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for channel in CHANNELS[:members]:
                group.create_task(self._one_member(turns, channel, times))
        return Slice(times, questions / (time.perf_counter() - started))

    async def ask(self, asking: Asking, channel: str = CHANNELS[0]) -> tuple[float, Call]:
        """Ask one question: the milliseconds until its answer, and the answer."""
        key, event, data = asking(channel)
        with self._waiting_for(key) as answer:
            written = await self.discord.send(event, data)
            try:
                call = await asyncio.wait_for(answer, _PATIENCE)
            except TimeoutError:
                raise UnansweredError(f"No answer to {event} within {_PATIENCE:.0f} s.") from None
        if any(fault in str(call.message.get("components", "")) for fault in _FAULTS):
            raise UnansweredError(f"The bot could not answer {data.get('content') or data['data']}.")
        return (call.when - written) * 1000, call

    async def _one_member(self, turns: Iterator[Asking], channel: str, times: list[float]) -> None:
        for asking in turns:
            took, _ = await self.ask(asking, channel)
            times.append(took)

    @contextmanager
    def _waiting_for(self, key: str) -> Iterator[asyncio.Future[Call]]:
        self._waiting[key] = asyncio.get_running_loop().create_future()
        try:
            yield self._waiting[key]
        finally:
            del self._waiting[key]

    def _called(self, key: str, call: Call) -> None:
        waiting = self._waiting.get(key)
        if waiting is not None and not waiting.done():
            waiting.set_result(call)
