"""Whom a pronoun stands for: "he" and "she" by gender and focus, "they" and "it" by what was spoken of before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.reading.quotations.answering import asked_before, group_before
from bot.reading.quotations.brought_in import brought_in, can_be
from bot.reading.quotations.described import fits, is_of, is_one
from bot.reading.quotations.focus import Focus
from bot.reading.quotations.gender import Gender
from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.introductions import Introductions
from bot.reading.quotations.openings import leading_phrase
from bot.reading.quotations.people_words import people_words
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.phrases import phrase_ending
from bot.reading.quotations.phrases_ahead import name_given, name_said, opens_with_clause
from bot.reading.quotations.plurals import plural_in
from bot.reading.quotations.scene import Scene
from bot.reading.quotations.speaker import NOBODY, Speaker
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.units import Unit
from bot.reading.quotations.verbs import head_of

_PRONOUN: dict[Gender, re.Pattern[str]] = {"m": re.compile(r"He\b"), "f": re.compile(r"She\b")}
SENTENCES_BACK = 6
"""How many sentences are looked back through for whom a word stands for."""
_FARTHEST = 200
_FARTHEST_CODED = 4_000
_NEAR = 2
_OPENS_CLAUSE = frozenset({"when", "after", "as", "once", "while"})
_OPENS_NOUN = frozenset({"a", "an", "one", "his", "her", "their", "my", "our", "the"})
PRONOUN_GENDER: dict[str, Gender] = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
"""The pronouns for one person, with the gender that each asks for."""


class Pronouns:
    """Resolves pronouns in the order of the text; told of everybody who is described and speaks."""

    def __init__(self, scene: Scene, focus: Focus, introductions: Introductions) -> None:
        self._scene = scene
        self._focus = focus
        self._introductions = introductions
        self._described: tuple[Speaker, int] | None = None

    def describe(self, speaker: Speaker, offset: int) -> None:
        """Note somebody who has no name in the account, as the last to have spoken or to be spoken to."""
        self._described = (speaker, offset)

    def person(self, gender: Gender, unit: Unit, written: str, offset: int) -> Speaker:
        """The one whom "he" or "she" is at an offset; no name where that cannot be told."""
        asked = self._asked(gender, unit, offset)
        if asked is not None:
            return asked
        center, owner = self._focus.who(gender), self._focus.is_owner(gender)
        described = self._described_as(gender, unit, offset)
        opening = self._scene.document.passages[unit.passage].start
        if all(known is None or known[1] < opening for known in (center, described)):
            near = center is not None and unit.passage - (self._scene.document.passage_at(center[1]) or 0) <= _NEAR
            new = self._brought_in(unit, gender, kin=not near)
            if new is not None:
                return Speaker(new.name, written, new.person)
        coded = self._coded_since(unit, max(known[1] for known in (center, described, (0, 0)) if known), offset)
        if coded is not None:
            return Speaker(coded, written)
        if described is None or described[1] < self._before(unit):
            latest = max(-1 if center is None or owner else center[1], -1 if described is None else described[1])
            described = self._told_of_before(unit, gender, latest) or described
        new_one = self._put_forward(unit, gender, offset)
        if new_one is not None and all(known is None or known[1] < new_one[1] for known in (center, described)):
            return Speaker(new_one[0].name, written)
        if described is not None and (center is None or described[1] > center[1]):
            return Speaker(described[0].name, written, described[0].person)
        return self._bearer(center[0], written) if center is not None else Speaker(None, written)

    def _asked(self, gender: Gender, unit: Unit, offset: int) -> Speaker | None:
        """Whom a question was put to that is answered at an offset: When Roe asked the guard for it, he | replied."""
        tokens = self._scene.tokens(unit)
        phrase = asked_before(tokens, bisect_left(tokens, offset, key=lambda token: token.start))
        if phrase is None:
            return None
        written = self._scene.text[tokens[phrase.first].start : tokens[phrase.last].end]
        if phrase.kind == "name":
            return (
                self._bearer(phrase.person, written) if self._scene.genders[phrase.person] in (gender, None) else None
            )
        return Speaker(self._introductions.first_words(tokens, phrase), written) if fits(written, gender) else None

    def _coded_since(self, unit: Unit, start: int, offset: int) -> str | None:
        """ "Witness A", if one under a letter was spoken of near, after whoever else is in mind."""
        opening = self._scene.document.passages[max(0, unit.passage - 1)].start
        low = bisect_left(self._scene.coded, (max(start, opening, offset - _FARTHEST_CODED), 0))
        found = {self._scene.text[a:b] for a, b in self._scene.coded[low : bisect_left(self._scene.coded, (offset, 0))]}
        return found.pop() if len(found) == 1 else None

    def _before(self, unit: Unit) -> int:
        """Where the passage before begins."""
        return self._scene.document.passages[max(0, unit.passage - 1)].start

    def _told_of_before(self, unit: Unit, gender: Gender, known: int) -> tuple[Speaker, int] | None:
        """Whom the passage before sets out from, if nobody else was in mind since: "Roe’s wife got a text."."""
        start = self._before(unit)
        if known >= start:
            return None
        for number in range(unit.number - 1, max(-1, unit.number - 1 - SENTENCES_BACK), -1):
            before = self._scene.units[number]
            if before.start < start:
                return None
            subject = self._subject_of(before, before.end, gender) if before.passage < unit.passage else None
            written = "" if subject is None else subject[0].written or ""
            if _is_new(written, gender) or (known < 0 and written[:4] == "The " and fits(written, gender)):
                return subject
            if before.start == start and known < 0 and _PRONOUN[gender].match(self._scene.text, start):
                # "A miller came in. ¶ He sat down. ¶ He asked ...": the passage before is about the same one.
                start = self._before(before)
        return None

    def _put_forward(self, unit: Unit, gender: Gender, offset: int) -> tuple[Speaker, int] | None:
        """Whom this sentence, or one since the passage before began, brings in: "There was a guard with a limp"."""
        for number in range(unit.number, max(-1, unit.number - 1 - SENTENCES_BACK), -1):
            before = self._scene.units[number]
            if unit.passage - before.passage > 1:
                return None
            tokens = self._scene.tokens(before)[:_FARTHEST]
            phrase = brought_in(tokens)
            if phrase is None or tokens[phrase.last].end > offset:
                continue
            start, end = tokens[phrase.first].start, tokens[phrase.last].end
            written = self._scene.text[start:end]
            return (Speaker(written, written), end) if can_be(tokens, phrase, gender) else None
        return None

    def _described_as(self, gender: Gender, unit: Unit, offset: int) -> tuple[Speaker, int] | None:
        """The last described one that fits: the subject of the sentence before, or who spoke last."""
        own = self._subject_of(unit, offset, gender)
        if own is not None and self._closes(offset) and not is_of(own[0].written or "", gender):
            # "The child was safe, she said.": whom a sentence tells of is seldom the one who tells it.
            own = None
        for subject in (own, self.subject_before(unit, gender)):
            if subject is not None and fits(subject[0].written or "", gender):
                return subject
        if self._described is not None and fits(self._described[0].name or "", gender):
            return self._described
        return None

    def _closes(self, offset: int) -> bool:
        """Whether a pronoun stands behind a comma, where somebody else is in focus: the tag of a reported sentence."""
        return self._scene.text[max(0, offset - 2) : offset] == ", "

    def _brought_in(self, unit: Unit, gender: Gender, *, kin: bool) -> Speaker | None:
        """The one of whom a passage has told since it began, though not as its subject: "We had a parson in."

        Nobody where the noun does not bring somebody new in ("the quartermaster"): it may be that one or another. With
        `kin` unset, "his aunt" is passed over.
        """
        for number in range(unit.number - 1, max(-1, unit.number - 1 - SENTENCES_BACK), -1):
            before = self._scene.units[number]
            if before.passage != unit.passage:
                return None
            tokens = self._scene.tokens(before)[:_FARTHEST]
            if any(token.kind == "name" and self._scene.genders[token.at] in (gender, None) for token in tokens):
                return None
            subject = self._subject_of(before, before.end, gender)
            if subject is not None and fits(subject[0].written or "", gender):
                return subject[0]
            for at in range(len(tokens) - 1, -1, -1):
                if not _is_single_noun(tokens[at], gender):
                    continue
                first = next((k for k in range(at - 1, max(-1, at - 4), -1) if tokens[k].word in _OPENS_NOUN), None)
                if first is None or (not kin and tokens[first].word in grammar().possessive_pronouns):
                    continue
                if _says_what_one_is(tokens, first):
                    continue
                if tokens[first].word == "the":
                    return NOBODY
                written = self._scene.text[tokens[first].start : tokens[at].end]
                by_name = name_said(tokens, Phrase(first, at, "description"), self._scene.text)
                return Speaker(by_name or written, written)
        return None

    def subject_before(self, unit: Unit, gender: Gender | None) -> tuple[Speaker, int] | None:
        """The description that the sentence before, in the same passage, sets out from."""
        if unit.number == 0:
            return None
        before = self._scene.units[unit.number - 1]
        return self._subject_of(before, before.end, gender) if before.passage == unit.passage else None

    def _subject_of(self, unit: Unit, offset: int, gender: Gender | None) -> tuple[Speaker, int] | None:
        """The description that a sentence sets out from, and where it ends, if that is before `offset`."""
        tokens = self._scene.tokens(unit)
        phrase = leading_phrase(tokens, 0, len(tokens))
        if phrase is not None and phrase.kind == "pronoun" and tokens[0].word in _OPENS_CLAUSE:
            # "When Roe's mother heard, | she ran": whom the clause before is about.
            fitting = PRONOUN_GENDER.get(tokens[phrase.first].word) == gender
            phrase = leading_phrase(tokens, 1, phrase.first) if fitting else None
        if phrase is None or phrase.kind != "description" or tokens[phrase.last].end > offset:
            return None
        if phrase.first and tokens[phrase.first].word in ("a", "an") and _says_what_one_is(tokens, phrase.first):
            return None
        if gender is not None:
            phrase = _owner_of(tokens, phrase)
        start, end = tokens[phrase.first].start, tokens[phrase.last].end
        written = self._scene.text[start:end]
        given = name_given(tokens, phrase)
        opening = self._scene.document.passages[unit.passage].start
        person = given.person if given is not None else self._introductions.in_office(tokens, phrase, opening)
        if person is not None and self._scene.genders[person] in (gender, None):
            return self._bearer(person, written), end
        given_words = name_said(tokens, phrase, self._scene.text) if given is None else None
        return Speaker(given_words or self._introductions.first_words(tokens, phrase), written), end

    def thing_before(self, unit: Unit) -> tuple[Speaker, int] | None:
        """What "it" may be, as the subject of the sentence before: "The council met"; never one person."""
        subject = self.subject_before(unit, None)
        written = "" if subject is None else subject[0].written or ""
        return None if is_one(written) or any(sign.isdigit() for sign in written) else subject

    def group(self, word: str, unit: Unit, written: str, offset: int) -> Speaker:
        """Those whom "they" are, or what "it" is: as the sentences before tell, else a group or body that spoke."""
        plural = word in ("they", "their")
        group = self._own_group(unit, offset, plural=plural)
        if group is None:
            group = self._plural_before(unit) if plural else self.thing_before(unit)
        if group is not None:
            return Speaker(group[0].name, written)
        if self._described is not None and not (plural and is_one(self._described[0].name or "")):
            return Speaker(self._described[0].name, written)
        return Speaker(None, written)

    def _bearer(self, person: int, written: str) -> Speaker:
        return Speaker(self._scene.people[person].name, written, person)

    def _own_group(self, unit: Unit, offset: int, *, plural: bool) -> tuple[Speaker, int] | None:
        """The group of the sentence itself that "they" are, or the body: Residents paid what they said was much."""
        tokens = self._scene.tokens(unit)
        lead = group_before(tokens, bisect_left(tokens, offset, key=lambda token: token.start), plural=plural)
        if lead is None:
            return None
        written = self._scene.text[tokens[lead.first].start : tokens[lead.last].end]
        return Speaker(written, written), tokens[lead.first].start

    def _plural_before(self, unit: Unit) -> tuple[Speaker, int] | None:
        """The group that "they" are: the last plural for people in the sentences before."""
        for number in range(unit.number - 1, max(-1, unit.number - 1 - SENTENCES_BACK), -1):
            before = self._scene.units[number]
            if unit.passage - before.passage > 1:
                return None
            tokens = self._scene.tokens(before)
            if tokens and tokens[0].word == "they":
                continue
            if opens_with_clause(tokens):
                return None
            at = plural_in(tokens[:_FARTHEST])
            phrase = phrase_ending(tokens, at) if at >= 0 else None
            if phrase is not None and phrase.kind == "description":
                start = tokens[phrase.first].start
                written = self._scene.text[start : tokens[at].end]
                return Speaker(written, written), start
        return None


def _is_new(written: str, gender: Gender) -> bool:
    """Whether a subject can be "he" or "she" in the next passage: Roe's wife, a fisherman; a sentry with a limp."""
    brought_in = written.casefold().startswith(("a ", "an "))
    return fits(written, gender) if brought_in else is_of(written, gender)


def _is_single_noun(token: Token, gender: Gender) -> bool:
    """Whether a word is a noun for one person who may be a man or a woman, as asked."""
    return token.kind == "word" and not token.capital and fits(token.word, gender)


def _says_what_one_is(tokens: Sequence[Token], first: int) -> bool:
    """Whether a phrase brings nobody in: "Roe, a prompter" says who Roe is, "took her for his aunt" what she is not."""
    before = tokens[first - 1] if first else None
    if before is None:
        return False
    if first > 3 and before.word == "," and tokens[first - 2].kind == "number" and tokens[first - 3].word == ",":
        # "Roe, 37, a prompter"
        return tokens[first - 4].kind == "name"
    apposed = before.word == "," and first > 1 and tokens[first - 2].kind == "name"
    taken_for = before.word in ("for", "as", "like", "than") and tokens[first].word != "the"
    return apposed or taken_for


def _owner_of(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """The person at the head of "the president's roots"; the phrase itself where it is no thing of somebody's."""
    if tokens[head_of(tokens, phrase)].word in people_words().all:
        return phrase
    owned = next((k for k in range(phrase.first + 1, phrase.last) if tokens[k].kind == "possessive"), None)
    return phrase if owned is None else Phrase(phrase.first, owned - 1, phrase.kind, phrase.person)
