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
_ROLE = re.compile(r"(?i:writer|reporter|correspondent|editor)s?$")
_NO_NAME = re.compile(
    r"\d|[.!?:”’\"]\s*$|\b(?i:press|news|media) (?i:release|statement|conference)\b|^(?i:latest|related|recent) "
)
_SOURCE = re.compile(r"(?i:source|publisher|publication):\s*(?P<name>[^\W\d_a-z][\w’'& -]{1,40})")
# "Ana Ruiz, Ostrel News"
_NAMED = re.compile(r"(?i:by\s)?(?:[^\W\d_a-z][\w.’'-]+(?:,?\s|\sand\s)){2,8}")
# "The Ostrel Times - Thursday, May 6, 2031"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST_STAMP = 80
_SPECIAL = re.compile(r"\b[Ss]pecial to (?:[Tt]he )?(?P<name>[^\W\d_a-z][\w’' -]{2,40})$")
_LABEL = re.compile(r"^By\s?(?=[A-Z])")
_ORNAMENT = re.compile(r"^\W+")
# "Institute for Port Research", "The Observatory For Rights", "Ostrel Society | Ships, Crews, Quays", "Ostrel News"
_ORGANISATION = re.compile(
    r"(?:The )?(?:[A-Z][\w’'-]* ){0,4}"
    r"(?:Institute|Observatory|Foundation|Association|Society|Museum|Archives?|Project)"
    r"(?: (?:[Ff]or|of)(?: (?:[A-Z][\w’'-]*|and|the|&)){1,5})?(?:\s\|\s[^|]{1,60})?"
    r"|(?!(?:Breaking|Latest|Top|World|Local|Related|Other|More|All|Top|National|Daily) )(?:[A-Z][\w’'-]* ){1,3}News"
)
_LONGEST_CODE = 4
_LONGEST_NAME = 6
"""Words. Longer lines with such a word in them are headlines about a newspaper."""


def is_publisher(name: str) -> bool:
    """Whether a name is that of a known agency ("Associated Press", "the Canadian Press")."""
    known = {publisher.casefold().removeprefix("the ") for publisher in lexicon("publishers")["agencies"].values()}
    return name.casefold().removeprefix("the ") in known


def looks_like_publisher(line: str) -> bool:
    """Whether a line is the name of a paper, a station or an agency ("The Meridian Review", "United Wire")."""
    found = _WORD.findall(line)
    if len(found) < 2 or _NO_NAME.search(line) or _ROLE.search(line):
        return False
    if _ORGANISATION.fullmatch(line):
        return True
    return len(found) <= _LONGEST_NAME and any(word.casefold() in words("publishers", "words") for word in found)


def publisher_of(agency: str | None, lines: Iterable[str]) -> str | None:
    """The publisher, from the code in a dateline and the lines above and below the account.

    A code that is not known stands for the line whose initials it is ("UW", "United Wire").
    """
    lines = list(lines)
    named = [_site_name(name) for line in lines if (name := _publisher_in(line))]
    if agency:
        known: dict[str, str] = lexicon("publishers")["agencies"]
        by_initials = (name for name in named if _initials(name) == agency.upper())
        return known.get(agency.upper()) or next(by_initials, agency)
    owners = (match["name"].strip() for line in lines if (match := _COPYRIGHT.fullmatch(line)))
    return next(iter(named), None) or next(owners, None)


def _publisher_in(line: str) -> str | None:
    """The publisher that a line is, that it ends with as a byline does, or that it gives as the source."""
    if source := _SOURCE.fullmatch(line):
        return source["name"]
    if special := _SPECIAL.search(line):
        return special["name"]
    line = _LABEL.sub("", line)
    if looks_like_publisher(line):
        return line
    if len(line) < _LONGEST_STAMP and _YEAR.search(line):
        parts = (part.strip(" -–—|") for part in re.split(r"\s[-–—|]\s|\s?,\s", line))
        return next((part for part in parts if is_publisher(part) or looks_like_publisher(part)), None)
    last = line.rpartition(", ")[2]
    return last if last != line and _NAMED.match(line) and (is_publisher(last) or looks_like_publisher(last)) else None


def _site_name(line: str) -> str:
    """The name without what a site puts after it ("La Gazette — International Edition")."""
    name = _ORNAMENT.sub("", re.split(r"\s[|—–-]\s", line)[0]).strip()
    return name.title() if name.isupper() and len(name) > _LONGEST_CODE else name


def _initials(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name) if word.casefold() != "the").upper()
