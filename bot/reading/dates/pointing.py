"""What words that point back point to: "that day", "the next morning", "the same year", "that winter"."""

from __future__ import annotations

from bot.reading.dates.calendar import Unit
from bot.reading.dates.framing import frames
from bot.reading.dates.story import Place, Story, Told
from bot.reading.dates.tense import in_pluperfect, in_present, opens_scene

_MEMORY = 12
"""Expressions that a reader still has in mind."""
_FRAME = 60
"""Expressions that a story of the past may have between the scenes of the present that frame it."""


def pointed_at(unit: Unit, story: Story, place: Place) -> Told | None:
    """The expression that "the next day", "the previous year" hangs on: a day hangs on a day, a year on anything."""
    if unit == "day":
        return _day_anchor(story, place)
    if unit in ("week", "weekend"):
        return story.latest(place, "day", "week")
    if unit == "month":
        return story.latest(place, "day", "week", "month")
    return past_anchor(story, unit, place)


def past_anchor(story: Story, unit: Unit, place: Place) -> Told | None:
    """What "that winter", "the same year" points to: never to the days that the account is written in.

    In a report of a fair held "on Friday", "an old song of that winter" points past Friday to the story.
    """
    newest = story.latest(place, "day", "week", "month", "season", "quarter", "year")
    if unit == "season" and newest and newest.grain == "year" and not newest.from_today:
        near = story.latest(place, "day", "week", "month", "season", "quarter")
        newest = newest if near is None or frames(newest, near, story, place) else near
    if newest is None or not newest.from_today or unit not in ("season", "year"):
        return newest
    return next((told for told in reversed(story.told[-_MEMORY:]) if _of_the_calendar(told)), newest)


def month_anchor(story: Story, place: Place) -> Told | None:
    """The day or month whose month "the 14th" stands in: one of the calendar before one told from today."""
    newest = story.latest(place, "day", "month")
    if newest is None or not newest.from_today:
        return newest
    dated = (told for told in reversed(story.told[-_MEMORY:]) if told.grain in ("day", "month"))
    return next((told for told in dated if _of_the_calendar(told)), newest)


def _of_the_calendar(told: Told) -> bool:
    return not told.from_today and not told.aside


def _day_anchor(story: Story, place: Place) -> Told | None:
    """The day that "the next day" follows: the newest, but for a glance back behind a frame of the present.

    "The sisters met on Sunday. On the morning after, one said, soldiers had found the boat": the pluperfect goes
    back past Sunday to the day that the story stood at.
    """
    newest = story.latest(place, "day")
    if newest and newest.passage != place.passage and not newest.from_today and in_present(place):
        return _scene(story, place) or newest
    if newest is None or newest.root == "text" or newest.passage == place.passage or not in_pluperfect(place):
        return newest
    earlier = (told for told in reversed(story.told[-_MEMORY:]) if told.root == "text" and told.grain == "day")
    return next(earlier, newest)


def _scene(story: Story, place: Place) -> Told | None:
    """The day on which a story told in the present is set ("It is Sunday in the hall. ... The next day she leaves").

    What is told of the past between the two does not turn it back.
    """
    days = (told for told in reversed(story.told[-_FRAME:]) if told.grain == "day" and told.from_today)
    return next((told for told in days if opens_scene(place.text, told.start)), None)
