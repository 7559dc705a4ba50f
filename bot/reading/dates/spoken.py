"""The "today" of somebody who is quoted."""

from __future__ import annotations

import re

from bot.reading.dates.calendar import one_day, shift_days
from bot.reading.dates.forms import Shift
from bot.reading.dates.resolved import Resolved, Scene, resolved
from bot.reading.dates.story import Told

_LONGEST_ENTRY = 60
_ENTRY_READS = re.compile(r":\s?[\"“„«‘']|\b(?:reads?|says?|notes?|runs|records?|wrote)\b[^.!?\n]{0,25}[\"“„«‘']")
_NAMES_WEEKDAY = re.compile(r"(?:late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)


def as_spoken(form: Shift, scene: Scene) -> Resolved | None:
    """Where it is the day of a diary's entry, or the day that a report of yesterday tells of; else None.

    "The entry for 9 March reads: “Today we ate the last of the flour.”"
    """
    place, written, told = scene.place, scene.place.published, scene.story.newest.get("day")
    if not place.quoted or form.unit != "day" or told is None or told.days.days != 1:
        return None
    if 0 < place.start - told.end < _LONGEST_ENTRY and _ENTRY_READS.search(place.text, told.end, place.start):
        return _days_from(told, form.count)
    if written is None or not told.from_today:
        return None
    if (written - told.days.first).days != 1 or _NAMES_WEEKDAY.match(place.text, told.start):
        return None
    return _days_from(told, form.count)


def _days_from(told: Told, count: int) -> Resolved | None:
    day = shift_days(told.days.first, count)
    return resolved(one_day(day) if day else None, "day", told)
