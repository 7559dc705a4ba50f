"""Days of which only the beginning is typed yet: "30 ap", "2022-04-3", "30.0", "day 6", "30 кві"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bot.answers.language import ENGLISH
from bot.reading.people.keys import name_key

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
_ADDING_NOTHING = frozenset({"the", "of", "on", "in", "st", "nd", "rd", "th", "го", "е", "року", "года"})
_DAY_WORDS = frozenset({"day", "день", "дня"})
_LOCALES = ("uk", "ru")
_ALL_MONTHS = frozenset(range(1, 13))
_NUMBERS = ("day", "month", "year", "nth")
_SHORTEST_YEAR = 3
"""Figures from which a number can only be the beginning of a year."""


@dataclass(frozen=True, slots=True)
class Number:
    """Figures as typed; `open` where more may follow."""

    figures: str
    open: bool

    def fits(self, value: int) -> bool:
        """Whether this is the number, or may become it; a nought before it may stand or not."""
        if int(self.figures) == value:
            return True
        return self.open and (str(value).startswith(self.figures) or f"{value:02}".startswith(self.figures))

    def closed(self) -> Number:
        """The number as one that is typed in full."""
        return replace(self, open=False)


@dataclass(frozen=True, slots=True)
class HalfDay:
    """What is known of a day so far; None is open. `months` are those that the word begins, `nth` counts the siege."""

    day: Number | None = None
    month: Number | None = None
    months: frozenset[int] = _ALL_MONTHS
    year: Number | None = None
    nth: Number | None = None

    def among(self, days: Collection[date], siege: Callable[[date], int | None]) -> set[date]:
        """The days that may be meant; `siege` says which day of the siege a day is, if any."""
        of_month = _fitting(self.day, range(1, 32))
        months = _fitting(self.month, self.months)
        years = _fitting(self.year, {day.year for day in days})
        found = {day for day in days if day.day in of_month and day.month in months and day.year in years}
        nth = self.nth
        if nth is None:
            return found
        return {day for day in found if (number := siege(day)) is not None and nth.fits(number)}

    def closed(self) -> HalfDay:
        """The same, with every number taken for one that is typed in full."""
        numbers = {name: number.closed() for name in _NUMBERS if (number := getattr(self, name)) is not None}
        return replace(self, **numbers)

    @property
    def is_month(self) -> bool:
        """Whether a month is typed and no day of it."""
        return self.months is not _ALL_MONTHS and self.day is None


def _fitting(number: Number | None, values: Iterable[int]) -> frozenset[int]:
    return frozenset(value for value in values if number is None or number.fits(value))


def half_days(typed: str) -> list[HalfDay]:
    """All that may be meant by what is typed so far; nothing where it is no beginning of a day."""
    plain = unicodedata.normalize("NFKC", typed).casefold()
    tokens = _TOKEN.findall(plain)
    numbers: list[Number] = []
    months: frozenset[int] | None = None
    counted = False
    for at, token in enumerate(tokens):
        is_open = at == len(tokens) - 1 and plain.endswith(token)
        if token.isdecimal():
            numbers.append(Number(token, is_open))
        elif token in _DAY_WORDS:
            counted = True
        elif token not in _ADDING_NOTHING:
            begun = _months_beginning(token)
            if not begun or months is not None:
                return []
            months = begun
    if any(len(number.figures) > len("2022") for number in numbers):
        return []
    if counted:
        return [HalfDay(nth=numbers[0])] if len(numbers) == 1 and months is None else []
    return list(_with_month(months, numbers) if months else _in_figures(numbers))


def _with_month(months: frozenset[int], numbers: Sequence[Number]) -> Iterator[HalfDay]:
    """A day and a year, in whatever order, or one of them, or none."""
    years = [number for number in numbers if _is_year(number)]
    days = [number for number in numbers if not _is_year(number)]
    if len(years) <= 1 and len(days) <= 1:
        yield HalfDay(months=months, day=next(iter(days), None), year=next(iter(years), None))
    elif len(days) == 2 and not years and days[1].open:
        yield HalfDay(months=months, day=days[0], year=days[1])


def _in_figures(numbers: Sequence[Number]) -> Iterator[HalfDay]:
    """2022-04-30 and 30.04.2022; a number alone may be a day, a day of the siege or a year."""
    known: tuple[Number | None, ...] = (*numbers, None, None)
    if len(numbers) == 1 and not _is_year(numbers[0]):
        yield HalfDay(day=numbers[0])
    if len(numbers) == 1:
        yield HalfDay(nth=numbers[0])
    if not 1 <= len(numbers) <= 3:
        return
    if _is_year(numbers[0]):
        yield HalfDay(year=known[0], month=known[1], day=known[2])
    elif len(numbers) > 1:
        yield HalfDay(day=known[0], month=known[1], year=known[2])


def _is_year(number: Number) -> bool:
    return len(number.figures) >= _SHORTEST_YEAR


def _months_beginning(word: str) -> frozenset[int]:
    names = _english_months() if word.isascii() else _other_months()
    key = name_key(word)
    return frozenset(month for name, month in names if key and name.startswith(key))


def _english_months() -> Iterator[tuple[str, int]]:
    return ((name.casefold(), number) for number, name in enumerate(ENGLISH.months, 1))


@cache
def _other_months() -> tuple[tuple[str, int], ...]:
    """(name key, number) of every month in every case, as in the CLDR."""
    from babel.dates import get_month_names

    return tuple(
        (name_key(name), month)
        for locale in _LOCALES
        for context in ("format", "stand-alone")
        for month, name in get_month_names("wide", context, locale).items()
    )
