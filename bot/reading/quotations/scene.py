"""Everything that the search for speakers looks at: one account with its names, stretches and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from bot.reading.document import Document
from bot.reading.model import Person, Span
from bot.reading.quotations.callings import ages, callings
from bot.reading.quotations.focus import Focus
from bot.reading.quotations.gender import Gender, genders
from bot.reading.quotations.stretches import Stretch
from bot.reading.quotations.tokens import Named, Token, tokenise
from bot.reading.quotations.units import Unit, find_units

_LONGEST_UNIT = 4_000
_KEPT = 16
_COUPLE = re.compile(r"\b(?:couple|newlyweds|spouses)\b")
_BEFORE_COUPLE = 60
_KUNYAS = frozenset({"Abu", "Abou", "Umm", "Um", "Oum", "Om"})
# Somebody whose name is kept back: Witness A, Protected Witness 3, Soldier K-14.
_CODED = re.compile(
    r"\b(?:Protected\s)?(?:Witness|Soldier|Prisoner|Detainee|Patient|Source|Survivor|Speaker)\s(?:[A-Z]{1,2}(?:-?\d{1,3})?|\d{1,3})\b"
)
_INVERSE = {"parent": "child", "child": "parent", "spouse": "spouse", "sibling": "sibling"}


class Scene:
    """One account, ready to be asked for the words of any of its sentences."""

    def __init__(self, document: Document, people: Sequence[Person], stretches: Sequence[Stretch]) -> None:
        self.document = document
        self.text = document.text
        self.people = people
        self.stretches = stretches
        self.named = sorted(
            (Named(mention, k) for k, person in enumerate(people) for mention in person.mentions),
            key=lambda named: (named.mention.start, named.mention.end),
        )
        self.genders: list[Gender | None] = genders(document.text, people)
        self.units: list[Unit] = find_units(document, stretches)
        self.bearers = _bearers(people)
        self.surnames = {name: found[0] for name, found in self.bearers.items() if len(found) == 1}
        self.offices = callings(document.text, people)
        self.ages = ages(document.text, people)
        self.tied = _tied(people)
        self.coded = [match.span() for match in _CODED.finditer(document.text)]
        self._name_starts = [named.mention.start for named in self.named]
        self._kept: dict[int, list[Token]] = {}

    def focus(self) -> Focus:
        """A fresh walk through the account."""
        return Focus(self.document, self.named, self.stretches, self.genders)

    def tokens(self, unit: Unit) -> list[Token]:
        """The tokens of a unit; of an endless one only the first part, with all its quotations."""
        kept = self._kept.get(unit.number)
        if kept is not None:
            return kept
        end = unit.end
        if end - unit.start > _LONGEST_UNIT:
            end = max([unit.start + _LONGEST_UNIT, *(self.stretches[k].outer.end for k in unit.stretches)])
        low, high = bisect_left(self._name_starts, unit.start), bisect_left(self._name_starts, end)
        within = [(k, self.stretches[k]) for k in unit.stretches]
        tokens = tokenise(self.text, unit.start, end, within, self.named[low:high])
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        self._kept[unit.number] = tokens
        return tokens

    @cached_property
    def couples(self) -> dict[int, set[int]]:
        """Who makes a couple with whom, by the account's own word: "a couple named Ann and Max Roe"."""
        found: dict[int, set[int]] = {}
        for one, other in pairwise(self.named):
            if one.person == other.person or self.text[one.mention.end : other.mention.start] != " and ":
                continue
            if _COUPLE.search(self.text, max(0, one.mention.start - _BEFORE_COUPLE), one.mention.start):
                found.setdefault(one.person, set()).add(other.person)
                found.setdefault(other.person, set()).add(one.person)
        return found

    def named_between(self, start: int, end: int) -> list[Named]:
        """The mentions that start between two offsets."""
        return self.named[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]

    def mentions_over(self, span: Span) -> list[Named]:
        """The mentions that share a character with a span."""
        low = bisect_left(self._name_starts, span.start)
        while low and self.named[low - 1].mention.end > span.start:
            low -= 1
        high = bisect_left(self._name_starts, span.end)
        return self.named[low:high]


def _tied(people: Sequence[Person]) -> dict[tuple[str, str], list[int]]:
    """By the kind of a tie and the name of the one it leads to: who is so tied ("spouse", of "Jane Roe").

    A tie that the account states from one side holds from the other: whose mother she is, that one is her child.
    """
    found: dict[tuple[str, str], set[int]] = {}
    numbers = {person.name: k for k, person in enumerate(people)}
    for k, person in enumerate(people):
        for tie in person.ties:
            found.setdefault((tie.kind, tie.to), set()).add(k)
            if tie.kind in _INVERSE and tie.to in numbers:
                found.setdefault((_INVERSE[tie.kind], person.name), set()).add(numbers[tie.to])
    _add_kunyas(people, found)
    _share_parents(people, found)
    return {key: sorted(tied) for key, tied in found.items()}


def _add_kunyas(people: Sequence[Person], found: dict[tuple[str, str], set[int]]) -> None:
    """Tie those who are called after a child to that child: Umm Salim is the mother of Salim, Abu Salim the father."""
    children = {person.name.split()[0]: k for k, person in enumerate(people) if person.name.strip()}
    for k, person in enumerate(people):
        called = person.name.split()
        child = children.get(called[1], -1) if len(called) == 2 and called[0] in _KUNYAS else -1
        if child >= 0:
            found.setdefault(("parent", people[child].name), set()).add(k)
            found.setdefault(("child", person.name), set()).add(child)


def _share_parents(people: Sequence[Person], found: dict[tuple[str, str], set[int]]) -> None:
    """Give brothers and sisters each other's parents."""
    for k, person in enumerate(people):
        for tie in person.ties:
            if tie.kind != "sibling":
                continue
            for parent in found.get(("parent", tie.to), set()) - {k}:
                found.setdefault(("parent", person.name), set()).add(parent)
                found.setdefault(("child", people[parent].name), set()).add(k)


def _bearers(people: Sequence[Person]) -> dict[str, list[int]]:
    """By last and first name, lower case: who bears it."""
    bearers: dict[str, list[int]] = {}
    for k, person in enumerate(people):
        parts = person.name.casefold().split()
        for part in {*parts[-1:], *parts[:1]}:
            bearers.setdefault(part, []).append(k)
    return bearers
