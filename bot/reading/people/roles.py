"""The role of each word of a name, which decides by which of them its bearer is called later on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from bot.reading.people.candidates import Word
from bot.reading.people.names import is_initial
from bot.reading.people.vocabulary import Vocabulary

Role = Literal["first", "middle", "last", "married", "by-name", "suffix", "whole"]

_JOINED_GIVEN = re.compile("[A-Z][a-z]{1,6}[-’'][a-z]{1,6}")
# "Father of", "mother of": such a name is used whole ("Umm Karim" is not Karim).
_KUNYA = frozenset({"abu", "umm", "um", "abou", "oum"})


def roles_of(words: Sequence[Word], vocabulary: Vocabulary) -> list[Role]:
    """The role of each word of a name: first, middle, last, married (behind "de"), by-name, suffix, whole."""
    if len(words) == 1:
        return ["whole"]
    if words[0].key in _KUNYA and len(words) == 2:
        return ["suffix", "suffix"]
    roles: list[Role] = ["middle"] * len(words)
    plain = [at for at, word in enumerate(words) if not word.by_name and word.key not in vocabulary.suffixes]
    for at, word in enumerate(words):
        if word.by_name:
            roles[at] = "by-name"
        elif word.key in vocabulary.suffixes:
            roles[at] = "suffix"
    if plain:
        roles[plain[0]] = "first"
        if words[plain[0]].key in vocabulary.family_first or _is_joined_given(words, plain):
            roles[plain[0]] = "last"
        if len(plain) > 1:
            roles[plain[-1]] = "married" if words[plain[-1]].gap.strip() == "de" and len(plain) > 2 else "last"
        if len(plain) > 2 and roles[plain[-1]] in ("married", "last") and not is_initial(words[plain[-2]]):
            roles[plain[-2]] = (
                "last"
                if words[plain[-1]].gap.strip() == "de" or not _is_middle(words[plain[-2]], vocabulary)
                else "middle"
            )
    return roles


def _is_joined_given(words: Sequence[Word], plain: Sequence[int]) -> bool:
    """Whether a given name in two joined syllables comes second, as in Korea and Taiwan: "Yoon Mi-hwan"."""
    return len(plain) == 2 and _JOINED_GIVEN.fullmatch(words[plain[1]].text) is not None


def _is_middle(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether the last word but one is a second given name rather than the first of two surnames."""
    return word.key in vocabulary.given or is_initial(word)
