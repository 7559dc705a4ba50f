"""First days: what the days of a siege or war are numbered from ("day 12 of the siege")."""

from __future__ import annotations

import re
from functools import cache

from bot.reading.dates.calendar import Stretch, one_day, shift_days, shift_months
from bot.reading.dates.forms import Numbered
from bot.reading.dates.grammar.vocabulary import either, listed
from bot.reading.dates.resolved import Resolved, Scene
from bot.reading.dates.story import Beginning, Place, Story, Told
from bot.reading.dates.tense import tense_at

_BEGINS = re.compile(
    r"\b(?:beg[aiu]n\w*|start\w*|since|invad\w+|launch\w*|broke\sout|(?<!the\s)besieged|sealed|encircled|surround(?:ed|ing)"
    r"|cut\soff|closed|lasted|first\sday)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r",?[^\S\n](?:(?:was|is|[-–—]|on|the)[^\S\n]){0,3}|[^\S\n]?\((?:the[^\S\n])?", re.IGNORECASE)
_LONGEST_LINK = 14
_FAR = 10_000
_MOST_BEGINNINGS = 40


def beginning_of(text: str, told: Told, alone: tuple[int, int]) -> Beginning | None:
    """What begins on a day: "the siege began on 3 July", "3 July – the bridges fall. The siege begins."

    `alone` is the stretch around the day that it shares with no other expression. A sentence that only tells of some
    beginning ("besieged since 11 April") begins nothing by name.
    """
    if told.grain != "day":
        return None
    ways = ((_away(match, told), _event(match)) for match in _began().finditer(text, *alone))
    if named := min(ways, default=None):
        return Beginning(told, told.days.first, named[1], named[0])
    if told.from_today:
        return None
    return Beginning(told, told.days.first, "", _FAR) if _BEGINS.search(text, *told.sentence_span) else None


@cache
def _began() -> re.Pattern[str]:
    events = either(listed("events"))
    return re.compile(
        rf"\b(?P<event>{events})\b[^.!?;:]{{0,40}}?\b(?:beg[aiu]n|begins|starts?|started|broke\sout|opened)\b"
        rf"|\b(?:start|beginning|outbreak|onset)\sof\s(?:the|this|that|their|our)\s(?:[\w-]{{2,20}}\s)?(?P<of>{events})\b",
        re.IGNORECASE,
    )


def _event(match: re.Match[str]) -> str:
    return str(match["event"] or match["of"]).casefold()


def _away(match: re.Match[str], told: Told) -> int:
    return max(0, told.start - match.end(), match.start() - told.end)


def proof(form: Numbered, day: Told) -> Beginning | None:
    """The first day that an account counts from, told by a numbered day and the date beside it."""
    first = shift_days(day.days.first, 1 - form.count) if form.unit == "day" and day.grain == "day" else None
    return Beginning(day, first, form.event, -1) if first else None


def stand_together(text: str, end: int, start: int) -> bool:
    """Whether two expressions are two words for one day: "14 July, the siege's 12th day", "Day 12 (14 July)"."""
    return 0 < start - end <= _LONGEST_LINK and _BESIDE.fullmatch(text, end, start) is not None


def day_beside(story: Story, place: Place) -> Told | None:
    """The day that an expression is another word for: the one right before it."""
    before = story.told[-1] if story.told else None
    if before is None or before.grain != "day" or before.days.days != 1:
        return None
    return before if stand_together(place.text, before.end, place.start) else None


def first_day_of(event: str, story: Story, place: Place) -> Beginning | None:
    """The first day of the siege or war: proved by the account's own count, else told in words of beginning.

    Words that name the event count more than others, the nearer to the day the more. Without a name, only sieges and
    wars are counted from whatever began first.
    """
    beginnings = story.beginnings[:_MOST_BEGINNINGS]
    if proved := next((one for one in beginnings if one.away < 0 and one.event in (event, "")), None):
        return proved
    named = [one for one in beginnings if one.event == event and one.event]
    if not named and event in listed("sieges"):
        named = [one for one in beginnings if one.event in listed("sieges")]
    if named:
        return min(named, key=lambda one: one.away)
    if event not in listed("sieges"):
        return None
    plain = [one for one in beginnings if not one.event]
    told = [one for one in plain if one.told.start < place.start] or plain
    telling = (one for one in told if event in place.text[slice(*one.told.sentence_span)].casefold())
    return next(telling, told[0] if told else None)


def numbered(form: Numbered, scene: Scene) -> Resolved | None:
    """Day 12 of the siege: the day that stands beside it, or counted from the first day, which is day 1."""
    beside = day_beside(scene.story, scene.place)
    if beside and form.unit == "day" and not form.elapsed:
        return Resolved(beside.days, "day", beside)
    begun = first_day_of(form.event, scene.story, scene.place)
    size = {"day": 1, "week": 7}.get(form.unit)
    if begun is None:
        return None
    if form.elapsed:
        day = shift_days(begun.day, size * form.count) if size else shift_months(begun.day, form.count)
        return Resolved(one_day(day), "day", begun.told) if day else None
    if size is None:
        return None
    first = shift_days(begun.day, size * (form.count - 1))
    last = shift_days(begun.day, size * form.count - 1)
    written = scene.place.published
    if first and written and first > written and begun.away == _FAR and tense_at(scene.place) != "ahead":
        return None
    return Resolved(Stretch(first, last), form.unit, begun.told) if first and last else None
