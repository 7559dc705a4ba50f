"""The noun phrase that a clause sets out from: its subject, as a rule, past "In the evening," and the like."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.cues import cue_table
from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.people_words import people_words
from bot.reading.quotations.phrase import Phrase, is_preposition
from bot.reading.quotations.phrases_ahead import in_capitals, phrase_starting
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import head_of

_FARTHEST = 200
MOST_SEGMENTS = 12
"""How many stretches between commas are looked through for a subject."""


def leading_phrase(tokens: Sequence[Token], floor: int, ceiling: int) -> Phrase | None:
    """The noun phrase that a clause sets out from, past "In the evening," and the like; its subject, as a rule."""
    ceiling = min(ceiling, floor + _FARTHEST)
    at = _past_dateline(tokens, floor, ceiling)
    for _ in range(MOST_SEGMENTS):
        while at < ceiling and tokens[at].kind == "word" and leads_in(tokens[at].word):
            at += 1
        if at >= ceiling:
            return None
        if is_preposition(tokens[at]):
            time = phrase_starting(tokens, at + 1, ceiling)
            if time is not None and _says_when(tokens, time):
                at = time.last + 1
                continue
        if not is_modifier(tokens, at):
            phrase = phrase_starting(tokens, at, ceiling)
            if phrase is not None and _says_when(tokens, phrase):
                at = phrase.last + 1
                continue
            if phrase is None or not _is_bare(tokens, phrase):
                return _cut_at_verb(tokens, phrase)
        at = _after_comma(tokens, at, ceiling)
    return None


def _past_dateline(tokens: Sequence[Token], floor: int, ceiling: int) -> int:
    """The first token behind "LISBON (XYZ) —" and the like, or behind a bullet."""
    for at in range(floor, min(ceiling, floor + 10)):
        token = tokens[at]
        if token.word in ("—", "–", "-", "•", "*"):
            return at + 1
        if not token.capital and token.kind == "word":
            break
    return floor


def leads_in(word: str) -> bool:
    """Whether a word only leads up to the subject of a clause ("But", "Still")."""
    return word in ("and", "but", "so", "yet", "then", "or", "nor", "still", "now") or (
        word in grammar().adverbs and word not in grammar().determiners
    )


def _after_comma(tokens: Sequence[Token], at: int, ceiling: int) -> int:
    """Behind the next comma or dash, or behind a title that a preposition leads up to: On “Mill Hour,” | Roe spoke."""
    while at < ceiling and tokens[at].word not in (",", "—", "–", ":"):
        if tokens[at].kind == "quotation" and at + 1 < ceiling and tokens[at + 1].capital and _hangs(tokens, at):
            return at + 1
        at += 1
    return at + 1


def _hangs(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and is_preposition(tokens[at - 1])


def is_modifier(tokens: Sequence[Token], at: int) -> bool:
    """Whether what starts here only qualifies: a relative clause, an age, a participle, "in Moscow"."""
    token = tokens[at]
    if token.kind in ("number", "quotation", "stop"):
        return True
    if token.kind != "word":
        return False
    word = token.word
    if word == "and" and at + 1 < len(tokens):
        return is_modifier(tokens, at + 1)
    if word in grammar().determiners and word != "that":
        return False
    qualifies = word in grammar().relatives or word in grammar().prepositions or word in grammar().conjunctions
    return (
        qualifies
        or word in grammar().adverbs
        or (not token.capital and word.endswith(("ing", "ed")))
        or (at == 0 and word.endswith(("ing", "ed")))
    )


def _says_when(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is a time and no subject ("Each evening", "A fortnight"), with more of the clause behind it."""
    if phrase.kind != "description" or phrase.last + 1 >= len(tokens):
        return False
    following = tokens[phrase.last + 1]
    if tokens[head_of(tokens, phrase)].word not in grammar().times or following.word in grammar().auxiliaries:
        return False
    return following.kind in ("name", "stop") or following.word in grammar().closed


def _is_bare(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase before a comma is no subject: a noun with neither article nor capital, and not people."""
    if phrase.kind != "description" or phrase.last + 1 >= len(tokens) or tokens[phrase.last + 1].word != ",":
        return False
    words = [tokens[k] for k in range(phrase.first, phrase.last + 1)]
    return not any(t.capital or t.word in grammar().determiners or t.word in people_words().all for t in words)


def _in_name(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether a word with a capital only begins a longer name: The Guard Hospital; Clowns Without Tents."""
    goes_on = tokens[at].capital and (tokens[at + 1].capital or in_capitals(tokens, at + 1))
    return goes_on and (at > first or is_preposition(tokens[at + 1]))


def _cut_behind(tokens: Sequence[Token], phrase: Phrase, first: int) -> Phrase:
    """The same of what hangs on its noun: "A spokesman for the rebels put"."""
    for at in range(first + 2, phrase.last + 1):
        verbal = tokens[at].word in grammar().irregular_pasts or tokens[at].word == "put"
        verbal = verbal or (tokens[at].word.endswith("ed") and tokens[at - 1].word in people_words().plurals)
        if verbal and not tokens[at].capital and tokens[at - 1].word not in grammar().determiners:
            return Phrase(phrase.first, at - 1, "description")
    return phrase


def _cut_at_verb(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """A leading description without the verb that was read along with it ("The porter gave")."""
    if phrase is None or phrase.kind != "description":
        return phrase
    for at in range(phrase.first, phrase.last + 1):
        word = tokens[at].word
        owns = at < phrase.last and tokens[at + 1].kind == "possessive"
        human = word in people_words().all and not owns
        if at < phrase.last and _in_name(tokens, at, phrase.first):
            continue
        if human and (at == phrase.last or tokens[at + 1].word not in people_words().all):
            follows = tokens[at + 1].word if at < phrase.last else ""
            if follows in ("of", "for", "at", "from", "with", "in"):
                return _cut_behind(tokens, phrase, at + 1)
            return Phrase(phrase.first, at, "description")
        verbal = (
            word.endswith("ed")
            or word in grammar().irregular_pasts
            or (word in cue_table() and tokens[at - 1].word not in grammar().determiners)
        )
        if at > phrase.first and not tokens[at].capital and verbal:
            return Phrase(phrase.first, at - 1, "description")
    return phrase
