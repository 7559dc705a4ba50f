"""Everything that the search for speakers looks at: one account with its names, stretches and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from bot.reading.document import Document
from bot.reading.model import Span
from bot.reading.quotations.cast import Cast
from bot.reading.quotations.focus import Focus
from bot.reading.quotations.stretches import Stretch
from bot.reading.quotations.tokens import Named, Token, tokenise
from bot.reading.quotations.units import Unit, find_units

_LONGEST_UNIT = 4_000
_KEPT = 16
_COUPLE = re.compile(r"\b(?:couple|newlyweds|spouses)\b")
_BEFORE_COUPLE = 60


class Scene:
    """One account, ready to be asked for the words of any of its sentences."""

    def __init__(self, document: Document, cast: Cast, stretches: Sequence[Stretch]) -> None:
        self.document = document
        self.text = document.text
        self.stretches = stretches
        self.people, self.named, self.genders = cast.people, cast.named, cast.genders
        self.bearers, self.surnames, self.tied = cast.bearers, cast.surnames, cast.tied
        self.offices, self.ages, self.coded = cast.offices, cast.ages, cast.coded
        self.units: list[Unit] = find_units(document, stretches)
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
