"""Answers given of late: what many ask for, and pages turned back to, is not looked up anew."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from bot.answers.calls import Call
from bot.answers.model import Answer

KEPT = 256
"""Answers that are kept: some two megabytes."""
_PRIVATE = frozenset({"find"})
"""Questions that hold what members wrote to each other, which is kept nowhere."""
_FLEETING = frozenset({"nothing", "choice", "error"})
"""Kinds of answer to words that may be nothing of the archive's, but only what somebody typed."""


class Asked(NamedTuple):
    """All that an answer depends on: what the archive holds for whoever asks, the question, and the answer's form."""

    edition: tuple[str | None, int]
    call: Call
    language: str
    page_length: int


class Remembered:
    """Keeps the answers given last, in memory alone. One is found only as long as the archive has not changed."""

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[Asked, Answer] = OrderedDict()

    async def answer(self, asked: Asked, find: Callable[[], Awaitable[Answer]]) -> Answer:
        """The answer kept, or what `find` finds."""
        if asked in self._kept:
            self._kept.move_to_end(asked)
            return self._kept[asked]
        answer = await find()
        if answer.kind not in _FLEETING and asked.call.question not in _PRIVATE and not _at_random(asked.call):
            self._kept[asked] = answer
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return answer


def _at_random(call: Call) -> bool:
    return call.question == "quote" and not call.subject and call.speaker is None
