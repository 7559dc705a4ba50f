"""Rules for years, decades and centuries: "in 1933", "1915-17", "the ’90s", "the 19th century"."""

from __future__ import annotations

import re
from functools import cache

from bot.reading.dates.calendar import years_from
from bot.reading.dates.forms import End, Fixed, Found, Range
from bot.reading.dates.grammar.clock import is_clock
from bot.reading.dates.grammar.rules import FIGURE, Meaning, Rule, rule, word_after, word_before
from bot.reading.dates.grammar.vocabulary import (
    DASH,
    GAP,
    YEAR,
    either,
    listed,
    ordinal_of,
    ordinal_openings,
    ordinal_word,
    table,
)

_OPENING_MARKS = "'\"‘“„«"
_CLOSING_MARKS = "'\"’”“»"
_HUNDREDS = ("seventeen", "eighteen", "nineteen")
_EARLIEST_ALONE = 1600
_EARLIEST_CAMPAIGN = 1700
_EARLIEST_BEFORE_A_NOUN = 1800


@cache
def year_rules() -> tuple[Rule, ...]:
    """Every rule of this kind, the most telling first."""
    decades = f"(?P<decade>{either(table('decades'))})"
    return (
        # 1915-17, 1939-1945
        rule([FIGURE], rf"(?<![\d.,:/$£€-])(?P<first>{YEAR}){DASH}(?P<last>(?:1[0-9]|20|21)?\d\d)(?![\d-])", _years),
        # the 1990s, the ’90s
        rule([FIGURE], r"(?<!\d)(?P<decade>(?:1[0-9]|20)\d0)['’]?s\b", _decade),
        rule([FIGURE], r"(?<=['’‘])(?P<decade>\d0)['’]?s\b", _short_decade),
        # the nineties, the early nineteen sixties
        rule([*table("decades"), "nineteen"], rf"(?:nineteen{GAP}|(?<=the )){decades}\b", _decade),
        # the 19th century, eighteenth-century
        rule(ordinal_openings(), rf"(?P<nth>{ordinal_word()})(?:-|{GAP})centur(?:y|ies)\b", _century),
        # nineteen ninety-six
        rule(_HUNDREDS, rf"(?P<hundreds>{either(_HUNDREDS)}){GAP}(?P<rest>{_below_hundred()})\b", _spelled),
        # the class of ’99, in ’42
        rule([FIGURE], r"(?<=['’‘])(?P<year>\d\d)\b(?!['’]?s\b)", _short_year),
        # in 1933
        rule([FIGURE], rf"(?<![\d.,:/$£€#№])(?<!(?-i:[A-Z\d])-)(?<!\d{{3}} )(?P<year>{YEAR})(?!s\b|-\w)(?!\w)", _year),
    )


def _years(match: re.Match[str]) -> Meaning:
    first = int(match["first"])
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    start, end = years_from(first), years_from(last)
    if start is None or end is None or last <= first:
        return None
    both = Range(Fixed(start, "year"), Fixed(end, "year"))
    return (
        Found(match.start(), match.end("first"), End(both, last=False)),
        Found(match.start("last"), match.end(), End(both, last=True)),
    )


def _decade(match: re.Match[str]) -> Fixed | None:
    word = match["decade"].casefold()
    number = int(word) if word.isdigit() else int(table("decades")[word])
    days = years_from(number if number >= 1000 else 1900 + number, 10)
    return Fixed(days, "decade") if days else None


def _short_decade(match: re.Match[str]) -> Meaning:
    """The ’90s, with its apostrophe."""
    meaning = _decade(match)
    return (Found(match.start() - 1, match.end(), meaning),) if meaning else None


def _century(match: re.Match[str]) -> Meaning:
    nth = ordinal_of(match["nth"])
    if nth is None or not 2 <= nth <= 22:
        return None
    days = years_from(100 * (nth - 1), 100)
    return Fixed(days, "century") if days else None


def _below_hundred() -> str:
    """The spoken end of a year: "fourteen", "ninety-six"."""
    numbers = table("numbers")
    ones = either(word for word, value in numbers.items() if value < 10 and len(word) > 2)
    return rf"(?:{either(word for word, value in numbers.items() if value > 9)}(?:-{ones})?)"


def _spelled(match: re.Match[str]) -> Meaning:
    numbers = table("numbers")
    rest = sum(int(numbers[part]) for part in match["rest"].casefold().split("-"))
    days = years_from(100 * int(numbers[match["hundreds"].casefold()]) + rest)
    return Fixed(days, "year") if days else None


def _short_year(match: re.Match[str]) -> Meaning:
    """In ’42: of the century that most who are told of lived in; not "'10 of them"."""
    if word_before(match.string, match.start() - 1) not in listed("before_short_year"):
        return None
    days = years_from(1900 + int(match["year"]))
    return (Found(match.start() - 1, match.end(), Fixed(days, "year")),) if days else None


def _year(match: re.Match[str]) -> Meaning:
    """In 1933, the 1933 harvest; not "1933 men", "Route 1933", nor what is left of "31 April 1933"."""
    year = int(match["year"])
    before, after = word_before(match.string, match.start()), word_after(match.string, match.end())
    if is_clock(match.string, match.start("year"), match.end("year")) or _is_title(match):
        return None
    if after.casefold() in listed("after_number") or before in listed("before_number") or before in table("months"):
        return None
    likely = (
        _behind_preposition(year, before, after) if before in listed("before_year") else _alone(year, before, after)
    )
    days = years_from(year) if likely else None
    return Fixed(days, "year") if days else None


def _is_title(match: re.Match[str]) -> bool:
    """Whether a year stands alone between quotation marks: the title of a book or film."""
    marks = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    return len(marks) == 2 and marks[0] in _OPENING_MARKS and marks[1] in _CLOSING_MARKS


def _behind_preposition(year: int, before: str, after: str) -> bool:
    """In 1933, of 1933; not "a survey of 1709 schoolchildren"."""
    if not after or after in listed("function_words"):
        return True
    if year < _EARLIEST_ALONE:
        return False
    if before in ("in", "since", "fiscal") or not after.islower():
        return True
    return year >= _EARLIEST_BEFORE_A_NOUN and not after.endswith("s")


def _alone(year: int, before: str, after: str) -> bool:
    """1933 was cold, the 1933 campaigns; not "1933 shells"."""
    if year < _EARLIEST_ALONE:
        return False
    if before == "the" and year >= _EARLIEST_CAMPAIGN:
        return True
    return not (after.endswith("s") and after.islower()) or after in listed("function_words")
