"""What tells whether a name is a woman's or a man's: title, kinship word, given name, pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from bot.reading.document import Document
from bot.reading.people.candidates import Word
from bot.reading.people.names import Name
from bot.reading.people.vocabulary import Vocabulary

Gender = Literal["woman", "man"] | None

_PRONOUN_AFTER = re.compile(r"[^.!?;“”\"]{0,40}?\b(he|she|his|her|him|himself|herself)\b")


def gender_of_title(title: Sequence[Word], vocabulary: Vocabulary) -> Gender:
    """What a title tells: Ms., Sister, Queen; Mr., Father, King; most tell nothing."""
    for word in title:
        if word.key in vocabulary.women_titles:
            return "woman"
        if word.key in vocabulary.men_titles:
            return "man"
    return None


def gender_of_kin(kin: str | None, vocabulary: Vocabulary) -> Gender:
    """What a kinship word tells: wife, brother; "twin" and "child" tell nothing."""
    if kin in vocabulary.women_kin:
        return "woman"
    return "man" if kin in vocabulary.men_kin else None


def gender_of_name(given: str, vocabulary: Vocabulary) -> Gender:
    """What a folded given name tells, as far as a name can."""
    if given in vocabulary.family_first:
        return None
    if given in vocabulary.women:
        return "woman"
    return "man" if given in vocabulary.men else None


def gender_of_pronoun_after(document: Document, name: Name) -> Gender:
    """What the first pronoun after a name in its sentence tells ("Marsh said she and Reyes"): a hint."""
    ceiling = document.passages[name.passage].end
    match = _PRONOUN_AFTER.match(document.text, name.end, min(ceiling, name.end + 60))
    if match is None:
        return None
    return "woman" if match.group(1) in ("she", "her", "herself") else "man"
