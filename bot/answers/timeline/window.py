"""Which days a timeline shows: the siege, and what came of it where the accounts tell of that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.answers.holdings import Holdings
from bot.archive.records import DatedDays, Window

WIDEST = 62
"""Days: a time of more than two months, such as a year, would lie over the whole picture and tell nothing."""
SIEGE = timedelta(days=86)
"""How long the siege is taken to have lasted where the settings name no last day."""
AFTERMATH = timedelta(days=220)
"""From the first day of the siege, within which what came of it is looked for: captivity, until the exchange in
September 2022, was over on day 210."""
_SHARE_OF_AFTERMATH = 0.2
"""The part of all dates from which on the aftermath is shown too: the days of the siege grow narrow beside it."""


def window_of(days: Sequence[DatedDays], holdings: Holdings) -> Window:
    """The days of the siege; up to the last date of the aftermath where at least a fifth of the dates lie in it."""
    last_day = holdings.last_day or holdings.day_one + SIEGE
    siege = Window(holdings.day_one, last_day, WIDEST)
    whole = Window(holdings.day_one, max(last_day, holdings.day_one + AFTERMATH), WIDEST)
    after = [each for each in days if lies_in(each, whole) and each.earliest > last_day]
    late, all_of_them = (sum(each.hits for each in some) for some in (after, [d for d in days if lies_in(d, whole)]))
    if not late or late < _SHARE_OF_AFTERMATH * all_of_them:
        return siege
    return Window(holdings.day_one, min(max(each.latest for each in after), whole.last), WIDEST)


def lies_in(days: DatedDays, window: Window) -> bool:
    """Whether days are shown in a window: they reach into it, and are no wider than it takes."""
    return is_in(days.earliest, days.latest, window)


def is_in(earliest: date, latest: date, window: Window) -> bool:
    """As `lies_in`; the archive tells it by the same rule."""
    return earliest <= window.last and latest >= window.first and (latest - earliest).days < window.widest
