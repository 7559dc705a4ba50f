"""Which year of many: the one that lies beside what has been told, or nearest to a day."""

from __future__ import annotations

from datetime import date

from bot.reading.dates.calendar import Stretch, gap_between
from bot.reading.dates.forms import Yearly
from bot.reading.dates.story import Told
from bot.reading.dates.tense import Tense
from bot.reading.dates.yearly import days_in_year

_WINDING_DOWN = 200
_FAR, _NEAR = 240, 120
_ALMOST_A_YEAR, _SOON = 290, 75
_LONGEST_WAIT = 8
"""Years from one 29 February to the next, at most, and enough for a day to fall on its weekday again."""
_JUST_OVER = 60
"""Days: "expects to report a third-quarter loss" tells of the quarter that ended less long ago."""


def beside(form: Yearly, anchor: Told) -> Stretch | None:
    """The days in the anchor's year, or in the next where the story has come to the turn of the year.

    An anchor that reaches over the turn of a year ("from October to March") lends the year that lies nearer.
    """
    first, last = anchor.days.first.year, anchor.days.last.year
    if first != last and anchor.grain != "decade":
        both = [days for year in (first, last) if (days := days_in_year(form, year))]
        return min(both, key=lambda days: gap_between(days, anchor.days), default=None)
    days = days_in_year(form, first)
    if days is None or anchor.grain == "year":
        return days
    if (anchor.days.first - days.last).days > _WINDING_DOWN:
        return days_in_year(form, first + 1) or days
    return days


def _is_leap_day(form: Yearly) -> bool:
    return form.kind == "day" and (form.number, form.day) == (2, 29)


def nearest(form: Yearly, day: date, tense: Tense) -> Stretch | None:
    """The newest days that have begun by `day`; where the verb looks ahead, the next that have not ended.

    A day or month told without its year is never far off. Where no verb tells, and the one side is more than eight
    months away and the other less than four, the near side holds ("naming a Jan. 9 hearing", in early January).
    Where a verb does, it is overruled only by almost a year against a few weeks ("the Aug. 2 fire will not stop
    them", in late August; "asked the bank for an answer by Oct. 31", in October), and never where it stands beside.
    """
    reach = 1 if form.weekday is None and not _is_leap_day(form) else _LONGEST_WAIT
    years = range(day.year - reach, day.year + reach + 1)
    candidates = [days for year in years if (days := days_in_year(form, year))]
    if form.weekday is not None:
        agreeing = [days for days in candidates if days.first.weekday() == form.weekday]
        return min(agreeing, key=lambda days: abs((days.first - day).days), default=None)
    past = next((days for days in reversed(candidates) if days.first <= day), None)
    coming = next((days for days in candidates if days.last >= day), None)
    if past is None or coming is None:
        return past or coming
    since, until = (day - past.last).days, (coming.first - day).days
    if form.kind == "quarter" and since < _JUST_OVER < until:
        return past
    if tense == "ahead":
        return past if until > _ALMOST_A_YEAR and since < _SOON else coming
    far, near = (_FAR, _NEAR) if tense == "untold" else (_ALMOST_A_YEAR, _SOON)
    return coming if tense != "back" and since > far and until < near else past
