"""What was typed, made fit to be looked up and to be repeated, and the days of the siege, counted."""

from __future__ import annotations

import unicodedata
from datetime import date

LONGEST_ECHO = 80
"""How many characters of what was typed an answer repeats: enough to recognise it, too little to flood a channel."""

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories of controls, formats, unassigned, private and surrogate code points, and line ends."""


def cleaned(words: str) -> str:
    """What was typed, on one line: control characters, marks of direction and what is no character become spaces."""
    kept = (" " if unicodedata.category(mark) in _UNSEEN else mark for mark in words)
    return " ".join("".join(kept).split())


def repeated(words: str) -> str:
    """What was typed, on one line and cut at a word end where it is long, for an answer to repeat."""
    return clipped(cleaned(words), LONGEST_ECHO)


def clipped(words: str, longest: int) -> str:
    """`words` in at most `longest` characters, cut at a word end where there is one, with an ellipsis."""
    if len(words) <= longest:
        return words
    head = words[: longest - 1]
    at_word_end = head.rpartition(" ")[0]
    return (at_word_end or head).rstrip() + "…"


def siege_day(day: date, day_one: date, last_day: date | None) -> int | None:
    """The number of a day of the siege, counted from 1; None before it began and after it ended."""
    if day < day_one or (last_day is not None and day > last_day):
        return None
    return (day - day_one).days + 1
