"""The phrases that qualify a number, before it ("more than", "an estimated") and behind it ("or more", "or so")."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from bot.reading.figures.vocabulary import Bound
from bot.reading.lexicon import lexicon

_GAP = r"[^\S\n]{1,3}"
# What stands before a word without being part of it: an opening mark, a bracket, a dash with what is before that.
_OPENING = re.compile(r"(?:.*[—–])?[“\"‘«(\[]*")
_LONGEST_BEFORE = 36
_LONGEST_PHRASE = 4
_BOUNDS: dict[str, Bound] = {"least": "least", "most": "most", "about": "about", "plus": "least", "odd": "about"}


def closing_at(text: str, at: int, ceiling: int) -> tuple[int, Bound] | None:
    """(where it ends, what it makes of the number) of a phrase that closes a number at an offset: or more, or so, +."""
    match = _closings().match(text, at, ceiling)
    return (match.end(), _BOUNDS[match.lastgroup or "about"]) if match else None


@cache
def _closings() -> re.Pattern[str]:
    """What may close a number: a group for each bound that it sets."""
    listed = lexicon("figures")
    groups = {
        "least": listed["after_least"],
        "most": listed["after_most"],
        "about": listed["after_about"],
    }
    kinds = (
        rf"(?P<{bound}>{_GAP}(?:{'|'.join(_GAP.join(phrase.split()) for phrase in phrases)})\b)"
        for bound, phrases in groups.items()
    )
    return re.compile(rf"{'|'.join(kinds)}|(?P<plus>\+)|(?P<odd>[-\u2011]odd\b)", re.IGNORECASE)


def words_before(text: str, at: int, floor: int) -> list[str]:
    """The last four words before an offset, lower case, with nothing but spaces between them and it."""
    low = max(floor, at - _LONGEST_BEFORE)
    before = text[low:at]
    if not before or not before[-1].isspace():
        return []
    words = before.lower().split()
    if words and low > floor and not before[0].isspace() and not text[low - 1].isspace():
        del words[0]
    return [word if word.isalpha() else _OPENING.sub("", word, count=1) for word in words[-_LONGEST_PHRASE:]]


def phrase_before(text: str, at: int, floor: int, wanted: Container[str]) -> tuple[int, str] | None:
    """(where it begins, lower case) of the longest of the wanted phrases that ends right before an offset."""
    words = words_before(text, at, floor)
    for k in range(len(words)):
        phrase = " ".join(words[k:])
        if phrase in wanted:
            start = at
            for word in reversed(words[k:]):
                start = _last(text, word, start)
            return start, phrase
    return None


def _last(text: str, word: str, end: int) -> int:
    """Where a lower-case word begins that is the last one before an offset."""
    low = max(0, end - _LONGEST_BEFORE)
    return low + text[low:end].lower().rfind(word)
