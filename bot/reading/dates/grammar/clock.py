"""Clock times of services, which look like years: "at 1800", "by 1415 that afternoon", "between 0800 and 2000"."""

from __future__ import annotations

import re

from bot.reading.dates.grammar.vocabulary import DASH, GAP

_ON_A_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_AT = re.compile(rf"\bat{GAP}(?:about{GAP}|around{GAP}|exactly{GAP})?$", re.IGNORECASE)
_EARLY_BEFORE = re.compile(rf"(?<!\d)0\d{{3}}(?:{DASH}|{GAP}(?:and|to|until|till|through|or){GAP})$", re.IGNORECASE)
_EARLY_AFTER = re.compile(rf"(?:{DASH}|{GAP}(?:and|to|until|till|through|or){GAP})0\d{{3}}(?!\d)", re.IGNORECASE)
_OF_DAY = re.compile(
    rf",?{GAP}(?:(?:that|this|the{GAP}(?:same|next|following)|every|each){GAP}(?:day|morning|afternoon|evening|night)"
    rf"|daily|nightly|sharp|zulu|hours?|hrs?)\b|Z\b|h\b",
    re.IGNORECASE,
)
_LONGEST_OPENING = 18


def is_clock(text: str, start: int, end: int) -> bool:
    """Whether four figures are a time of day, told by the words beside them or by the other end of a span."""
    if not _ON_A_CLOCK.fullmatch(text, start, end):
        return False
    opening = max(0, start - _LONGEST_OPENING)
    return bool(
        _AT.search(text, opening, start)
        or _EARLY_BEFORE.search(text, opening, start)
        or _EARLY_AFTER.match(text, end)
        or _OF_DAY.match(text, end)
    )
