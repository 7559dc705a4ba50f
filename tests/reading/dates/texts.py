"""Reading dates out of a few invented sentences."""

from __future__ import annotations

from datetime import date

from bot.reading.dates import find_dates
from bot.reading.layout import lay_out
from bot.reading.model import DateExpression

PUBLISHED = date(2031, 5, 14)  # a Wednesday


def dates_in(text: str, published: date | None = PUBLISHED) -> tuple[DateExpression, ...]:
    return find_dates(lay_out(text, published))


def days_in(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """(as written, day or first..last day) of every expression."""
    return [(found.text, _days(found)) for found in dates_in(text, published)]


def only(text: str, published: date | None = PUBLISHED) -> str:
    """The days of the one expression that a text has."""
    [found] = dates_in(text, published)
    return _days(found)


def last(text: str, published: date | None = PUBLISHED) -> str:
    """The days of the last expression of a text."""
    return _days(dates_in(text, published)[-1])


def _days(found: DateExpression) -> str:
    first = found.earliest.isoformat()
    return first if found.earliest == found.latest else f"{first}..{found.latest.isoformat()}"
