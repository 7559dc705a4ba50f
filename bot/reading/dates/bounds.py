"""From when to when the story goes, where its end is told ahead: what lacks its year then falls between the two."""

from __future__ import annotations

import re

from bot.reading.dates.calendar import Stretch, Unit, gap_between
from bot.reading.dates.forms import End, Form, Found, Range, Yearly
from bot.reading.dates.resolved import Resolved
from bot.reading.dates.story import Bounds, Place, Story, Told
from bot.reading.dates.tense import tense_at
from bot.reading.dates.threads import was_lately
from bot.reading.dates.yearly import days_in_year

_ENDED = re.compile(
    r"\b(?:ended|was\s(?:lifted|over)|came\sto\s(?:an|its)\send|lasted|held\sout)\b[^.!?;]{0,40}$"
    r"|\b(?:held|kept|jailed|besieged|encircled|blockaded)\b[^.!?;,]{0,40}\suntil\s$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r",?\s(?:until|till|to|through)\s(?:the\s)?", re.IGNORECASE)
_LONGEST_LOOK = 90
_SHORTEST, _LONGEST = 3, 500
"""Days that a siege told by its first and last day lasts."""
_GRAINS: tuple[Unit, ...] = ("day", "month")
_CLOSE = 60
_MEMORY = 12


def bounds_told(one: Found, found: Resolved, told: Told, story: Story, place: Place) -> Bounds | None:
    """The first and last day of the story, where an expression tells of the end; else None.

    "It began on 11 August 1944 and ended on 3 January 1945", "surrounded from 27.02.2022 to 15.03.2022".
    """
    if found.grain not in _GRAINS or told.from_today or told.aside or told.root != "text":
        return None
    if isinstance(one.form, Range):
        return _bounds(found.days, told, told)
    if isinstance(one.form, End):
        first = story.told[-1] if one.form.last and story.told else None
    elif story.told and _UNTIL.fullmatch(place.text, story.told[-1].end, one.start):
        first = story.told[-1]
    elif _ENDED.search(place.text, max(place.alone[0], one.start - _LONGEST_LOOK), one.start):
        first = _beginning(told, story)
    else:
        first = None
    if first is None or first.root != "text" or first.grain not in _GRAINS or first.days.first >= found.days.last:
        return None
    return _bounds(Stretch(first.days.first, found.days.last), first, told)


def _bounds(days: Stretch, first: Told, last: Told) -> Bounds | None:
    return Bounds(days, first, last) if _SHORTEST <= days.days <= _LONGEST else None


def _beginning(end: Told, story: Story) -> Told | None:
    """The earliest day or month told in the passage of the end, within reach of it."""
    told_here = (told for told in story.told[-_MEMORY:] if told.passage == end.passage and told.grain in _GRAINS)
    days = (told for told in told_here if not told.aside and not told.from_today)
    near = (told for told in days if 0 < (end.days.first - told.days.first).days <= _LONGEST)
    return min(near, key=lambda told: told.days.first, default=None)


def within_bounds(form: Yearly, days: Stretch, story: Story, anchor: Told | None) -> tuple[Stretch, Told] | None:
    """The days that lie within the bounds of the story, where `days` do not; None where the anchor does not, either."""
    bounds = story.bounds
    if bounds is None or (anchor and gap_between(anchor.days, bounds.days) > _CLOSE):
        return None
    if form.weekday is not None or gap_between(days, bounds.days) == 0:
        return None
    for told in (bounds.first, bounds.last):
        year = told.days.first.year if told is bounds.first else told.days.last.year
        inside = days_in_year(form, year)
        if inside and gap_between(inside, bounds.days) == 0:
            return inside, told
    return None


def told_within(form: Yearly, days: Stretch, story: Story, place: Place) -> tuple[Stretch, Told] | None:
    """Likewise for days seen from the day of writing: where a past verb tells of them, and they are not of late."""
    if form.kind not in ("day", "feast") or was_lately(form, place):
        return None
    return within_bounds(form, days, story, None) if tense_at(place) in ("back", "perhaps back") else None


def outlives(told: Told, form: Form, bounds: Bounds) -> bool:
    """Whether the story has gone on past its end: a day after it is told by the account's own dates."""
    if told.grain != "day" or told.aside or told.from_today or isinstance(form, Range):
        return False
    return told.root == "text" and told.days.first > bounds.days.last
