"""Credit lines: who else worked on an account, said around it."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from bot.reading.layout.credited import NAME, names_in, only_credits
from bot.reading.lexicon import lexicon, words

# A stop after an initial ("Andrew E. Kramer") ends nothing.
_SENTENCE = re.compile(r";\s+|\s/\s|(?<=[^\W\d_A-Z]\.)\s+(?=[^\W\d_a-z])")
_CONTRIBUTED = re.compile(
    r"(?P<names>.{3,300}?)\s+(?:also\s+)?(?:contributed|reported)(?P<rest>(?:\s+(?:to|reporting|research|from)\b.{0,200})?)"
)
_ABOUT = re.compile(rf"(?P<name>{NAME})\s+(?:is|was)\s+(?:an?|the|our)\s+(?P<what>[^.]{{3,120}})")
# "With files from Ana Ruiz", "With updates from Ana Ruiz in Oslo; Tom Lee in Lund"
_WITH = re.compile(
    r"(?i:with)\s+(?i:updates?|files|contributions?|(?:additional\s+)?reporting|reports?)\s+(?i:from|by)\s+(?P<names>.+)"
)
_HANDLE = re.compile(r"@\w+")
_LONGEST = 500


def credit_names(line: str, known: Collection[str] = ()) -> tuple[str, ...] | None:
    """The people whom a credit line credits; None where the line is none.

    "Graphics: Ana Ruiz", "Reporting by Tom Lee; editing by Ana Ruiz", "Tom Lee in Oslo contributed.", and, where
    Ana Ruiz is `known` from the byline, "Ana Ruiz is a staff writer." and "Ruiz reported from Oslo."
    """
    if len(line) > _LONGEST:
        return None
    if about_author(line, known):
        return ()
    found: list[str] = []
    for sentence in _SENTENCE.split(_unwrapped(line)):
        names = _labelled(sentence) or _contributed(sentence.rstrip("."), known)
        if names is None:
            return None
        found.extend(names)
    return tuple(dict.fromkeys(found))


def _unwrapped(line: str) -> str:
    """A credit line without the brackets around it ("(Reporting by Ana Ruiz; Editing by Tom Lee)")."""
    bare = line.strip()
    return bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare


def about_author(line: str, known: Collection[str]) -> bool:
    """Whether a line says who a writer of the account is ("Ana Ruiz is a staff writer. She lives in Oslo.")."""
    match = _ABOUT.match(line)
    if match is None or match["name"] not in known:
        return False
    return any(word in words("credits", "professions") for word in re.findall(r"\w+", match["what"].casefold()))


def last_credit(line: str) -> tuple[str, ...]:
    """The names in labelled credits that end a line ("All times local. Compiled by Ana Ruiz"), else empty."""
    if len(line) > _LONGEST:
        return ()
    if (others := _WITH.fullmatch(line)) and only_credits(others["names"]):
        return names_in(others["names"])
    sentences = _SENTENCE.split(line.strip())
    if _labelled(sentences[-1]) is None:
        return ()
    return tuple(dict.fromkeys(name for sentence in sentences for name in _labelled(sentence) or ()))


def _labelled(sentence: str) -> tuple[str, ...] | None:
    sentence = _HANDLE.sub("", sentence)
    match = _label().match(sentence)
    if match is None or not only_credits(_label().sub(r"\g<names>", sentence)):
        return None
    return names_in(match["names"]) or None


def _contributed(sentence: str, known: Collection[str]) -> tuple[str, ...] | None:
    match = _CONTRIBUTED.fullmatch(sentence)
    if match is None or not only_credits(match["names"] + match["rest"]):
        return None
    names = names_in(match["names"])
    surnames = {name.split()[-1] for name in known}
    return names if names or match["names"].split()[0] in surnames else None


@cache
def _label() -> re.Pattern[str]:
    """Tasks joined by "and", then a colon or "by", then names; the tasks are a data file's."""
    task = "(?i:(?:additional |field )?(?:" + "|".join(lexicon("credits")["tasks"]) + "))"
    return re.compile(rf"{task}(?:\s*(?:,|and|&)\s*{task})*\s*(?::|\b(?i:by)\b)\s*(?P<names>.+)")
