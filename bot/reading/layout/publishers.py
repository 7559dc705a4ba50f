"""Who published an account: by the code in the dateline, the copyright line, or the site's name above the title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.reading.lexicon import lexicon, words

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}\s*)?(?:by\s+)?(?P<name>[^\d.,;|]{2,60}?)\s*(?:\d{4})?(?:[.,;|].*)?",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")
_NO_NAME = re.compile(r"\d|[.!?:”’\"]\s*$")
_ORNAMENT = re.compile(r"^\W+")
_LONGEST_NAME = 6
"""Words. Longer lines with such a word in them are headlines about a newspaper."""


def is_publisher(name: str) -> bool:
    """Whether a name is that of a known agency ("Associated Press", "the Canadian Press")."""
    known = {publisher.casefold().removeprefix("the ") for publisher in lexicon("publishers")["agencies"].values()}
    return name.casefold().removeprefix("the ") in known


def looks_like_publisher(line: str) -> bool:
    """Whether a line is the name of a paper, a station or an agency ("The Meridian Review", "United Wire")."""
    found = _WORD.findall(line)
    if not 2 <= len(found) <= _LONGEST_NAME or _NO_NAME.search(line):
        return False
    return any(word.casefold() in words("publishers", "words") for word in found)


def publisher_of(agency: str | None, lines: Iterable[str]) -> str | None:
    """The publisher, from the code in a dateline and the lines above and below the account.

    A code that is not known stands for the line whose initials it is ("UW", "United Wire").
    """
    named = [_site_name(line) for line in lines if looks_like_publisher(line)]
    if agency:
        known: dict[str, str] = lexicon("publishers")["agencies"]
        by_initials = (name for name in named if _initials(name) == agency.upper())
        return known.get(agency.upper()) or next(by_initials, agency)
    owners = (match["name"].strip() for line in lines if (match := _COPYRIGHT.fullmatch(line)))
    return next(iter(named), None) or next(owners, None)


def _site_name(line: str) -> str:
    """The name without what a site puts after it ("La Gazette — International Edition")."""
    name = _ORNAMENT.sub("", re.split(r"\s[|—–-]\s", line)[0]).strip()
    return name.title() if name.isupper() else name


def _initials(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name) if word.casefold() != "the").upper()
