"""What is done to every answer alike, whichever question it answers."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.calls import Call
from bot.answers.holdings import Holdings
from bot.answers.model import Answer, Item, ShownDate
from bot.answers.wording import siege_day


def finished(answer: Answer, call: Call, holdings: Holdings) -> Answer:
    """The answer with its question, its language, and on its items the day of the siege."""
    return replace(
        answer,
        items=tuple(_finished(item, holdings) for item in answer.items),
        asked=answer.asked or call,
        language=holdings.language,
    )


def _finished(item: Item, holdings: Holdings) -> Item:
    return item if item.date is None else replace(item, date=_counted_from_day_one(item.date, holdings))


def _counted_from_day_one(shown: ShownDate, holdings: Holdings) -> ShownDate:
    if shown.approximate or shown.earliest != shown.latest:
        return shown
    return replace(shown, siege_day=siege_day(shown.earliest, holdings.day_one, holdings.last_day))
