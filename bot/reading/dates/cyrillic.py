"""Ukrainian and Russian dates put into English words, for those who type them.

Months in the nominative, the genitive and cut short are dateparser's (all 72 right in both languages when measured);
the locative ("у квітні", "в апреле"), parts of a month and day numbers it does not read, and these are ours.
"""

from __future__ import annotations

import re
from calendar import month_name
from functools import cache

from dateparser.date import DateDataParser

from bot.reading.dates.grammar.vocabulary import table

_CYRILLIC_WORD = re.compile(r"[Ѐ-ӿ’'ʼ]*[Ѐ-ӿ][Ѐ-ӿ’'ʼ]*\.?")
_ORDINAL_ENDING = re.compile(r"(?<=\d)-?(?:го|ого|е|є|й|ий|ій|ше|ге|а|ої)\b")
_LEAP_YEAR = 2000


def in_english(words: str) -> str:
    """The words with every Cyrillic one put into English; words without Cyrillic letters come back unchanged."""
    if not _CYRILLIC_WORD.search(words):
        return words
    plain = _ORDINAL_ENDING.sub("", words)
    english = _CYRILLIC_WORD.sub(lambda word: _translated(word.group().casefold().rstrip(".")), plain)
    english = re.sub(r"\b(\d+)\s+day\b", r"day \1", " ".join(english.split()))
    return re.sub(r"\s+(?=[,.])|[,.]$", "", english)


def _translated(word: str) -> str:
    """The English of one word; a word that is not about dates stays as it is, and will be complained of."""
    if word in table("cyrillic_words"):
        return str(table("cyrillic_words")[word])
    if word in table("cyrillic_months"):
        return month_name[int(table("cyrillic_months")[word])]
    month = _month(word)
    return month_name[month] if month else word


def _month(word: str) -> int | None:
    """The month of a Ukrainian or Russian word by dateparser, asked with day and year, so that no clock comes in."""
    found = _parser().get_date_data(f"1 {word} {_LEAP_YEAR}")
    day = found.date_obj
    return day.month if day and (day.year, day.day) == (_LEAP_YEAR, 1) else None


@cache
def _parser() -> DateDataParser:
    return DateDataParser(languages=["uk", "ru"], settings={"DATE_ORDER": "DMY", "PARSERS": ["absolute-time"]})
