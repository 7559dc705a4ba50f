"""The queue of reports, as moderators go through it with buttons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from bot.answers.language import Language
from bot.answers.model import Answer
from bot.answers.reports import OUTCOMES, QUEUE, close_report, is_number, queue_answer
from bot.archive.archive import Archive
from cogs._acting import Act
from cogs._moderators import Keeper


class Reporting:
    """Shows and closes what was reported. Every method raises InputError, one sentence."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.acts: Mapping[str, Act] = {
            QUEUE: self.queue,
            **{outcome: partial(self._close, outcome) for outcome in OUTCOMES},
        }

    async def queue(self, page: str, keeper: Keeper, language: Language) -> Answer:
        """The report on a page of the queue."""
        return await queue_answer(self._archive, keeper.guild, int(page) if is_number(page) else 1, language)

    async def _close(self, outcome: str, on: str, keeper: Keeper, language: Language) -> Answer:
        return await close_report(self._archive, keeper.guild, outcome, on, language, by=keeper.by)
