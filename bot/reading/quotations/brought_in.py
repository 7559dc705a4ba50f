"""Somebody without a name whom a sentence brings in: there was a guard with a limp; one of the younger sentries."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.described import fits
from bot.reading.quotations.gender import Gender
from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.people_words import people_words
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.phrases_ahead import phrase_starting
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import is_somebody

_FARTHEST = 80
_BESIDES = frozenset({"also", "still", "once", "even"})
_IS = frozenset({"is", "was"})
_STANDS = frozenset({"sits", "sat", "stands", "stood", "lies", "lay", "lives", "lived", "waits", "waited"})
_MEETS = frozenset(
    {"meet", "met", "find", "found", "see", "saw", "contact", "contacted", "visit", "visited", "approach", "approached"}
)
_CARRIES = frozenset({"with", "in"})


def brought_in(tokens: Sequence[Token]) -> Phrase | None:
    """The description of the one person whom a sentence brings in, None if it brings in nobody."""
    if len(tokens) > 3 and tokens[0].word == "one" and tokens[1].word == "of" and tokens[2].word == "the":
        return _one_of_several(tokens)
    for at in range(1, min(len(tokens) - 1, _FARTHEST)):
        if tokens[at].word in ("a", "an") and _comes_in(tokens, at - 1):
            phrase = phrase_starting(tokens, at)
            described = phrase is not None and phrase.kind == "description" and is_somebody(tokens, phrase)
            return _with_what_is_carried(tokens, phrase) if phrase is not None and described else None
    return None


def _one_of_several(tokens: Sequence[Token]) -> Phrase | None:
    """ "One of the younger sentries" at the head of a sentence, up to the first noun for several people."""
    phrase = phrase_starting(tokens, 0)
    if phrase is None or phrase.kind != "description":
        return None
    several = (at for at in range(3, phrase.last + 1) if tokens[at].word in people_words().plurals)
    last = next(several, None)
    return None if last is None else Phrase(0, last, "description")


def can_be(tokens: Sequence[Token], phrase: Phrase, gender: Gender) -> bool:
    """Whether one brought in can be a woman or a man, as asked; "one of the gunmen" is a man."""
    words = [token.word for token in tokens[phrase.first : phrase.last + 1]]
    if words[0] != "one":
        return fits(" ".join(words), gender)
    last = next((word for word in reversed(words) if word in people_words().plurals), "")
    woman = last.endswith("women")
    return bool(last) and not (woman if gender == "m" else last.endswith("men") and not woman)


def _comes_in(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb that puts its subject last ends at `at`: there was also, in the corner sat, we met."""
    while at > 0 and tokens[at].word in _BESIDES:
        at -= 1
    if tokens[at].word in _STANDS or (tokens[at].word in _MEETS and _by_writer(tokens, at)):
        return True
    if tokens[at].word not in _IS:
        return False
    before = at - 1
    while before > 0 and tokens[before].word in _BESIDES:
        before -= 1
    return before >= 0 and tokens[before].word == "there"


def _by_writer(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb at `at` is the writer's own: we later met a miller."""
    return any(token.word in grammar().first_person for token in tokens[max(0, at - 2) : at])


def _with_what_is_carried(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """The phrase with the one trait behind it: an old man | in a beret."""
    at = phrase.last + 1
    if at + 2 >= len(tokens) or tokens[at].word not in _CARRIES or tokens[at + 1].word not in ("a", "an"):
        return phrase
    return Phrase(phrase.first, at + 2, "description") if tokens[at + 2].kind == "word" else phrase
