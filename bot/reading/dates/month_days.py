"""Days of a month that is told elsewhere: "the 14th"."""

from __future__ import annotations

from datetime import date

from bot.reading.dates.calendar import Stretch, day_of, months_from
from bot.reading.dates.forms import MonthDay
from bot.reading.dates.pointing import month_anchor
from bot.reading.dates.resolved import Resolved, Scene, resolved
from bot.reading.dates.tense import tense_at

_MOST_BEGINNINGS = 40
_TURN_OF_MONTH = 15
"""Days: "the 2nd" behind 26 April is in May, behind 14 April it looks back."""


def month_day(form: MonthDay, scene: Scene) -> Resolved | None:
    """The 14th: of the month that the story is in, or of the next where the story has come to its end.

    What a past verb tells of is not later than the day of writing: it then lies in the month before.
    """
    anchor, written = month_anchor(scene.story, scene.place), scene.place.published
    base = anchor.days.first if anchor else written
    if base is None:
        return None
    turned = anchor is not None and anchor.grain == "day" and base.day - form.day > _TURN_OF_MONTH
    later = _in_month(base, 1, form.day) if turned else None
    if later and (written is None or later.first <= written):
        return Resolved(later, "day", anchor)
    days = _in_month(base, 0, form.day)
    if days and days.first < _begun(scene) <= base:
        later = _in_month(base, 1, form.day)
        days = later if later and written and later.first <= written else days
    if days and written and days.first > written >= base and tense_at(scene.place) != "ahead":
        days = _in_month(base, -1, form.day)
    return resolved(days, "day", anchor, on_writing=anchor is None)


def _begun(scene: Scene) -> date:
    """The first day of what the account tells of, where it says so; a story of it does not run back before it."""
    return min((one.day for one in scene.story.beginnings[:_MOST_BEGINNINGS] if one.event), default=date.min)


def _in_month(base: date, offset: int, day: int) -> Stretch | None:
    month = months_from(base.year, base.month + offset)
    return day_of(month.first.year, month.first.month, day) if month else None
