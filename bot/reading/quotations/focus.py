"""Whom "he" and "she" stand for: the person in focus, followed through the text from sentence to sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.document import Document
from bot.reading.quotations.gender import Gender
from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.stretches import Stretch
from bot.reading.quotations.tokens import Named

_PRONOUN = re.compile(r"\b(?:([Hh]e)|([Ss]he))\b")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\W*$")
_FRONTED = re.compile(r"[A-Z][\w-]+(?:ed|en|ld) (?:[\w-]+ ){0,2}by (?:[\w.-]+ ){0,3}")
_OPENING_CLAUSE = re.compile(
    r"(?:Asked|Questioned|Pressed|When|While|As|After|Before|Although|Though|Since|Because)\b[^,;:]*"
)
_LONGEST_OPENING = 80
# with Roe leading the search; with Roe — who had a boat — leading it
_ACTING = re.compile(r"(?: [—–] [^—–.]{1,80} [—–]|, who [^,.]{1,80},)? [a-z]+ing\b")
_STRONG, _WEAK, _OWNER = 3, 2, 1
_OWNER_REACH = 3
"""For how many sentences somebody stays in focus past a mere owner: Roe spoke. It rained. Toll's guns fired. He ..."""


class Focus:
    """Walks through an account once, from its start; `advance` never goes back.

    The subject of a sentence (its first name, or a pronoun) is in focus for what follows; a name that only hangs on
    a preposition or owns something comes second. Names inside quotations do not count. Source: the centering
    rules of Grosz, Joshi and Weinstein (1995), cut down to what can be told without a parse.
    """

    def __init__(
        self, document: Document, named: Sequence[Named], stretches: Sequence[Stretch], genders: Sequence[Gender | None]
    ) -> None:
        self._text = document.text
        self._genders = genders
        self._starts = [sentence.start for sentence in document.sentences]
        self._events = _events(document.text, named, stretches)
        self._next = 0
        self._sentence = -1
        self._strength: dict[Gender, int] = {}
        self._center: dict[Gender, tuple[int, int, int, int]] = {}

    def advance(self, offset: int) -> None:
        """Take in every name and pronoun before `offset`."""
        while self._next < len(self._events) and self._events[self._next][0] < offset:
            start, end, person, gender = self._events[self._next]
            self._next += 1
            self._enter_sentence(start)
            if gender is not None:
                looks_ahead = self._in_opening_clause(start)
                self._strength[gender] = _WEAK if looks_ahead else _STRONG
            else:
                self._mention(start, end, person)

    def spoke(self, person: int, offset: int) -> None:
        """Put the speaker of a quotation into focus."""
        for gender in self._possible(person):
            self._center[gender] = (person, offset, _STRONG, self._sentence)
            self._strength[gender] = _STRONG

    def who(self, gender: Gender) -> tuple[int, int] | None:
        """(index of the person, offset) that a pronoun stands for here; None where nobody is in focus."""
        center = self._center.get(gender)
        return None if center is None else center[:2]

    def is_owner(self, gender: Gender) -> bool:
        """Whether the one in focus was only named as an owner: "Roe's men held the mill"."""
        center = self._center.get(gender)
        return center is not None and center[2] == _OWNER

    def _enter_sentence(self, offset: int) -> None:
        before = self._sentence
        while self._sentence + 1 < len(self._starts) and self._starts[self._sentence + 1] <= offset:
            self._sentence += 1
        if self._sentence != before:
            self._strength = {}

    def _possible(self, person: int) -> tuple[Gender, ...]:
        gender = self._genders[person]
        return ("f", "m") if gender is None else (gender,)

    def _mention(self, start: int, end: int, person: int) -> None:
        if self._is_fronted_agent(start):
            return
        strength = self._strength_of(start, end)
        for gender in self._possible(person):
            if self._strength.get(gender, 0) >= strength:
                continue
            held = self._center.get(gender)
            reach = _OWNER_REACH if strength == _OWNER else 1
            recent = held is not None and held[2] > strength and self._sentence - held[3] <= reach
            if not recent:
                self._center[gender] = (person, start, strength, self._sentence)
                self._strength[gender] = strength

    def _in_opening_clause(self, start: int) -> bool:
        """Whether a pronoun stands in a clause before its subject: "Asked why he stayed, Roe said"."""
        opening = self._starts[self._sentence] if self._sentence >= 0 else 0
        if start - opening > 2 * _LONGEST_OPENING:
            return False
        return _OPENING_CLAUSE.fullmatch(self._text, opening, start) is not None

    def _is_fronted_agent(self, start: int) -> bool:
        """Whether a name is whom the subject still to come was acted on by: "Asked by Roe about it, he said"."""
        opening = self._starts[self._sentence] if self._sentence >= 0 else 0
        return start - opening < _LONGEST_OPENING and _FRONTED.fullmatch(self._text, opening, start) is not None

    def _strength_of(self, start: int, end: int) -> int:
        if self._text[end : end + 2] in ("'s", "’s"):
            return _OWNER
        if self._text[end : end + 1] == ":":
            return _WEAK
        before = _WORD_BEFORE.search(self._text[max(0, start - 20) : start])
        hangs = before is not None and before[1].casefold() in grammar().prepositions
        if before is not None and before[1] == "with" and _ACTING.match(self._text, end):
            return _STRONG
        return _WEAK if hangs else _STRONG


def _events(
    text: str, named: Sequence[Named], stretches: Sequence[Stretch]
) -> list[tuple[int, int, int, Gender | None]]:
    """(start, end, person, gender of a pronoun) for every name and pronoun outside quotations, in order."""
    events: list[tuple[int, int, int, Gender | None]] = [
        (n.mention.start, n.mention.end, n.person, None) for n in named
    ]
    events += [(m.start(), m.end(), -1, "m" if m[1] else "f") for m in _PRONOUN.finditer(text)]
    events.sort(key=lambda event: event[:3])
    outside: list[tuple[int, int, int, Gender | None]] = []
    at = 0
    for event in events:
        while at < len(stretches) and stretches[at].outer.end <= event[0]:
            at += 1
        by_name = at < len(stretches) and event[0] <= stretches[at].start and stretches[at].end <= event[1]
        if at == len(stretches) or event[0] < stretches[at].outer.start or by_name:
            outside.append(event)
    return outside
