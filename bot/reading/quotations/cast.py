"""Whom an account names, and what it tells of them: worked out once for quotations and reported speech alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.document import Document
from bot.reading.model import Person
from bot.reading.quotations.callings import ages, callings
from bot.reading.quotations.gender import Gender, genders
from bot.reading.quotations.tokens import Named

_KUNYAS = frozenset({"Abu", "Abou", "Umm", "Um", "Oum", "Om"})
# Somebody whose name is kept back: Witness A, Protected Witness 3, Soldier K-14.
_CODED = re.compile(
    r"\b(?:Protected\s)?(?:Witness|Soldier|Prisoner|Detainee|Patient|Source|Survivor|Speaker)\s(?:[A-Z]{1,2}(?:-?\d{1,3})?|\d{1,3})\b"
)
_INVERSE = {"parent": "child", "child": "parent", "spouse": "spouse", "sibling": "sibling"}


class Cast:
    """The people of one account: their mentions in order, genders, offices, ages and ties.

    `bearers` has by first and last name, in lower case, the indices of all who bear it, `surnames` those that one
    person bears alone. `offices` and `ages` are as in `callings`, `coded` the spans of those under a letter.
    """

    def __init__(self, document: Document, people: Sequence[Person]) -> None:
        self.people = people
        self.named = sorted(
            (Named(mention, k) for k, person in enumerate(people) for mention in person.mentions),
            key=lambda named: (named.mention.start, named.mention.end),
        )
        self.genders: list[Gender | None] = genders(document.text, people)
        self.bearers = _bearers(people)
        self.surnames = {name: found[0] for name, found in self.bearers.items() if len(found) == 1}
        self.offices = callings(document.text, people)
        self.ages = ages(document.text, people)
        self.tied = _tied(people)
        self.coded = [match.span() for match in _CODED.finditer(document.text)]


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
