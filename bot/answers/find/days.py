"""The days that a message speaks of, and what is dated to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.answers.find.message import Message
from bot.answers.holdings import Holdings
from bot.archive.records import DateRecord, Viewer
from bot.reading.dates.asked import DayError, read_day
from bot.reading.dates.calendar import shift_days
from bot.reading.dates.typed import has_own_year
from bot.reading.model import DateExpression

MOST_DAYS = 10
_MOST_TYPED = 10
_STEMS = "січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|янв|фев|мар|апр|май|мая|мае|июн|июл|авг|сен|окт|ноя|дек"
_TYPED = re.compile(
    rf"(?<!\w)(?:day\s{{1,3}}\d{{1,3}}|\d{{1,2}}(?:-?(?:го|ого|е|є))?\s{{1,3}}(?:{_STEMS})[Ѐ-ӿ]{{0,9}}(?:\s{{1,3}}\d{{4}})?)(?!\w)",
    re.IGNORECASE,
)
"""Days as they are typed, which prose does not hold: a day of the siege, a Ukrainian or Russian date."""
_RELATIVE = {"сьогодні": 0, "сегодня": 0, "вчора": -1, "учора": -1, "вчера": -1, "позавчора": -2, "позавчера": -2}
_RELATIVE_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(_RELATIVE)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SpokenDay:
    """An expression of a message with the days that it comes to, both inclusive.

    `hangs_on_message` tells that they are counted from the day on which the message was written.
    """

    as_written: str
    earliest: date
    latest: date
    hangs_on_message: bool = False


@dataclass(frozen=True, slots=True)
class DatedDay:
    """A day spoken of, with how much is dated to it and the first of that."""

    spoken: SpokenDay
    count: int
    first: DateRecord


def days_spoken_of(message: Message, written: date | None, years: Sequence[int], day_one: date) -> list[SpokenDay]:
    """The different days of a message, in its order, at most MOST_DAYS.

    A day without a year is taken in `years`, the likeliest first: whoever writes “30 April” here means the siege.
    Where it is not known when the message was `written`, what hangs on that day is left out.
    """
    typed = [*_typed(message.text, years, day_one), *_relative(message.text, written)]
    spans = [span for span, _ in typed]
    read = [
        ((start, start + len(day.as_written)), day)
        for start, day in _read(message, written, years, day_one)
        if not any(start < end and begin < start + len(day.as_written) for begin, end in spans)
    ]
    different: dict[tuple[date, date], SpokenDay] = {}
    for _, day in sorted([*typed, *read], key=lambda each: each[0]):
        different.setdefault((day.earliest, day.latest), day)
    return list(different.values())[:MOST_DAYS]


async def dated(holdings: Holdings, days: Sequence[SpokenDay], viewer: Viewer) -> list[DatedDay]:
    """Those of the days to which something is dated."""
    found = []
    for day in days:
        first = await holdings.archive.dates_in(day.earliest, day.latest, viewer, 1)
        if first:
            count = await holdings.archive.count_dates_in(day.earliest, day.latest, viewer)
            found.append(DatedDay(day, count, first[0]))
    return found


def _read(
    message: Message, written: date | None, years: Sequence[int], day_one: date
) -> Iterator[tuple[int, SpokenDay]]:
    settled = {(each.start, each.earliest, each.latest) for each in message.undated.dates}
    moved: dict[int, timedelta] = {}
    for each in message.reading.dates:
        day = SpokenDay(each.text, each.earliest, each.latest)
        if (each.start, each.earliest, each.latest) in settled:
            yield each.start, day
        elif each.kind in ("explicit", "partial") and (asked := _asked(each.text, years, day_one)):
            moved[each.start] = asked.earliest - each.earliest
            yield each.start, asked
        elif each.anchor in moved:
            moved[each.start] = moved[each.anchor]
            yield from _moved(each, moved[each.anchor])
        elif written:
            yield each.start, replace(day, hangs_on_message=True)


def _moved(each: DateExpression, by: timedelta) -> Iterator[tuple[int, SpokenDay]]:
    first, last = shift_days(each.earliest, by.days), shift_days(each.latest, by.days)
    if first and last:
        yield each.start, SpokenDay(each.text, first, last)


def _asked(words: str, years: Sequence[int], day_one: date) -> SpokenDay | None:
    if has_own_year(words):
        return None
    return _as_typed(words, years, day_one)


def _typed(text: str, years: Sequence[int], day_one: date) -> Iterator[tuple[tuple[int, int], SpokenDay]]:
    for match in list(_TYPED.finditer(text))[:_MOST_TYPED]:
        if day := _as_typed(match.group(), years, day_one):
            yield match.span(), day


def _as_typed(words: str, years: Sequence[int], day_one: date) -> SpokenDay | None:
    try:
        asked = read_day(words, years=years, day_one=day_one)
    except DayError:
        return None
    return SpokenDay(words, asked.earliest, asked.latest)


def _relative(text: str, written: date | None) -> Iterator[tuple[tuple[int, int], SpokenDay]]:
    """The Ukrainian and Russian words for today and the days before it."""
    if written is None:
        return
    for match in _RELATIVE_WORD.finditer(text):
        day = written + timedelta(days=_RELATIVE[match.group().casefold()])
        yield match.span(), SpokenDay(match.group(), day, day, hangs_on_message=True)
