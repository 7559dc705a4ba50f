"""Verbs of saying in a sentence: which words are cues there, and what a phrase beside them stands for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.reading.lexicon import words
from bot.reading.quotations.cues import Cue, cue_table
from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.people_words import people_words
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.tokens import Token

# "he" stands for "he'd" here, too.
_BEFORE_BASE = frozenset({"to", "they", "we", "i", "you", "who", "and", "he", "she"})
_OPENING_MARKS = frozenset("“\"‘'«„")
_NEAR = 6
_SEVERAL = frozenset({"most", "many", "some", "few", "both", "several"})
_OWN = frozenset({"my", "your", "his", "her", "our", "their"})
_ADJECTIVES_TOO = frozenset({"allege", "claim", "report", "propose", "declare", "state", "announce"})
NOUNS_TOO = frozenset(
    {"claims", "calls", "reports", "notes", "posts", "texts", "tweets", "states", "orders", "answers", "demands"}
)
"""Forms of verbs of saying that are as often plurals of nouns."""
_NOBODY = frozenset({"nobody", "none", "anybody", "anyone", "nothing"})


def cue_at(tokens: Sequence[Token], at: int) -> Cue | None:
    """The cue that the token at `at` is, if it is one and a verb here ("her claims" is none)."""
    token = tokens[at]
    if token.kind != "word" or (token.capital and at > 0):
        return None
    cue = cue_table().get(token.word)
    if cue is None or at == 0:
        return cue
    if _only_looks_like_saying(tokens, at):
        return None
    before = tokens[at - 1]
    if _belongs_to_noun(tokens, at, cue):
        return None
    if cue.form == "base" and before.word == "," and at + 1 < len(tokens):
        # "The road is shut, say residents."
        return cue if tokens[at + 1].word in people_words().plurals else None
    two = cue.form == "base" and at > 1 and before.kind == "name" and tokens[at - 2].word == "and"
    if cue.form in ("base", "s") and not two and not _can_precede_verb(before, cue.form):
        return None
    return None if before.kind == "word" and before.word in ("the", "a", "an", "its") else cue


def _only_looks_like_saying(tokens: Sequence[Token], at: int) -> bool:
    """Whether a cue word is none here: "call sign", "warned in writing", "a scout called Menzel | says"."""
    word = tokens[at].word
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if word in ("call", "calls"):
        return following is not None and following.word in ("sign", "signs")
    if word in ("claim", "claims", "claimed", "claiming"):
        return _takes_lives(tokens, at)
    if word in ("pointed", "points", "pointing"):
        # "The finger pointed at me."
        return following is not None and following.word == "at"
    if word == "writing":
        return tokens[at - 1].word == "in"
    if word not in ("called", "dubbed") or following is None:
        return False
    last = at + 1 + (following.word in _OPENING_MARKS)
    if last >= len(tokens) or not tokens[last].capital:
        return False
    while last + 1 < len(tokens) and tokens[last + 1].capital:
        last += 1
    ends = last + 1 >= len(tokens) or tokens[last + 1].kind == "stop" or tokens[last + 1].word in cue_table()
    return ends and any(token.word in ("a", "an", "one") for token in tokens[max(0, at - 4) : at])


def _takes_lives(tokens: Sequence[Token], at: int) -> bool:
    """Whether something claims lives: the raid claimed nine lives - not: he claimed his life was in danger."""
    for k in range(at + 1, min(len(tokens), at + _NEAR)):
        if tokens[k].word in ("life", "lives"):
            return k + 1 >= len(tokens) or tokens[k + 1].word not in grammar().auxiliaries
        if tokens[k].word == "that":
            return False
    return False


def _belongs_to_noun(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Whether a cue word is a noun or its adjective: his alleged part in it; the port's reported losses; made calls."""
    before = tokens[at - 1]
    if cue.form in ("past", "participle"):
        owned = before.kind == "possessive" or before.word in _OWN
        return owned and cue.lemma in _ADJECTIVES_TOO
    return tokens[at].word in NOUNS_TOO and (before.word.endswith("ed") or before.word in grammar().irregular_pasts)


def _can_precede_verb(before: Token, form: str) -> bool:
    """Whether a verb in the present can follow: "families say", "she says", not "the claims" or "his answer"."""
    if before.kind in ("possessive",):
        return False
    if before.kind in ("name", "quotation"):
        return form == "s" or before.kind == "quotation"
    if before.kind == "stop":
        return before.word in ",—–)" and form == "s"
    word = before.word
    if form == "base":
        if word in _SEVERAL:
            return True
        many = word.endswith("s") and not word.endswith(("ous", "ss"))
        plural = (many and word not in grammar().closed) or word in people_words().plurals
        return plural or word in _BEFORE_BASE or word in grammar().auxiliaries
    return word not in grammar().determiners and word not in grammar().prepositions and not word.endswith("ous")


def head_of(tokens: Sequence[Token], phrase: Phrase) -> int:
    """The noun that a description is about: the last word before "of", "for" and their kin."""
    last = phrase.first
    for at in range(phrase.first, phrase.last + 1):
        if at > phrase.first and tokens[at].word in grammar().prepositions:
            break
        last = at
    return last


def may_speak(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase can be a speaker at all: never a time, a determiner, an adjective or a participle left alone.

    "a loudspeaker van", "some", "The Harbour Post" may speak; "Each evening", "that reason", "heard", "tall" may not.
    """
    if phrase.kind != "description":
        return True
    head = tokens[head_of(tokens, phrase)]
    word = head.word
    if word in _NOBODY:
        return False
    if word in people_words().all:
        return True
    if head.capital:
        return not _is_day(tokens, phrase) and (word not in grammar().closed or word in grammar().stand_alone)
    if word in grammar().times or word in grammar().occasions:
        return False
    if phrase.first < phrase.last:
        counted = word in grammar().determiners or word in grammar().stand_alone
        return head.kind != "word" or counted or word not in grammar().closed
    if word in grammar().closed or word in grammar().stand_alone:
        return word in grammar().stand_alone
    if head.kind == "number" or word.endswith(("ed", "ing", "ly")) or word in grammar().perceived:
        return False
    return not _ends_clause(tokens, phrase) or word in _bodies() or word.endswith("s")


def _ends_clause(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a bare word only ends what goes before it: "he was old, and tall; that", but not "management said"."""
    behind = phrase.last + 1
    return phrase.first > 0 and behind < len(tokens) and tokens[behind].kind == "stop"


def _is_day(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase that ends in a capital is a day or month ("Last Friday"), not a title ("The Sunday Morning")."""
    head = head_of(tokens, phrase)
    before = tokens[head - 1] if head > phrase.first else None
    titled = before is not None and before.capital and before.word not in grammar().times | grammar().determiners
    return tokens[head].word in grammar().times and not titled


def is_somebody(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase surely stands for people: a name, a pronoun, a noun for people."""
    return phrase.kind != "description" or tokens[head_of(tokens, phrase)].word in people_words().all


def can_speak(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is surely somebody, or a body that speaks: "it" and "the tweets" may be, but need not."""
    if phrase.kind != "description":
        return tokens[phrase.first].word != "it"
    head = tokens[head_of(tokens, phrase)]
    return head.capital or head.word in people_words().all or head.word in _bodies()


@cache
def _bodies() -> frozenset[str]:
    """Nouns for bodies that speak as one ("ministry")."""
    return words("speech", "bodies")
