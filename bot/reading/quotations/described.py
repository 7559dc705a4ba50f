"""What a description tells of the one it is for: how many, woman or man, and how the account brought them in."""

from __future__ import annotations

import re

from bot.reading.quotations.gender import Gender
from bot.reading.quotations.people_words import people_words

_EARLIER = 4_000
_BELONGING = r"(?:\s(?:(?:of|from)\s(?:the\s)?|for\s(?:the\s|(?=[A-Z])))[^\W\d_][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})?"
# A schoolgirl is a girl, a policeman a man; but no grandson is a son.
_ENDS_COMPOUNDS = frozenset({"girl", "boy", "man", "woman"})
_COLLECTIVE = frozenset({"family", "crew", "couple", "group", "crowd", "audience", "mob", "deputy"})


def first_introduction(text: str, head: str, end: int) -> str | None:
    """ "a sentry", "a schoolgirl" for a girl: how somebody was brought in shortly before `end`, by their noun."""
    compound = "(?:[a-z]{3,}-?(?<!wo))?" if head in _ENDS_COMPOUNDS else ""
    noun = rf"{compound}{re.escape(head)}\b{_BELONGING}"
    brought_in = rf"(?<![a-z],\s)\b(?:[Aa]n?|[Oo]ne)\s+(?:(?!of\b)[A-Za-z-]+\s+){{0,2}}{noun}"
    found = re.findall(brought_in, text[max(0, end - _EARLIER) : end])
    return found[-1] if found else None


def is_one(description: str) -> bool:
    """Whether a description is of a single person, whom "they" do not stand for: a spokesman, one nurse."""
    nouns = _nouns(description)
    return bool(nouns) and nouns[0] not in people_words().plurals and nouns[0] not in _COLLECTIVE


def fits(description: str, gender: Gender) -> bool:
    """Whether a description can be a man's or a woman's: it holds a noun for people, none of the other gender."""
    nouns = _nouns(description)
    if not nouns or nouns[0] in people_words().plurals:
        return False
    other = people_words().men if gender == "f" else people_words().women
    return nouns[0] not in other


def is_of(description: str, gender: Gender) -> bool:
    """Whether a description says itself that it is of a woman or a man: Roe's wife, a fisherman."""
    nouns = _nouns(description)
    wanted = people_words().women if gender == "f" else people_words().men
    return bool(nouns) and nouns[-1] in wanted and nouns[-1] not in people_words().plurals


def _nouns(description: str) -> list[str]:
    return [word for word in re.findall(r"[\w-]+", description.casefold()) if word in people_words().all]
