"""Date stamps: lines of a masthead that hold a full date and next to nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.reading.layout.bylines import names_beside_day
from bot.reading.layout.publishers import is_publisher, looks_like_publisher
from bot.reading.lexicon import words

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_FULL_DATE = re.compile(
    r"\b(?:(?P<y1>\d{4})-(?P<m1>\d\d)-(?P<d1>\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format(2)},?\s+(?P<y2>\d{{4}})"
    rf"|{_MONTH.format(3)}\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})"
    r"|(?P<d4>\d{1,2})[./](?P<m4>\d{1,2})[./](?P<y4>\d{4}))\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}(?:[.:]\d\d){1,2}\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?", re.IGNORECASE)
# "March 22, 2031 / 7:36 PM / 8 years ago": counted from the day on which the page was saved, so it tells nothing.
_AGO = re.compile(r"\b(?:\d+|an?)\s+(?:second|minute|hour|day|week|month|year)s?\s+ago\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_CODE = re.compile(r"[A-Z]{2,4}")
"""An agency or a time zone that is on no list."""
_LONGEST = 160
"""Characters. A stamp with two labelled dates and times stays well under this."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The day of a stamp; `rank` is 1 where its label says publication, -1 where it says a later change, else 0."""

    day: date
    rank: int


def stamp_of(line: str) -> Stamp | None:
    """The stamp that a line is ("Published on 12 May 2031, 06.15 BST"), or None.

    An agency, a writer or a place may stand beside the day ("Reuters, 12 May 2031", "12 May 2031 Norway").

    Of two dates in one line ("Issued on: ... Modified: ...") the one labelled as publication counts.
    """
    if len(line) > _LONGEST or not _FULL_DATE.search(line):
        return None
    rest = _AGO.sub(" ", _CLOCK.sub(" ", _FULL_DATE.sub(" ", line)))
    beside = " ".join(word for word in _WORD.findall(rest) if not _may_label(word) or word == "The")
    if beside and not (
        _is_place(beside) or is_publisher(beside) or looks_like_publisher(beside) or names_beside_day(line)
    ):
        return None
    stamps = [stamp for stamp in _stamps(line) if stamp is not None]
    return max(stamps, key=lambda stamp: stamp.rank) if stamps else None


def _is_place(name: str) -> bool:
    return all(word in words("places", "places") for word in name.casefold().split())


def _may_label(word: str) -> bool:
    return word.casefold() in words("furniture", "stamp") or bool(_CODE.fullmatch(word))


def _stamps(line: str) -> list[Stamp | None]:
    found: list[Stamp | None] = []
    before = 0
    for match in _FULL_DATE.finditer(line):
        day = _day(match)
        found.append(Stamp(day, _rank(line[before : match.start()])) if day else None)
        before = match.end()
    return found


def _rank(label: str) -> int:
    said = {word.casefold() for word in _WORD.findall(label)}
    if said & _labels("stamp_published"):
        return 1
    return -1 if said & _labels("stamp_changed") else 0


@cache
def _labels(key: str) -> frozenset[str]:
    return words("furniture", key)


def _day(match: re.Match[str]) -> date | None:
    """The day of a match; numbers alone are read day first, unless only month first gives a day."""
    form = next(n for n in "1234" if match[f"y{n}"])
    year, day = int(match[f"y{form}"]), int(match[f"d{form}"])
    name = match[f"month{form}"] if form in "23" else None
    month = _MONTHS.index(name[:3].casefold()) + 1 if name else int(match[f"m{form}"])
    if form == "4" and month > 12:
        month, day = day, month
    try:
        return date(year, month, day)
    except ValueError:
        return None
