"""From what an expression means to the days it comes to, one expression after the other."""

from __future__ import annotations

from bot.reading.dates.anchors import days_of_yearly
from bot.reading.dates.beginnings import day_beside, numbered
from bot.reading.dates.bounds import within_bounds
from bot.reading.dates.calendar import (
    Stretch,
    Unit,
    day_of,
    nth_weekday,
    one_day,
    part_of,
    shift_days,
    unit_around,
)
from bot.reading.dates.counted import moved_from, period, shift
from bot.reading.dates.events import day_of_event
from bot.reading.dates.feasts import day_kept_on
from bot.reading.dates.forms import (
    End,
    EventDay,
    Figures,
    Fixed,
    Form,
    Headed,
    MonthDay,
    NthWeekday,
    Numbered,
    Partly,
    Period,
    Range,
    Shift,
    Weekday,
    Which,
    Within,
    Yearly,
)
from bot.reading.dates.month_days import month_day
from bot.reading.dates.pointing import past_anchor
from bot.reading.dates.ranges import ends_of
from bot.reading.dates.resolved import Resolved, Scene, resolved
from bot.reading.dates.weekdays import weekday
from bot.reading.dates.yearly import GRAIN, days_in_year, seen_from

_LONG_OVER = 200
"""Days: "that January", told of in December, is the one to come."""
_TOWARDS_WINTER = 8
"""From this month on, "that winter" is the one to come."""


def resolve(form: Form, scene: Scene) -> Resolved | None:
    """The days of one expression, or None where a careful reader could not tell."""
    match form:
        case Fixed():
            return Resolved(form.days, form.grain)
        case Figures():
            return _figures(form, scene)
        case Yearly():
            return _yearly(form, scene)
        case MonthDay():
            return month_day(form, scene)
        case Weekday():
            return weekday(form, scene)
        case Period():
            return period(form, scene)
        case Shift():
            return moved_from(form, resolve(form.after, scene)) if form.after else shift(form, scene)
        case Numbered():
            return numbered(form, scene)
        case Headed():
            counted = numbered(form.numbered, scene) if isinstance(form.day, Weekday) else None
            return counted or resolve(form.day, scene)
        case EventDay():
            return _event_day(form, scene)
        case Partly():
            return _partly(form, scene)
        case NthWeekday():
            return _nth_weekday(form, scene)
        case Within():
            return _within(form, scene)
        case Range():
            return _spanned(*ends_of(form, scene, resolve))
        case End():
            return ends_of(form.range, scene, resolve)[int(form.last)]


def _figures(form: Figures, scene: Scene) -> Resolved | None:
    """12/05/2031: the day of writing where it can be that, else by the account's own order."""
    if form.year is None:
        month, number = (form.second, form.first) if scene.day_first else (form.first, form.second)
        return _yearly(Yearly("day", month, number), scene) if 1 <= month <= 12 else None
    readings = [(form.second, form.first), (form.first, form.second)]
    days = [
        day
        for month, number in (readings if scene.day_first else readings[::-1])
        if (day := day_of(form.year, month, number))
    ]
    written = scene.place.published
    if written and one_day(written) in days:
        return Resolved(one_day(written), "day")
    return Resolved(days[0], "day") if days else None


def _yearly(form: Yearly, scene: Scene) -> Resolved | None:
    grain, written = GRAIN[form.kind], scene.place.published
    if form.which in ("this", "last", "next") and written:
        return resolved(seen_from(form, written), grain, on_writing=True)
    if form.which != "bare":
        return _pointed_at(form, scene)
    kept_on = day_kept_on(scene.place.text, scene.place.end) if form.kind == "feast" else None
    found = days_of_yearly(kept_on or form, scene.story, scene.place)
    if found is None:
        return None
    days, anchor = found
    return Resolved(days, grain, anchor, on_writing=anchor is None)


def _pointed_at(form: Yearly, scene: Scene) -> Resolved | None:
    """That spring, the following March: seen from where the story stands."""
    anchor = past_anchor(scene.story, "season", scene.place)
    if anchor is None:
        return None
    at = anchor.days.last
    if form.which not in ("that", "this"):
        which: Which = "next" if form.which in ("following", "next") else "last"
        sight = Yearly(form.kind, form.number, form.day, form.name, which)
        return resolved(seen_from(sight, at), GRAIN[form.kind], anchor)
    winter_ahead = form.kind == "season" and form.number == 12 and at.month >= _TOWARDS_WINTER
    days = days_in_year(form, at.year + int(winter_ahead))
    if days and (inside := within_bounds(form, days, scene.story, anchor)):
        return Resolved(inside[0], GRAIN[form.kind], inside[1], vague=True)
    if days and form.kind == "month" and (at - days.last).days > _LONG_OVER:
        days = days_in_year(form, at.year + 1)
    return Resolved(days, GRAIN[form.kind], anchor, vague=True) if days else None


def _event_day(form: EventDay, scene: Scene) -> Resolved | None:
    if beside := day_beside(scene.story, scene.place):
        return Resolved(beside.days, "day", beside)
    anchor = day_of_event(form.about, scene.story, scene.place)
    day = shift_days(anchor.days.first, form.offset) if anchor else None
    return Resolved(one_day(day), "day", anchor) if day else None


def _partly(form: Partly, scene: Scene) -> Resolved | None:
    whole = resolve(form.whole, scene)
    if whole is None:
        return None
    if form.part in ("week of", "weekend of") and whole.grain == "day" and whole.days.days == 1:
        unit: Unit = "week" if form.part == "week of" else "weekend"
        return resolved(unit_around(whole.days.first, unit), unit, whole.anchor, on_writing=whole.on_writing)
    if whole.days.days == 1:
        return whole
    return Resolved(part_of(whole.days, form.part), whole.grain, whole.anchor, whole.on_writing, vague=True)


def _nth_weekday(form: NthWeekday, scene: Scene) -> Resolved | None:
    month = resolve(form.month, scene)
    if month is None or month.grain != "month":
        return None
    day = nth_weekday(month.days.first.year, month.days.first.month, form.weekday, form.nth)
    return Resolved(one_day(day), "day", month.anchor, month.on_writing)


def _within(form: Within, scene: Scene) -> Resolved | None:
    """June of that year, the 9th of that month; the August of "August and September 1914", in the September's year."""
    year = resolve(form.year, scene)
    if year and isinstance(form.inner, Weekday):
        day = shift_days(year.days.first, form.inner.weekday)
        return resolved(one_day(day) if day else None, "day", year.anchor, on_writing=year.on_writing)
    if year and isinstance(form.inner, MonthDay):
        days = day_of(year.days.first.year, year.days.first.month, form.inner.day)
        return resolved(days, "day", year.anchor, on_writing=year.on_writing)
    inner = form.inner.whole if isinstance(form.inner, Partly) else form.inner
    if year is None or not isinstance(inner, Yearly):
        return None
    days = days_in_year(inner, year.days.first.year)
    if days and year.grain not in ("year", "quarter") and days.first > year.days.last:
        days = days_in_year(inner, year.days.first.year - 1)
    if days is None:
        return None
    if isinstance(form.inner, Partly):
        return Resolved(part_of(days, form.inner.part), GRAIN[inner.kind], year.anchor, year.on_writing, vague=True)
    return Resolved(days, GRAIN[inner.kind], year.anchor, year.on_writing)


def _spanned(first: Resolved | None, last: Resolved | None) -> Resolved | None:
    """One stretch from the one end to the other; None where they stand the wrong way round."""
    if first is None or last is None or first.days.first > last.days.last:
        return None
    anchor, vague = last.anchor or first.anchor, first.vague or last.vague
    days = Stretch(first.days.first, last.days.last)
    return Resolved(days, last.grain, anchor, last.on_writing or first.on_writing, vague)
