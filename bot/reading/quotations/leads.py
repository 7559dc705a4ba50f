"""Frames before a quotation: X said: “...”; X told Y that it was “...”; X's claim that “...”."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.cues import Cue
from bot.reading.quotations.frame import Frame
from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.openings import leading_phrase
from bot.reading.quotations.owners import in_own_hand, is_place, owner_of_words
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.phrases_ahead import phrase_starting
from bot.reading.quotations.sources import put_so
from bot.reading.quotations.subjects import subject_of
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import can_speak, cue_at

_FARTHEST = 60
_TIGHT = 4
_NAMED_WITHIN = 3
_PUT_WITHIN = 10
_FORETELLS = frozenset({"would", "will", "should"})
# voiced alarm at “...”, blamed the guards for “...”
_TAKES_UP = frozenset({"express", "voice", "blame", "thank"})
_ABOUT = frozenset({"about", "at", "over", "for", "of"})
_ABOUT_WITHIN = 6
_LONGEST_ROLE = 5
_RELATIVE = frozenset({"who", "which", "that"})


def lead_before(tokens: Sequence[Token], at: int) -> Frame | None:
    """X said: “...” / X told Y that it was “...” / according to X, “...” / X's claim that “...”."""
    weak: Frame | None = None
    for index in range(at - 1, max(-1, at - _FARTHEST), -1):
        token = tokens[index]
        if token.kind != "word":
            continue
        if token.word == "as":
            put = put_so(tokens, index + 1)
            if put is not None and 0 < at - put.cue <= _PUT_WITHIN:
                return put
        if token.word == "according" and index + 2 < at and tokens[index + 1].word == "to":
            phrase = phrase_starting(tokens, index + 2, at)
            if phrase is not None:
                return Frame(phrase, index, "source")
        owner = owner_of_words(tokens, index, at)
        if owner is not None and not is_place(tokens, owner, index):
            return _who_judges(tokens, owner, index, at) or Frame(owner, index, "owner")
        if owner is not None:
            weak = weak or Frame(owner, index, "owner")
            continue
        written = in_own_hand(tokens, index)
        if written is not None:
            return Frame(written, index, "owner")
        cue = cue_at(tokens, index)
        if cue is None or (cue.form == "base" and _is_denied(tokens, index)):
            continue
        opening = _opens_with(tokens, cue, at) if index == 0 else None
        if opening is not None:
            return Frame(opening, index, "lead")
        if index == 0 and cue.says and cue.form == "s" and at <= _TIGHT:
            return Frame(Phrase(0, 0, "pronoun"), 0, "lead")
        phrase = _speaker_of_lead(tokens, index, cue, at)
        if phrase is None or not _cue_counts(tokens, index, cue, at, phrase):
            continue
        outer = _who_foretells(tokens, index, phrase)
        if outer is not None:
            return outer
        close = cue.names and at - index <= _NAMED_WITHIN
        if close or (can_speak(tokens, phrase) and tokens[index - 1].word not in _RELATIVE):
            return Frame(phrase, index, "lead")
        if weak is None or (cue.says and not _says(tokens, weak)):
            weak = Frame(phrase, index, "lead")
    return weak or _taken_as(tokens, at)


def _opens_with(tokens: Sequence[Token], cue: Cue, at: int) -> Phrase | None:
    """The subject behind a verb that opens its sentence: Said a brigade major: “...”."""
    phrase = phrase_starting(tokens, 1, at) if cue.says and cue.form in ("past", "s") else None
    return phrase if phrase is not None and tokens[phrase.last + 1].word in (":", ",") else None


def _who_foretells(tokens: Sequence[Token], index: int, phrase: Phrase) -> Frame | None:
    """Who says what somebody will say: Roe said the ministry would answer “in good time” -> Roe."""
    if not any(token.word in _FORETELLS for token in tokens[phrase.last + 1 : index]):
        return None
    return _who_says_that(tokens, phrase)


def _who_judges(tokens: Sequence[Token], owner: Phrase, index: int, at: int) -> Frame | None:
    """Who says what somebody's words are: Roe said that the ministry's promise was “a joke” -> Roe."""
    judged = any(token.word in grammar().passives for token in tokens[index + 1 : at])
    return _who_says_that(tokens, owner) if judged else None


def _who_says_that(tokens: Sequence[Token], phrase: Phrase) -> Frame | None:
    """The frame of what leads up to a clause that sets out from `phrase`: Roe said (that) | the ministry ..."""
    if phrase.first < 2:
        return None
    at = phrase.first - 1
    while at > 0 and tokens[at].kind == "word" and (tokens[at].capital or tokens[at].word == "that"):
        at -= 1
    at = _before_role(tokens, at) if phrase.kind == "name" else at
    cue = cue_at(tokens, at)
    if cue is None or not cue.reports or cue.form not in ("past", "s"):
        return None
    outer = subject_of(tokens, at, cue)
    return None if outer is None else Frame(outer, at, "lead")


def _before_role(tokens: Sequence[Token], last: int) -> int:
    """The word before "his deputy" that leads up to a name: Roe | said his deputy Toll's note was “odd”."""
    for at in range(last, max(0, last - _LONGEST_ROLE), -1):
        if tokens[at].kind != "word" or tokens[at].word in grammar().possessive_pronouns:
            return at - 1 if tokens[at].kind == "word" else last
        if tokens[at].word in grammar().closed or cue_at(tokens, at) is not None:
            return last
    return last


def _says(tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether the word of a frame says by itself, not only beside marks ("announced", but not "would sign")."""
    cue = cue_at(tokens, frame.cue)
    return cue is None or cue.says


def _is_denied(tokens: Sequence[Token], at: int) -> bool:
    """Whether it was not said: "she did not say when"."""
    before = [token.word for token in tokens[max(0, at - 3) : at]]
    return any(word in ("not", "never") or word.endswith(("n't", "n’t")) for word in before)


def _cue_counts(tokens: Sequence[Token], index: int, cue: Cue, at: int, phrase: Phrase) -> bool:
    """Whether a cue before the quotation can be its own; a verb that is one only beside marks must stand there."""
    if cue.lemma == "attack" and _is_bodily(tokens, index, at):
        return False
    if cue.says or cue.names or tokens[index + 1].word == "that":
        return True
    if tokens[at - 1].word in (":", ","):
        return at - index <= (_TIGHT if tokens[index + 1].word != "," else 2 * _TIGHT)
    if cue.lemma in ("speak", "talk") and tokens[index + 1].word == "of":
        return at - index <= _TIGHT and can_speak(tokens, phrase)
    if cue.lemma == "find" and tokens[at - 1].word in ("it", "them") and can_speak(tokens, phrase):
        return at - index == 2
    if cue.lemma in _TAKES_UP and tokens[at - 1].word in _ABOUT:
        return at - index <= _ABOUT_WITHIN and can_speak(tokens, phrase)
    return at - index <= 3 and phrase.kind != "description"


def _is_bodily(tokens: Sequence[Token], index: int, at: int) -> bool:
    """Whether an attack is none in words: attacked the mill “with all they had”; but attacked the plan as “odd”."""
    if tokens[at - 1].word in grammar().determiners or not 1 < at - index <= _TIGHT:
        return False
    return all(token.word not in ("as", "for") for token in tokens[index + 1 : at])


def _speaker_of_lead(tokens: Sequence[Token], index: int, cue: Cue, at: int) -> Phrase | None:
    if cue.lemma == "quote" and cue.form in ("past", "s", "ing"):
        quoted = phrase_starting(tokens, index + 1, at)
        if quoted is not None:
            return quoted
    if _follows_quotation(tokens, index):
        inverted = phrase_starting(tokens, index + 1, at)
        if inverted is not None:
            return inverted
    return _set_in(tokens, index, cue, at) or subject_of(tokens, index, cue, max(0, at - 2 * _FARTHEST))


def _set_in(tokens: Sequence[Token], index: int, cue: Cue, at: int) -> Phrase | None:
    """Whom a clause is by that is set between commas: That, says the cook, was “bad luck”."""
    if cue.lemma != "say" or cue.form not in ("past", "s") or index == 0 or tokens[index - 1].word != ",":
        return None
    phrase = phrase_starting(tokens, index + 1, at)
    return phrase if phrase is not None and tokens[phrase.last + 1].word == "," else None


def _follows_quotation(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb stands right behind a quotation: “...,” | said X, “...”."""
    before = index - 1
    if before >= 0 and tokens[before].word == ",":
        before -= 1
    return before >= 0 and tokens[before].kind == "quotation"


def _taken_as(tokens: Sequence[Token], at: int) -> Frame | None:
    """She went after the plan as “a bad joke”: with no verb of saying, "as" makes the words its subject's."""
    before = [token.word for token in tokens[max(0, at - 2) : at]]
    if "as" not in before:
        return None
    start = max(0, at - 2 * _FARTHEST)
    phrase = leading_phrase(tokens, start, at)
    return None if phrase is None or phrase.kind == "description" else Frame(phrase, -1, "lead")


def is_tight(tokens: Sequence[Token], lead: Frame, at: int) -> bool:
    """Whether the cue stands right before the quotation: she said: “...”; called it “...”."""
    if lead.cue < 0:
        return False
    between = tokens[lead.cue + 1 : at]
    if len(between) > _TIGHT:
        return False
    return all(token.kind != "quotation" and token.word not in (";", "—", "–") for token in between)


def belongs_before(tokens: Sequence[Token], lead: Frame, at: int) -> bool:
    """Whether a tag after the quotation outweighs the lead: the lead's own verb belongs to a quotation before."""
    return any(token.kind == "quotation" for token in tokens[max(0, lead.cue - 2) : lead.cue])
