"""Small habits of typing: lower-case months, "day 66", "30.04", "2022-04"."""

from __future__ import annotations

import re
from calendar import month_name

from bot.reading.dates.feasts import feast_names
from bot.reading.dates.grammar.vocabulary import ordinal_of, table

_DAY_NUMBER = re.compile(
    r"^(?:the\s+)?day\s*(?:no\.?\s*|number\s*|#\s*)?(-?\d{1,6})(?:\s+of\s+the\s+(?:siege|war|invasion|defen[cs]e))?$",
    re.IGNORECASE,
)
_NTH_DAY = re.compile(r"^(?:the\s+)?([\w-]+)\s+day(?:\s+of\s+the\s+(?:siege|war|invasion|defen[cs]e))?$", re.IGNORECASE)
_MONTH = re.compile(r"^(\d{4})[-/.](\d{1,2})$")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_SHORT = re.compile(r"^(\d{1,2})[./](\d{1,2})\.?$")
_OWN_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|['’]\d0s|\d{1,2}[./]\d{1,2}[./]\d{2}$")


def capitalised(words: str) -> str:
    """The words with months, days and feasts capitalised, as the reader of prose expects them."""
    names = {*table("months"), *table("weekdays")}
    feasts = {part for name in feast_names() for part in name.split()}
    return re.sub(
        r"[^\W\d_]+",
        lambda word: word[0].capitalize() if word[0].casefold() in names | feasts else word[0].casefold(),
        words,
    )


def day_number(words: str) -> int | None:
    """66 for "day 66", "the 66th day of the siege"; None for anything else."""
    if match := _DAY_NUMBER.match(words):
        return int(match[1])
    match = _NTH_DAY.match(words)
    return ordinal_of(match[1]) if match and not match[1].isdigit() else None


def short_form(words: str) -> tuple[str, str]:
    """Figures that prose does not use, spelled out: "2022-04" as April 2022, "30.04" as 30 April; and a note."""
    if match := _ISO.match(words):
        return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}", ""
    if match := _MONTH.match(words):
        return f"{month_name[int(match[2])]} {match[1]}", ""
    if words in month_name[1:]:
        return f"in {words}", ""
    if match := _SHORT.match(words):
        day, month = int(match[1]), int(match[2])
        if month > 12:
            return f"{month} {month_name[day]}", "The month is taken to stand before the day."
        return f"{day} {month_name[month]}", ""
    return words, ""


def has_own_year(words: str) -> bool:
    """Whether a year was typed."""
    return _OWN_YEAR.search(words) is not None
