"""The dateline that opens wire copy: "ROME (AP) — ", with the place, the agency and sometimes the day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.layout.publishers import is_publisher
from bot.reading.lexicon import words

_DAY_AND_MONTH = r"(?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][a-z]{2,8})(?:,?[ ]\d{4})?"
_DAY = rf"(?:,[ ]{_DAY_AND_MONTH})?"
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][\w.'’/-]*(?:[ ](?:/[ ])?[\w.'’/-]+){0,5}?"
    r"(?:,[ ][^\W\d_a-z][\w.-]*(?:[ ](?:and[ ])?[^\W\d_a-z][\w.]*)?)?"
    r"(?:[ ]\([^\W\d_a-z][\w ]*[a-z][\w ]*\)(?=[ ]\(|[ ]*[—–―_-]))?)"
    rf"{_DAY}(?:[ ]\((?P<agency>[A-Z][A-Za-z ]{{1,20}}?|dpa)(?:[ ]?[/,][ ]?{_DAY_AND_MONTH})?\))?{_DAY}"
    r"(?:[ ]*(?:—|–|--|-|_|―)|(?<=\)):)[ ]"
)
# "ALGIERS (Reuters) -", where a country might stand as well: "PORT ALDER (Lenn) -".
_BRACKET = re.compile(r"\s\((?P<name>[^()]+)\)$")
_SHOUTED = re.compile(r"[^\W\d_a-z]{2,}(?![a-z])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says."""

    place: str
    agency: str | None


def dateline_of(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph opens with, or None.

    Without an agency in brackets the place has to stand in capitals, or any "Name - text" would be one.
    """
    match = _DATELINE.match(paragraph)
    if match is None or match["place"].casefold() in words("furniture", "labels"):
        return None
    if not (match["agency"] or _SHOUTED.match(match["place"])):
        return None
    place, agency = match["place"], match["agency"]
    bracket = _BRACKET.search(place)
    if agency is None and bracket and is_publisher(bracket["name"]):
        place, agency = place[: bracket.start()], bracket["name"]
    return Dateline(place, agency)
