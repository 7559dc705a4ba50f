"""What can be suggested to somebody who is typing: who, when, about what and from which sources there is something.

Made for one viewer from all that they may see, and kept in memory, so that a key press costs no query.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

_BEHIND_ALL = "\U0010ffff"
"""A character that sorts behind whatever may follow a prefix."""


class Prefixes:
    """Keys in order, each with its bearers: numbers of entries in a list that this goes with.

    `pairs` are (key, number) in the order of the keys; a key that is not may not be found.
    """

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        keys: list[str] = []
        starts, bearers = array("L"), array("L")
        for key, bearer in pairs:
            if not keys or keys[-1] != key:
                keys.append(key)
                starts.append(len(bearers))
            bearers.append(bearer)
        starts.append(len(bearers))
        self.keys: Sequence[str] = keys
        self._starts = starts
        self._bearers = bearers
        self._cut: dict[int, list[str]] = {}

    def exactly(self, key: str) -> set[int]:
        """The bearers of this key."""
        at = bisect_left(self.keys, key)
        found = at < len(self.keys) and self.keys[at] == key
        return self._between(at, at + 1) if found else set()

    def beginning(self, prefix: str) -> set[int]:
        """The bearers of any key that begins so."""
        return self._between(bisect_left(self.keys, prefix), bisect_left(self.keys, prefix + _BEHIND_ALL))

    def cut_to(self, length: int) -> Sequence[str]:
        """The beginnings of this length of all keys of one word, each once; shorter keys are left whole."""
        if length not in self._cut:
            self._cut[length] = list(dict.fromkeys(key[:length] for key in self.keys if " " not in key))
        return self._cut[length]

    def _between(self, first: int, end: int) -> set[int]:
        return set(self._bearers[self._starts[first] : self._starts[end]])


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person, with how much of them the viewer may see; `quotations` counts reported speech, too."""

    id: str
    name: str
    mentions: int
    quotations: int
    dates: int = 0


@dataclass(frozen=True, slots=True)
class PersonDirectory:
    """Persons, the most often mentioned first.

    `speakers` are the numbers of those who are quoted, the most often quoted first. `names` are name keys of whole
    names and of parts of them, `sounds` their sound keys. `details`, by id, are those that were wanted so far.
    """

    persons: Sequence[ListedPerson]
    speakers: Sequence[int]
    names: Prefixes
    sounds: Prefixes
    details: dict[str, PersonDetail] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """What tells a person from others of the name: the role, and a source that names them."""

    role: str | None
    source: str
    title: str


@dataclass(frozen=True, slots=True)
class ListedInterval:
    """The days, both inclusive, that `dates` date expressions come to."""

    earliest: date
    latest: date
    dates: int


@dataclass(frozen=True, slots=True)
class DayDirectory:
    """All intervals; and how many dates there are of each single day, those with most first."""

    intervals: Sequence[ListedInterval]
    days: Mapping[date, int]


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source, with how much in it can be cited: mentions and quotations."""

    id: str
    title: str
    publisher: str | None
    published: date | None
    passages: int
    citable: int


@dataclass(frozen=True, slots=True)
class SourceDirectory:
    """Sources, those with most to cite first, and the years in which they were published, in order.

    `ids`, `titles` and `words` (of all that names them) are name keys.
    """

    sources: Sequence[ListedSource]
    years: Sequence[int]
    ids: Prefixes
    titles: Prefixes
    words: Prefixes


@dataclass(frozen=True, slots=True)
class SubjectDirectory:
    """How many quotations and figures there are under each subject, and how many dates in passages that name it, by
    preferred term; none without any.
    """

    quotations: Mapping[str, int]
    figures: Mapping[str, int]
    dates: Mapping[str, int]
