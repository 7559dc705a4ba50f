"""The two ends of a range: what the one lacks, the other lends."""

from __future__ import annotations

from collections.abc import Callable

from bot.reading.dates.calendar import Stretch, day_of, gap_between, one_day, part_of, weekday_near
from bot.reading.dates.forms import Fixed, Form, MonthDay, Partly, Range, Weekday, Yearly
from bot.reading.dates.resolved import Resolved, Scene
from bot.reading.dates.story import Told
from bot.reading.dates.yearly import days_in_year

Ends = tuple[Resolved | None, Resolved | None]
Resolve = Callable[[Form, Scene], Resolved | None]


def ends_of(form: Range, scene: Scene, resolve: Resolve) -> Ends:
    """Both ends of a range, each resolved; None for an end that cannot be."""
    if isinstance(form.last, MonthDay):
        return _up_to_day(resolve(form.first, scene), form.last)
    last = resolve(form.last, scene)
    if last is None:
        return None, None
    first_form = form.first.whole if isinstance(form.first, Partly) else form.first
    match first_form:
        case MonthDay():
            return _as_day(day_of(last.days.first.year, last.days.first.month, first_form.day)), last
        case Weekday():
            return _weekday_before(first_form, last), last
        case Yearly(which="bare") if isinstance(_plain(form.last), Yearly) and last.anchor:
            return _nearest_to(last.anchor, form, last)
        case Yearly(which="bare") if isinstance(_plain(form.last), Fixed | Yearly):
            return _in_year_of(first_form, form.first, last), last
        case _:
            first = resolve(form.first, scene)
            return first, _turned(form, first, last)


def _up_to_day(first: Resolved | None, last: MonthDay) -> Ends:
    """March 2 to 9: both in March."""
    if first is None:
        return None, None
    end = day_of(first.days.first.year, first.days.first.month, last.day)
    return first, Resolved(end, "day", first.anchor, first.on_writing) if end else None


def _as_day(days: Stretch | None) -> Resolved | None:
    return Resolved(days, "day") if days else None


def _weekday_before(form: Weekday, last: Resolved) -> Resolved | None:
    """From Monday to Wednesday: the Monday before that Wednesday."""
    day = weekday_near(last.days.first, form.weekday)
    return Resolved(one_day(day), "day", last.anchor, last.on_writing) if day else None


def _plain(form: Form) -> Form:
    return form.whole if isinstance(form, Partly) else form


def _nearest_to(anchor: Told, form: Range, last: Resolved) -> Ends:
    """From November to March, in a story: the two that lie nearest to where the story stands."""
    inner, outer = _plain(form.first), _plain(form.last)
    spans: list[tuple[Stretch, Stretch]] = []
    if isinstance(inner, Yearly) and isinstance(outer, Yearly):
        for year in range(anchor.days.first.year - 1, anchor.days.last.year + 2):
            start = days_in_year(inner, year)
            end = next((e for y in (year, year + 1) if (e := days_in_year(outer, y)) and start and e > start), None)
            if start and end:
                spans.append((start, end))
    if not spans:
        return None, None
    start, end = min(spans, key=lambda span: gap_between(Stretch(span[0].first, span[1].last), anchor.days))
    return _shaped(start, form.first, last), _shaped(end, form.last, last)


def _shaped(days: Stretch, form: Form, last: Resolved) -> Resolved:
    """An end with its part cut out, hanging on what the last end hangs on."""
    whole = part_of(days, form.part) if isinstance(form, Partly) else days
    return Resolved(whole, last.grain, last.anchor, last.on_writing, isinstance(form, Partly))


def _in_year_of(inner: Yearly, form: Form, last: Resolved) -> Resolved | None:
    """From Nov. 3 to Dec. 9, 1958: in the year of the last end, or in the one before over the turn of a year."""
    days = days_in_year(inner, last.days.first.year)
    if days and days.first > last.days.last:
        days = days_in_year(inner, last.days.first.year - 1)
    if days is None:
        return None
    return _shaped(days, form, last)


def _turned(form: Range, first: Resolved | None, last: Resolved) -> Resolved | None:
    """The last end, in the first year from the first end on: "December 20, 1942 to January 3"."""
    inner = _plain(form.last)
    if first is None or not isinstance(inner, Yearly):
        return last
    if first.days.first <= last.days.last and not isinstance(_plain(form.first), Fixed):
        return last
    for year in (first.days.first.year, first.days.first.year + 1):
        days = days_in_year(inner, year)
        if days and days.last >= first.days.first:
            whole = part_of(days, form.last.part) if isinstance(form.last, Partly) else days
            return Resolved(whole, last.grain, last.anchor, last.on_writing, last.vague)
    return last
