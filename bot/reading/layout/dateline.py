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


# "KUNDUZ: The doctors said that ...", of a place that is known: else it labels a turn ("NARRATOR: ...").
_COLON = re.compile(r"(?P<place>[A-Z][A-Z’' -]{2,30}): (?=[^\W\d_a-z]).{80}.*[.!?”\"]$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says."""

    place: str
    agency: str | None


def dateline_of(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph opens with, or None.

    Without an agency in brackets the place has to stand in capitals or with its country ("Lund, Sweden – "), or any
    "Name - text" would be one.
    """
    match = _DATELINE.match(paragraph)
    if match is None and (colon := _COLON.match(paragraph)):
        known = all(word in words("places", "places") for word in colon["place"].casefold().split())
        return Dateline(colon["place"], None) if known else None
    if match is None or match["place"].casefold() in words("furniture", "labels"):
        return None
    if not (match["agency"] or _SHOUTED.match(match["place"]) or _is_in_country(match["place"], paragraph)):
        return None
    place, agency = match["place"], match["agency"]
    bracket = _BRACKET.search(place)
    if agency is None and bracket and (is_publisher(bracket["name"]) or bracket["name"][-1].isdigit()):
        place, agency = place[: bracket.start()], bracket["name"]
    return Dateline(place, agency)


def _is_in_country(place: str, paragraph: str) -> bool:
    """Whether a country or region that is known stands behind the place, and a sentence behind both."""
    country = place.rpartition(", ")[2]
    if country == place or paragraph[-1] not in '.!?”"':
        return False
    return all(word in words("places", "places") for word in country.casefold().split())
