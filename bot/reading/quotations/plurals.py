"""The noun that "they" go back to: the plural for people that a sentence sets out from, or its only one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.openings import leading_phrase
from bot.reading.quotations.people_words import people_words
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import head_of


def plural_in(tokens: Sequence[Token]) -> int:
    """Where the noun stands that "they" go back to, -1 if none: a plural for people that is subject, doer or alone."""
    lead = leading_phrase(tokens, 0, len(tokens))
    if lead is not None and lead.kind == "description":
        head = head_of(tokens, lead)
        people = tokens[head].capital and tokens[lead.first].word == "the" and _ends_as_plural(tokens[head].word)
        if people or tokens[head].word in people_words().plurals:
            return head
    plurals = [at for at, token in enumerate(tokens) if _is_plural(token)]
    doers = [at for at in plurals if any(token.word == "by" for token in tokens[max(0, at - 3) : at])]
    plurals = doers or plurals
    return plurals[0] if len(plurals) == 1 and tokens[plurals[0]].word in people_words().plurals else -1


def _is_plural(token: Token) -> bool:
    """Whether a word looks like the plural of a noun, for people or not."""
    word = token.word
    if token.kind != "word" or token.capital or word in grammar().closed or word in grammar().times:
        return False
    return word in people_words().plurals or _ends_as_plural(word)


def _ends_as_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))
