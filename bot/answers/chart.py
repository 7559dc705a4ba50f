"""What a chart of dated passages is made of: drawn by `bot.rendering.chart`, with every word on it said already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that something is dated to, both inclusive."""

    earliest: date
    latest: date
    approximate: bool

    @property
    def certain(self) -> bool:
        """Whether it is one day, and no other."""
        return self.earliest == self.latest and not self.approximate


@dataclass(frozen=True, slots=True)
class ChartRow:
    """The dates of one account, or of all that have no row of their own: who published it, its title, its days."""

    publisher: str
    title: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a day: a fixed point of the siege, or the beginning of a month."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Key:
    """What the marks of a chart mean."""

    certain: str
    vague: str
    point: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart from `first` to `last`, both inclusive (`days` in words), with one row an account.

    `said` is what is drawn, in words.
    """

    heading: str
    days: str
    first: date
    last: date
    rows: tuple[ChartRow, ...]
    months: tuple[Label, ...]
    points: tuple[Label, ...]
    key: Key
    said: str
    note: str | None = None
    """What must be said under the picture: that some accounts have no row of their own in it."""
