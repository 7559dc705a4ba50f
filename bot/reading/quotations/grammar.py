"""The closed classes of English words, ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bot.reading.lexicon import words


@dataclass(frozen=True, slots=True)
class Grammar:
    """Sets of lower-case words; `closed` holds those that never head a noun phrase."""

    determiners: frozenset[str]
    possessive_pronouns: frozenset[str]
    third_person: frozenset[str]
    first_person: frozenset[str]
    relatives: frozenset[str]
    stand_alone: frozenset[str]
    auxiliaries: frozenset[str]
    passives: frozenset[str]
    prepositions: frozenset[str]
    linking: frozenset[str]
    conjunctions: frozenset[str]
    adverbs: frozenset[str]
    times: frozenset[str]
    ly_nouns: frozenset[str]
    occasions: frozenset[str]
    approximators: frozenset[str]
    habits: frozenset[str]
    perceived: frozenset[str]
    irregular_pasts: frozenset[str]
    closed: frozenset[str]

    def is_adverb(self, word: str) -> bool:
        """Whether a lower-case word can stand between a subject and its verb ("also", "quietly")."""
        return word in self.adverbs or (word.endswith("ly") and word not in self.ly_nouns)


@cache
def grammar() -> Grammar:
    """The word classes of lexicon/grammar.toml."""
    listed = {
        key: words("grammar", key)
        for key in (
            "determiners",
            "possessive_pronouns",
            "third_person",
            "first_person",
            "relatives",
            "stand_alone",
            "auxiliaries",
            "passives",
            "prepositions",
            "conjunctions",
            "adverbs",
            "times",
            "ly_nouns",
            "occasions",
            "approximators",
            "habits",
            "perceived",
            "irregular_pasts",
        )
    }
    open_classes = (
        "times",
        "stand_alone",
        "ly_nouns",
        "occasions",
        "approximators",
        "habits",
        "perceived",
        "irregular_pasts",
    )
    closed = frozenset().union(*(words_ for key, words_ in listed.items() if key not in open_classes))
    return Grammar(**listed, linking=words("grammar", "linking_prepositions"), closed=closed)
