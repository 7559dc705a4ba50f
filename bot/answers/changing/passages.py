"""Correcting who speaks in a quotation and which days a date means."""

from __future__ import annotations

from datetime import date

from bot.answers.changes import done
from bot.answers.changing.keeping import Keeping
from bot.answers.changing.meant import person_meant
from bot.answers.changing.pointing import date_meant, label_of, quotation_meant
from bot.answers.language import message
from bot.answers.model import Answer
from bot.answers.typed_days import typed_day_in
from bot.answers.wording import cleaned
from bot.errors import InputError
from bot.reading.dates.asked import AskedDay, DayError, read_day

UNKNOWN = "unknown"
"""Typed for a speaker: nobody knows who it is."""
WRITTEN = "written:"
"""Before words that stand for a speaker whom nobody can name, such as "a teary-eyed woman"."""
NO_YEAR = message("Give the days with their year, such as 2022-04-30, late April 2022 or 2022-04-26..2022-05-07.")


async def set_speaker(keeping: Keeping, quotation: str, speaker: str, reason: str) -> Answer:
    """Say who speaks: a person, somebody whom the account only describes, or nobody who is known."""
    meant = await quotation_meant(keeping, quotation)
    words, names = speaker.strip(), dict[str, str]()
    person_id = written = None
    if words.casefold().startswith(WRITTEN):
        written = cleaned(words[len(WRITTEN) :])
    elif words.casefold() != UNKNOWN:
        person = await person_meant(keeping, words)
        person_id, names = person.id, {person.id: person.name}
    place = meant.place
    entry = await keeping.archive.set_speaker(
        place.source.id,
        place.start,
        place.end,
        keeping.owner,
        person_id=person_id,
        written=written,
        by=keeping.by,
        reason=reason,
    )
    return await done(keeping.archive, entry, keeping.language, notes=[f"“{meant.text}”"], names=names)


async def set_date(keeping: Keeping, expression: str, days: str, reason: str, *, approximate: bool = False) -> Answer:
    """Say which days a date expression means."""
    meant = await date_meant(keeping, expression)
    asked = _days(days, keeping)
    place = meant.place
    entry = await keeping.archive.set_date(
        place.source.id,
        place.start,
        place.end,
        asked.earliest,
        asked.latest,
        keeping.owner,
        approximate=approximate,
        by=keeping.by,
        reason=reason,
    )
    return await done(keeping.archive, entry, keeping.language, notes=[label_of(meant, keeping.language)])


def _days(typed: str, keeping: Keeping) -> AskedDay:
    """Days with their year: what is set down for good should hang on nothing that was taken for granted."""
    try:
        asked = read_day(cleaned(typed), years=(), day_one=date.min)
    except DayError as error:
        raise InputError(typed_day_in(keeping.language, str(error))) from None
    if asked.note:
        raise InputError(NO_YEAR)
    return asked
