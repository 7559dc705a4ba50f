"""Catalogue data as moderators fill it in: which fields a form has, and what was typed made into values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from bot.answers.language import Language, message
from bot.answers.wording import cleaned
from bot.archive.accession import Accession
from bot.archive.records import SourceRecord
from bot.errors import InputError
from bot.reading.dates.asked import DayError, read_day

LONGEST_DETAIL = 300
"""Characters of one value."""
NO_DAY = message("The day of publication must be one whole day, with its year, such as 2022-04-30.")
NO_ADDRESS = message("The address must begin with http:// or https://.")
NO_TITLE = message("A source needs a title.")


@dataclass(frozen=True, slots=True)
class Detail:
    """One value of the catalogue data as it stands in a form."""

    name: str
    label: str
    value: str
    required: bool = False


def main_details(document: Accession | SourceRecord, language: Language) -> tuple[Detail, ...]:
    """What every source should have: relative dates hang on the day of publication, so that it is required."""
    say = language.say
    published = document.published.isoformat() if document.published else ""
    return (
        Detail("published", say("Published, such as 2022-04-30"), published, required=True),
        Detail("title", say("Title"), document.title, required=True),
        Detail("publisher", say("Publisher"), document.publisher or ""),
        Detail("contributors", say("Authors, with semicolons between"), "; ".join(document.contributors)),
        Detail("url", say("Address (http or https)"), document.url or ""),
    )


def more_details(document: Accession | SourceRecord, language: Language) -> tuple[Detail, ...]:
    """What a source may have besides."""
    say = language.say
    return (
        Detail("place", say("Place that it was written from"), document.place or ""),
        Detail("rights", say("Rights, such as CC BY 4.0"), document.rights or ""),
    )


def filled_details(typed: Mapping[str, str]) -> dict[str, Any]:
    """The values that were filled in, by the names of an accession's fields; what was emptied becomes None or ().

    Raises InputError, one sentence, for a value that cannot be.
    """
    return {name: _value(name, cleaned(words)[:LONGEST_DETAIL]) for name, words in typed.items()}


def _value(name: str, words: str) -> Any:
    if name == "published":
        return whole_day(words)
    if name == "contributors":
        return tuple(author for part in words.split(";") if (author := part.strip()))
    if name == "url" and words and not is_address(words):
        raise InputError(NO_ADDRESS)
    if name == "title" and not words:
        raise InputError(NO_TITLE)
    return words or None


def whole_day(words: str) -> date:
    """One day that was typed with its year. Raises InputError for anything else."""
    try:
        day = read_day(words, years=(), day_one=date.min)
    except DayError:
        raise InputError(NO_DAY) from None
    if day.earliest != day.latest or day.note:
        raise InputError(NO_DAY)
    return day.earliest


def is_address(words: str) -> bool:
    """Whether these are the words of an address on the web, with nothing in it that hides where it leads."""
    try:
        parts = urlsplit(words)
    except ValueError:
        return False
    plain = words.isascii() and words.isprintable() and " " not in words
    return plain and parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
