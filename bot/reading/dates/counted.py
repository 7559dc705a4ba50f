"""Neighbouring periods and counts of days: what is reached by counting from another day."""

from __future__ import annotations

from datetime import date

from bot.reading.dates.anchors import story_anchor
from bot.reading.dates.beginnings import day_beside
from bot.reading.dates.calendar import Stretch, Unit, one_day, shift_days, shift_months, unit_around
from bot.reading.dates.events import day_of_event
from bot.reading.dates.forms import Period, Shift
from bot.reading.dates.pointing import pointed_at
from bot.reading.dates.resolved import Resolved, Scene, resolved
from bot.reading.dates.spoken import as_spoken
from bot.reading.dates.story import Told
from bot.reading.dates.tense import tense_at

_SATURDAY = 5
_OFFSET = {"last": -1, "previous": -1, "next": 1, "following": 1}
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def period(form: Period, scene: Scene) -> Resolved | None:
    """This week, last month from the day of writing; the next day, that year from the story."""
    written = scene.place.published
    if form.unit == "weekend" and form.which in ("this", "last"):
        return _weekend(scene)
    if form.unit == "quarter" and form.which in ("that", "last"):
        return _told_quarter(form, scene)
    if form.which in ("this", "last", "next"):
        base, anchor = written, None
    elif form.which == "bare":
        anchor = story_anchor(scene.story, scene.place) if form.unit in ("month", "quarter", "year") else None
        base = anchor.days.last if anchor else written
    else:
        anchor = pointed_at(form.unit, scene.story, scene.place)
        named = form.unit == "year" and form.which == "that"
        base = (anchor.days.first if named else anchor.days.last) if anchor else None
    if base is None:
        return None
    return resolved(
        unit_around(base, form.unit, _OFFSET.get(form.which, 0)), form.unit, anchor, on_writing=anchor is None
    )


def _weekend(scene: Scene) -> Resolved | None:
    """At the weekend, this weekend: the newest that has begun, or the coming one where the verb looks ahead."""
    written = scene.place.published
    if written is None:
        return None
    begun = written.weekday() >= _SATURDAY or tense_at(scene.place) == "ahead"
    return resolved(unit_around(written, "weekend", 0 if begun else -1), "weekend", on_writing=True)


def _told_quarter(form: Period, scene: Scene) -> Resolved | None:
    """The quarter: the one told of (else it is one of a town); the latest quarter, without one, the last now over."""
    if anchor := scene.story.newest.get("quarter"):
        return Resolved(anchor.days, "quarter", anchor)
    written = scene.place.published if form.which == "last" else None
    return resolved(unit_around(written, "quarter", -1), "quarter", on_writing=True) if written else None


def shift(form: Shift, scene: Scene) -> Resolved | None:
    """Two weeks ago, four days later, two days after the landing."""
    if form.origin == "writing":
        return as_spoken(form, scene) or _ago(form, scene)
    beside = day_beside(scene.story, scene.place) if form.about and form.unit in ("day", "week") else None
    if beside and not form.spread:
        return Resolved(beside.days, "day", beside)
    anchor = day_of_event(form.about, scene.story, scene.place) if form.about else _counted_from(form, scene)
    if anchor is None:
        return None
    if form.spread:
        return _spread(form, anchor.days, anchor)
    grain = _grain_after(form.unit, anchor)
    days = moved(anchor.days, form.count, form.unit, grain)
    # Who counts in weeks does not mean one day of them.
    return Resolved(days, grain, anchor, vague=form.unit == "week" and not form.about) if days else None


def moved_from(form: Shift, base: Resolved | None) -> Resolved | None:
    """Three days after April 26, a year ago this month: counted from an expression that stands beside it."""
    if base is None:
        return None
    if form.spread:
        return _spread(form, base.days, base.anchor, on_writing=base.on_writing)
    return resolved(
        moved(base.days, form.count, form.unit, base.grain), base.grain, base.anchor, on_writing=base.on_writing
    )


def _counted_from(form: Shift, scene: Scene) -> Told | None:
    if form.unit in ("day", "week"):
        return pointed_at("day", scene.story, scene.place)
    anchor = scene.story.latest(scene.place, "day", "month", "season", "quarter", "year")
    quarter = _quarter_in_mind(form, scene)
    return quarter if quarter and anchor and anchor.root == "writing" else anchor


def _quarter_in_mind(form: Shift, scene: Scene) -> Told | None:
    """The quarter that a report of results compares with: "profit rose in the third quarter ... a year earlier"."""
    quarter = scene.story.newest.get("quarter")
    return quarter if form.unit == "year" and quarter and quarter.passage >= scene.place.passage - 1 else None


def _ago(form: Shift, scene: Scene) -> Resolved | None:
    """Two weeks ago is a week, a decade ago a year; a year ago is a quarter where quarters are told of."""
    written = scene.place.published
    if written is None:
        return None
    unit: Unit = "year" if form.unit == "decade" else form.unit
    count = 10 * form.count if form.unit == "decade" else form.count
    if quarter := _quarter_in_mind(form, scene):
        return resolved(moved(quarter.days, count, "year", "quarter"), "quarter", quarter)
    return resolved(unit_around(written, unit, count), unit, on_writing=True)


def _spread(form: Shift, days: Stretch, anchor: Told | None, *, on_writing: bool = False) -> Resolved | None:
    """During the next two weeks: from the day after to the day two weeks on; before a day likewise."""
    near = shift_days(days.last, 1) if form.count > 0 else shift_days(days.first, -1)
    far = moved(one_day(days.last if form.count > 0 else days.first), form.count, form.unit, "day")
    if near is None or far is None:
        return None
    stretch = Stretch(near, far.last) if form.count > 0 else Stretch(far.first, near)
    return Resolved(stretch, "week", anchor, on_writing)


def _grain_after(unit: Unit, anchor: Told) -> Unit:
    """Four days later is a day, fifteen months later a month, two years earlier a year (a quarter for quarters)."""
    if unit in ("day", "week"):
        return anchor.grain
    if anchor.grain == "quarter":
        return "quarter"
    return "month" if unit == "month" and anchor.grain in ("day", "week", "month") else "year"


def moved(days: Stretch, count: int, unit: Unit, grain: Unit) -> Stretch | None:
    """Days moved by so many units, coming out as fine as `grain`; days and weeks can only move what is as fine."""
    if unit in ("day", "week"):
        return _moved_by_days(days.last if count > 0 else days.first, count * (1 if unit == "day" else 7), grain)
    first = shift_months(days.first, count * _MONTHS.get(unit, 12))
    if first is None:
        return None
    return one_day(first) if grain == "day" else unit_around(first, grain)


def _moved_by_days(day: date, count: int, grain: Unit) -> Stretch | None:
    if grain not in ("day", "week", "weekend"):
        return None
    moved_day = shift_days(day, count)
    return one_day(moved_day) if moved_day else None
