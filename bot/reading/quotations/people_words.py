"""Nouns for people ("sentry", "daughter"), ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bot.reading.lexicon import lexicon, words


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Sets of lower-case nouns; `ties` gives the tie that a kinship word names."""

    women: frozenset[str]
    men: frozenset[str]
    all: frozenset[str]
    plurals: frozenset[str]
    ties: dict[str, str]


@cache
def people_words() -> PeopleWords:
    """The nouns of lexicon/kin.toml, with those of persons.toml for either."""
    women, men, others = (words("kin", key) for key in ("women", "men", "people"))
    others |= words("persons", "nouns") - women - men
    listed = women | men | others
    plurals = frozenset(word for word in listed if word.endswith("s") and not word.endswith("ss")) | {
        "men",
        "women",
        "people",
        "children",
        "police",
        "troops",
        "forces",
        *(_plural(word) for word in listed if not word.endswith(("s", "men", "people", "children"))),
    }
    return PeopleWords(women, men, listed | plurals, plurals, dict(lexicon("kin")["ties"]))


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")
