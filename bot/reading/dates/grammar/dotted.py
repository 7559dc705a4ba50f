"""Rules for continental days: "26.02.", "Tuesday, 18.2.", "3. March", in an account that writes its days so."""

from __future__ import annotations

import re
from functools import cache

from bot.reading.dates.calendar import day_of, years_from
from bot.reading.dates.forms import Fixed, Form, Range, Yearly
from bot.reading.dates.grammar.rules import FIGURE, Meaning, Rule, rule, word_before
from bot.reading.dates.grammar.vocabulary import DASH, GAP, YEAR, listed, month_of, month_word, weekday_word

_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_LEAP_YEAR = 2000
_LONGEST_WEEKDAY = 14


@cache
def _usage() -> re.Pattern[str]:
    """Opens with a figure, so that the search skips to figures."""
    return re.compile(
        rf"\d{{1,2}}\.(?:(?P<full>{_MONTH_NUMBER}\.(?:1[5-9]|20|21)\d\d(?!\d))|{GAP}(?=(?-i:[A-Z])){month_word()})",
        re.IGNORECASE,
    )


def writes_dotted(text: str) -> bool:
    """Whether an account writes its days with dots: "14.02.2031" or "on 3. March" stands somewhere in it."""
    return any(
        match["full"] or word_before(text, match.start()) in listed("before_dotted")
        for match in _usage().finditer(text)
    )


@cache
def dotted_rules() -> tuple[Rule, ...]:
    """Every rule of this kind."""
    return (
        # 26.02., on 26.02; not "paragraph 12.3", "4.20 h"
        rule(
            [FIGURE],
            rf"(?<![\d.,:/-])(?P<day>{_NUMBER})\.(?P<month>{_MONTH_NUMBER})(?P<dot>\.)?(?![\d%]|[.,:]\d|{GAP}h\b)",
            _day_and_month,
        ),
        # 3. March, 8. to 9. March 2031
        rule(
            [FIGURE],
            rf"(?<![\d.,:/-])(?:(?P<first>{_NUMBER})\.?(?:{DASH}|{GAP}(?:to|and){GAP}))?(?P<day>{_NUMBER})\.{GAP}"
            rf"(?P<month>{month_word()})(?:{GAP}(?P<year>{YEAR}))?",
            _day_of_named_month,
        ),
    )


def _day_and_month(match: re.Match[str]) -> Meaning:
    """A day where days stand; without the last dot only where it is written out ("on 26.02")."""
    if not _stands_as_day(match) or not (match["dot"] or len(match.group()) == len("26.02")):
        return None
    day, month = int(match["day"]), int(match["month"])
    return Yearly("day", month, day) if day_of(_LEAP_YEAR, month, day) else None


def _day_of_named_month(match: re.Match[str]) -> Meaning:
    if not _stands_as_day(match) or not match["month"][0].isupper():
        return None
    month = month_of(match["month"])
    days = [_day(match["year"], month, int(figure)) for figure in (match["first"], match["day"]) if figure]
    found = [day for day in days if day is not None]
    if len(found) != len(days):
        return None
    return Range(found[0], found[1]) if len(found) > 1 else found[0]


def _day(year: str | None, month: int, day: int) -> Form | None:
    if day_of(_LEAP_YEAR, month, day) is None:
        return None
    if year is None:
        return Yearly("day", month, day)
    days = day_of(int(year), month, day) if years_from(int(year)) else None
    return Fixed(days, "day") if days else None


def _stands_as_day(match: re.Match[str]) -> bool:
    """Whether a preposition or a weekday stands before, or nothing on the line: "dated 26.02.", "Tuesday, 18.2."."""
    if word_before(match.string, match.start()) in listed("before_dotted"):
        return True
    before = match.string[max(0, match.start() - _LONGEST_WEEKDAY) : match.start()]
    return before.rpartition("\n")[2].strip(" •*–—-(") == "" or _weekday_last().search(before) is not None


@cache
def _weekday_last() -> re.Pattern[str]:
    return re.compile(rf"{weekday_word()},?[^\S\n]$", re.IGNORECASE)
