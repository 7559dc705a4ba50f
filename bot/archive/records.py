"""What the archive hands out: plain records, each with the citation that an answer will carry.

Nothing here knows SQL, and nothing here words anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

SourceKind = Literal["account", "digest"]
FormKind = Literal["preferred", "variant", "mentioned"]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is asking, as far as it decides what they may see: a server's own sources are that server's alone.

    `guild` is None in direct messages and on the command line: only the shared archive is seen then.
    """

    guild: int | None = None


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What the moderators of one server have set for it.

    `plain`: answers are plain text and no layouts. `graphic`: passages on torture, bodies and wounds are shown as
    any other, or stand behind a spoiler. `moderators` is the role whose members keep the server's sources, beside
    those who may manage the server.
    """

    plain: bool = False
    graphic: Literal["show", "spoiler"] = "show"
    moderators: int | None = None


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """The catalogue entry of a source, without its text."""

    id: str
    title: str
    publisher: str | None
    contributors: tuple[str, ...]
    published: date | None
    place: str | None
    url: str | None
    rights: str | None
    language: str
    kind: SourceKind
    guild: int | None
    filename: str
    sha256: str
    added_by: str
    added_at: str
    passages: int
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """The document itself: the bytes as received and the text that every offset points into."""

    source: SourceRecord
    original: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a source, the number of its passage (from 1), and code point offsets into its text."""

    source: SourceRecord
    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """A passage with its words."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person as the archive knows them over all sources that the viewer may see.

    `id` is stable over new readings: that of the authority record, else made from the name (and the source where
    two bearers of the name are kept apart). `role` is a short label to tell bearers of one name apart.
    """

    id: str
    name: str
    role: str | None
    mentions: int
    sources: int


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """How many sources a viewer may see, digests among them."""

    sources: int
    digests: int


@dataclass(frozen=True, slots=True)
class PersonCounts:
    """How much the sources that a viewer may see hold of one person."""

    mentions: int
    quotations: int
    dates: int


@dataclass(frozen=True, slots=True)
class NameForm:
    """One form of a person's name ("Паламар", "Captain Palamar") and how often the accounts use it."""

    form: str
    kind: FormKind
    count: int


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """A mention: the place of the name, and the passage it stands in."""

    place: Place
    text: str
    passage: PassageRecord


@dataclass(frozen=True, slots=True)
class DescriptionRecord:
    """The account's words for who a person is."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class TieRecord:
    """A tie that an account states: the words that state it, the kind, and the other person."""

    place: Place
    text: str
    kind: str
    to_id: str | None
    to_name: str


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact of the authority file, and where the sources that state it name the person. `kind` is a FactKind."""

    kind: str
    text: str
    mentions: tuple[MentionRecord, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """What the authority file has of a person: role, unit and call sign, and forms of the name made by rule alone."""

    facts: tuple[StatedFact, ...] = ()
    made_by_rule: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class QuotationRecord:
    """A quotation, or (`indirect`) the sentence that reports speech; `place` is that of `text`, to the character."""

    place: Place
    text: str
    indirect: bool
    kind: str
    speaker: str | None
    speaker_id: str | None
    score: float = 0.0
    passage: PassageRecord | None = None
    """The passage that it stands in, whole."""


@dataclass(frozen=True, slots=True)
class VerbatimRecord:
    """Words that stand in a source as they were given; `quotation` is the one that holds them, where one does."""

    place: Place
    text: str
    passage: PassageRecord
    quotation: QuotationRecord | None = None


@dataclass(frozen=True, slots=True)
class DateRecord:
    """A date expression: as written, the days it comes to, why, and the sentence it dates."""

    place: Place
    as_written: str
    earliest: date
    latest: date
    reason: str
    approximate: bool
    sentence: PassageRecord


@dataclass(frozen=True, slots=True)
class TimelineQuery:
    """What a timeline is of: a person, passages that hold a phrase of each group of `words`, or else everything."""

    person_id: str | None = None
    words: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days, both inclusive, and how many days wide an expression may be to be taken for a time in it."""

    first: date
    last: date
    widest: int


@dataclass(frozen=True, slots=True)
class DatedDays:
    """A stretch of days, both inclusive, and how many sentences are dated to it."""

    earliest: date
    latest: date
    approximate: bool
    hits: int


@dataclass(frozen=True, slots=True)
class AccountDates:
    """A source, and the days to which sentences of it are dated, in order of time."""

    source: SourceRecord
    days: tuple[DatedDays, ...]


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """A number that a source states. `place` is that of `words`: the number as written, with what it counts behind it.

    `text` is the number alone, `least` and `most` the bounds that it states, `counted` what it counts, as written.
    `verbatim`: `words` stand between quotation marks. `date` is the expression of its sentence that says when.
    `speaker` is whoever states it, None where the source does (or, if verbatim, where nobody knows who).
    """

    place: Place
    words: str
    text: str
    least: float | None
    most: float | None
    approximate: bool
    counted: str | None
    verbatim: bool
    speaker: str | None
    speaker_id: str | None
    date: DateRecord | None
    sentence: PassageRecord


FigureGroup = Literal["unit", "measures", "nearby"]


@dataclass(frozen=True, slots=True)
class GroupedFigure:
    """A figure about something: one of those of one `unit`, of measures, or of what else its sentence counts.

    `unit` is the word for what is counted, as the first of its group has it; "" where there is none.
    """

    group: FigureGroup
    unit: str
    record: FigureRecord


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change: who made it, when (UTC, ISO), what it was, why; `before` and `after` hold what it changed.

    `owner` is the server that it is of, None for everyone's archive. `by` is "discord:" with a user's id,
    "command line", or "forgotten". `undoable`: it can be undone, as far as the entry alone tells, and was not.
    """

    number: int
    owner: int | None
    by: str
    at: str
    action: str
    subject: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reason: str
    undoable: bool
    undone_by: int | None


@dataclass(frozen=True, slots=True)
class Replaced:
    """What replacing a text came to: the quotations that stood in the old one and nowhere in the new one, and the
    numbers of the corrections that no longer hold, because their words do not stand where they stood."""

    entry: AuditEntry
    quotations: tuple[str, ...]
    corrections: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """A mistake that a member reported: where it was seen, what was shown there, and the member's words.

    `guild` is the server in which it was reported. `outcome` is None while nobody has closed it.
    """

    number: int
    guild: int | None
    source: str
    title: str
    start: int
    end: int
    shown: str
    words: str
    at: str
    outcome: str | None
