"""Figures brought into the order in which they are shown: what counts the same under each other. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.archive.keeping.figure_words import COUNTED, SENTENCE
from bot.archive.records import FigureGroup

_NO_DAY, _NO_VALUE = "9999-12-31", float("inf")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure that was found: its number, where the words asked for stand (`tier`), its unit, its day and value."""

    figure: int
    tier: int
    unit: str
    measure: bool
    day: str | None
    value: float | None


@dataclass(frozen=True, slots=True)
class Grouped:
    """The number of a figure, the sort of group that it stands in, and the name of that group."""

    figure: int
    group: FigureGroup
    unit: str


def grouped(found: Sequence[Found], named: Collection[str], alike: Collection[str]) -> list[Grouped]:
    """The figures group by group, in each by day and value.

    `named` are the words that were asked about: units of that name come first. `alike` are words for one state ("dead",
    "killed"), whose figures stand together; where one of them was asked about, what is told counts for as much as what
    is counted. What merely stands in the same sentence is shown only where there is nothing else: nobody asked for it.
    """
    asked, states = set(named), {word.casefold() for word in alike}
    nearer = [each for each in found if each.tier < SENTENCE]
    if not nearer:
        return _in_order(found, "nearby", _one_group, asked, set())
    measures = [each for each in nearer if each.tier > COUNTED and each.measure]
    others = [each for each in nearer if each.tier == COUNTED or not each.measure]
    return [
        *_in_order(others, "unit", _keys(others, states), asked, states),
        *_in_order(measures, "measures", _one_group, asked, states),
    ]


def _one_group(found: Found) -> str:
    return ""


def _keys(found: Iterable[Found], alike: Collection[str]) -> Callable[[Found], str]:
    """The group of each figure: its unit, and of all words for one state the first."""
    shared = sorted({each.unit.casefold() for each in found} & set(alike))

    def key(each: Found) -> str:
        unit = each.unit.casefold()
        return shared[0] if unit in shared else unit

    return key


def _in_order(
    found: Iterable[Found], group: FigureGroup, key: Callable[[Found], str], asked: set[str], states: set[str]
) -> list[Grouped]:
    of_a_state = not asked.isdisjoint(states)
    names = asked | states if of_a_state else asked
    groups: dict[str, list[Found]] = {}
    for each in found:
        groups.setdefault(key(each), []).append(each)

    def place(own: str) -> tuple[object, ...]:
        by_name = any(not _words_of(each).isdisjoint(names) for each in groups[own])
        nearest = COUNTED if of_a_state else min(each.tier for each in groups[own])
        return (not by_name, nearest, not own, -len(groups[own]), own)

    return [
        Grouped(each.figure, group, name)
        for own in sorted(groups, key=place)
        for name in [", ".join(_units(groups[own]))]
        for each in sorted(groups[own], key=_by_day)
    ]


def _words_of(found: Found) -> set[str]:
    return set(found.unit.casefold().split())


def _by_day(found: Found) -> tuple[str, float, int]:
    return (found.day or _NO_DAY, _NO_VALUE if found.value is None else found.value, found.figure)


def _units(found: Iterable[Found]) -> list[str]:
    """The units as written, each once, the most frequent first."""
    units = [each.unit for each in found if each.unit]
    written = {unit.casefold(): unit for unit in reversed(units)}
    return [written[unit] for unit, _ in Counter(unit.casefold() for unit in units).most_common()]
