"""Rules for days of the calendar: "30 April", "April 26, 2022", "30.04.2022", "11-13 May", "the 14th"."""

from __future__ import annotations

import re
from functools import cache

from bot.reading.dates.calendar import day_of
from bot.reading.dates.forms import End, Figures, Fixed, Form, Found, MonthDay, Range, Yearly
from bot.reading.dates.grammar.joining import stands_in_brackets
from bot.reading.dates.grammar.rules import FIGURE, Meaning, Rule, rule, word_after, word_before, words_before
from bot.reading.dates.grammar.vocabulary import (
    DASH,
    GAP,
    NO_MORE_FIGURES,
    ORDINAL_MARK,
    YEAR,
    listed,
    month_of,
    month_word,
    ordinal_of,
    ordinal_openings,
    ordinal_word,
    table,
)

_BETWEEN = rf"(?P<between>{DASH}|/|{GAP}(?:to|through|until|till|and|or|&){GAP})(?:the{GAP})?"
_LIST = re.compile(r"and|or|&", re.IGNORECASE)
_DAY = rf"(?<!\d)(?<!\d[.,:])(?P<day>\d{{1,2}}){ORDINAL_MARK}?"
_LAST = rf"(?P<last>\d{{1,2}}){ORDINAL_MARK}?"
_OF_YEAR = rf"(?:,?{GAP}(?:of{GAP})?(?P<year>{YEAR}))?"
_LEAP_YEAR = 2000
_LONGEST_BULLET = 6
_LEAST_IN_WORDS = 7
"""Smaller ordinals mostly count attempts, rooms and the like."""
_LISTED = rf"(?<![\d.])\d{{1,2}}(?:,{GAP}\d{{1,2}}){{1,5}},?{GAP}(?:and|or){GAP}\d{{1,2}}"
_FIGURE = re.compile(r"\d+")
_OF_MONTH = re.compile(rf"{GAP}of{GAP}(?:that|this|the{GAP}same|last){GAP}month\b", re.IGNORECASE)


@cache
def day_rules() -> tuple[Rule, ...]:
    """Every rule of this kind, the most telling first."""
    month = f"(?P<month>{month_word()})"
    return (
        # 2022-04-30, 2022/04/30
        rule(
            [FIGURE], r"(?<![\d/-])(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?![\d/-])", _iso
        ),
        # 30.04.2022, 12/05/2031, 11/02/89
        rule(
            [FIGURE],
            r"(?<![\d./-])(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/-]|\.\d)",
            _figures,
        ),
        # a list's "- 10/03: ...", "• 10/08 (...)"
        rule([FIGURE], r"(?<![\d./-])(?P<a>\d\d)/(?P<b>\d\d)(?=:\s|[^\S\n][(–—-])", _figures_of_entry),
        # on 12/2, Founders Day
        rule(
            [FIGURE],
            rf"(?<![\d./-])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}}),{GAP}(?:the{GAP})?"
            r"(?-i:(?:[A-Z][a-z’']{1,20} ){1,3}Day)\b",
            _figures_of_feast,
        ),
        # 11-13 May, the 28 and 29 August 1918
        rule([FIGURE], rf"{_DAY}{_BETWEEN}{_LAST}(?:{GAP}of)?{GAP}{month}{_OF_YEAR}", _days),
        # 7, 8 and 9 May; May 7, 8 and 9
        rule([FIGURE], rf"(?P<days>{_LISTED})(?:{GAP}of)?{GAP}{month}{_OF_YEAR}", _listed_days),
        rule(table("months"), rf"{month}{GAP}(?P<days>{_LISTED}){NO_MORE_FIGURES}{_OF_YEAR}", _listed_days),
        # 30-Apr-2022
        rule([FIGURE], rf"{_DAY}-{month}-(?P<year>{YEAR})", _days),
        # 30 April, 30th of April 2022
        rule([FIGURE], rf"{_DAY}(?:{GAP}(?:day{GAP})?of)?{GAP}{month}{_OF_YEAR}", _days),
        # the Fourth of July
        rule(ordinal_openings(), rf"(?P<day>{ordinal_word()}){GAP}(?:day{GAP})?of{GAP}{month}{_OF_YEAR}", _days),
        # April 26, April 26, 2022, March 2 to 9, April 24 and 25
        rule(
            table("months"),
            rf"{month}{GAP}(?:the{GAP})?(?P<day>\d{{1,2}}{ORDINAL_MARK}?|{ordinal_word()})\b{NO_MORE_FIGURES}"
            rf"(?:{_BETWEEN}{_LAST}\b{NO_MORE_FIGURES}(?!{GAP}{month_word()}))?{_OF_YEAR}",
            _days,
        ),
        # On the 14th
        rule([FIGURE], rf"(?P<day>\d{{1,2}}){ORDINAL_MARK}\b", _day_of_month),
        # on the twelfth
        rule(ordinal_openings(), rf"(?<=the )(?P<nth>{ordinal_word()})", _day_in_words),
    )


def _iso(match: re.Match[str]) -> Meaning:
    days = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    return Fixed(days, "day") if days else None


def _figures(match: re.Match[str]) -> Meaning:
    """12/05/2031; two figures for the year only between slashes, and then for 1950-2049."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 50 else 1900
        if match["mark"] != "/":
            return None
    if not day_of(year, second, first) and not day_of(year, first, second):
        return None
    return Figures(first, second, year)


def _figures_of_entry(match: re.Match[str]) -> Meaning:
    """10/03: ... where it opens a line, behind a bullet at most; not "a score of 10/11:"."""
    opening = match.string[max(0, match.start() - _LONGEST_BULLET) : match.start()]
    if "\n" not in opening or opening.rpartition("\n")[2].strip(" \t•*·▪◦-–—"):
        return None
    return _figures_of_day(match)


def _figures_of_feast(match: re.Match[str]) -> Meaning:
    """12/2, Founders Day, where a day stands: the name of the feast tells that the figures are one."""
    return _figures_of_day(match) if word_before(match.string, match.start()) in listed("before_day") else None


def _figures_of_day(match: re.Match[str]) -> Meaning:
    """Two figures that are a day of some year, in the one order or the other."""
    first, second = int(match["a"]), int(match["b"])
    whole = day_of(_LEAP_YEAR, second, first) or day_of(_LEAP_YEAR, first, second)
    return Figures(first, second) if whole else None


def _days(match: re.Match[str]) -> Meaning:
    """One day, or two of one month: as a range, or as a list of both."""
    month, fields = month_of(match["month"]), match.groupdict()
    first = _day_form(match["year"], month, match["day"])
    if first is None or not _is_month(match["month"]) or word_before(match.string, match.start()) in ("every", "each"):
        return None
    if fields.get("last") is None:
        return first
    last = _day_form(match["year"], month, fields["last"])
    if last is None:
        return (Found(match.start(), match.end("day"), first),) if match.start("day") > match.start("month") else None
    both = Range(first, last)
    whole = Found(match.start(), match.end(), both)
    left, right = (match.start(), match.start("between")), (match.start("last"), match.end())
    if _LIST.search(match["between"]) and word_before(match.string, match.start()) != "between":
        return Found(*left, first), Found(*right, last)
    if stands_in_brackets(match.string, whole):
        return Found(*left, End(both, last=False)), Found(*right, End(both, last=True))
    return both


def _listed_days(match: re.Match[str]) -> Meaning:
    """Each day of a list; the month stands with the one beside it."""
    found: list[Found] = []
    for figure in _FIGURE.finditer(match.string, match.start("days"), match.end("days")):
        form = _day_form(match["year"], month_of(match["month"]), figure.group())
        if form is None:
            return None
        found.append(Found(figure.start(), figure.end(), form))
    first, last = found[0], found[-1]
    found[0] = Found(match.start(), first.end, first.form)
    found[-1] = Found(last.start, match.end(), last.form)
    return tuple(found)


def _day_form(year: str | None, month: int, day: str) -> Form | None:
    number = int(day) if day.isdigit() else ordinal_of(day)
    if number is None or not day_of(_LEAP_YEAR, month, number):
        return None
    if year is None:
        return Yearly("day", month, number)
    days = day_of(int(year), month, number)
    return Fixed(days, "day") if days else None


def _is_month(word: str) -> bool:
    """Months bear a capital; in hasty texts a lower-case one passes beside a day, but for words of other meaning."""
    return word[0].isupper() or word.casefold().rstrip(".") not in listed("words_too")


def _day_of_month(match: re.Match[str]) -> Meaning:
    """On the 14th, it was the 14th, the 14th brought rain; not "the 14th floor", "the 9th Army"."""
    article, before = words_before(match.string, match.start())
    after = word_after(match.string, match.end())
    if article != "the" or not 1 <= int(match["day"]) <= 31:
        return None
    if _OF_MONTH.match(match.string, match.end()):
        return MonthDay(int(match["day"]))
    if not before and after in listed("after_opening_day"):
        return MonthDay(int(match["day"]))
    behind = before in listed("before_day") or before == "was"
    return MonthDay(int(match["day"])) if behind and (not after or after in listed("function_words")) else None


def _day_in_words(match: re.Match[str]) -> Meaning:
    """On the twelfth; not "on the third floor", "by the sixth"."""
    day, after = ordinal_of(match["nth"]), word_after(match.string, match.end())
    _, before = words_before(match.string, match.start())
    if day is None or not _LEAST_IN_WORDS <= day <= 31 or before not in ("on", "until", "since"):
        return None
    return MonthDay(day) if not after or after in listed("function_words") else None
