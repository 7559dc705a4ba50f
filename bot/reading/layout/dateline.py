"""The dateline that opens wire copy: "ROME (AP) — ", with the place, the agency and sometimes the day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# "date 2031-05-12 ROME (AP) — Two women ...": some exports put the day in front of the dateline.
_HEADER = re.compile(r"(?:date[:\s]\s*)?(?P<day>\d{4}-\d\d-\d\d)\s+(?=[A-Z])")
_DAY = r"(?:,[ ](?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][a-z]{2,8})(?:,?[ ]\d{4})?)?"
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][\w.'’-]*(?:[ ](?:/[ ])?[\w.'’-]+){0,5}?(?:,[ ][^\W\d_a-z][\w.]*(?:[ ][^\W\d_a-z][\w.]*)?)?"
    r"(?:[ ]\([^\W\d_a-z][\w ]*[a-z][\w ]*\)(?=[ ]\(|[ ]*[—–―_-]))?)"
    rf"{_DAY}(?:[ ]\((?P<agency>[A-Z][A-Za-z ]{{1,20}})\))?{_DAY}"
    r"(?:[ ]*(?:—|–|--|-|_|―)|(?<=\)):)[ ]"
)
_SHOUTED = re.compile(r"[^\W\d_a-z]{2,}(?![a-z])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says. `header` is how many characters before it belong to no sentence ("date 2031-05-12 ")."""

    place: str | None
    agency: str | None
    day: date | None
    header: int


def dateline_of(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph opens with, or None.

    Without an agency in brackets the place has to stand in capitals, or any "Name - text" would be one.
    """
    header = _HEADER.match(paragraph)
    start = header.end() if header else 0
    match = _DATELINE.match(paragraph, start)
    if match is not None and not (match["agency"] or _SHOUTED.match(match["place"])):
        match = None
    if match is None and header is None:
        return None
    return Dateline(
        place=match["place"] if match else None,
        agency=match["agency"] if match else None,
        day=_day(header["day"]) if header else None,
        header=start,
    )


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
