"""Speakers before a colon with no verb of saying: Roe held up the key: “...”; 09.40. Mayor: “...”."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.cues import words_of_utterance
from bot.reading.quotations.frame import Frame
from bot.reading.quotations.openings import leading_phrase
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.phrases_ahead import phrase_starting
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import can_speak, cue_at, is_somebody
from bot.reading.quotations.writings import LETTERS

_FARTHEST = 120
_TIGHT = 4


def colon_before(tokens: Sequence[Token], at: int) -> Frame | None:
    """Roe held up the key: “...” - with no verb of saying, the subject of what leads up to the colon.

    In a log the speaker alone stands before it: 09.40. Mayor: “...”.
    """
    if at < 2 or tokens[at - 1].word != ":" or cue_at(tokens, at - 2) is not None:
        return None
    heard = _heard(tokens, at - 1)
    if heard is not None:
        return heard
    phrase = leading_phrase(tokens, max(0, at - _FARTHEST), at - 1)
    if phrase is None:
        return _letter_before(tokens, at - 1)
    labels = phrase.last == at - 2 and phrase.first <= 2 and is_somebody(tokens, phrase)
    if phrase.kind == "description" and not labels and not _utters(tokens, phrase):
        return _letter_before(tokens, at - 1)
    return Frame(phrase, at - 1, "colon")


def _letter_before(tokens: Sequence[Token], colon: int) -> Frame | None:
    """In the drawer was a note: “...” - the source as described, where nobody is said to have written it."""
    if tokens[colon - 1].word not in LETTERS or tokens[colon - 2].word not in ("a", "an", "the", "another"):
        return None
    return Frame(Phrase(colon - 2, colon - 1, "description"), colon, "colon")


def _utters(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a description stands for words that follow a colon: "the governor's proclamation was read: “...”"."""
    held = [tokens[k].word for k in range(phrase.first, phrase.last + 1)]
    return any(word in words_of_utterance() or word in ("entry", "entries") for word in held)


def _heard(tokens: Sequence[Token], colon: int) -> Frame | None:
    """Whom one hears right before a colon: behind her you can hear a man: “...”."""
    for at in range(max(0, colon - _TIGHT), colon - 1):
        if tokens[at].word in ("hear", "heard", "hears"):
            phrase = phrase_starting(tokens, at + 1, colon)
            if phrase is not None and phrase.last == colon - 1 and can_speak(tokens, phrase):
                return Frame(phrase, at, "colon")
    return None
