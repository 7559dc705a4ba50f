"""Letters as a reader sees them: invisible marks left out, letters of another script that only look Latin put right."""

from __future__ import annotations

import re

# Cyrillic and Greek capitals and small letters whose printed form is that of a Latin letter (after the Unicode
# Consortium's confusables data, reduced to letters that occur in names).
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαν",
    "ABESIJKMHOPCTYXaesijopcyxdqwhABEZHIKMNOPTYXoav",
)
# Soft hyphen, zero-width characters, directional marks and the byte-order mark: nobody sees them.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_LOOKING_LATIN = re.compile("[\u0370-\u052f]")
_WORD = re.compile(r"\w+")


def plain_letters(text: str) -> str:
    """The text without invisible characters, and Latin all through in words that mix Latin with look-alikes.

    A word that is wholly Cyrillic or Greek stays as it is ("Сара"); one that is half and half ("Рalamar" with a
    Cyrillic first letter) is Latin. The length may change: never use offsets into the result.
    """
    if text.isascii():
        return text
    return _WORD.sub(_latin_where_mixed, _INVISIBLE.sub("", text))


def _latin_where_mixed(match: re.Match[str]) -> str:
    word = match.group()
    if word.isascii() or not (_LATIN.search(word) and _LOOKING_LATIN.search(word)):
        return word
    return word.translate(_LOOK_ALIKES)
