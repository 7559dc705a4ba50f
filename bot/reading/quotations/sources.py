"""Sources that are no subjects of a verb of saying: according to X, as X put it, in the words of X."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.cues import cue_table
from bot.reading.quotations.frame import Frame
from bot.reading.quotations.phrases_ahead import phrase_starting
from bot.reading.quotations.tokens import Token

_LONGEST = 12
_PUTS = frozenset({"put", "puts", "has", "had", "phrased"})


def source_at(tokens: Sequence[Token], first: int) -> Frame | None:
    """according to X; as X put it; in the words of X; in X's words; per X."""
    if first + 1 >= len(tokens):
        return None
    word, following = tokens[first].word, tokens[first + 1].word
    start = None
    if word == "according" and following == "to":
        start = first + 2
    elif word == "per":
        start = first + 1
    elif word == "in" and following == "the" and _words(tokens, first + 2, "words", "of"):
        start = first + 4
    if word == "as":
        return put_so(tokens, first + 1)
    if start is None:
        return None
    phrase = phrase_starting(tokens, start)
    return None if phrase is None else Frame(phrase, first, "source")


def _words(tokens: Sequence[Token], at: int, *wanted: str) -> bool:
    return [token.word for token in tokens[at : at + len(wanted)]] == list(wanted)


def put_so(tokens: Sequence[Token], first: int) -> Frame | None:
    """as X has it; as X later put it; as X called them."""
    for at in range(first + 1, min(len(tokens), first + _LONGEST)):
        token = tokens[at]
        if token.kind == "quotation":
            return None
        cue = cue_table().get(token.word) if token.kind == "word" else None
        if token.word in _PUTS or (cue is not None and cue.form in ("past", "s")):
            if token.word not in _PUTS and any(t.word == "," for t in tokens[first:at]):
                return None
            phrase = phrase_starting(tokens, first, at)
            return None if phrase is None else Frame(phrase, at, "source")
    return None
