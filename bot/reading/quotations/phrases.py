"""Noun phrases read backwards: whose words they are, from the word before a verb of saying."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.cues import cue_table
from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.phrase import Phrase, is_preposition, is_pronoun
from bot.reading.quotations.phrases_ahead import in_capitals, opens_with_clause
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import NOUNS_TOO

_LONGEST = 24
_SOMEBODY = frozenset({"somebody", "someone", "nobody", "everybody", "everyone", "anybody", "anyone"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_PICKS_TIME = frozenset({"each", "every", "last", "next", "previous", "following", "same"})
_PICKS_ONE = _PICKS_TIME | {"that", "this", "the", "a", "one"}


def phrase_ending(tokens: Sequence[Token], last: int, floor: int = 0) -> Phrase | None:
    """The noun phrase whose last token is `last`, looking back no farther than `floor`; None if there is none.

    the wife of the commander | said -> the whole of it; the mayor's aide Jane Roe | said -> Jane Roe.
    """
    if last < floor:
        return None
    token = tokens[last]
    while token.word in _REFLEXIVE and last > floor:
        last -= 1
        token = tokens[last]
    if token.kind == "word" and is_pronoun(token):
        return Phrase(last, last, "pronoun")
    if token.kind == "name":
        return _with_name(tokens, last, floor)
    if token.word in ("his", "hers", "theirs"):
        return Phrase(last, last, "pronoun")
    if token.word in _SOMEBODY:
        return Phrase(last, last, "description")
    picked = token.word == "one" and last - 1 > floor and tokens[last - 2].word in grammar().determiners
    if token.kind not in ("word", "number") or (token.word in grammar().closed and not picked):
        return Phrase(last, last, "description") if token.word in grammar().stand_alone else None
    return _description(tokens, _leftmost(tokens, last, floor), last)


def _with_name(tokens: Sequence[Token], last: int, floor: int) -> Phrase:
    """A name, or the description that ends in it: "a cousin of Roe" is not Roe."""
    before = last - 1
    while (
        before > floor
        and tokens[before].kind == "word"
        and tokens[before].capital
        and not is_preposition(tokens[before])
    ):
        before -= 1
    if before > floor and is_preposition(tokens[before]) and tokens[before].word in grammar().linking:
        owner = tokens[before - 1]
        noun = owner.kind == "word" and not owner.capital and owner.word not in grammar().closed
        if noun and owner.word not in grammar().times and tokens[before].word in ("of", "for", "to", "from", "with"):
            first = _leftmost(tokens, before - 1, floor)
            if first <= before - 1:
                return Phrase(first, last, "description")
    return Phrase(last, last, "name", tokens[last].at)


def _leftmost(tokens: Sequence[Token], last: int, floor: int) -> int:
    """Where the noun phrase that ends at `last` begins: at its determiner, past the phrases that hang on it."""
    at = last
    lowest = max(floor, last - _LONGEST)
    while at >= lowest:
        token = tokens[at]
        if token.kind == "word" and token.word in grammar().determiners and at < last:
            if _hangs_on(tokens, at - 1, lowest):
                at -= 2
                continue
            return at + opens_with_clause(tokens, at)
        if token.kind in ("stop", "quotation") or (at < last and _is_telling(token)):
            break
        if at < last and _says_when(tokens, at):
            break
        if token.word in grammar().approximators and at > lowest and tokens[at - 1].word == "of":
            at -= 1
            continue
        if token.kind == "word" and token.word in grammar().closed and not in_capitals(tokens, at):
            if not _hangs_on(tokens, at, lowest):
                break
            at -= 2
            continue
        at -= 1
    return min(at + 1, last)


def _says_when(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun only says when or why, before a phrase of its own: for that reason | city officials."""
    word = tokens[at].word
    if at == 0 or (word not in grammar().times and word not in grammar().occasions):
        return False
    if is_preposition(tokens[at - 1]):
        return True
    return not tokens[at].capital and any(
        tokens[k].word in _PICKS_TIME or (tokens[k].word in _PICKS_ONE and k > 0 and is_preposition(tokens[k - 1]))
        for k in range(max(0, at - 2), at)
    )


def _is_telling(token: Token) -> bool:
    """Whether a word is a verb of saying that cannot be part of a noun phrase ("saying", "told")."""
    if token.kind != "word" or token.capital:
        return False
    cue = cue_table().get(token.word)
    return cue is not None and cue.reports and cue.form in ("past", "ing", "s") and token.word not in NOUNS_TOO


def _hangs_on(tokens: Sequence[Token], at: int, lowest: int) -> bool:
    """Whether a preposition at `at` ties what follows to a noun before it ("officials at the port")."""
    if at - 1 < lowest or tokens[at].kind != "word" or tokens[at].word not in grammar().linking:
        return False
    before = tokens[at - 1]
    if before.kind == "name":
        return False
    if tokens[at].word == "of" and before.word == "one":
        return True
    return before.kind == "word" and before.word not in grammar().closed and before.word not in grammar().times


def _description(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """A description, without what only leads up to it ("On Friday officials" is "officials")."""
    while first < last and tokens[first].kind in ("possessive", "number") and tokens[first].word.startswith(("'", "’")):
        first += 1
    if first > 1 and tokens[first - 2].kind == "name" and tokens[first - 1].word in ("of", "from"):
        return Phrase(first - 2, first - 2, "name", tokens[first - 2].at)
    if tokens[first].kind == "word" and is_preposition(tokens[first]):
        first += 1
    if first > last:
        return None
    return Phrase(first, last, "description")
