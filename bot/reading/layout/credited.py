"""The names in bylines and credit lines, in the case and order that one writes names in."""

from __future__ import annotations

import re

from bot.reading.layout.publishers import is_publisher, looks_like_publisher
from bot.reading.lexicon import words

PART = r"[^\W\d_a-z](?:[\w'’.-]*[\w.])?"
_PARTICLE = r"(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|ibn|al|el|ter|y|e)"
NAME = rf"{PART}(?:\s+(?:{_PARTICLE}\s+)*{PART}){{1,4}}"
NAME_LIST = (
    rf"{NAME}(?:\s*\([\w ,]{{1,30}}\))?(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*){NAME}(?:\s*\([\w ,]{{1,30}}\))?)*"
)
"""Names joined by commas and "and", each with a word in brackets after it if need be ("Ana Ruiz (now)")."""

_PARTICLES = re.compile(_PARTICLE)
_FULL_NAME = re.compile(NAME)
_BRACKETS = re.compile(r"\([^)]*\)")
_PLACE = re.compile(rf"\b(?:in|from|at|for)\s+(?:the\s+)?{PART}(?:\s+{PART})*")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def names_in(stretch: str) -> tuple[str, ...]:
    """The full names of a stretch of a credit line, without places ("in New York"), publishers and roles."""
    bare = _PLACE.sub(",", _BRACKETS.sub(",", stretch))
    found = (re.sub(r"\s+", " ", match.group()).removesuffix(".") for match in _FULL_NAME.finditer(bare))
    return tuple(dict.fromkeys(_plain_case(name) for name in found if not (_is_house(name) or is_role(name))))


def only_credits(stretch: str) -> bool:
    """Whether a stretch holds names, places and the words of a credit, and no sentence of the account."""
    allowed = words("credits", "between")
    lower = (word for word in _WORD.findall(stretch) if word.islower())
    return all(word in allowed or _PARTICLES.fullmatch(word) for word in lower)


def is_role(name: str) -> bool:
    """Whether capitalised words are a role and not a name ("Defence Editor")."""
    return name.split()[-1].casefold() in words("credits", "roles")


def _is_house(name: str) -> bool:
    """Whether words are the name of an agency or a paper and not of one of its people."""
    return is_publisher(name) or looks_like_publisher(name)


def _plain_case(name: str) -> str:
    """A name in capitals ("WANDA J. PRUITT") as one writes it."""
    return " ".join(part.title() if part.isupper() else part for part in name.split())
