"""Days, units and counts as the reader writes them in English, said in another language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bot.answers.language import ENGLISH, Language, message
from bot.answers.retelling import Place, as_it_stands

_MONTH_NAMES = "|".join(ENGLISH.months)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_UNITS = (
    message("the day"),
    message("the week"),
    message("the weekend"),
    message("the month"),
    message("the quarter"),
    message("the season"),
    message("the year"),
    message("the decade"),
    message("the century"),
)
_OF_UNITS = (
    message("of the day"),
    message("of the week"),
    message("of the weekend"),
    message("of the month"),
    message("of the quarter"),
    message("of the season"),
    message("of the year"),
    message("of the decade"),
    message("of the century"),
)
_COUNTED: Mapping[str, tuple[str, str]] = {
    "day": (message("{n} day"), message("{n} days")),
    "week": (message("{n} week"), message("{n} weeks")),
    "month": (message("{n} month"), message("{n} months")),
    "quarter": (message("{n} quarter"), message("{n} quarters")),
    "year": (message("{n} year"), message("{n} years")),
    "decade": (message("{n} decade"), message("{n} decades")),
}
_DAY = rf"\d{{1,2}} (?:{_MONTH_NAMES}) \d{{1,4}}"
_DAY_OF_YEAR = re.compile(rf"(\d{{1,2}}) ({_MONTH_NAMES})(?: (\d{{1,4}}))?")


def _day(words: str, language: Language) -> str:
    """“30 April 2022” or “30 April”; as it stands where the calendar has no such day."""
    match = _DAY_OF_YEAR.fullmatch(words)
    if match is None:
        return words
    month = ENGLISH.months.index(match[2]) + 1
    if match[3] is None:
        return language.day_and_month(int(match[1]), month)
    try:
        return language.day(date(int(match[3]), month, int(match[1])))
    except ValueError:
        return words


def _month(words: str, language: Language) -> str:
    return language.bare_months[ENGLISH.months.index(words)]


def _month_of_year(words: str, language: Language) -> str:
    month, _, year = words.partition(" ")
    return language.month(ENGLISH.months.index(month) + 1, int(year))


def _year(words: str, language: Language) -> str:
    return language.say("{year}", year=words)


def said(words: str, language: Language) -> str:
    """Words that are a message themselves."""
    return language.say(words)


def _count(words: str, language: Language) -> str:
    """“four days” with its number in figures."""
    number, unit = words.split()
    count = _NUMBERS.index(number) if number in _NUMBERS else int(number)
    return language.counted(count, *_COUNTED[unit.removesuffix("s")])


PLACES: Mapping[str, Place] = {
    "day": Place(_DAY, _day),
    "near": Place(rf"\d{{1,2}} (?:{_MONTH_NAMES})(?: \d{{1,4}})?", _day),
    "month": Place(_MONTH_NAMES, _month),
    "of_year": Place(rf"(?:{_MONTH_NAMES}) \d{{1,4}}", _month_of_year),
    "year": Place(r"\d{1,4}", _year),
    "number": Place(r"\d+", as_it_stands),
    "words": Place(r".*", as_it_stands),
    "count": Place(rf"(?:{'|'.join(_NUMBERS)}|\d+) (?:{'|'.join(_COUNTED)})s?", _count),
    "unit": Place("|".join(_UNITS), said),
    "of_unit": Place("|".join(_OF_UNITS), said),
}
"""Places that reasons and the sentences about typed days have in common."""
