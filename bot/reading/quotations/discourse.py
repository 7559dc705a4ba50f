"""Who goes on speaking where a quotation has no frame of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from bot.reading.quotations.described import fits
from bot.reading.quotations.interviews import interviewee, is_question
from bot.reading.quotations.openings import leading_phrase
from bot.reading.quotations.people_words import people_words
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.phrases_ahead import phrase_starting
from bot.reading.quotations.pronouns import PRONOUN_GENDER
from bot.reading.quotations.said import Said
from bot.reading.quotations.scene import Scene
from bot.reading.quotations.sources import source_at
from bot.reading.quotations.speaker import NOBODY, Speaker
from bot.reading.quotations.speakers import Resolver
from bot.reading.quotations.subjects import subject_of
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.units import Unit
from bot.reading.quotations.verbs import cue_at, is_somebody

_ANYBODY = frozenset({"people", "some", "many", "others", "everyone", "everybody", "somebody", "someone", "they"})
_ASKS = re.compile(r"(?:Q|Question)\s?[.:]\s")
_VOICE = re.compile(r"((?:An?|The) (?:[\w-]+ |[\w-]+[’']s ){0,2}voice)(?=[,.;])")
_YOU = re.compile(r"\byou(?:r|[’']ve)?\b", re.IGNORECASE)
_HE_OR_SHE = re.compile(r"(He|She)\b")
_GENERAL = re.compile(r"([A-Z][a-z]+) (?:are|were) ")
_LONGEST_LEAD = 80
_MARKS = " '\"“”‘’«»„`"
_SHORT = 4
_LONGEST_HEADING = 10
_REACH = 3


class Turns:
    """Takes the quotations of an account in order and fills in the speakers that the discourse gives.

    A quotation alone goes on from the one before it in its passage; at the head of a passage it goes on from the
    passage before, or in a dialogue of two falls to the one whose turn it is.
    """

    def __init__(self, scene: Scene, resolver: Resolver) -> None:
        self._scene = scene
        self._resolver = resolver
        self._last: Said | None = None
        self._turns: list[tuple[int, Speaker]] = []

    def take(self, said: Said) -> Said:
        """The quotation with its speaker filled in where the discourse tells it."""
        if said.speaker.name is None and self._in_question(said):
            said = replace(said, speaker=self._answerer, inherited=True)
        elif said.manner is None and said.speaker.name is None:
            speaker = self._speaker(said)
            if speaker.name is not None:
                self._resolver.spoke(speaker, self._scene.stretches[said.stretch].start)
                said = replace(said, speaker=speaker, inherited=True)
        self._note(said)
        return said

    def _in_question(self, said: Said) -> bool:
        """Whether the line of one who asks quotes the one who is asked: "Q: You said “...”."."""
        unit, text = self._scene.units[said.unit], self._scene.text
        passage = self._scene.document.passages[unit.passage]
        if _ASKS.match(text, passage.start, passage.end) is None:
            return False
        said_to = _YOU.search(text, max(unit.start, self._scene.stretches[said.stretch].start - _LONGEST_LEAD))
        return said_to is not None and said_to.end() <= self._scene.stretches[said.stretch].start

    @cached_property
    def _answerer(self) -> Speaker:
        """Whom the questions are put to: the one interviewed, else who tells of something right before them."""
        if self._interviewee.name is not None:
            return self._interviewee
        passages, text = self._scene.document.passages, self._scene.text
        first = next((k for k, span in enumerate(passages) if _ASKS.match(text, span.start, span.end)), 0)
        before = next((unit for unit in self._scene.units if unit.passage == first - 1), None)
        speaker = NOBODY if before is None else self._subject(before)
        return _again(speaker) if speaker.person >= 0 else NOBODY

    def _note(self, said: Said) -> None:
        self._last = said
        passage = self._scene.units[said.unit].passage
        if said.speaker.name is None and said.speaker.written != "I":
            return
        if self._turns and self._turns[-1][0] == passage:
            self._turns[-1] = (passage, said.speaker)
        else:
            self._turns = [*self._turns[-3:], (passage, said.speaker)]

    def _speaker(self, said: Said) -> Speaker:
        unit = self._scene.units[said.unit]
        stretch = self._scene.stretches[said.stretch]
        if stretch.runs_on and self._last is not None:
            return _again(self._last.speaker)
        if not said.alone and not said.after_colon:
            return self._run_out(said, unit)
        voice = self._voice_behind(unit) if said.alone else None
        if voice is not None:
            return voice
        if self._last is not None and self._last.unit == said.unit:
            return _again(self._last.speaker)
        before = self._unit_before(unit)
        if before is None:
            return NOBODY
        if before.passage == unit.passage - 1 and is_question(self._scene, before):
            return self._interviewee
        if before.passage == unit.passage:
            return self._after(before, said.stretch)
        if not said.alone:
            return NOBODY
        return self._at_head(unit, before)

    def _run_out(self, said: Said, unit: Unit) -> Speaker:
        """Who goes on where the writer ends the sentence: “It is old,” she said. “It has cost us all our” savings.

        Only right behind a quotation of the same passage, for words that open their sentence and are no fragment.
        """
        last, stretch = self._last, self._scene.stretches[said.stretch]
        opens = said.kind == "direct" and not self._scene.text[unit.start : stretch.start].strip(_MARKS)
        if last is None or not opens or self._words(said.stretch).count(" ") < _SHORT:
            return NOBODY
        near = last.unit == unit.number - 1 and self._scene.units[last.unit].passage == unit.passage
        return _again(last.speaker) if near else NOBODY

    def _voice_behind(self, unit: Unit) -> Speaker | None:
        """Whose voice it was, where the next sentence says no more: “Come at six.” A woman’s voice, tired."""
        if unit.number + 1 >= len(self._scene.units):
            return None
        behind = self._scene.units[unit.number + 1]
        found = _VOICE.match(self._scene.text, behind.start, behind.end)
        return Speaker(found[1], found[1]) if found is not None and behind.passage == unit.passage else None

    @cached_property
    def _interviewee(self) -> Speaker:
        return interviewee(self._scene)

    def _unit_before(self, unit: Unit) -> Unit | None:
        return self._scene.units[unit.number - 1] if unit.number else None

    def _after(self, before: Unit, stretch: int) -> Speaker:
        """Who goes on after a sentence: its own speaker, else the one whom it is about, else who spoke before it."""
        if self._last is not None and self._last.unit == before.number:
            return _again(self._last.speaker)
        if self._last is not None and self._asks_on(before):
            return _again(self._last.speaker)
        subject = self._subject(before)
        about_nobody = subject.name is None and (subject.written or "it").casefold() in ("it", "they")
        if about_nobody or self._speaks_of(stretch, subject):
            return self._earlier_in(before.passage)
        aside = subject.person < 0 and self._is_general(before) and self._earlier_in(before.passage)
        return aside if aside and aside.name is not None else subject

    def _is_general(self, before: Unit) -> bool:
        """Whether a sentence only says what a kind of people is: "Millers are not all that is wanting."."""
        found = _GENERAL.match(self._scene.text, before.start, before.end)
        return found is not None and found[1].casefold() in people_words().plurals

    def _speaks_of(self, stretch: int, subject: Speaker) -> bool:
        """Whether a quotation is about the one described before it: Their son stays in. “He is afraid.”"""
        opening = _HE_OR_SHE.match(self._words(stretch))
        if opening is None or subject.person >= 0:
            return False
        return fits(subject.written or "", PRONOUN_GENDER[opening[1].casefold()])

    def _earlier_in(self, passage: int) -> Speaker:
        """Who was quoted last, if that was in this passage."""
        last = self._last
        return _again(last.speaker) if last and self._scene.units[last.unit].passage == passage else NOBODY

    def _asks_on(self, before: Unit) -> bool:
        """Whether the writer puts a question to who just spoke: It was, she says, “a fault”. Which? “A padlock.”"""
        asked = not before.stretches and self._scene.text[before.start : before.end].rstrip().endswith("?")
        return asked and self._last is not None and self._last.unit == before.number - 1

    def _at_head(self, unit: Unit, before: Unit) -> Speaker:
        """Who speaks at the head of a passage: carried on from, or answering, the passage before."""
        if unit.passage - before.passage > 1 or self._heads(unit):
            return NOBODY
        other = self._other_party(unit.passage) or self._answering(unit)
        if other is not None:
            return _again(other)
        if self._turns and self._turns[-1][0] == before.passage:
            return _again(self._turns[-1][1])
        return self._subject(before)

    def _heads(self, unit: Unit) -> bool:
        """Whether a short line in single marks is a heading, where the account quotes with double ones."""
        span, stretch = self._scene.document.passages[unit.passage], self._scene.stretches[unit.stretches[0]]
        whole = stretch.outer.start == span.start and stretch.outer.end >= span.end
        lines = self._words(unit.stretches[0]).count(" ") < _LONGEST_HEADING
        return (
            whole and lines and stretch.family == "single" and any(s.family == "double" for s in self._scene.stretches)
        )

    def _other_party(self, passage: int) -> Speaker | None:
        """In a dialogue, the one of two whose turn it is: they spoke in turn in the passages just before."""
        if len(self._turns) < 3:
            return None
        (first_at, first), (second_at, second), (third_at, third) = self._turns[-3:]
        in_a_row = (first_at, second_at, third_at) == (passage - 3, passage - 2, passage - 1)
        if in_a_row and first.name == third.name != second.name:
            return second
        return None

    def _answering(self, unit: Unit) -> Speaker | None:
        """The other of two where a question was just put, or a short one comes back."""
        if len(self._turns) < 2 or self._last is None or self._turns[-1][0] != unit.passage - 1:
            return None
        (earlier_at, earlier), (_, last) = self._turns[-2:]
        if earlier.name == last.name or unit.passage - earlier_at > _REACH:
            return None
        asked = self._words(self._last.stretch).endswith("?")
        asks = self._words(unit.stretches[0])
        return earlier if asked or (asks.endswith("?") and asks.count(" ") < _SHORT) else None

    def _words(self, stretch: int) -> str:
        span = self._scene.stretches[stretch]
        return self._scene.text[span.start : span.end]

    def _subject(self, unit: Unit) -> Speaker:
        tokens = self._scene.tokens(unit)
        phrase = telling_phrase(tokens)
        if phrase is None:
            return NOBODY
        return self._resolver.resolve(tokens, phrase, unit)


def _again(speaker: Speaker) -> Speaker:
    return Speaker(speaker.name, None, speaker.person)


def telling_phrase(tokens: list[Token]) -> Phrase | None:
    """Whom a sentence without marks shows speaking, or about to: the subject of its verb of saying, else its own."""
    for at in range(min(len(tokens), 80)):
        source = source_at(tokens, at) if tokens[at].word == "according" else None
        if source is not None and is_somebody(tokens, source.phrase):
            return source.phrase
        cue = cue_at(tokens, at)
        told = cue is not None and (cue.says or cue.names) and cue.form in ("past", "s")
        if cue is not None and told and tokens[at - 1].word not in ("who", "which", "that"):
            phrase = _inverted(tokens, at) or subject_of(tokens, at, cue)
            if phrase is not None:
                return None if tokens[phrase.last].word in _ANYBODY else phrase
    named = _pointed_out(tokens)
    if named is not None:
        return named
    phrase = leading_phrase(tokens, 0, len(tokens))
    return phrase if phrase is not None and is_somebody(tokens, phrase) else None


def _inverted(tokens: list[Token], at: int) -> Phrase | None:
    """Who a sentence is by, where it ends in the verb and its subject: That was the trouble, says his sister."""
    if tokens[at - 1].word != ",":
        return None
    phrase = phrase_starting(tokens, at + 1)
    closes = phrase is not None and all(token.kind == "stop" for token in tokens[phrase.last + 1 :])
    return phrase if phrase is not None and closes and is_somebody(tokens, phrase) else None


def _pointed_out(tokens: list[Token]) -> Phrase | None:
    """Whom a sentence only points out, with the name at its end: "It is the baker’s wife, Ann." """
    if len(tokens) < 3 or tokens[0].word not in ("it", "that", "this"):
        return None
    last = len(tokens) - 2 if tokens[-1].word == "." else len(tokens) - 1
    points = tokens[last].kind == "name" and (tokens[1].word in ("is", "was") or tokens[1].kind == "stop")
    return Phrase(last, last, "name", tokens[last].at) if points else None
