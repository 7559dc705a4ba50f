"""What a reading is made of: spans of one text, and what they stand for.

Every span is a half-open pair of Unicode code point offsets into the text that was read, and wherever a
`text` is kept beside a span it is `document[start:end]`, to the character. The steps of the reader exchange
these objects and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

QuotationKind = Literal["direct", "fragment"]
DateKind = Literal["explicit", "partial", "relative", "published"]
TieKind = Literal["spouse", "parent", "child", "sibling", "colleague", "other"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of the document, in code points."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Passage(Span):
    """A paragraph (or heading, or list line) of the account itself; boilerplate is never a passage."""


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence of a passage; `passage` is the index of that passage."""

    passage: int


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A name in the text, without title and possessive; `title` is what stood before it ("Capt."), as written."""

    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Description(Span):
    """The account's own words for who somebody is ("the deputy commander of the Azov Regiment")."""

    text: str


@dataclass(frozen=True, slots=True)
class Tie(Span):
    """A tie that the account states; the span is the words that state it. `to` is the name of another person."""

    kind: TieKind
    to: str


@dataclass(frozen=True, slots=True)
class Person:
    """One individual of one account. `name` is the fullest form in the text, without title."""

    name: str
    mentions: tuple[Mention, ...]
    descriptions: tuple[Description, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    """What stands between quotation marks and is said by somebody.

    `speaker` is resolved: a person's name as in `Reading.people`, else the account's description, else None.
    `speaker_as_written` is what the text says at this place ("she"). Quotations of one breath share `utterance`.
    """

    text: str
    kind: QuotationKind
    speaker: str | None
    utterance: int
    speaker_as_written: str | None = None


@dataclass(frozen=True, slots=True)
class IndirectSpeech(Span):
    """Reported speech without marks: the whole sentence, with the cue that makes it so."""

    text: str
    speaker: str | None
    cue: str


@dataclass(frozen=True, slots=True)
class DateExpression(Span):
    """An expression that places something in time; both days inclusive.

    `reason` says how the days were arrived at ("four days after April 26"). `approximate` is True where the
    account itself is vague ("late April", "that spring", "about"); `anchor` is the start offset of the expression
    it hangs on, where there is one.
    """

    text: str
    earliest: date
    latest: date
    reason: str
    kind: DateKind
    approximate: bool = False
    anchor: int | None = None


@dataclass(frozen=True, slots=True)
class Counted(Span):
    """The noun phrase that a figure counts, as written, without article and "of" ("gravely wounded soldiers")."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A number of people, things or a measure, with the words that qualify it ("more than 400").

    `least` and `most` are the bounds that the account states, inclusive, None where it states none; equal where it
    states one value. `approximate` is True where the account itself is vague ("some 2,500", "dozens"). `clause` is the
    part of the sentence that tells of what is counted. `speaker` is who stated the figure, resolved as for quotations,
    None where the account states it itself; `as_of` is the start offset of the date expression that its sentence
    gives for it.
    """

    text: str
    least: float | None
    most: float | None
    counted: Counted | None
    clause: Span
    approximate: bool = False
    speaker: str | None = None
    as_of: int | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a document says of itself: the data for its catalogue entry."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    place: str | None = None
    contributors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the reader took out of one text."""

    text: str
    source: Catalogue
    passages: tuple[Passage, ...] = ()
    left_out: tuple[Span, ...] = ()
    people: tuple[Person, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    indirect: tuple[IndirectSpeech, ...] = ()
    dates: tuple[DateExpression, ...] = field(default=())
    figures: tuple[Figure, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The reading in the shape of `read --json`, ready for `json.dumps`."""
        from bot.reading.exchange import reading_to_json

        return reading_to_json(self)
