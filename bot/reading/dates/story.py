"""What the account has told so far: the resolved expressions, and the day that the story stands at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bot.reading.dates.calendar import Stretch, Unit, gap_between

Aside = Literal["", "since", "until", "said"]
"""Why the story does not go on from an expression: a look back, a look ahead, somebody's words; empty where it does."""

Root = Literal["text", "writing"]
"""Where the year of an expression comes from: the account's own words, or the day of writing."""

_A_YEAR = 366


@dataclass(frozen=True, slots=True)
class Told:
    """One resolved expression: where it stands, its days, how fine it is, and what its year is rooted in.

    `sentence_span` are offsets of its sentence, or of as much of it as a reader takes in. `from_today` marks what is
    told by where it lies from the day of writing ("on Friday", "last month") and not by the calendar. An `aside` stands
    outside the thread of the story: in the mouth of somebody, or as a look ahead or back. Its year and month may be
    told by an expression before it; None where it tells them itself.
    """

    start: int
    end: int
    passage: int
    sentence_span: tuple[int, int]
    days: Stretch
    grain: Unit
    root: Root
    from_today: bool = False
    aside: Aside = ""
    quoted: bool = False
    year_told_by: Told | None = None
    month_told_by: Told | None = None


@dataclass(frozen=True, slots=True)
class Beginning:
    """A first day that other days are numbered from, and what began: a lower-case word, or empty.

    `away` is how many characters lie between the day and the words that tell of the beginning; -1 where the account
    counts from the day itself ("14 July, the siege's 12th day" proves 3 July).
    """

    told: Told
    day: date
    event: str
    away: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days from the first to the last of a story whose end is told ahead, and what tells the two."""

    days: Stretch
    first: Told
    last: Told


@dataclass(slots=True)
class Story:
    """The expressions resolved so far, the newest last, and the newest of each grain, with asides kept apart.

    `from_writing` and `from_text` count what was told from the day of writing and from the account's own dates; bare
    years count for neither. `thread` is the newest of the latter, `span` the days between those that lie within a year
    of each other. `beginnings` are days on which something began, `bounds` the first and last day of the story where
    both are told, `dated` the days told with their year, by month and day.
    """

    told: list[Told] = field(default_factory=list)
    newest: dict[Unit, Told] = field(default_factory=dict)
    asides: dict[Unit, Told] = field(default_factory=dict)
    thread: Told | None = None
    span: Stretch | None = None
    beginnings: list[Beginning] = field(default_factory=list)
    bounds: Bounds | None = None
    dated: dict[tuple[int, int], Told] = field(default_factory=dict)
    from_writing: int = 0
    from_text: int = 0

    def add(self, told: Told) -> None:
        """Remembers an expression as the newest, and what its days were told from."""
        self.told.append(told)
        (self.asides if told.aside else self.newest)[told.grain] = told
        if told.root == "writing":
            self.from_writing += 1
        elif told.grain not in ("year", "decade", "century"):
            self.from_text += 1
            if not told.aside:
                self.thread = told
                self.span = _widened(self.span, told.days)

    def latest(self, place: Place, *grains: Unit) -> Told | None:
        """The newest expression of any of some grains, as seen from a place.

        A look ahead is seen in its own passage, somebody's words from within quotations; elsewhere an aside is only
        seen where nothing else was told.
        """
        return max(
            (told for grain in grains if (told := self._newest_seen(place, grain))), key=_start, default=None
        ) or max((aside for grain in grains if (aside := self._aside_seen(place, grain))), key=_start, default=None)

    def _aside_seen(self, place: Place, grain: Unit) -> Told | None:
        """An aside, but for one in a clause of the same sentence that is over: "Pell, who fled in 1944, died on ...".

        A longer stretch than a reader takes in around an expression is not searched.
        """
        aside = self.asides.get(grain)
        if aside is None or aside.aside != "since":
            return aside
        start, end = aside.sentence_span
        return None if start <= place.start < end and "," in place.text[aside.end : place.start] else aside

    def _newest_seen(self, place: Place, grain: Unit) -> Told | None:
        told, aside = self.newest.get(grain), self.asides.get(grain)
        if aside is None or not _is_seen(aside, place):
            return told
        return max(told, aside, key=_start) if told else aside


def _is_seen(aside: Told, place: Place) -> bool:
    if aside.aside == "said":
        return place.quoted
    return aside.aside == "until" and aside.passage == place.passage


def _widened(span: Stretch | None, days: Stretch) -> Stretch:
    """A span with some days taken in, or those days alone where they lie more than a year off."""
    if span is None or gap_between(span, days) > _A_YEAR or days.days > _A_YEAR:
        return days
    return Stretch(min(span.first, days.first), max(span.last, days.last))


def _start(told: Told) -> int:
    return told.start


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands, for those who decide what it hangs on.

    `passage` is -1 outside passages. The sentence is cut to what a reader takes in around the expression, and
    `alone` to what no other expression shares with it. `heading_before` tells that the passage stands right under a
    heading, `quoted` that the expression stands in a quotation. `written_as` is what readers are told `published` is.
    """

    text: str
    start: int
    end: int
    passage: int
    sentence_start: int
    sentence_end: int
    heading_before: bool
    published: date | None
    quoted: bool = False
    written_as: str = "publication"
    alone: tuple[int, int] = (0, 0)
