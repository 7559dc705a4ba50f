"""Suggesting days, and months and other stretches where these are typed, that something is dated to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain, islice

from bot.answers.language import Language
from bot.answers.suggest.half_days import HalfDay, half_days
from bot.answers.suggest.model import MOST, Suggestion
from bot.answers.wording import siege_day
from bot.archive.archive import Archive
from bot.archive.calendar import Calendar
from bot.archive.directory import DayDirectory
from bot.archive.records import Viewer
from bot.reading.dates.asked import AskedDay, DayError, read_day

MOST_MONTHS = 5
"""Months of one beginning ("ap" of April 2022, April 2023) that come before the days in them."""
Stretch = tuple[date, date]
"""The first and the last day of a stretch, both inclusive."""


@dataclass(frozen=True, slots=True)
class Siege:
    """The days between which the siege is counted, and its fixed points."""

    day_one: date
    last_day: date | None
    calendar: Calendar = field(default_factory=Calendar)

    def number(self, day: date) -> int | None:
        """The number of a day; None outside the siege."""
        return siege_day(day, self.day_one, self.last_day)


async def suggest_days(
    archive: Archive, siege: Siege, typed: str, viewer: Viewer, language: Language
) -> list[Suggestion]:
    """The days that may be meant, those with most first, with how much is dated to each.

    What is typed in full and is more than a day comes before the days of it; days of fixed points whose names are
    begun come last.
    """
    directory = await archive.listed_days(viewer)
    wanted = await _wanted(archive, directory, siege, typed.partition(" · ")[0], viewer)
    counted = ((days, _dated(directory, days)) for days in list(dict.fromkeys(wanted))[:MOST])
    return [_suggestion(days, dated, siege, language) for days, dated in counted if dated]


async def _wanted(archive: Archive, directory: DayDirectory, siege: Siege, typed: str, viewer: Viewer) -> list[Stretch]:
    if not typed:
        return [(day, day) for day in islice(directory.days, MOST)]
    read = _read(typed, siege, await _years(archive, siege, viewer))
    halves = half_days(typed)
    days = [*_within(read, directory), *_begun(halves, directory, siege)]
    points = ((point.earliest, point.latest) for point in siege.calendar.beginning(typed))
    return [*_stretches(read, halves, directory, siege), *((day, day) for day in days), *points]


def _read(typed: str, siege: Siege, years: Sequence[int]) -> AskedDay | None:
    """What the words mean as they stand, as where they are asked."""
    try:
        return read_day(typed, years=years, day_one=siege.day_one)
    except DayError:
        return None


async def _years(archive: Archive, siege: Siege, viewer: Viewer) -> list[int]:
    """The years that the archive is about, the siege's own first."""
    own = siege.day_one.year
    return [own, *(year for year in (await archive.listed_sources(viewer)).years if year != own)]


def _stretches(
    read: AskedDay | None, halves: Sequence[HalfDay], directory: DayDirectory, siege: Siege
) -> Iterator[Stretch]:
    """The stretch that is typed, or the months whose names are begun."""
    if read:
        if read.earliest != read.latest:
            yield read.earliest, read.latest
        return
    months: Counter[date] = Counter()
    for day in _among([half for half in halves if half.is_month], directory, siege):
        months[day.replace(day=1)] += directory.days[day]
    yield from ((first, _end_of_month(first)) for first, _ in months.most_common(MOST_MONTHS))


def _end_of_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _within(read: AskedDay | None, directory: DayDirectory) -> list[date]:
    """The days of the stretch that is typed."""
    days = (day for day in directory.days if read and read.earliest <= day <= read.latest)
    return list(islice(days, MOST))


def _begun(halves: Sequence[HalfDay], directory: DayDirectory, siege: Siege) -> list[date]:
    """The days whose numbers are typed in full, then those that what is typed begins."""
    whole = _among([half.closed() for half in halves], directory, siege)
    begun = _among(halves, directory, siege)
    in_order = chain(
        (day for day in directory.days if day in whole),
        (day for day in directory.days if day in begun and day not in whole),
    )
    return list(islice(in_order, MOST))


def _among(halves: Sequence[HalfDay], directory: DayDirectory, siege: Siege) -> set[date]:
    return set[date]().union(*(half.among(directory.days.keys(), siege.number) for half in halves))


def _dated(directory: DayDirectory, days: Stretch) -> int:
    """How many date expressions come to these days or some of them, and to no others."""
    if days[0] == days[1]:
        return directory.days.get(days[0], 0)
    return sum(each.dates for each in directory.intervals if days[0] <= each.earliest and each.latest <= days[1])


def _suggestion(days: Stretch, dated: int, siege: Siege, language: Language) -> Suggestion:
    first, last = days
    count = language.say("{n} dated", n=language.number(dated))
    points = [point.name_in(language.code) for point in siege.calendar.on(first, last)]
    if first != last:
        label = " · ".join((language.days(first, last), *points))
        return Suggestion(label, f"{first.isoformat()}..{last.isoformat()}", count)
    number = siege.number(first)
    day = language.say("day {n}", n=number) if number else ""
    return Suggestion(" · ".join(filter(None, (language.day(first), day, *points))), first.isoformat(), count)
