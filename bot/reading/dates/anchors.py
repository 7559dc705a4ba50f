"""On what an expression without a year of its own hangs: the day of writing, or the story."""

from __future__ import annotations

import re

from bot.reading.dates.bounds import told_within, within_bounds
from bot.reading.dates.calendar import Stretch, gap_between
from bot.reading.dates.forms import Yearly
from bot.reading.dates.framing import frames
from bot.reading.dates.grammar.rules import word_before
from bot.reading.dates.nearness import beside, nearest
from bot.reading.dates.pages import of_old_page
from bot.reading.dates.story import Place, Story, Told
from bot.reading.dates.tense import tense_at, will_be
from bot.reading.dates.threads import before_glance, close_by, follows_on, goes_on, taken_up
from bot.reading.dates.yearly import days_in_year

_IN_STEP = 100
_ANNIVERSARY = re.compile(r"\s(?:is|marks|will\s(?:be|mark))\s(?:the\s|its\s)?(?:\w+\s){0,2}anniversary\b")
_A_YEAR = 365


def days_of_yearly(form: Yearly, story: Story, place: Place) -> tuple[Stretch, Told | None] | None:
    """The days of a yearly expression, and the expression it hangs on (None: the day of writing)."""
    if named := _named_before(form, story, place):
        return named
    anchor = None if _is_anniversary(place) else story_anchor(story, place, form)
    days = beside(form, anchor) if anchor else None
    if days and anchor and anchor.grain == "day" and days.first > anchor.days.last and _is_since(place):
        days = days_in_year(form, days.last.year - 1) or days
    if days and anchor and _is_not_over(days, anchor, place):
        days = days_in_year(form, days.last.year - 1) or days
    if days and (inside := within_bounds(form, days, story, anchor)):
        return inside
    if days and form.weekday in (None, days.first.weekday()):
        return days, anchor
    seen_from = place.published or (anchor.days.first if anchor else None)
    if seen_from is None:
        return None
    tense = tense_at(place)
    days = nearest(form, seen_from, tense)
    if days and days.first > seen_from and _is_since(place):
        days = days_in_year(form, days.last.year - 1) or days
    if days and (inside := told_within(form, days, story, place)):
        return inside
    if days and tense != "ahead" and (earlier := _in_step(form, days, story, place)):
        return earlier
    return (days, None if place.published else anchor) if days else None


def _named_before(form: Yearly, story: Story, place: Place) -> tuple[Stretch, Told] | None:
    """A day told with its year before, in the year before the day of writing: "on 16.04.2031 ... on 16 April"."""
    told, written = story.dated.get((form.number, form.day)) if form.kind == "day" else None, place.published
    if told is None or written is None or form.weekday is not None or tense_at(place) == "ahead":
        return None
    return (told.days, told) if 0 <= (written - told.days.first).days < _A_YEAR else None


def _is_anniversary(place: Place) -> bool:
    """Whether something of the story comes round on a day of the present: 27 May is the 65th anniversary."""
    return place.published is not None and _ANNIVERSARY.match(place.text, place.end) is not None


def _is_since(place: Place) -> bool:
    """Whether something is told to go on from an expression ("has owed me since Christmas"): it is then over."""
    return word_before(place.text, place.start) == "since"


def _is_not_over(days: Stretch, anchor: Told, place: Place) -> bool:
    """Whether days that a past verb tells of would lie behind the day of writing."""
    written = place.published
    if written is None or days.first <= written or anchor.days.first > written:
        return False
    return tense_at(place) in ("back", "perhaps back")


def _in_step(form: Yearly, days: Stretch, story: Story, place: Place) -> tuple[Stretch, Told] | None:
    """The days of the year before, for a story that is shown to be in it.

    "It began last year, on Saturday, January 20. By February 1 there was no coal", written in March: the nearest
    February is the wrong one.
    """
    near = story.latest(place, "day", "month")
    if near is None or near.from_today or form.weekday is not None or near.days.last.year != days.first.year - 1:
        return None
    within = beside(form, near)
    if within is None or within.first < near.days.first or gap_between(within, near.days) > _IN_STEP:
        return None
    return (within, near) if within.first.year == near.days.first.year else None


def story_anchor(story: Story, place: Place, form: Yearly | None = None) -> Told | None:
    """The expression whose year goes on, or None where the day of writing rules."""
    near = story.latest(place, "day", "week", "month", "season", "quarter")
    year = story.latest(place, "year")
    if (
        year
        and (near is None or year.start > near.start)
        and frames(year, near, story, place)
        and not follows_on(form, near, place)
        and not (place.published and will_be(place))
    ):
        return year
    if place.published is None:
        return near or year or story.latest(place, "decade")
    if form and (page := of_old_page(form, story, place)):
        return page
    if near is None or near.root == "writing":
        return taken_up(form, story, place)
    if day := close_by(near, form, story, place):
        return day
    if not goes_on(near, form, story, place):
        return None
    stood_at = before_glance(near, form, story, place)
    if stood_at is None:
        return near
    return stood_at if stood_at.root == "text" else None
