"""Suggesting sources by id, title, publisher or day, and passages by their citations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answers.language import Language
from bot.answers.suggest.finding import found, with_every_word, within_slips
from bot.answers.suggest.model import MOST, Suggestion
from bot.archive.archive import Archive
from bot.archive.directory import ListedSource, SourceDirectory
from bot.archive.records import PassageRecord, Viewer
from bot.reading.people.keys import name_key

_MOST_FIGURES = 9
"""Figures of the highest number of a passage that is read."""


async def suggest_sources(archive: Archive, typed: str, viewer: Viewer, language: Language) -> list[Suggestion]:
    """The sources that may be meant, those with most to cite first, each with its id."""
    listed = _found(await archive.listed_sources(viewer), typed)
    return [Suggestion(source.title, source.id, _behind_title(source, source.id, language)) for source in listed]


async def suggest_citations(archive: Archive, typed: str, viewer: Viewer, language: Language) -> list[Suggestion]:
    """The passages of a source whose id is typed with a colon behind; before that, first passages of sources."""
    directory = await archive.listed_sources(viewer)
    source_id, colon, number = typed.partition(":")
    if not colon:
        return [_first_passage(source, language) for source in _found(directory, typed)]
    numbers = directory.ids.exactly(name_key(source_id))
    source = next((directory.sources[at] for at in numbers if directory.sources[at].id == source_id.strip()), None)
    passages = await _passages(archive, source, number.strip(), viewer) if source else []
    return [_passage(each) for each in passages]


def _found(directory: SourceDirectory, typed: str) -> Sequence[ListedSource]:
    if not typed:
        return directory.sources[:MOST]
    key = name_key(typed.partition(" · ")[0])
    if not key:
        return []
    words = key.split()
    numbers = found(_stages(directory, key, words)) or found([within_slips(directory.words, words)])
    return [directory.sources[number] for number in numbers]


def _stages(directory: SourceDirectory, key: str, words: Sequence[str]) -> Iterator[set[int]]:
    yield directory.ids.exactly(key)
    yield directory.ids.beginning(key)
    yield directory.titles.beginning(key)
    yield with_every_word(directory.words, words)


def _behind_title(source: ListedSource, last: str, language: Language) -> str:
    """Publisher and day, where they are known, and what comes last."""
    day = language.day(source.published) if source.published else None
    published = ", ".join(each for each in (source.publisher, day) if each)
    return f"{published} · {last}" if published else last


def _first_passage(source: ListedSource, language: Language) -> Suggestion:
    passages = language.counted(source.passages, "{n} passage", "{n} passages")
    return Suggestion(source.title, f"{source.id}:1", _behind_title(source, passages, language))


async def _passages(archive: Archive, source: ListedSource, typed: str, viewer: Viewer) -> list[PassageRecord]:
    """The passages whose numbers begin with the figures typed, in order; the first ones where there are none."""
    if not typed:
        return await archive.passages(source.id, 1, MOST, viewer)
    if not typed.isascii() or not typed.isdecimal() or len(typed) > _MOST_FIGURES:
        return []
    first = last = int(typed)
    passages: list[PassageRecord] = []
    while first and first <= source.passages and len(passages) < MOST:
        passages += await archive.passages(source.id, first, min(last, first + MOST), viewer)
        first, last = first * 10, last * 10 + 9
    return passages[:MOST]


def _passage(passage: PassageRecord) -> Suggestion:
    citation = f"{passage.place.source.id}:{passage.place.passage}"
    return Suggestion(f"{citation} — {passage.text}", citation)
