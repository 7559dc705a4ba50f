"""Calendar arithmetic: stretches of days, and how months, seasons, parts and feasts lie in them.

A stretch has a first and a last day, both inclusive. Years run from 1 to 9999; whatever falls outside is None.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century"]
Part = Literal[
    "early",
    "mid",
    "late",
    "first half",
    "second half",
    "first week",
    "second week",
    "third week",
    "last week",
    "first day",
    "last day",
    "some time in",
    "week of",
    "weekend of",
]

_MONTHS_OF = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}


class Stretch(NamedTuple):
    """Days from `first` to `last`, both inclusive."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1


def gap_between(a: Stretch, b: Stretch) -> int:
    """Days between two stretches; 0 where they meet."""
    return max(0, (a.first - b.last).days, (b.first - a.last).days)


def one_day(day: date) -> Stretch:
    """The stretch of a single day."""
    return Stretch(day, day)


def day_of(year: int, month: int, day: int) -> Stretch | None:
    """A calendar day, or None where there is no such day ("31 April")."""
    try:
        return one_day(date(year, month, day))
    except ValueError:
        return None


def months_from(year: int, month: int, count: int = 1) -> Stretch | None:
    """`count` whole months from a month on; `month` may lie outside 1-12 and then counts into other years."""
    first_year, first_month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last_year, last_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    if not (first_year >= 1 and last_year <= 9999):
        return None
    return Stretch(date(first_year, first_month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1]))


def years_from(year: int, count: int = 1) -> Stretch | None:
    """`count` whole years from a year on."""
    return months_from(year, 1, 12 * count)


def shift_days(day: date, count: int) -> date | None:
    """The day `count` days on (or back), or None outside the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def unit_around(day: date, unit: Unit, offset: int = 0) -> Stretch | None:
    """The day, week (from Monday), month, quarter, season, year ... that holds a day, or the one `offset` units on."""
    if unit in ("day", "week", "weekend"):
        moved = shift_days(day, offset if unit == "day" else 7 * offset)
        if moved is None:
            return None
        if unit == "day":
            return one_day(moved)
        monday = shift_days(moved, -moved.weekday())
        return _days_from(monday, 0, 6) if unit == "week" else _days_from(monday, 5, 6)
    if unit == "decade":
        return years_from(day.year // 10 * 10 + 10 * offset, 10)
    if unit == "century":
        return years_from(day.year // 100 * 100 + 100 * offset, 100)
    count = _MONTHS_OF[unit]
    first = {
        "month": day.month,
        "quarter": (day.month - 1) // 3 * 3 + 1,
        "season": day.month // 3 * 3,
        "year": 1,
    }[unit]
    return months_from(day.year, first + count * offset, count)


def _days_from(monday: date | None, first: int, last: int) -> Stretch | None:
    if monday is None:
        return None
    start, end = shift_days(monday, first), shift_days(monday, last)
    return Stretch(start, end) if start and end else None


def shift_months(day: date, count: int) -> date | None:
    """The same day of the month `count` months on, or the last day of a shorter month."""
    month = months_from(day.year, day.month + count)
    return month.first.replace(day=min(day.day, month.last.day)) if month else None


def part_of(whole: Stretch, part: Part) -> Stretch:
    """The early, middle or late third of a stretch, or a half of it.

    Of a month: early is 1-10, mid 11-20, late 21 to the end. Longer stretches are cut by whole months (or years, if
    they hold whole decades), those of other days by days. A stretch of less than a fortnight is left as it is.
    """
    if part in ("some time in", "week of", "weekend of") or whole.days < 14:
        return whole
    if part in ("first day", "last day"):
        return one_day(whole.first if part == "first day" else whole.last)
    if part.endswith(" week"):
        return _week_of_month(whole, part)
    if whole.first.day != 1 or (whole.last + timedelta(days=1) if whole.last < date.max else date(1, 1, 1)).day != 1:
        return _part_by_days(whole, part)
    months = 12 * (whole.last.year - whole.first.year) + whole.last.month - whole.first.month + 1
    if months == 1:
        return _part_of_month(whole, part)
    first, last = _cut(months, part)
    start = months_from(whole.first.year, whole.first.month + first)
    end = months_from(whole.first.year, whole.first.month + last - 1)
    return Stretch(start.first, end.last) if start and end else whole


def _week_of_month(whole: Stretch, part: Part) -> Stretch:
    """The first week of May is its days 1-7, the last its last seven days."""
    if part == "last week":
        return Stretch(whole.last - timedelta(days=6), whole.last)
    skipped = 7 * ("first week", "second week", "third week").index(part)
    first = whole.first + timedelta(days=skipped)
    return Stretch(first, first + timedelta(days=6))


def _part_by_days(whole: Stretch, part: Part) -> Stretch:
    """Of a stretch that is not of whole months: its days by thirds or halves."""
    halves = part in ("first half", "second half")
    size = whole.days // (2 if halves else 3)
    if part in ("early", "first half"):
        return Stretch(whole.first, whole.first + timedelta(days=size - 1))
    if part == "mid":
        return Stretch(whole.first + timedelta(days=size), whole.last - timedelta(days=size))
    return Stretch(whole.last - timedelta(days=size - 1), whole.last)


def _part_of_month(month: Stretch, part: Part) -> Stretch:
    first, last = {
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, 31),
        "first half": (1, 15),
        "second half": (16, 31),
    }.get(part, (1, 31))
    return Stretch(month.first.replace(day=first), month.first.replace(day=min(last, month.last.day)))


def _cut(months: int, part: Part) -> tuple[int, int]:
    if part in ("first half", "second half"):
        return (0, months // 2) if part == "first half" else (months // 2, months)
    if months == 120:
        return {"early": (0, 48), "mid": (48, 84)}.get(part, (84, 120))
    third = months // 36 * 12 if months > 120 else months // 3
    return {"early": (0, third), "mid": (third, months - third)}.get(part, (months - third, months))


def weekday_near(day: date, weekday: int, *, after: bool = False, strictly: bool = False) -> date | None:
    """The nearest such weekday (Monday 0) on or before a day, on or after it with `after`; `strictly`: not the day."""
    if after:
        away = (weekday - day.weekday()) % 7
        return shift_days(day, away or (7 if strictly else 0))
    away = (day.weekday() - weekday) % 7
    return shift_days(day, -(away or (7 if strictly else 0)))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian reckoning as a day of the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8).

    Right for 1900-2099, when the two calendars lie 13 days apart; other years by their centuries.
    """
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; the last one for nth -1."""
    first = date(year, month, 1)
    if nth > 0:
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)
