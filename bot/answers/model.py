"""What an answer is made of. Every item carries a citation; nothing in an answer is without one but its own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.answers.calls import Call
from bot.answers.chart import Chart
from bot.answers.language import ENGLISH, Language

AnswerKind = Literal[
    "person",
    "day",
    "quotations",
    "figures",
    "passages",
    "timeline",
    "sources",
    "source",
    "context",
    "found",
    "choice",
    "help",
    "settings",
    "preview",
    "done",
    "audit",
    "reports",
    "nothing",
    "error",
]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an item stands: `start` and `end` are code point offsets into the source's stored text."""

    source: str
    title: str
    publisher: str | None
    published: date | None
    url: str | None
    passage: int
    start: int
    end: int
    kind: Literal["account", "digest"]


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date as the account writes it and as it was resolved; both days inclusive."""

    as_written: str
    earliest: date
    latest: date
    reason: str
    approximate: bool = False
    siege_day: int | None = None
    """The number of the day in the siege, where it is one day for certain and the siege lasted then."""


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A number as the account writes it, the bounds that it states (None where it states none), and what it counts.

    The item's speaker states it, or else the account itself; the item's date is when it held, or else the day on which
    the account was published.
    """

    text: str
    least: float | None
    most: float | None
    approximate: bool
    counted: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of evidence. Where `quotation` is true, `text` is the stored text at the citation, to the character.

    `section` groups the items of one answer under a sub-heading ("What they said"); `label` introduces one item.
    """

    text: str
    citation: Citation
    label: str | None = None
    section: str | None = None
    quotation: bool = False
    speaker: str | None = None
    date: ShownDate | None = None
    context: str | None = None
    """The sentence of the account that `text`, a fragment, stands in; as stored."""
    graphic: bool = False
    """Whether it speaks of torture, bodies or wounds."""
    figure: ShownFigure | None = None
    """The figure, where the item is one: `text` is that as written, with what it counts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on: a label to show, and the words that ask for it.

    With `tab` it is one of the few that stand beside each other (the sections of a person, the days around a day).
    """

    label: str
    ask: str
    tab: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """Something that moderators can do from an answer: a label, what is done, and the id of what it is done to."""

    label: str
    act: str
    on: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question: one page of items, and the ways on from it."""

    kind: AnswerKind
    heading: str
    items: tuple[Item, ...] = ()
    choices: tuple[Choice, ...] = ()
    page: int = 1
    of: int = 1
    notes: tuple[str, ...] = ()
    attachment: str | None = None
    """Id of the source whose document goes with the answer."""
    actions: tuple[Action, ...] = ()
    """What moderators can do from here; whether somebody may is asked again when they do it."""
    asked: Call | None = None
    """The question as understood: it stays the same one when the archive grows, and its pages hang on it."""
    language: Language = ENGLISH
    """The language of the answer's own words."""
    chart: Chart | None = None
    """A picture of the answer, where it has one; whether it can be drawn is another question."""
