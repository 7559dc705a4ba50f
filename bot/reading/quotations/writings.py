"""Whose diary, log or letter it is: what is written has its writer, though the sentence that quotes it names none."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.openings import leading_phrase
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.phrases import phrase_ending
from bot.reading.quotations.phrases_ahead import phrase_starting
from bot.reading.quotations.subjects import subject_of
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import cue_at

_ENTRIES = frozenset({"entry", "entries"})
RECORDS = frozenset(
    {"diary", "diaries", "log", "logbook", "journal", "notebook", "notebooks", "book", "ledger", "blog"}
)
"""Nouns for what somebody keeps from day to day."""
_KEEPS = frozenset({"kept", "keeps", "keeping", "wrote", "writes", "started", "began", "filled"})
LETTERS = frozenset(
    {
        "letter",
        "note",
        "message",
        "email",
        "e-mail",
        "telegram",
        "postcard",
        "memo",
        "text",
        "statement",
        "poem",
        "caption",
    }
)
"""Nouns for what somebody writes to somebody."""
_SENDS = frozenset({"wrote", "writes", "sent", "sends", "posted", "texted", "emailed", "cabled"})
_MAKES = frozenset({"made", "gave", "given", "issued", "left", "signed", "released", "written"})
_FARTHEST = 120


def records_meant(tokens: Sequence[Token], phrase: Phrase) -> frozenset[str]:
    """The nouns for the writing that a phrase stands for or is part of; empty where it stands for none.

    "The entry for March 9" is part of a diary or log; "the letter" goes back to a letter.
    """
    words = [tokens[at].word for at in range(phrase.first, min(phrase.last, phrase.first + 2) + 1)]
    if _ENTRIES.intersection(words):
        return RECORDS
    definite = words[0] in ("the", "that", "this") and (len(words) == 2 or words[2:] == ["for"])
    return frozenset({words[1]}) if definite and words[1] in LETTERS | RECORDS else frozenset()


def writer_in(tokens: Sequence[Token], records: frozenset[str]) -> Phrase | None:
    """Who wrote the letter or keeps the record that a sentence speaks of; None if it does not tell.

    Ms. Roe kept a diary; his log was found; in a letter to her son, Roe wrote; Roe sent the note up the hill.
    """
    for at in range(1, min(len(tokens), _FARTHEST)):
        if tokens[at].kind != "word" or tokens[at].word not in records:
            continue
        owner = _owner(tokens, at)
        if owner is not None:
            return owner
        if tokens[at].word in LETTERS and _says_whose(tokens, at + 1):
            return _given(tokens, at + 2) or phrase_starting(tokens, at + 2)
        if tokens[at].word in LETTERS:
            return _maker(tokens, at) or _sender(tokens, stated=tokens[at].word == "statement")
        if any(token.word in _KEEPS for token in tokens[max(0, at - 4) : at]):
            return leading_phrase(tokens, 0, at)
        keeper = _keeper_behind(tokens, at)
        if keeper is not None:
            return keeper
        if [token.word for token in tokens[at + 1 : at + 3]] == ["belonged", "to"]:
            return phrase_starting(tokens, at + 3)
    return None


def _owner(tokens: Sequence[Token], at: int) -> Phrase | None:
    for back in range(at - 1, max(-1, at - 4), -1):
        before = tokens[back]
        if before.kind == "possessive" and back:
            return phrase_ending(tokens, back - 1)
        if before.kind == "word" and before.word in ("his", "her"):
            return Phrase(back, back, "pronoun")
        if before.kind != "word" or before.word in grammar().closed:
            return None
    return None


def _says_whose(tokens: Sequence[Token], at: int) -> bool:
    """Whether the writer follows here: a letter from her, a poem by Roe; "a letter by post" has none."""
    if at + 1 >= len(tokens):
        return False
    return tokens[at].word == "from" or (tokens[at].word == "by" and tokens[at + 1].kind == "name")


def _given(tokens: Sequence[Token], at: int) -> Phrase | None:
    return Phrase(at, at, "pronoun") if tokens[at].word in ("him", "her") else None


def _keeper_behind(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Who keeps a record, told behind it: the ledger, which Roe kept in the mill; the diary that she wrote."""
    first = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].word == ",")
    if [token.word for token in tokens[at + 1 : at + 3]] in (["kept", "by"], ["written", "by"]):
        return phrase_starting(tokens, at + 3)
    if first + 2 >= len(tokens) or tokens[first].word not in ("which", "that"):
        return None
    keeper = phrase_starting(tokens, first + 1)
    verb = -1 if keeper is None else keeper.last + 1
    return keeper if 0 < verb < len(tokens) and tokens[verb].word in _KEEPS else None


def _maker(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Whose statement it is that somebody "has made" or "left"."""
    made = any(token.word in _MAKES for token in tokens[max(0, at - 4) : at])
    return leading_phrase(tokens, 0, at) if made else None


def _sender(tokens: Sequence[Token], *, stated: bool) -> Phrase | None:
    """Who sends or writes; of a statement who says something in it: "In a statement the harbour office said"."""
    for at in range(min(len(tokens), _FARTHEST)):
        cue = cue_at(tokens, at) if stated or tokens[at].word in _SENDS else None
        if cue is not None and (cue.says or not stated) and cue.form in ("past", "s"):
            return subject_of(tokens, at, cue)
    return None
