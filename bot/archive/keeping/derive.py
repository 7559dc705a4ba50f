"""From a reading to the rows that are stored. Pure: numbers are handed in, nothing is looked up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.archive.keeping.figures import FigureRows
from bot.reading.layout.sentences import split_sentences
from bot.reading.model import (
    Counted,
    DateExpression,
    Description,
    Figure,
    IndirectSpeech,
    Mention,
    Person,
    Quotation,
    Reading,
    Span,
)

Row = tuple[Any, ...]


class UnfaithfulReadingError(ValueError):
    """A span of the reading does not hold the words that it says it holds: a fault of the reader."""


MOST_ROWS = 1 << 20
"""Rows of one table that a source may have: its rows are numbered from its own number times this, so that they have the
same numbers, and the same order, whenever it is read. A passage holds a character, and documents are limited."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The first and the last number that rows may have, in any table."""

    first: int
    last: int


def numbers_of(source: int) -> Numbers:
    """The numbers that the rows of a source have."""
    return Numbers(source * MOST_ROWS, (source + 1) * MOST_ROWS - 1)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one source, by table, in the order of its columns as in `store.py`."""

    passages: list[Row]
    mentions: list[Row]
    descriptions: list[Row]
    ties: list[Row]
    quotations: list[Row]
    dates: list[Row]
    figures: list[Row]
    person_dates: list[Row]


def check_faithful(reading: Reading) -> None:
    """Raise UnfaithfulReadingError unless every kept text is the document's, to the character."""
    kept: list[Quotation | IndirectSpeech | DateExpression | Mention | Description | Figure | Counted] = [
        *reading.quotations,
        *reading.indirect,
        *reading.dates,
        *reading.figures,
        *(figure.counted for figure in reading.figures if figure.counted),
        *(mention for person in reading.people for mention in person.mentions),
        *(description for person in reading.people for description in person.descriptions),
    ]
    for span in kept:
        if span.start < 0 or reading.text[span.start : span.end] != span.text:
            raise UnfaithfulReadingError(f"{type(span).__name__} at {span.start}-{span.end} is not the text there")


def people_within(reading: Reading) -> tuple[Person, ...]:
    """The people who are named in the account itself, and not just in boilerplate."""
    starts = [passage.start for passage in reading.passages]

    def stands_within(span: Span) -> bool:
        at = bisect_right(starts, span.start) - 1
        return at >= 0 and reading.passages[at].holds(span)

    return tuple(person for person in reading.people if any(map(stands_within, person.mentions)))


def derive(reading: Reading, source: int, persons: Sequence[int]) -> Rows:
    """The rows of a reading of the source with this number.

    `persons` are the numbers of the persons that `reading.people` are, in that order.

    What lies outside the passages (in boilerplate) is not stored. Raises UnfaithfulReadingError.
    """
    check_faithful(reading)
    return _Deriver(reading, source, persons).rows()


class _Deriver:
    def __init__(self, reading: Reading, source: int, persons: Sequence[int]) -> None:
        self._reading = reading
        self._source = source
        self._first = numbers_of(source).first
        self._persons = persons
        self._by_name: Mapping[str, int] = {
            person.name: number for person, number in zip(reading.people, persons, strict=True)
        }
        self._starts = [passage.start for passage in reading.passages]
        self._sentences = split_sentences(reading.text, reading.passages)

    def rows(self) -> Rows:
        dates, quotations = self._dates(), self._quotations()
        figures = FigureRows(self._reading.text, self._sentences, quotations, dates, self._placed, self._speaker)
        return Rows(
            passages=[
                (self._first + at, self._source, at + 1, p.start, p.end, self._text(p))
                for at, p in enumerate(self._reading.passages)
            ],
            mentions=self._numbered(self._of_persons(lambda person: person.mentions)),
            descriptions=self._numbered(self._of_persons(lambda person: person.descriptions)),
            ties=self._numbered(self._ties()),
            quotations=quotations,
            dates=dates,
            figures=self._numbered(figures.rows(self._reading.figures)),
            person_dates=self._person_dates(dates),
        )

    def _text(self, span: Span) -> str:
        return self._reading.text[span.start : span.end]

    def _passage(self, span: Span) -> int | None:
        """The number of the passage that holds a span; None where it stands in boilerplate."""
        at = bisect_right(self._starts, span.start) - 1
        holds = at >= 0 and span.end <= self._reading.passages[at].end
        return self._first + at if holds else None

    def _placed(self, span: Span) -> Row | None:
        passage = self._passage(span)
        if passage is None:
            return None
        return (self._source, passage, span.start, span.end, self._text(span))

    def _of_persons(self, spans_of: Callable[[Person], Sequence[Span]]) -> list[Row]:
        found = [
            (*placed, number)
            for person, number in zip(self._reading.people, self._persons, strict=True)
            for span in spans_of(person)
            if (placed := self._placed(span))
        ]
        return sorted(found, key=lambda row: row[2])

    def _ties(self) -> list[Row]:
        def rows_of(person: Person, number: int) -> list[Row]:
            return [
                (*placed, number, tie.kind, self._by_name.get(tie.to), tie.to)
                for tie in person.ties
                if (placed := self._placed(tie))
            ]

        pairs = zip(self._reading.people, self._persons, strict=True)
        return [row for person, number in pairs for row in rows_of(person, number)]

    def _quotations(self) -> list[Row]:
        direct = [
            (*placed, q.kind, q.speaker, q.speaker_as_written, self._speaker(q.speaker), q.utterance, None)
            for q in self._reading.quotations
            if (placed := self._placed(q))
        ]
        indirect = [
            (*placed, "indirect", i.speaker, None, self._speaker(i.speaker), None, i.cue)
            for i in self._reading.indirect
            if (placed := self._placed(i))
        ]
        ordered = sorted(direct + indirect, key=lambda row: row[2])
        return self._numbered(ordered)

    def _numbered(self, rows: list[Row]) -> list[Row]:
        return [(self._first + at, *row) for at, row in enumerate(rows)]

    def _speaker(self, speaker: str | None) -> int | None:
        return self._by_name.get(speaker) if speaker else None

    def _dates(self) -> list[Row]:
        starts = [sentence.start for sentence in self._sentences]
        found: list[Row] = []
        for d in sorted(self._reading.dates, key=lambda each: each.start):
            placed = self._placed(d)
            if placed is None:
                continue
            sentence = self._sentences[bisect_right(starts, d.start) - 1]
            days = (d.earliest.isoformat(), d.latest.isoformat())
            end = max(sentence.end, d.end)
            row = (*placed, *days, d.reason, d.kind, int(d.approximate), sentence.start, end)
            found.append((self._first + len(found), *row))
        return found

    def _person_dates(self, dates: list[Row]) -> list[Row]:
        """(person, earliest, width, date) for each date in a sentence that names the person."""
        named = sorted(
            (mention.start, number)
            for person, number in zip(self._reading.people, self._persons, strict=True)
            for mention in person.mentions
        )
        starts = [start for start, _ in named]
        found: set[Row] = set()
        for row in dates:
            number_of_date, earliest, latest, sentence_begins, sentence_ends = row[0], row[6], row[7], row[11], row[12]
            inside = named[bisect_right(starts, sentence_begins - 1) : bisect_right(starts, sentence_ends - 1)]
            found.update((number, earliest, width_of(earliest, latest), number_of_date) for _, number in inside)
        return sorted(found)


def width_of(earliest: str, latest: str) -> int:
    """The number of days of an interval between two ISO days, both inclusive."""
    return (date.fromisoformat(latest) - date.fromisoformat(earliest)).days + 1
