"""Pronouns that go back to words of their own sentence: who answers, and who "they" are behind "which"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.cues import cue_table
from bot.reading.quotations.openings import leading_phrase
from bot.reading.quotations.people_words import people_words
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.phrases_ahead import phrase_starting
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import can_speak, head_of

_OPENS = frozenset({"when", "after", "as"})
_ASKS = frozenset({"ask", "question", "press"})
_ANSWERS = frozenset({"reply", "respond", "answer"})
_RELATIVE = frozenset({"which", "whom", "what"})
_OPENS_RELATIVE = _RELATIVE | {"where", "who"}


def asked_before(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Whom "he" at `at` is, who answers what was asked: When Roe asked the guard for the key, he | replied."""
    if not 0 < at < len(tokens) - 1 or tokens[0].word not in _OPENS or tokens[at - 1].word != ",":
        return None
    answer = cue_table().get(tokens[at + 1].word)
    if answer is None or answer.lemma not in _ANSWERS:
        return None
    for verb in range(1, at - 1):
        cue = cue_table().get(tokens[verb].word)
        if cue is not None and cue.lemma in _ASKS:
            phrase = phrase_starting(tokens, verb + 1, at)
            return None if phrase is None or phrase.kind == "pronoun" else phrase
    return None


def _reports(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before `at` report what comes: said | they, said that | they."""
    verb = at - 2 if tokens[at - 1].word == "that" else at - 1
    cue = cue_table().get(tokens[verb].word) if verb > 0 and tokens[verb].kind == "word" else None
    return cue is not None and cue.reports and cue.form in ("past", "s", "base")


def group_before(tokens: Sequence[Token], at: int, *, plural: bool = True) -> Phrase | None:
    """The group that "they" at `at` goes back to: Residents listed fees, which | they said were high.

    The same where it says what it does itself: Millers said (that) | they want “bread”, and set in between commas:
    Millers ran to the dam, where, | they said, it burned. With `plural` unset the body
    that "it" goes back to: The port office shut in what | it called “a pause”.
    """
    aside = at > 2 and tokens[at - 1].word == "," and tokens[at - 2].word in _OPENS_RELATIVE
    if at < 2 or not (tokens[at - 1].word in _RELATIVE or (plural and (aside or _reports(tokens, at)))):
        return None
    lead = leading_phrase(tokens, 0, at)
    if lead is None or lead.kind != "description":
        return None
    several = tokens[head_of(tokens, lead)].word in people_words().plurals
    return lead if several or (not plural and can_speak(tokens, lead)) else None
