"""Noun phrases read forwards: from the word behind a verb of saying, or at the head of a clause."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.people_words import people_words
from bot.reading.quotations.phrase import Phrase, is_preposition, is_pronoun
from bot.reading.quotations.tokens import Token

_LONGEST = 24
_LONGEST_APPOSITION = 8
_LONGEST_ROLE = 3
_LONGEST_PLACE = 6
_NAMING = frozenset({"named", "called", "nicknamed", "sign", "callsign", "known"})
_NAMES_ONE = frozenset({"name", "identified", "known", "himself", "herself"})


def phrase_starting(tokens: Sequence[Token], first: int, ceiling: int | None = None) -> Phrase | None:
    """The noun phrase whose first token is `first`; None if there is none.

    said | a spokesman for the ministry on Friday -> a spokesman for the ministry
    said | the mayor, Jane Roe, -> Jane Roe
    """
    end = min(len(tokens), first + _LONGEST) if ceiling is None else min(ceiling, first + _LONGEST)
    if first >= end:
        return None
    token = tokens[first]
    if token.kind == "name":
        return _from_name(tokens, first, end)
    if token.kind not in ("word", "number"):
        return None
    if is_pronoun(token):
        return Phrase(first, first, "pronoun")
    if (
        token.word in grammar().closed
        and token.word not in grammar().determiners
        and token.word not in grammar().stand_alone
    ):
        return None
    if opens_with_clause(tokens, first):
        return None
    return _run(tokens, first, first, end)


def opens_with_clause(tokens: Sequence[Token], first: int = 0) -> bool:
    """Whether a clause begins at `first`: a "that" which is no determiner (that the dam held, that soldiers matter)."""
    if first + 1 >= len(tokens) or tokens[first].word != "that":
        return False
    following = tokens[first + 1]
    word = following.word
    if following.kind == "name" or word in grammar().determiners or is_pronoun(following):
        return True
    if following.capital and word not in grammar().times and first + 2 < len(tokens):
        # "that Lundia's miners | held out"
        return tokens[first + 2].kind == "possessive"
    return following.kind == "word" and word.endswith("s") and not word.endswith("ss")


def _from_name(tokens: Sequence[Token], first: int, end: int) -> Phrase:
    """A name; "Roe's brother" is a description, with a name in apposition the name that it leads to."""
    if first + 1 < end and tokens[first + 1].kind == "possessive":
        return _run(tokens, first, first + 2, end) or Phrase(first, first, "name", tokens[first].at)
    last = _partner(tokens, first, end)
    return Phrase(first, first, "name", tokens[first].at) if last < 0 else Phrase(first, last, "description")


def _partner(tokens: Sequence[Token], name: int, end: int) -> int:
    """The last token of "and Max Toll" behind a name, with a stop behind it; -1 where the name stands alone."""
    if name + 2 >= end or tokens[name + 1].word != "and":
        return -1
    last = name + 2
    while last < end - 1 and tokens[last].kind == "word" and tokens[last].capital:
        last += 1
    alone = last + 1 >= len(tokens) or tokens[last + 1].kind == "stop"
    return last if tokens[last].kind == "name" and alone else -1


def _run(tokens: Sequence[Token], first: int, at: int, end: int) -> Phrase | None:
    """The phrase from `first`, its words read on from `at` until something ends it."""
    last = first - 1 if at == first else at - 1
    while at < end:
        token = tokens[at]
        if token.kind == "name":
            if at + 1 < end and tokens[at + 1].kind == "possessive":
                last = at + 1
                at += 2
                continue
            if at - 1 > first and tokens[at - 1].word in _NAMING:
                # "said a miller called Oto, a cap on his head"
                return Phrase(at, at, "name", token.at)
            if at > first and tokens[at - 1].word.endswith("ed") and not tokens[at - 1].capital:
                last = at - 2
                break
            linked = at > first and is_preposition(tokens[at - 1])
            if linked and tokens[at - 1].word != "with":
                return Phrase(first, at, "description")
            partner = _partner(tokens, at, end)
            titled = all(t.capital and t.kind == "word" for t in tokens[first:at])
            if partner >= 0 and titled:
                return Phrase(first, partner, "description")
            return Phrase(at, at, "name", token.at)
        if token.kind in ("stop", "quotation"):
            break
        if token.kind == "word" and token.word in grammar().closed and not _goes_on(tokens, at, first, end):
            return _in_both_roles(tokens, first, at, end) or _ended(tokens, first, last, end)
        last = at
        at += 1
    return _ended(tokens, first, last, end)


def _in_both_roles(tokens: Sequence[Token], first: int, link: int, end: int) -> Phrase | None:
    """The name behind two roles of one person: said activist and journalist Jane Roe."""
    if tokens[link].word != "and" or first == link or tokens[link - 1].word not in people_words().all:
        return None
    if tokens[link - 1].word in people_words().plurals or tokens[first].word in grammar().determiners:
        return None
    at = link + 1
    while at < end and at <= link + _LONGEST_ROLE and tokens[at].kind == "word":
        if tokens[at].word in grammar().closed:
            return None
        at += 1
    named = link + 1 < at < end and tokens[at].kind == "name" and not tokens[at - 1].capital
    return Phrase(at, at, "name", tokens[at].at) if named else None


def _ended(tokens: Sequence[Token], first: int, last: int, end: int) -> Phrase | None:
    """The phrase up to `last`, without what hangs loose at its end, or the name set beside it."""
    while last > first and tokens[last].kind == "word" and is_preposition(tokens[last]):
        last -= 1
    people = tokens[last - 1].word in people_words().all or (
        tokens[last - 1].capital and tokens[last - 1].word.endswith("s")
    )
    following = tokens[last + 1].word if last + 1 < len(tokens) else ""
    acts = tokens[last].word.endswith("ing") or (tokens[last].word.endswith("ed") and following == "by")
    if last > first and people and acts and not tokens[last].capital:
        # "a nurse working | inside the port", "a clerk reached | by telephone": what one does is no part of who one is.
        last -= 1
    if last < first:
        return None
    named = _apposed_name(tokens, _past_place(tokens, last + 1), end)
    return named if named is not None else Phrase(first, last, "description")


def _past_place(tokens: Sequence[Token], at: int) -> int:
    """The comma behind a place that is set to a description: the only nurse | in the area, Jane Roe,; else `at`."""
    if at + 1 >= len(tokens) or tokens[at].word not in ("in", "at", "on", "near"):
        return at
    if tokens[at + 1].word not in ("the", "this", "his", "her", "their", "its"):
        return at
    behind = next((k for k in range(at + 2, min(len(tokens), at + _LONGEST_PLACE)) if tokens[k].kind != "word"), at)
    return behind if tokens[behind].word == "," else at


def in_capitals(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition is part of a proper name: Clowns Without Tents."""
    if not 0 < at < len(tokens) - 1 or not is_preposition(tokens[at]):
        return False
    if not tokens[at].capital and tokens[at].word != "without":
        return False
    return tokens[at - 1].capital and tokens[at + 1].capital and tokens[at].word not in grammar().conjunctions


def _goes_on(tokens: Sequence[Token], at: int, first: int, end: int) -> bool:
    """Whether a closed-class word at `at` belongs inside the phrase: its determiner, or "of the port"."""
    word = tokens[at].word
    if in_capitals(tokens, at):
        return at > first
    before = tokens[at - 1].word if at > first else ""
    if (word in grammar().approximators and before == "of") or (word in grammar().adverbs and before == "the"):
        return True
    if word == "one" and at > first and before not in grammar().closed:
        return tokens[first].word in grammar().determiners
    if word in grammar().determiners:
        vague = before in grammar().approximators and before not in ("some", "over")
        return at == first or vague or before in grammar().linking or before in grammar().determiners
    if at == first or at + 1 >= end or word not in grammar().linking:
        return False
    following = tokens[at + 1]
    if following.word in grammar().times:
        return False
    if word in ("of", "for", "from"):
        return True
    if word == "with":
        return following.word in ("the", "a")
    beyond = tokens[at + 2] if at + 2 < end else following
    return (following.capital or (following.word == "the" and beyond.capital)) and beyond.word not in grammar().times


def _named_within(tokens: Sequence[Token], first: int, end: int) -> Phrase | None:
    """The name in "a boy named Pepe", "a gunner with the call sign Heron", up to the next comma."""
    for at in range(first, end):
        if tokens[at].kind in ("stop", "quotation"):
            return None
        if tokens[at].kind == "name" and at > first and tokens[at - 1].word in _NAMING:
            return Phrase(at, at, "name", tokens[at].at)
    return None


def name_given(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """The name that a description is said to go by: a commander, who gave his name only as Tiger, ..."""
    for at in range(phrase.last + 1, min(len(tokens), phrase.last + _LONGEST)):
        if tokens[at].word in (";", ":", ".") or tokens[at].kind == "quotation":
            return None
        if tokens[at].kind != "name":
            continue
        before = [token.word for token in tokens[max(phrase.last + 1, at - 5) : at]]
        given = before[-1:] == ["as"] and _NAMES_ONE.intersection(before)
        return Phrase(at, at, "name", tokens[at].at) if given or before[-1:] in (["named"], ["called"]) else None
    return None


def identified(tokens: Sequence[Token], phrase: Phrase) -> int | None:
    """The person that somebody described gives as: said a woman, who identified herself only as Ann."""
    given = name_given(tokens, phrase)
    return given.person if given is not None and tokens[given.first - 1].word == "as" else None


def name_said(tokens: Sequence[Token], phrase: Phrase, text: str) -> str | None:
    """The same where nobody else took the words for a name: a seller known in town only as Mother Ode | was there."""
    for at in range(phrase.last + 1, min(len(tokens), phrase.last + _LONGEST)):
        if tokens[at].kind in ("stop", "quotation"):
            return None
        before = [token.word for token in tokens[max(phrase.last + 1, at - 8) : at]]
        if not tokens[at].capital or (before[-1:] not in (["named"], ["called"]) and not _known_as(before)):
            continue
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].capital and tokens[last + 1].kind == "word":
            last += 1
        return text[tokens[at].start : tokens[last].end]
    return None


def _known_as(before: Sequence[str]) -> bool:
    return before[-1:] == ["as"] and "known" in before


def _apposed_name(tokens: Sequence[Token], at: int, end: int) -> Phrase | None:
    """The name set beside a description: "the mayor, Jane Roe,", "her sister, Ann"."""
    if at + 1 >= len(tokens) or tokens[at].word not in (",", "—", "–"):
        return None
    at += 1
    named = _named_within(tokens, at, min(len(tokens), at + _LONGEST_APPOSITION))
    if named is not None:
        return named
    while at < len(tokens) - 1 and at < end + 3 and tokens[at].kind == "word" and tokens[at].capital:
        at += 1
    if tokens[at].kind != "name":
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.kind != "stop":
        return None
    return Phrase(at, at, "name", tokens[at].at)
