"""The days of what comes once a year: in a given year, or as seen from a day."""

from __future__ import annotations

from datetime import date

from bot.reading.dates.calendar import Stretch, Unit, day_of, months_from, one_day
from bot.reading.dates.feasts import feast_in
from bot.reading.dates.forms import Yearly

GRAIN: dict[str, Unit] = {"day": "day", "month": "month", "season": "season", "quarter": "quarter", "feast": "day"}
_LATELY = 28
"""Days: a month that ended less long ago is not called "last February" but "this", "last month" or nothing."""


def days_in_year(form: Yearly, year: int) -> Stretch | None:
    """The days of a yearly expression in a year; None where it has none there (29 February).

    A winter is the one that begins in December of the year before: "the winter" of 1943 ends in February 1943.
    """
    if form.kind == "feast":
        day = feast_in(form.name, year)
        return one_day(day) if day else None
    if form.kind == "day":
        return day_of(year, form.number, form.day)
    if form.kind == "month":
        return months_from(year, form.number)
    if form.kind == "season":
        return months_from(year - 1 if form.number == 12 else year, form.number, 3)
    return months_from(year, 3 * form.number - 2, 3)


def seen_from(form: Yearly, day: date) -> Stretch | None:
    """Last April is the newest that is over, next April the first that has not begun, this April the year's own."""
    if form.which == "this":
        return days_in_year(form, day.year)
    if form.which == "last":
        back = (days_in_year(form, year) for year in range(day.year + 1, day.year - 3, -1))
        gone = 1 if form.kind == "feast" else _LATELY
        return next((days for days in back if days and (day - days.last).days >= gone), None)
    coming = (days_in_year(form, year) for year in range(day.year, day.year + 3))
    return next((days for days in coming if days and days.first > day), None)
