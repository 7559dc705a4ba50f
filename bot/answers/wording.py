"""The answers' own words: days, counts and lists in plain English, and what was typed, made fit to repeat."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LONGEST_ECHO = 80
"""How many characters of what was typed an answer repeats: enough to recognise it, too little to flood a channel."""

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories of controls, formats, unassigned, private and surrogate code points, and line ends."""


def cleaned(words: str) -> str:
    """What was typed, on one line: control characters, marks of direction and what is no character become spaces."""
    kept = (" " if unicodedata.category(mark) in _UNSEEN else mark for mark in words)
    return " ".join("".join(kept).split())


def echoed(words: str) -> str:
    """What was typed, in quotation marks and cut at a word end where it is long."""
    return f"“{clipped(cleaned(words), LONGEST_ECHO)}”"


def clipped(words: str, longest: int) -> str:
    """`words` in at most `longest` characters, cut at a word end where there is one, with an ellipsis."""
    if len(words) <= longest:
        return words
    head = words[: longest - 1]
    at_word_end = head.rpartition(" ")[0]
    return (at_word_end or head).rstrip() + "…"


def listed(words: Sequence[str]) -> str:
    """“a”, “a and b”, “a, b and c”."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def counted(number: int, noun: str) -> str:
    """“1 source”, “2 sources”, “1,200 passages”."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def day_in_words(day: date) -> str:
    """“30 April 2022”, the same in every locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_in_words(earliest: date, latest: date, *, approximate: bool = False) -> str:
    """A day, a whole month or year, or a range, as short as it can be said; “about” before what is vague."""
    return f"about {_days(earliest, latest)}" if approximate else _days(earliest, latest)


def _days(earliest: date, latest: date) -> str:
    if earliest == latest:
        return day_in_words(earliest)
    whole = earliest.day == 1 and (latest + timedelta(days=1) if latest < date.max else latest).day == 1
    if whole and (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{MONTHS[earliest.month - 1]} {earliest.year}"
    if whole and earliest.year == latest.year and (earliest.month, latest.month) == (1, 12):
        return str(earliest.year)
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}–{day_in_words(latest)}"
    if earliest.year == latest.year:
        return f"{earliest.day} {MONTHS[earliest.month - 1]} – {day_in_words(latest)}"
    return f"{day_in_words(earliest)} – {day_in_words(latest)}"


def siege_day(day: date, day_one: date, last_day: date | None) -> int | None:
    """The number of a day of the siege, counted from 1; None before it began and after it ended."""
    if day < day_one or (last_day is not None and day > last_day):
        return None
    return (day - day_one).days + 1
