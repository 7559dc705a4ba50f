"""On which day of a year a feast falls."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from bot.reading.dates.calendar import day_of, easter, nth_weekday, orthodox_easter
from bot.reading.dates.forms import Yearly
from bot.reading.dates.grammar.vocabulary import month_of, month_word, table

_LEAP_YEAR = 2000


def feast_names() -> list[str]:
    """Every feast of the lexicon, lower case."""
    tables = ("fixed_holidays", "easter_holidays", "orthodox_holidays", "weekday_holidays")
    return [name for holidays in tables for name in table(holidays)]


def feast_name(words: str) -> str:
    """The name of the lexicon for a feast as written."""
    return " ".join(words.casefold().replace("’", "'").split())


def day_kept_on(text: str, end: int) -> Yearly | None:
    """The day that an account says a feast is kept on, right behind it: "Christmas Day, which is kept on January 7"."""
    match = _kept_on().match(text, end)
    if match is None:
        return None
    month, day = month_of(match["month"] or match["later"]), int(match["day"] or match["first"])
    return Yearly("day", month, day) if day_of(_LEAP_YEAR, month, day) else None


@cache
def _kept_on() -> re.Pattern[str]:
    month = month_word()
    return re.compile(
        r",?\s(?:which\s)?(?:(?:is|was)\s)?(?:kept|observed|celebrated|marked|falls|fell)\s(?:[a-z]{1,12}\s){0,3}on\s(?:the\s)?"
        rf"(?:(?P<month>{month})\s(?P<day>\d{{1,2}})|(?P<first>\d{{1,2}})\s(?P<later>{month}))\b",
        re.IGNORECASE,
    )


def feast_in(name: str, year: int) -> date | None:
    """The day of a feast (lower-case name as in the lexicon) in a year; None outside the calendar."""
    if not 1 < year < 9999:
        return None
    if name in table("fixed_holidays"):
        month, day = table("fixed_holidays")[name]
        return date(year, month, day)
    if name in table("easter_holidays"):
        return easter(year) + timedelta(days=table("easter_holidays")[name])
    if name in table("orthodox_holidays"):
        return orthodox_easter(year) + timedelta(days=table("orthodox_holidays")[name])
    if name in table("weekday_holidays"):
        return nth_weekday(year, *table("weekday_holidays")[name])
    return None
