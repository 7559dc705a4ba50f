"""Speakers' tags behind a quotation: “...,” she said; “...,” said X, who had ...; “...” — X."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.cues import cue_table
from bot.reading.quotations.frame import Frame
from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.phrases_ahead import phrase_starting
from bot.reading.quotations.sources import source_at
from bot.reading.quotations.subjects import subject_of
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import cue_at

_FARTHEST = 60
_LONGEST_CLOSING = 12
_DASHES = frozenset({"—", "–", "―", "-"})
_CRIES = frozenset(
    {"shout", "shouts", "cry", "cries", "chant", "chants", "yells", "roars", "calls", "murmurs", "whispers"}
)
_SUBORDINATE = frozenset(
    {"when", "as", "while", "after", "before", "because", "since", "until", "if", "though", "although"}
)


def tag_behind(tokens: Sequence[Token], first: int, expects: bool) -> Frame | None:
    """“...,” said X / X said / X, who had ..., told Y / according to X / as X put it."""
    end = _tag_end(tokens, first)
    if first >= end:
        return None
    found = (source_at(tokens, first) if expects or tokens[first].word != "as" else None) or _inverted(
        tokens, first, end
    )
    if found is not None or tokens[first].word in _SUBORDINATE:
        return found
    for cue_index in range(first, min(end, first + _FARTHEST)):
        cue = cue_at(tokens, cue_index)
        if (
            cue is None
            or (cue.form == "ing" and tokens[cue_index - 1].word not in grammar().auxiliaries)
            or (cue.form == "base" and tokens[cue_index - 1].word == "to" and not _is_habit(tokens, cue_index - 2))
        ):
            continue
        phrase = subject_of(tokens, cue_index, cue, first)
        if phrase is None:
            continue
        phrase = _whole(tokens, phrase, first, cue_index) if expects else phrase
        near = phrase.first - first <= 1
        if (expects and (near or cue.says)) or (near and cue.says):
            return _told_on(tokens, cue_index, end) or Frame(phrase, cue_index, "tag")
        break
    return _bare_tag(tokens, first, end) if expects else None


def _is_habit(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before "to" makes a habit of the verb: a girl used to ask her."""
    return at >= 0 and tokens[at].word in grammar().habits


def _tag_end(tokens: Sequence[Token], first: int) -> int:
    end = first
    while end < len(tokens) and tokens[end].kind != "quotation" and tokens[end].word not in (";", ":"):
        end += 1
    return end


def _inverted(tokens: Sequence[Token], first: int, end: int) -> Frame | None:
    """“...,” said X."""
    at = first
    while at < end and tokens[at].kind == "word" and grammar().is_adverb(tokens[at].word):
        at += 1
    if at >= end:
        return None
    cue = cue_table().get(tokens[at].word) if tokens[at].kind == "word" else None
    if cue is None or cue.form not in ("past", "s"):
        return None
    if at + 1 < end and tokens[at + 1].word == "that":
        return None
    phrase = phrase_starting(tokens, at + 1, end)
    said_no = phrase is not None and phrase.first == phrase.last and tokens[phrase.first].word in ("no", "yes", "so")
    return None if phrase is None or said_no else Frame(phrase, at, "tag")


def _whole(tokens: Sequence[Token], phrase: Phrase, first: int, cue: int) -> Phrase:
    """The phrase that a tag sets out from, where the words next to its verb are only the end of it.

    “...,” a porter wet to his knees shouted -> a porter, not his knees.
    """
    if phrase.first - first <= 1 or phrase.kind == "name":
        return phrase
    whole = phrase_starting(tokens, first, cue)
    return phrase if whole is None or whole.first != first else whole


def _told_on(tokens: Sequence[Token], cue: int, end: int) -> Frame | None:
    """“...,” she said they warned her / he remembered a porter telling them: the words are the second one's."""
    phrase = phrase_starting(tokens, cue + 1, end)
    if phrase is None or phrase.last + 1 >= end:
        return None
    for at in range(phrase.first + 1, min(phrase.last + 2, end)):
        second = cue_at(tokens, at)
        if second is not None and second.says and second.form in ("past", "ing"):
            return Frame(Phrase(phrase.first, at - 1, phrase.kind, phrase.person), at, "tag")
    return None


def _bare_tag(tokens: Sequence[Token], first: int, end: int) -> Frame | None:
    """“...,” X chortled: a comma inside the marks promises a speaker even where the verb is not known."""
    phrase = phrase_starting(tokens, first, end)
    if phrase is None or phrase.kind == "description" or phrase.last + 1 >= end:
        return None
    verb = tokens[phrase.last + 1]
    if (
        verb.kind == "word"
        and not verb.capital
        and verb.word.endswith(("ed", "s"))
        and verb.word not in grammar().closed
    ):
        return Frame(phrase, phrase.last + 1, "tag")
    return None


def closing_tag(tokens: Sequence[Token], after: int) -> Frame | None:
    """Whoever “...” will be held to account, she said. - the tag that closes the sentence of a woven fragment."""
    for at in range(len(tokens) - 1, max(after, len(tokens) - _LONGEST_CLOSING), -1):
        cue = cue_at(tokens, at)
        if cue is None or not cue.says or cue.form not in ("past", "s"):
            continue
        phrase = subject_of(tokens, at, cue, after)
        if phrase is not None and phrase.first > after and tokens[phrase.first - 1].word == ",":
            return Frame(phrase, at, "tag")
    return None


def cries_of(tokens: Sequence[Token], at: int) -> Frame | None:
    """to shouts of “...” from the crowd; a chant of “...” by the crew."""
    if at < 2 or at + 2 >= len(tokens) or tokens[at - 1].word != "of" or tokens[at - 2].word not in _CRIES:
        return None
    phrase = phrase_starting(tokens, at + 2) if tokens[at + 1].word in ("from", "by") else None
    return None if phrase is None else Frame(phrase, at - 2, "source")


def signature(tokens: Sequence[Token], after: int) -> Frame | None:
    """“...” — Jane Roe, with nothing behind the name but what the person is."""
    if after >= len(tokens) or tokens[after].word not in _DASHES:
        return None
    phrase = phrase_starting(tokens, after + 1)
    if phrase is None or not tokens[after + 1].capital:
        return None
    following = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
    return Frame(phrase, -1, "tag") if following is None or following.kind == "stop" else None
