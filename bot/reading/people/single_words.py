"""Single capitalised words: which can be no name at all, and which mean somebody named in full elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.document import Document
from bot.reading.people.names import Name
from bot.reading.people.signs import CALLED, Signs, signs_of
from bot.reading.people.vocabulary import Vocabulary

# A lone letter, initials, a party with a state: "F", "N.Y.", "R-Utica".
_NO_NAME = re.compile(r"\w|(?:\w\.)+|[DRI]-\w+")
# What may end just before a name that somebody is given; a quick look before the full one.
_NAMING = re.compile(
    r"(?:\b(?:(?:signs?|initials?|name)(?: is| was)?|named|calls?|called|known as|self as|alias|callsign|call-sign"
    r"|nickname|him|her|them|guerre),? ?[“\"‘'(]?|\b[^\W\d_a-z][\w.]+,? \(?[“\"‘'])$"
)
_KNOWN = re.compile("(?:[,”\"’']{1,3} as|,?[”\"’'],? who) ")
_FARTHEST = 18
_OF_THING = -4.0
"""The weight below which an article before it tells that a surname stands before a thing: "the Marsh bakery"."""
_AT_ODDS = -3.0
"""The weight below which a place word before it outweighs that a word is somebody's surname."""


def clipped_forms(given: str) -> list[str]:
    """What a given name may be clipped to: Feli, Felic for Felicia; at least four letters, and two left off."""
    return [given[:length] for length in range(4, len(given) - 1)]


def words_of_naming(document: Document, names: Sequence[Name], vocabulary: Vocabulary) -> frozenset[str]:
    """Folded words that somebody is called by, whatever else they mean: call sign “Sailor”, a man named Roman."""
    return frozenset(
        name.words[0].key
        for name in names
        if (
            _NAMING.search(document.text, max(0, name.start - _FARTHEST), name.start)
            or _KNOWN.match(document.text, name.end)
        )
        and signs_of(document, name, vocabulary).weight >= CALLED
    )


def is_hopeless(name: Name, vocabulary: Vocabulary, lower: frozenset[str]) -> bool:
    """Words that are no name standing alone, whatever stands around them: "The", "Monday", "Ukrainians", "NATO"."""
    key = name.words[0].key
    if _NO_NAME.fullmatch(name.words[0].text) or key in vocabulary.suffixes:
        return True
    if name.title and name.title[-1].key in vocabulary.firm:
        return key in vocabulary.rank_of and name.title[-1].key in vocabulary.rank_of
    if key in vocabulary.peoples or key in vocabulary.times or key in vocabulary.title_parts or len(key) < 2:
        return True
    if any(letter.isdigit() for letter in key):
        return True
    if name.title:
        return key in lower or key in vocabulary.common
    if key in vocabulary.given:
        return False
    if key in vocabulary.openers or key in vocabulary.nouns or key.removesuffix("s") in vocabulary.nouns:
        return True
    return name.opens and len(key) > 5 and key.endswith("ly")


def fits_known(name: Name, signs: Signs, vocabulary: Vocabulary) -> bool:
    """Whether a word that is part of a name means its bearer here: not "the town of Ruiz", "Ruiz militants"."""
    key = name.words[0].key
    if signs.group:
        return False
    if name.title or signs.weight >= 1.0:
        return True
    if signs.never or key in vocabulary.peoples or key in vocabulary.times:
        return False
    if name.opens and key in vocabulary.openers:
        return False
    if (signs.place and signs.weight < _AT_ODDS) or (signs.article and signs.weight < _OF_THING):
        return False
    if key in vocabulary.places or key in vocabulary.things or (name.opens and key in vocabulary.doubtful):
        return signs.weight > 0.0
    return key not in vocabulary.bodies or not (signs.place or signs.article)
