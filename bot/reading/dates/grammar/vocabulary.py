"""The words of `lexicon/dates.toml` as look-up tables and as pieces of patterns.

Pieces are written for patterns compiled with IGNORECASE. Every gap is bounded, so that no pattern can run on over
a page of blanks, and a gap holds at most one line break: an expression may be wrapped, not torn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from bot.reading.dates.calendar import Unit
from bot.reading.lexicon import lexicon, words

GAP = r"(?:[^\S\n]{1,4}|[^\S\n]?\n[^\S\n]{0,4})"
DASH = r"[^\S\n]?[-‐‑–—−][^\S\n]?"
ORDINAL_MARK = r"(?:st|nd|rd|th|(?<=[23])d)"
# A figure that is no length, price, clock time or decimal: "June 29", not "June 29,000" or "May 4.50".
NO_MORE_FIGURES = r"(?![\d°%]|[.,:]\d)(?![^\S\n]?(?:[ap]\.?m\b|percent\b|million\b|billion\b))"
YEAR = r"(?:1[0-9]|20|21)\d\d(?![\d%]|[.,:]\d)"

UNITS: dict[str, Unit] = {
    "day": "day",
    "week": "week",
    "fortnight": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "season": "season",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
TIMES_OF_DAY = ("morning", "afternoon", "evening", "night", "dawn", "midday", "noon", "midnight")


def table(name: str) -> dict[str, Any]:
    """One table of the lexicon: lower-case word to what it stands for."""
    found: dict[str, Any] = lexicon("dates")[name]
    return found


@cache
def listed(name: str) -> frozenset[str]:
    """One list of the lexicon, lower case."""
    return words("dates", name)


def either(choices: Iterable[str]) -> str:
    """A pattern for any of some words or phrases, the longest first; blanks match any gap, apostrophes any mark."""
    escaped = (re.escape(choice).replace(r"\ ", GAP).replace("'", "['’]") for choice in choices)
    return "(?:" + "|".join(sorted(escaped, key=len, reverse=True)) + ")"


@cache
def month_word() -> str:
    """A month's name, spelled out or cut short, with the full stop of the short form."""
    short = {word for word in table("months") if len(word) < 5 and word not in ("may", "june", "july")}
    return f"(?:{either(set(table('months')) - short)}\\b|{either(short)}\\b\\.?)"


@cache
def weekday_word() -> str:
    """A weekday's full name."""
    return either(word for word in table("weekdays") if word.endswith("day")) + r"\b"


@cache
def number_word() -> str:
    """A count in figures or words: "4", "four", "twenty-one", "a"."""
    return r"(?:\d{1,3}|" + either(table("numbers")) + "(?:-" + either(table("numbers")) + r")?)\b"


def number_of(word: str) -> int | None:
    """What a count comes to ("twenty-one" is 21), or None."""
    if word.isdigit():
        return int(word)
    parts = [int(table("numbers").get(part, 0)) for part in word.casefold().split("-")]
    return sum(parts) if all(parts) else None


@cache
def ordinal_word() -> str:
    """An ordinal in figures or words: "30th", "thirtieth", "twenty-second"."""
    tens = "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?"
    return r"(?:\d{1,4}" + ORDINAL_MARK + "|" + tens + either(table("ordinals")) + r")\b"


@cache
def ordinal_openings() -> frozenset[str]:
    """The words that an ordinal can open with; figures stand as "0"."""
    tens = (word for word, value in table("numbers").items() if value >= 20)
    return frozenset(["0", *tens, *(word.partition("-")[0] for word in table("ordinals"))])


def ordinal_of(word: str) -> int | None:
    """What an ordinal comes to ("30th" and "thirtieth" are 30), or None."""
    if figures := re.match(r"\d+", word):
        return int(figures.group())
    whole = word.casefold()
    if whole in table("ordinals"):
        return int(table("ordinals")[whole])
    tens, _, ones = whole.partition("-")
    if tens in table("numbers") and ones in table("ordinals"):
        return int(table("numbers")[tens] + table("ordinals")[ones])
    return None


def month_of(word: str) -> int:
    """1-12 for a month's name as matched by `month_word`."""
    return int(table("months")[word.casefold().rstrip(".")])


def unit_of(word: str) -> Unit:
    """The unit that a word names; nights and mornings are days."""
    return UNITS.get(word.casefold(), "day")


def weekday_of(word: str) -> int:
    """0-6, Monday first, for a weekday's name."""
    return int(table("weekdays")[word.casefold().rstrip(".")])
