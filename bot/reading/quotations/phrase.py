"""What a noun phrase is, and the tests that reading one forwards and backwards share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.tokens import Token


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `first` to `last`, both included. `person` is set where it names somebody."""

    first: int
    last: int
    kind: Literal["name", "pronoun", "description"]
    person: int = -1


def is_pronoun(token: Token) -> bool:
    """Whether a token is a personal pronoun that can be a subject, or "who"."""
    return token.word in grammar().third_person or token.word in grammar().first_person or token.word == "who"


def is_preposition(token: Token) -> bool:
    """Whether a token is a preposition."""
    return token.kind == "word" and token.word in grammar().prepositions
