"""Suggesting people and speakers by the beginning of any word of their names, in any script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from bot.answers.language import Language
from bot.answers.names import ID_MARK, without_titles
from bot.answers.suggest.finding import found, with_every_word, within_slips
from bot.answers.suggest.model import MOST, Suggestion
from bot.archive.archive import Archive
from bot.archive.directory import ListedPerson, PersonDetail, PersonDirectory
from bot.archive.records import Viewer
from bot.reading.people.keys import name_key, sound_key

_BEHIND_NAME = (" — ", " · ")
"""What stands between a name and the rest of a label, for those who type on in one."""


async def suggest_people(archive: Archive, typed: str, viewer: Viewer, language: Language) -> list[Suggestion]:
    """Whoever may be meant, the most often mentioned first, with the number of mentions."""
    directory = await archive.listed_persons(viewer)
    numbers = _found(directory, typed) if typed else range(min(MOST, len(directory.persons)))
    persons = [directory.persons[number] for number in numbers]

    def count(person: ListedPerson) -> str:
        return language.counted(person.mentions, "{n} mention", "{n} mentions")

    return await _described(archive, directory, persons, count, viewer, language)


async def suggest_speakers(archive: Archive, typed: str, viewer: Viewer, language: Language) -> list[Suggestion]:
    """Whoever may be meant and is quoted, the most often quoted first, with the number of quotations."""
    directory = await archive.listed_persons(viewer)
    numbers = _found(directory, typed, speakers=True) if typed else directory.speakers[:MOST]
    persons = [directory.persons[number] for number in numbers]

    def count(person: ListedPerson) -> str:
        return language.counted(person.quotations, "{n} quotation", "{n} quotations")

    return await _described(archive, directory, persons, count, viewer, language)


async def suggest_dated_people(archive: Archive, typed: str, viewer: Viewer, language: Language) -> list[Suggestion]:
    """Whoever may be meant and is named in dated sentences, the most often mentioned first, with how many."""
    directory = await archive.listed_persons(viewer)
    numbers = _found(directory, typed) if typed else range(len(directory.persons))
    dated = (directory.persons[number] for number in numbers if directory.persons[number].dates)

    def count(person: ListedPerson) -> str:
        return language.say("{n} dated", n=language.number(person.dates))

    return await _described(archive, directory, list(islice(dated, MOST)), count, viewer, language)


def _found(directory: PersonDirectory, typed: str, *, speakers: bool = False) -> Sequence[int]:
    if typed.startswith(ID_MARK):
        wanted = typed.removeprefix(ID_MARK).strip()
        return [
            number
            for number, person in enumerate(directory.persons)
            if person.id == wanted and (person.quotations or not speakers)
        ]
    name = typed
    for mark in _BEHIND_NAME:
        name = name.partition(mark)[0]
    # As where a whole name is resolved: titles are asked about only where the words as they stand are no name.
    return (
        _ranked(directory, _stages(directory, name), speakers)
        or _ranked(directory, _stages(directory, without_titles(name)), speakers)
        or _ranked(directory, [within_slips(directory.names, name_key(without_titles(name)).split())], speakers)
    )


def _ranked(directory: PersonDirectory, stages: Iterable[set[int]], speakers: bool) -> list[int]:
    if not speakers:
        return found(stages)
    persons = directory.persons
    quoted = ({number for number in stage if persons[number].quotations} for stage in stages)
    return found(quoted, lambda number: (-persons[number].quotations, number))


def _stages(directory: PersonDirectory, name: str) -> Iterator[set[int]]:
    """Who bears the name, whose name or any word of it begins so; then those whose names sound like it."""
    for index, key in ((directory.names, name_key(name)), (directory.sounds, sound_key(name))):
        if key:
            yield index.exactly(key)
            yield index.beginning(key)
            yield with_every_word(index, key.split())


async def _described(
    archive: Archive,
    directory: PersonDirectory,
    persons: Sequence[ListedPerson],
    count: Callable[[ListedPerson], str],
    viewer: Viewer,
    language: Language,
) -> list[Suggestion]:
    details = await archive.details_of(directory, [person.id for person in persons], viewer)
    known = [(person, details[person.id]) for person in persons if person.id in details]
    labels = told_apart([(person.name, detail) for person, detail in known], language)
    return [
        Suggestion(label, f"{ID_MARK}{person.id}", count(person))
        for label, (person, _) in zip(labels, known, strict=True)
    ]


def told_apart(known: Sequence[tuple[str, PersonDetail]], language: Language) -> list[str]:
    """Each name with the role, or else a source that names the person; with more where two would look alike."""
    in_source = [language.say("in “{title}”", title=detail.title) for _, detail in known]
    ways = (
        [f"{name} — {detail.role or where}" for (name, detail), where in zip(known, in_source, strict=True)],
        [f"{name} — {where}, {detail.role or ''}" for (name, detail), where in zip(known, in_source, strict=True)],
        [f"{name} — {detail.source}, {detail.role or ''}" for name, detail in known],
    )
    labels = [label.rstrip(" ,") for label in ways[0]]
    for way in ways[1:]:
        alike = Counter(labels)
        labels = [more.rstrip(" ,") if alike[label] > 1 else label for label, more in zip(labels, way, strict=True)]
    return labels
