"""Ties of the authority file, shown only where a sentence of the source that they rest on names both persons."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.archive.authority import AuthorityRecord
from bot.reading.layout.sentences import split_sentences
from bot.reading.model import Person, Reading, Sentence, Tie


def with_recorded_ties(
    reading: Reading, persons: Sequence[int], records: Mapping[int, AuthorityRecord], source_id: str
) -> Reading:
    """The reading with the ties that the authority file rests on this source, beside those that were read.

    `persons` are the numbers of `reading.people`, `records` the authority records by number of person. The words of
    such a tie are the first sentence that names both.
    """
    if not any(tie for number in persons if number in records for tie in records[number].ties):
        return reading
    numbers = {records[number].id: at for at, number in enumerate(persons) if number in records}
    named = _Named(reading)

    def ties_of(at: int, person: Person) -> Iterator[Tie]:
        record = records.get(persons[at])
        for tie in record.ties if record else ():
            other = numbers.get(tie.to)
            if other is None or source_id not in tie.sources:
                continue
            name = reading.people[other].name
            sentence = named.together(at, other)
            if sentence and not any(known.kind == tie.kind and known.to == name for known in person.ties):
                yield Tie(sentence.start, sentence.end, tie.kind, name)

    people = [replace(person, ties=(*person.ties, *ties_of(at, person))) for at, person in enumerate(reading.people)]
    return replace(reading, people=tuple(people))


class _Named:
    """Which sentences name whom."""

    def __init__(self, reading: Reading) -> None:
        self._sentences = split_sentences(reading.text, reading.passages)
        starts = [sentence.start for sentence in self._sentences]
        self._by_person = [
            {bisect_right(starts, mention.start) - 1 for mention in person.mentions} for person in reading.people
        ]

    def together(self, one: int, other: int) -> Sentence | None:
        """The first sentence that names both."""
        common = self._by_person[one] & self._by_person[other] - {-1}
        return self._sentences[min(common)] if common else None
