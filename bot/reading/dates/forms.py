"""What a date expression means before it is known on which day it hangs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.reading.dates.calendar import Part, Stretch, Unit

Which = Literal["bare", "this", "last", "next", "that", "following", "previous"]
"""bare: "in April". this, last, next: seen from the day of writing. that, following, previous: seen from the story."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that hang on nothing: "30 April 2022", "the 1990s", "2022-04-30"."""

    days: Stretch
    grain: Unit


@dataclass(frozen=True, slots=True)
class Yearly:
    """What comes once a year and lacks its year: a day ("April 26"), a month, a season, a quarter, a feast.

    `number` is the month, for a season its first month, for a quarter 1-4; a feast bears its `name` instead.
    """

    kind: Literal["day", "month", "season", "quarter", "half", "feast"]
    number: int = 0
    day: int = 0
    name: str = ""
    which: Which = "bare"
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Two figures, with a year or without, whose order the account's own usage decides: "12/05/2031", "- 12/05:"."""

    first: int
    second: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of the month alone: "the 14th"."""

    day: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: "Friday", "last Tuesday"."""

    weekday: int
    which: Which = "bare"


@dataclass(frozen=True, slots=True)
class Period:
    """A unit of time told by its neighbourhood: "this week", "the next day", "that year", "two years on"."""

    unit: Unit
    which: Which


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the day of writing ("two weeks ago") or from the story ("four days later").

    `count` is negative for what lies before. `after` is an expression of its own that it is counted from
    ("three days after April 26"), `about` the words for something that happened ("two days after the landing"). With
    `spread` it is all the days from there on ("during the next two weeks").
    """

    count: int
    unit: Unit
    origin: Literal["writing", "story"]
    after: Form | None = None
    about: str = ""
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """The nth day, week or month of the siege or war: "day 12 of the siege", "the siege's 30th".

    `event` is empty for what nothing is numbered from but here ("day three of the fair"). With `elapsed` so many are
    over ("ten days into the siege").
    """

    count: int
    unit: Unit
    event: str
    elapsed: bool = False


@dataclass(frozen=True, slots=True)
class Headed:
    """A numbered day with its date, as the heading of an entry: "Day 19 - Tuesday, 4 May"."""

    numbered: Numbered
    day: Form


@dataclass(frozen=True, slots=True)
class EventDay:
    """The day of something told elsewhere: "the evening of the flood"; `offset` counts days from it."""

    about: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Partly:
    """A part of something longer: "late April", "the end of that year"."""

    part: Part
    whole: Form


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """A weekday by its place in a month: "the last Sunday of January" (`nth` -1), "the first Monday in May"."""

    weekday: int
    nth: int
    month: Form


@dataclass(frozen=True, slots=True)
class Within:
    """Something yearly in a year that is told by another expression: "June of that year", "April this year"."""

    inner: Form
    year: Form


@dataclass(frozen=True, slots=True)
class Range:
    """From one day to another: "from May 2 to July 8", "11-13 May"."""

    first: Form
    last: Form


@dataclass(frozen=True, slots=True)
class End:
    """One end of a range whose ends are told apart: either of "1861-1863"."""

    range: Range
    last: bool


Form = (
    Fixed
    | Figures
    | Yearly
    | MonthDay
    | Weekday
    | NthWeekday
    | Period
    | Shift
    | Numbered
    | Headed
    | EventDay
    | Partly
    | Within
    | Range
    | End
)


@dataclass(frozen=True, slots=True)
class Found:
    """A form and where it stands: code points of the document."""

    start: int
    end: int
    form: Form
