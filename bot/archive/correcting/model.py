"""Corrections, and what they make of what was read. Pure.

They are applied in the order of their numbers, so that any sequence has one meaning: of a chain of merges A to B and B
to C everybody ends with C, undoing the first leaves A where it was, and the later of two about one thing holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from bot.reading.model import DateExpression, Reading

CorrectionKind = Literal["merge", "split", "rename", "variant", "describe", "speaker", "date"]
SET_BY_MODERATOR = "set by a moderator: {reason}"
"""The reason of a date that was corrected."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction. `person` is an id; `source`, `begins`, `ends` and `words` say what of which source it is about.

    `value` by kind: merge {into, name, merged_name, keys}; split {keys, to, name, at}; rename {name}; variant {form,
    add}; describe {role, source, begins, ends, words}; speaker {person, name}; date {earliest, latest, approximate,
    reason}. `keys` are the name keys under which the person was named, `at` is the moment of the split.
    """

    number: int
    owner: int
    kind: CorrectionKind
    value: Mapping[str, Any]
    source: int | None = None
    begins: int | None = None
    ends: int | None = None
    words: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """That somebody in one source is another person, as was said at a moment (`at`, UTC, ISO).

    Whoever was taken for the same person in a source of before stays that; later sources go by who is meant now.
    """

    number: int
    to: str
    at: str


class Settled:
    """Who is who after the standing corrections; those of one owner hold for the sources of that owner alone."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._merges: dict[int, list[tuple[int, str, str]]] = {}
        self._splits: dict[tuple[int, str], Split] = {}
        self.names: dict[str, str] = {}
        """The names of persons whom corrections bring in, by id."""
        self._of_source: dict[int, list[Correction]] = {}
        for each in sorted(corrections, key=lambda correction: correction.number):
            if each.source is not None:
                self._of_source.setdefault(each.source, []).append(each)
            if each.kind == "merge" and each.person:
                self._merges.setdefault(each.owner, []).append((each.number, each.person, each.value["into"]))
                self.names[each.value["into"]] = each.value["name"]
            elif each.kind == "split" and each.source is not None:
                for key in each.value["keys"]:
                    split = Split(each.number, each.value["to"], each.value["at"])
                    self._splits[each.source, key] = split
                self.names[each.value["to"]] = each.value["name"]

    def of_source(self, source: int) -> Sequence[Correction]:
        """The corrections about what stands in a source."""
        return self._of_source.get(source, ())

    def follow(self, owner: int, person: str, after: int = 0) -> str:
        """Whom the owner's merges with higher numbers than `after` make of a person."""
        for number, merged, into in self._merges.get(owner, ()):
            if number > after and person == merged:
                person = into
        return person

    def split_of(self, source: int, key: str) -> Split | None:
        """The last split of somebody whom a source names by a key."""
        return self._splits.get((source, key))


def with_ids(correction: Correction, renamed: Mapping[str, str]) -> Correction:
    """The correction with the persons whom it is about named by other ids."""
    value = {
        name: renamed.get(each, each) if name in ("into", "to", "person") and each else each
        for name, each in correction.value.items()
    }
    return replace(correction, value=value, person=renamed.get(correction.person or "", correction.person))


def with_dates(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """The reading with the dates that moderators have set, where their words still stand at the very same place."""
    set_days = {
        (each.begins, each.ends): each.value
        for each in sorted(corrections, key=lambda correction: correction.number)
        if each.kind == "date" and stands_in(each, reading.text)
    }
    if not set_days:
        return reading

    def settled(read: DateExpression) -> DateExpression:
        value = set_days.get((read.start, read.end))
        if value is None:
            return read
        return replace(
            read,
            earliest=date.fromisoformat(value["earliest"]),
            latest=date.fromisoformat(value["latest"]),
            approximate=value["approximate"],
            reason=SET_BY_MODERATOR.format(reason=value["reason"]),
        )

    return replace(reading, dates=tuple(map(settled, reading.dates)))


def stands_in(correction: Correction, text: str) -> bool:
    """Whether the words that a correction is about still stand at the very same place of a text."""
    return correction.words is not None and text[correction.begins : correction.ends] == correction.words
