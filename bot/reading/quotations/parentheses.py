"""Subjects set apart from their verb: "Jane Roe, 67, who had come by boat, said"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.openings import MOST_SEGMENTS, is_modifier, leading_phrase, leads_in
from bot.reading.quotations.phrase import Phrase, is_preposition
from bot.reading.quotations.phrases import phrase_ending
from bot.reading.quotations.tokens import Token

PARENTHESIS_STOPS = frozenset({",", "—", "–", "―", "-", ";", ":", "(", ")"})
"""The stops that can set words apart from the clause around them."""

_PLACED = frozenset({"there", "here"})
_IN_PERSON = ["in", "the", "person", "of"]


def over_parenthesis(tokens: Sequence[Token], last: int, floor: int) -> Phrase | None:
    """The subject of the verb behind the stop at `last`, looking back over what is set between; None if none is."""
    end = last
    found: Phrase | None = None
    proper: Phrase | None = None
    for _ in range(MOST_SEGMENTS):
        if end <= floor:
            break
        if tokens[end].word == ")":
            end = _opening_bracket(tokens, end, floor)
            if end <= floor:
                break
            return phrase_ending(tokens, end - 1, floor) or found
        start = _segment_start(tokens, end, floor)
        while start < end and tokens[start].kind == "word" and leads_in(tokens[start].word):
            start += 1
        lead = leading_phrase(tokens, start, end) if start < end and is_preposition(tokens[start]) else None
        if lead is not None and lead.last == end - 1:
            return lead
        if tokens[end - 1].kind == "name" and [t.word for t in tokens[start : start + 4]] == _IN_PERSON:
            return Phrase(end - 1, end - 1, "name", tokens[end - 1].at)
        if start < end and not is_modifier(tokens, start):
            placed = end - 2 > start and tokens[end - 1].word in _PLACED
            phrase = phrase_ending(tokens, end - 1 - placed, start)
            if any(token.word in grammar().auxiliaries for token in tokens[start:end]):
                phrase = None
            if phrase is not None and phrase.kind == "description" and tokens[start].word in grammar().determiners:
                phrase = Phrase(start, end - 1 - placed, "description")
            if phrase is not None and phrase.kind == "name" and _is_relation(tokens, start, phrase.first):
                phrase = Phrase(start, end - 1, "description")
            listed = _list_apposed(tokens, start, end, floor)
            if listed > floor:
                end = listed
                continue
            if phrase is not None and phrase.kind != "description":
                return phrase
            if phrase is not None and _all_capitals(tokens, phrase):
                proper = phrase
            found = phrase or found
        end = _segment_start(tokens, end, floor) - 1
    return proper or found


def _list_apposed(tokens: Sequence[Token], start: int, end: int, floor: int) -> int:
    """The comma before an apposition that ends in a list of names: Roe | , the first to testify against A, B and C,.

    0 where the names that stand between `start` and `end` are no such list.
    """
    if tokens[end - 1].kind != "name" or all(tokens[k].word != "and" for k in range(start + 1, end - 1)):
        return 0
    while start - 2 > floor and tokens[start - 1].word == "," and tokens[start - 2].kind == "name":
        end, start = start - 1, _segment_start(tokens, start - 1, floor)
        if _is_relation(tokens, start, end - 1):
            named = start - 2 >= floor and tokens[start - 1].word == "," and tokens[start - 2].kind == "name"
            return start - 1 if named else 0
    return 0


def _is_relation(tokens: Sequence[Token], start: int, name: int) -> bool:
    """Whether a name only ends what sets somebody in relation to it: ", a spokesman for the family of X,"."""
    return tokens[start].word in grammar().determiners and any(
        tokens[k].word in grammar().prepositions for k in range(start, name)
    )


def _opening_bracket(tokens: Sequence[Token], at: int, floor: int) -> int:
    while at > floor and tokens[at].word != "(":
        at -= 1
    return at


def _segment_start(tokens: Sequence[Token], end: int, floor: int) -> int:
    at = end - 1
    while at >= floor and tokens[at].word not in PARENTHESIS_STOPS and tokens[at].kind != "quotation":
        at -= 1
    return at + 1


def _all_capitals(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return all(tokens[k].capital for k in range(phrase.first, phrase.last + 1))
