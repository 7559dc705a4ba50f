"""What is wrong with a typed day that the calendar does not have."""

from __future__ import annotations

import re
from calendar import isleap, month_name, monthrange
from functools import cache

from bot.reading.dates.grammar.vocabulary import either, month_of, table

_FIGURES_FIRST_YEAR = re.compile(r"^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,3}))?$")
_FIGURES_LAST_YEAR = re.compile(r"^(\d{1,3})[./-](\d{1,3})(?:[./-](\d{4}|\d\d))?\.?$")
_LEAP_YEAR = 2024


def what_is_wrong(words: str, shown: str) -> str | None:
    """One sentence for a day that cannot be ("31 April", "2022-13-45"); None where nothing is wrong.

    The sentence names what is wrong and says what would do. `shown` is the day as it was typed.
    """
    if match := _FIGURES_FIRST_YEAR.match(words):
        return _checked(shown, int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    if match := _FIGURES_LAST_YEAR.match(words):
        day, month = int(match[1]), int(match[2])
        if month > 12 >= day:
            day, month = month, day
        return _checked(shown, _year(match[3]), month, day)
    if match := _named().match(words):
        day = int(match["before"] or match["behind"])
        return _checked(shown, int(match["year"]) if match["year"] else None, month_of(match["month"]), day)
    return None


def _year(figures: str | None) -> int | None:
    if figures is None:
        return None
    return int(figures) if len(figures) == 4 else 2000 + int(figures)


@cache
def _named() -> re.Pattern[str]:
    month = rf"(?P<month>{either(table('months'))})\.?"
    mark = "(?:st|nd|rd|th)?"
    day_first = rf"(?P<before>\d{{1,3}}){mark}(?:\s+of)?\s+"
    day_last = rf"\s+(?P<behind>\d{{1,3}}){mark}(?!\d)"
    return re.compile(
        rf"^(?:the\s+)?(?:{day_first})?{month}(?(before)|{day_last})(?:,?\s+(?P<year>\d{{4}}))?$", re.IGNORECASE
    )


def _checked(shown: str, year: int | None, month: int, day: int | None) -> str | None:
    if year == 0:
        return f"“{shown}” is no date: there is no year 0; type a year such as 2022."
    if not 1 <= month <= 12:
        return (
            f"“{shown}” is no date: there is no month {month}; type a month from 01 to 12, as in {year or 2022}-04-30."
        )
    if day is None:
        return None
    length = monthrange(year or _LEAP_YEAR, month)[1]
    if 1 <= day <= length:
        return None
    name, suffix = month_name[month], f" {year}" if year else ""
    if month == 2 and day == 29 and year and not isleap(year):
        return (
            f"“{shown}” is no date: {year} was no leap year, so February had 28 days; "
            f"type 28 February{suffix} or 1 March{suffix}."
        )
    nearest = min(max(day, 1), length)
    return (
        f"“{shown}” is no date: {name} has {length} days; "
        f"type a day from 1 to {length}, such as {nearest} {name}{suffix}."
    )
