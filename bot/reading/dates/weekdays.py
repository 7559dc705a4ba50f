"""Days of the week: seen from the day of writing, from the story, or as the heading of an entry."""

from __future__ import annotations

import re

from bot.reading.dates.calendar import one_day, weekday_near
from bot.reading.dates.forms import Weekday
from bot.reading.dates.grammar.rules import word_before
from bot.reading.dates.resolved import Resolved, Scene, resolved
from bot.reading.dates.story import Place
from bot.reading.dates.tense import tense_at

_LONGEST_BULLET = 6
_FEW_PASSAGES = 4
_ENTRY_OPENS = re.compile(r"(?:^|[\n.!?“”„«»\"‘’'])[^\S\n]{0,2}(?:[-–—•*·▪◦][^\S\n]{0,2})?$")
_ENTRY_GOES_ON = re.compile(r"[^\S\n]?[.:–—]|[^\S\n]-")


def weekday(form: Weekday, scene: Scene) -> Resolved | None:
    """Friday: the nearest on or before the day of writing, or after it where the verb looks ahead.

    This Friday is the coming one unless a verb tells otherwise.
    """
    written = scene.place.published
    if form.which == "that" and written and not _story_is_near(form, scene):
        form = Weekday(form.weekday)
    if form.which in ("that", "following", "previous") or written is None:
        return _weekday_of_story(form, scene)
    if form.which == "bare" and (entry := _of_entry(form, scene)):
        return entry
    tense = tense_at(scene.place)
    ahead = form.which == "next" or tense == "ahead" or (form.which == "this" and tense == "untold")
    ahead = ahead or (tense == "untold" and (_goes_on_ahead(scene) or _is_limit(scene.place)))
    ahead = ahead and form.which != "last"
    day = weekday_near(written, form.weekday, after=ahead, strictly=form.which in ("last", "next"))
    return resolved(one_day(day) if day else None, "day", on_writing=True)


def _weekday_of_story(form: Weekday, scene: Scene) -> Resolved | None:
    """That Friday, the following Monday: from the day that the story stands at."""
    anchor = scene.story.latest(scene.place, "day", "week")
    if anchor is None:
        return None
    after = form.which not in ("previous", "last")
    day = weekday_near(anchor.days.last, form.weekday, after=after, strictly=form.which != "that")
    return resolved(one_day(day) if day else None, "day", anchor)


def _is_limit(place: Place) -> bool:
    """By Friday, until Friday: with no verb to tell otherwise, what is promised ("flour “by Friday”")."""
    return word_before(place.text, place.start) in ("by", "until", "till")


def _goes_on_ahead(scene: Scene) -> bool:
    """Whether a list of what is to come goes on without a verb: "Friends may call Sunday. Burial Monday, 9:30 a.m."."""
    place, told = scene.place, scene.story.told[-1] if scene.story.told else None
    if told is None or place.published is None or told.passage != place.passage:
        return False
    return told.from_today and told.grain == "day" and told.days.first > place.published


def _story_is_near(form: Weekday, scene: Scene) -> bool:
    """Whether a day of the story was told in this passage or the one before, for "on the Friday" to follow.

    A day that is itself a Friday is looked for a little further back.
    """
    told = scene.story.latest(scene.place, "day", "week")
    if told is None or told.from_today:
        return False
    is_it = told.days.days == 1 and told.days.first.weekday() == form.weekday
    return scene.place.passage - told.passage <= (_FEW_PASSAGES if is_it else 1)


def _of_entry(form: Weekday, scene: Scene) -> Resolved | None:
    """The Wednesday that heads an entry of a diary or time line, behind an entry headed by a date."""
    place = scene.place
    if not _ENTRY_OPENS.search(place.text, max(0, place.start - _LONGEST_BULLET), place.start):
        return None
    if not _ENTRY_GOES_ON.match(place.text, place.end):
        return None
    told = scene.story.told[-1] if scene.story.told else None
    if told is None or told.from_today or told.grain != "day" or told.quoted != place.quoted:
        return None
    if place.passage - told.passage > 1:
        return None
    day = weekday_near(told.days.last, form.weekday, after=True, strictly=True)
    return resolved(one_day(day) if day else None, "day", told)
