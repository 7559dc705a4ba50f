"""What an answer is made of. Every item carries a citation; nothing in an answer is without one but its own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

AnswerKind = Literal[
    "person",
    "day",
    "quotations",
    "passages",
    "sources",
    "source",
    "context",
    "choice",
    "help",
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


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on: a label to show, and the words that ask for it."""

    label: str
    ask: str


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
