"""Whose words, letter or hand it is: Roe’s claim that “...”; in her own hand: “...”; a letter from Roe: “...”."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.cues import words_of_utterance
from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.phrases import phrase_ending
from bot.reading.quotations.phrases_ahead import phrase_starting
from bot.reading.quotations.tokens import Token

_PLACES = frozenset({"under", "below", "beneath", "above", "to", "at", "after", "beside", "over", "through"})


def owner_of_words(tokens: Sequence[Token], index: int, at: int) -> Phrase | None:
    """Whose message, claim or words stand at `index`: "Roe's claim that", "her last message", "a letter from Roe"."""
    token = tokens[index]
    if token.word not in words_of_utterance() or index == 0 or not _opens_content(tokens, index + 1):
        return None
    for back in range(index - 1, max(-1, index - 4), -1):
        before = tokens[back]
        if before.kind == "possessive":
            return phrase_ending(tokens, back - 1) if back else None
        if before.kind == "word" and before.word in ("his", "her", "their", "its"):
            return Phrase(back, back, "pronoun")
        if before.kind != "word" or before.word in grammar().closed:
            break
    if index + 2 < at and tokens[index + 1].word in ("from", "by") and tokens[index + 2].kind == "name":
        return phrase_starting(tokens, index + 2, at)
    return None


def in_own_hand(tokens: Sequence[Token], index: int) -> Phrase | None:
    """Whose hand what follows is written in: a line in Roe's own hand: “...”."""
    if tokens[index].word not in ("hand", "handwriting") or tokens[index + 1].kind not in ("stop", "quotation"):
        return None
    at = index - 1 - (tokens[index - 1].word == "own")
    if at > 0 and tokens[at].kind == "possessive":
        return phrase_ending(tokens, at - 1)
    return Phrase(at, at, "pronoun") if at >= 0 and tokens[at].word in ("his", "her") else None


def is_place(tokens: Sequence[Token], owner: Phrase, index: int) -> bool:
    """Whether the words only say where it was said, which leaves the saying to a verb.

    in the convent's book; under his post: “...” - but "answered her claim that" leads to her words.
    """
    before = tokens[owner.first - 1].word if owner.first else ""
    beside = before in _PLACES and tokens[index + 1].kind == "stop"
    return beside or before in ("in", "on", "during")


def _opens_content(tokens: Sequence[Token], at: int) -> bool:
    """Whether what an utterance holds can follow here: "claim that", "message:", "promise to"."""
    following = tokens[at]
    return following.kind in ("quotation", "stop") or following.word in (
        "that",
        "of",
        "about",
        "to",
        "for",
        "from",
        "by",
    )
