"""Changing the catalogue data of a source, withdrawing it and taking it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.answers.changes import done
from bot.answers.changing.keeping import Keeping
from bot.answers.details import LONGEST_DETAIL, Detail, filled_details, main_details, more_details
from bot.answers.language import Language, message
from bot.answers.model import Action, Answer
from bot.answers.wording import cleaned
from bot.archive.lookup.standing import Stretch
from bot.archive.records import DateRecord, SourceRecord
from bot.errors import InputError

NO_SOURCE = message("There is no source with this id.")
EDIT, EDIT_MORE = "edit", "edit-more"
"""The two forms of a source, and the acts that open them: Discord takes five fields in one."""
_ALL = 100_000
"""More date expressions than any source has."""


async def own_source(keeping: Keeping, source_id: str) -> SourceRecord:
    """The source, withdrawn or not. Raises InputError for another's in the words of what does not exist."""
    source = await keeping.archive.owned_source(source_id.strip(), keeping.owner)
    if source is None:
        raise InputError(NO_SOURCE)
    return source


async def details_of(keeping: Keeping, form: str, source_id: str) -> Sequence[Detail]:
    """What one of the two forms is filled in with."""
    source = await own_source(keeping, source_id)
    return (main_details if form == EDIT else more_details)(source, keeping.language)


async def editing(keeping: Keeping, source_id: str) -> Answer:
    """The buttons that open the forms, for where a form cannot be opened at once."""
    source = await own_source(keeping, source_id)
    say = keeping.language.say
    actions = (
        Action(say("Change details"), EDIT, source.id),
        Action(say("Place and rights"), EDIT_MORE, source.id),
    )
    heading = say("To change “{title}” ({source}), open a form:", title=source.title, source=source.id)
    return Answer("done", heading, actions=actions, language=keeping.language)


async def edit(keeping: Keeping, source_id: str, typed: Mapping[str, str]) -> Answer:
    """Change what was filled in otherwise; says how many dates come out otherwise by it."""
    source = await own_source(keeping, source_id)
    changes = filled_details(_filled_otherwise(source, typed, keeping.language))
    moves = "published" in changes
    before = await _dates(keeping, source) if moves else []
    entry = await keeping.archive.edit_source(source.id, keeping.owner, changes, by=keeping.by)
    after = await _dates(keeping, source) if moves else []
    notes = [_moved(before, after, keeping.language)] if moves else []
    return await done(keeping.archive, entry, keeping.language, notes=notes)


def _filled_otherwise(source: SourceRecord, typed: Mapping[str, str], language: Language) -> dict[str, str]:
    """What was typed into a form otherwise than it stood there; what was too long to stand there is left as it is."""
    stood = {each.name: each.value for each in (*main_details(source, language), *more_details(source, language))}
    left_out = {
        name for name, value in stood.items() if len(value) > LONGEST_DETAIL and not typed.get(name, "").strip()
    }
    return {
        name: words
        for name, words in typed.items()
        if name in stood and name not in left_out and cleaned(words) != cleaned(stood[name])
    }


async def _dates(keeping: Keeping, source: SourceRecord) -> list[DateRecord]:
    return await keeping.archive.dates_of_source(source.id, keeping.owner, Stretch(), _ALL)


def _moved(before: Sequence[DateRecord], after: Sequence[DateRecord], language: Language) -> str:
    """How many expressions mean other days than before, or are dated only now, or not any more."""
    were, are = ({_days(each) for each in dates} for dates in (before, after))
    places = {each[0] for each in were ^ are}
    one, many = "{n} date means other days now.", "{n} dates mean other days now."
    return language.counted(len(places), one, many)


def _days(each: DateRecord) -> tuple[Any, ...]:
    return (each.place.start, each.place.end), each.earliest, each.latest


async def withdraw(keeping: Keeping, source_id: str, reason: str) -> Answer:
    """Withdraw a source from every answer; it is kept."""
    entry = await keeping.archive.withdraw(source_id.strip(), keeping.owner, by=keeping.by, reason=reason)
    kept = keeping.language.say("It is in no answer and no count any more, but kept: /source restore takes it back.")
    return await done(keeping.archive, entry, keeping.language, notes=[kept])


async def restore(keeping: Keeping, source_id: str, reason: str) -> Answer:
    """Take a withdrawn source back."""
    entry = await keeping.archive.restore_source(source_id.strip(), keeping.owner, by=keeping.by, reason=reason)
    return await done(keeping.archive, entry, keeping.language)
