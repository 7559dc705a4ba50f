"""What is suggested to a moderator who types what is to be changed; only for those who are known to be one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Literal

from bot.answers.audit import PER_PAGE
from bot.answers.changes import names_in
from bot.answers.changing.keeping import Keeping
from bot.answers.changing.passages import UNKNOWN, WRITTEN
from bot.answers.changing.pointing import Pointed, label_of, pointer_to
from bot.answers.deeds import told
from bot.answers.names import ID_MARK
from bot.answers.suggest.model import MOST, Suggestion
from bot.answers.suggest.people import suggest_people
from bot.answers.wording import cleaned
from bot.archive.lookup.standing import Stretch
from bot.archive.records import SourceRecord
from bot.reading.people.keys import name_key

Changed = Literal["own source", "withdrawn source", "any source", "speaker", "quotation", "date", "entry"]
"""What a parameter of a moderator's command takes."""
LONGEST_TYPED = 100
_LOOKED_THROUGH = 2_000
"""Quotations or dates of one source among which those with the words typed are looked for."""
_LOOKED_BACK = 100
"""Entries of the log among which one is looked for."""
_LONGEST_WRITTEN = 60


async def suggest_changed(sought: Changed, typed: str, keeping: Keeping) -> list[Suggestion]:
    """At most 25, the likeliest first: of the moderator's own sources and log alone."""
    words = cleaned(typed[:LONGEST_TYPED])
    match sought:
        case "own source":
            return await _sources(keeping, words, lambda source: not source.withdrawn)
        case "withdrawn source":
            return await _sources(keeping, words, lambda source: source.withdrawn)
        case "any source":
            return await _sources(keeping, words, lambda source: True)
        case "speaker":
            return await _speakers(keeping, words)
        case "quotation":
            return await _within(keeping, words, _quotations)
        case "date":
            return await _within(keeping, words, _dates)
        case "entry":
            return await _entries(keeping, words)


async def _sources(keeping: Keeping, typed: str, wanted: Callable[[SourceRecord], bool]) -> list[Suggestion]:
    found = [source for source in await keeping.archive.owned_sources(keeping.owner) if wanted(source)]
    return [_source(source, keeping, source.id) for source in _fitting(found, typed)]


def _fitting(sources: Sequence[SourceRecord], typed: str) -> list[SourceRecord]:
    words = name_key(typed).split()
    return [source for source in sources if _has_every(f"{source.id} {source.title}", words)][:MOST]


def _has_every(text: str, words: Sequence[str]) -> bool:
    parts = name_key(text).split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def _source(source: SourceRecord, keeping: Keeping, value: str) -> Suggestion:
    say = keeping.language.say
    return Suggestion(source.title, value, say("{id}, withdrawn", id=source.id) if source.withdrawn else source.id)


async def _speakers(keeping: Keeping, typed: str) -> list[Suggestion]:
    say = keeping.language.say
    people = await suggest_people(keeping.archive, typed, keeping.viewer, keeping.language)
    nobody = Suggestion(say("Nobody who is known"), UNKNOWN)
    if not typed or typed.startswith(ID_MARK):
        return [nobody, *people][:MOST]
    words = typed.removeprefix(WRITTEN).strip()[:_LONGEST_WRITTEN]
    written = (
        [Suggestion(say("“{words}”, as the account writes it", words=words), f"{WRITTEN}{words}")] if words else []
    )
    return [*people[: MOST - 2], *written, nobody]


Find = Callable[[Keeping, str, Stretch], Awaitable[Sequence[Pointed]]]


async def _quotations(keeping: Keeping, source_id: str, stretch: Stretch) -> Sequence[Pointed]:
    return await keeping.archive.quotations_of_source(source_id, keeping.owner, stretch, _LOOKED_THROUGH)


async def _dates(keeping: Keeping, source_id: str, stretch: Stretch) -> Sequence[Pointed]:
    return await keeping.archive.dates_of_source(source_id, keeping.owner, stretch, _LOOKED_THROUGH)


async def _within(keeping: Keeping, typed: str, find: Find) -> list[Suggestion]:
    """Sources until one is typed with a colon behind; then what stands in it, by passage or by words."""
    source_id, colon, rest = typed.partition(":")
    sources = [each for each in await keeping.archive.owned_sources(keeping.owner) if not each.withdrawn]
    source = next((each for each in sources if each.id == source_id.strip()), None)
    if source is None:
        return [] if colon else [_source(each, keeping, f"{each.id}:") for each in _fitting(sources, typed)]
    wanted = rest.strip()
    passage = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 9 else None
    found = await find(keeping, source.id, Stretch(passage=passage))
    words = [] if passage is not None else name_key(wanted).split()
    shown = [each for each in found if _has_every(label_of(each, keeping.language), words)]
    return [_pointed(each, keeping) for each in shown[:MOST]]


def _pointed(each: Pointed, keeping: Keeping) -> Suggestion:
    return Suggestion(f"{each.place.passage}: {label_of(each, keeping.language)}", pointer_to(each))


async def _entries(keeping: Keeping, typed: str) -> list[Suggestion]:
    """What can be undone, the last first."""
    figures = typed.removeprefix("#")
    entries = [
        entry
        for entry in await keeping.archive.audit(keeping.owner, _LOOKED_BACK)
        if entry.undoable and str(entry.number).startswith(figures if figures.isdigit() else "")
    ]
    shown = entries[: 2 * PER_PAGE]
    names = await names_in(keeping.archive, shown)
    return [Suggestion(f"{entry.number}: {told(entry, names, keeping.language)}", str(entry.number)) for entry in shown]
