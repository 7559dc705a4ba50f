"""From a phrase to a speaker: a person of the account, the account's own description, or nobody who can be told."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.model import Span
from bot.reading.quotations.cues import words_of_utterance
from bot.reading.quotations.described import fits, is_one
from bot.reading.quotations.introductions import Introductions
from bot.reading.quotations.kinship import kin_nearby, kin_of
from bot.reading.quotations.people_words import people_words
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.phrases_ahead import identified
from bot.reading.quotations.pronouns import PRONOUN_GENDER, SENTENCES_BACK, Pronouns
from bot.reading.quotations.scene import Scene
from bot.reading.quotations.speaker import NOBODY, Speaker
from bot.reading.quotations.stand_ins import by_common_noun, of_age, other_in_sight
from bot.reading.quotations.things import thing_with_words
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.units import Unit
from bot.reading.quotations.verbs import is_somebody
from bot.reading.quotations.writings import LETTERS, RECORDS, records_meant, writer_in

_FARTHEST = 120
_PASSAGES_BACK = 4
_RECENT = 600


def _records_in(described: str) -> frozenset[str]:
    """The noun for a diary or ledger in what "it" goes back to, if it is one."""
    return RECORDS.intersection(described.casefold().split())


class Resolver:
    """Resolves phrases in the order of the text, keeping in mind who spoke and who was in focus."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._focus = scene.focus()
        self._introductions = Introductions(scene)
        self._pronouns = Pronouns(scene, self._focus, self._introductions)
        self._last: tuple[int, int] | None = None

    def reach(self, offset: int) -> None:
        """Move on to a place in the text."""
        self._focus.advance(offset)

    def resolve(self, tokens: Sequence[Token], phrase: Phrase, unit: Unit) -> Speaker:
        """The speaker that a phrase of a unit stands for, and from here on the last to have spoken."""
        start, end = tokens[phrase.first].start, tokens[phrase.last].end
        self._focus.advance(start)
        speaker = self._resolve(tokens, phrase, unit, self._scene.text[start:end])
        self.spoke(speaker, start if phrase.kind == "name" else end)
        return speaker

    def address(self, tokens: Sequence[Token], phrase: Phrase, unit: Unit) -> None:
        """Note whom the writer speaks to ("I asked the sentry"): the next to be "he" or "she"."""
        if phrase.kind == "description" and is_somebody(tokens, phrase):
            start, end = tokens[phrase.first].start, tokens[phrase.last].end
            self.spoke(self._description(tokens, phrase, unit, self._scene.text[start:end]), end)

    def other(self, token: Token, speaker: Speaker) -> Speaker | None:
        """Whom a speaker addresses by a name, "him" or "her"; without a name where that cannot be told."""
        if token.kind == "name":
            return self._person(token.at, token.word)
        if token.word not in ("him", "her", "them"):
            return None
        center = self._focus.who(PRONOUN_GENDER[token.word]) if token.word != "them" else None
        if center is None or center[0] == speaker.person:
            return NOBODY
        return self._person(center[0], token.word)

    def not_of_himself(self, speaker: Speaker, quotation: Span, *, named: bool) -> Speaker:
        """The other of two with one surname, where a quotation names its speaker like somebody else.

        “Max built it,” Roe said, of a father and a daughter Roe -> the daughter, if she was just named; else nobody.
        Where no name was used: For Ann, Max was a hero. “Max built it,” he / she said.
        """
        if speaker.person < 0:
            return speaker
        people = self._scene.people
        surname = people[speaker.person].name.casefold().split()[-1]
        inside = {named.person for named in self._scene.mentions_over(quotation)}
        if not named:
            other = other_in_sight(self._scene, speaker.person, quotation.start, inside)
            return (
                speaker if other is None or speaker.person not in inside else self._person(other, speaker.written or "")
            )
        if speaker.person not in inside or surname != (speaker.written or "").casefold():
            return speaker
        bearers = {k for k in self._scene.bearers.get(surname, ()) if k not in inside}
        if not bearers:
            return speaker
        near = {n.person for n in self._scene.named_between(quotation.start - _RECENT, quotation.start)} & bearers
        return self._person(near.pop(), surname) if len(near) == 1 else Speaker(None, speaker.written)

    def who_goes_on(self, speaker: Speaker, unit: Unit) -> Speaker:
        """Who "the spokesman added" is right after somebody was quoted: the same, where the noun can be that one's."""
        if self._last is None or self._last[1] < self._opening(unit) or speaker.name is None:
            return speaker
        person = self._last[0]
        gender = self._scene.genders[person]
        one = is_one(speaker.name) and speaker.name[:2].casefold() not in ("a ", "an", "on")
        return self._person(person, speaker.written or "") if one and fits(speaker.name, gender or "m") else speaker

    def last_in(self, unit: Unit) -> Speaker:
        """Who spoke last in the passage, for a line that leaves its subject out: "Says “no lights.”"."""
        if self._last is None or self._last[1] < self._opening(unit):
            return NOBODY
        return self._person(self._last[0], "")

    def read_aloud(self, tokens: Sequence[Token], unit: Unit) -> Speaker | None:
        """Whose statement or letter the writer reads out: "Ms. Roe has made a statement, and I will read it: “...”"."""
        phrase = writer_in(tokens, LETTERS)
        return self._person(phrase.person, tokens[phrase.first].word) if phrase and phrase.kind == "name" else None

    def spoke(self, speaker: Speaker, offset: int) -> None:
        """Note that somebody has spoken, for the pronouns that follow."""
        if speaker.person >= 0:
            self._last = (speaker.person, offset)
            self._focus.spoke(speaker.person, offset)
        elif speaker.name is not None:
            self._pronouns.describe(speaker, offset)

    def _resolve(self, tokens: Sequence[Token], phrase: Phrase, unit: Unit, written: str) -> Speaker:
        if phrase.kind == "name":
            return self._person(phrase.person, written)
        if phrase.kind == "pronoun":
            return self._pronoun(tokens[phrase.first].word, unit, written, tokens[phrase.first].start)
        return self._description(tokens, phrase, unit, written)

    def _person(self, person: int, written: str) -> Speaker:
        return Speaker(self._scene.people[person].name, written, person)

    def _pronoun(self, word: str, unit: Unit, written: str, offset: int) -> Speaker:
        gender = PRONOUN_GENDER.get(word)
        if gender is not None:
            return self._pronouns.person(gender, unit, written, offset)
        if word not in ("they", "it", "their", "its"):
            return Speaker(None, written)
        if word == "it":
            subject = self._pronouns.thing_before(unit)
            writer = self._writer(unit, LETTERS if subject is None else _records_in(subject[0].written or ""))
            if writer is not None:
                return Speaker(writer.name, written, writer.person)
            borne = thing_with_words(self._scene, unit, speaks=subject is None)
            if borne is not None:
                return Speaker(borne, written)
        return self._pronouns.group(word, unit, written, offset)

    def _description(self, tokens: Sequence[Token], phrase: Phrase, unit: Unit, written: str) -> Speaker:
        owner = self._owner(tokens, phrase, unit)
        records = records_meant(tokens, phrase) if owner is None else None
        if records:
            owner = self._writer(unit, records)
        if owner is not None:
            return Speaker(owner.name, written, owner.person)
        person = self._bearer_of_name(tokens, phrase)
        if person is None:
            person = identified(tokens, phrase)
        if person is None:
            person = of_age(self._scene, unit, written)
        if person is None:
            person = self._kin(tokens, phrase, unit)
        if person is None:
            person = self._introductions.in_office(tokens, phrase, self._opening(unit))
        if person is None:
            person = by_common_noun(self._scene, unit, written)
        if person is not None:
            return self._person(person, written)
        return Speaker(
            self._with_stop(self._introductions.first_words(tokens, phrase), tokens[phrase.last].end), written
        )

    def _with_stop(self, words: str, end: int) -> str:
        """The words with the full stop of an abbreviation that ends them: U.S. warns."""
        cut_off = self._scene.text[end : end + 1] == "." and words[-2:-1] == "." and words[-1:].isupper()
        return words + "." if cut_off and self._scene.text[end - len(words) : end] == words else words

    def _owner(self, tokens: Sequence[Token], phrase: Phrase, unit: Unit) -> Speaker | None:
        """Whose message, voice or letter it is that "speaks"."""
        if tokens[phrase.last].word not in words_of_utterance():
            return None
        for at in range(phrase.first, phrase.last):
            token = tokens[at]
            if token.kind == "name" and tokens[at + 1].kind == "possessive":
                return self._person(token.at, token.word)
            if token.word in ("his", "her"):
                return self._pronoun(token.word, unit, token.word, token.start)
        return None

    def _opening(self, unit: Unit) -> int:
        return self._scene.document.passages[unit.passage].start

    def _bearer_of_name(self, tokens: Sequence[Token], phrase: Phrase) -> int | None:
        """The one person of the account whose surname ends a capitalised run that is not marked as a mention."""
        last = tokens[phrase.last]
        if last.kind != "word" or not last.capital:
            return None
        return self._scene.surnames.get(last.word)

    def _kin(self, tokens: Sequence[Token], phrase: Phrase, unit: Unit) -> int | None:
        """The person whom "his wife" or "the son" is, where the account ties exactly one in reach so."""
        first, head = tokens[phrase.first], tokens[phrase.last].word
        if head not in people_words().ties or not 0 < phrase.last - phrase.first <= 2:
            return None
        if first.word == "the":
            return kin_nearby(self._scene, head, first.start)
        if first.kind == "name":
            return kin_of(self._scene, head, first.at)
        if first.word in ("his", "her"):
            owner = self._pronoun(first.word, unit, first.word, first.start).person
            return None if owner < 0 else kin_of(self._scene, head, owner)
        return None

    def _writer(self, unit: Unit, records: frozenset[str]) -> Speaker | None:
        """Who keeps the diary or wrote the letter that speaks, as the sentences before tell."""
        if not records:
            return None
        letters = records == LETTERS
        sentences, passages = (SENTENCES_BACK, 1) if letters else (2 * SENTENCES_BACK, _PASSAGES_BACK)
        for number in range(unit.number - 1, max(-1, unit.number - 1 - sentences), -1):
            before = self._scene.units[number]
            if unit.passage - before.passage > passages:
                return None
            tokens = self._scene.tokens(before)
            phrase = writer_in(tokens, records)
            if phrase is None:
                continue
            first = tokens[phrase.first]
            if phrase.kind == "description":
                if not records <= RECORDS and not any(token.word == "statement" for token in tokens):
                    return None
                return Speaker(self._introductions.first_words(tokens, phrase), first.word)
            if phrase.kind == "name":
                return self._person(phrase.person, first.word)
            gender = PRONOUN_GENDER.get(first.word)
            return None if gender is None else self._pronouns.person(gender, before, first.word, first.start)
        return None
