"""Ukrainian names as they stand behind “від”, in the genitive, put back into the nominative."""

from __future__ import annotations

import re
from itertools import islice, product

_UKRAINIAN = re.compile(r"[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ'’ʼ -]+")
_ENDINGS = (
    ("ського", ("ський",)),
    ("цького", ("цький",)),
    ("ього", ("ій",)),
    ("ого", ("ий", "е")),
    ("ьої", ("я",)),
    ("ої", ("а",)),
    ("ії", ("ія",)),
    ("я", ("й", "ь")),
    ("а", ("", "о")),
    ("и", ("а",)),
    ("і", ("а", "я")),
    ("ї", ("я",)),
)
"""Endings of the genitive, the longest first, and what a name may end in that takes them."""
_SHORTEST = 4
_MOST = 24
"""Readings of one name: two or three words of two or three readings each."""


def undeclined(name: str) -> tuple[str, ...]:
    """What a name may be in the nominative if it stands in the genitive; without the name as it is.

    “Дениса Прокопенка” gives “Денис Прокопенко” among others; only Ukrainian letters are looked at.
    """
    if not _UKRAINIAN.fullmatch(name):
        return ()
    readings = product(*(_readings(word) for word in name.split()))
    return tuple(dict.fromkeys(reading for words in islice(readings, _MOST) if (reading := " ".join(words)) != name))


def _readings(word: str) -> tuple[str, ...]:
    for ending, others in _ENDINGS:
        if len(word) >= _SHORTEST and word.casefold().endswith(ending):
            stem = word[: -len(ending)]
            return (*(stem + other for other in others), word)
    return (word,)
