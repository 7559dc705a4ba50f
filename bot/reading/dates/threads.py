"""The thread of a story of other years than the one it is written in, and where it goes on."""

from __future__ import annotations

from bot.reading.dates.calendar import gap_between
from bot.reading.dates.forms import Yearly
from bot.reading.dates.nearness import beside
from bot.reading.dates.story import Place, Story, Told
from bot.reading.dates.tense import tense_at, will_be
from bot.reading.dates.yearly import days_in_year

MOSTLY = 4
"""A text tells mostly by its own dates if they are so many times as many as those told from the day of writing."""
_CLOSE, _CLOSE_SEASON = 60, 130
"""Days: a story seldom leaps over more than a season without saying so."""
_WITHIN_DAYS = 10
_LATELY = 75
_A_YEAR = 330
_FEW_PASSAGES = 3
_MEMORY = 60


def goes_on(near: Told, form: Yearly | None, story: Story, place: Place) -> bool:
    """Whether the story that an expression of the text's own stands in goes on here.

    It does in a text that tells only or mostly by its own dates. Where the day of writing is spoken from as well, it
    does only for days that lie close to the last one told ("from Nov. 3 to Dec. 9, 1958 ... on Nov. 20"), between
    those told before, or that the next sentence runs on to.
    """
    if form and _runs_on(near, form, story, place):
        return True
    if story.from_writing > story.from_text:
        return False
    if will_be(place):
        return False
    if story.from_text > MOSTLY * story.from_writing + 2:
        return True
    if story.from_writing == 0:
        return True
    days = beside(form, near) if form else None
    return days is not None and gap_between(days, near.days) <= _CLOSE


def _runs_on(near: Told, form: Yearly, story: Story, place: Place) -> bool:
    """Whether a past verb tells of a later day of the same year in the same passage, with nothing told between.

    "The first shells fell on August 25, 1991. The town fell on November 18", even in a November of other years; and
    then a day between the two.
    """
    if near.grain != "day" or will_be(place):
        return False
    days = beside(form, near)
    if days is None:
        return False
    if story.from_text > 1 and story.span and story.span.days > 1 and gap_between(days, story.span) == 0:
        return tense_at(place) != "ahead"
    runs_on = near is story.told[-1] and near.passage == place.passage and near.days.last < days.first
    return runs_on and (days.first - near.days.last).days < _A_YEAR and tense_at(place) in ("back", "perhaps back")


def before_glance(near: Told, form: Yearly | None, story: Story, place: Place) -> Told | None:
    """The day that the story stands at, where a month of the past was named in passing.

    "On 13 July the mayor fell. The hero of the March 1792 revolt took his chair. On 24 July ...": the story does not
    run backwards.
    """
    day = story.latest(place, "day")
    if form is None or day is None or day.from_today or near.grain == "day" or place.passage - day.passage > 1:
        return None
    if near.days.last >= day.days.first:
        return None
    days = beside(form, day)
    return day if days and gap_between(days, day.days) <= _CLOSE else None


def close_by(near: Told, form: Yearly | None, story: Story, place: Place) -> Told | None:
    """The day told last, where the next is told within days of it behind a life told ahead.

    "They came on 2 May 1991. Their captain was elected in 1998 and shot in August 2005. A leaflet of 4 May ..."
    """
    day = story.latest(place, "day")
    if form is None or day is None or near.grain in ("day", "week") or day.root != "text" or day.from_today:
        return None
    days = beside(form, day)
    if days is None or place.passage - day.passage > 1 or days == beside(form, near):
        return None
    return day if gap_between(days, day.days) <= _WITHIN_DAYS else None


def taken_up(form: Yearly | None, story: Story, place: Place) -> Told | None:
    """The thread of a story of other years, taken up again behind words of today.

    "... on March 16, 1979, it rained. He came to Saturday's fair with a lamp. On April 9 a boat rowed in": a text that
    tells mostly by its own dates goes on with them, if the day lies close to where it left off. So does one that has
    just told of a season or month that the day lies in, or of a day almost next to it, where the same day of the
    past year would be far off.
    """
    thread = story.thread
    days = beside(form, thread) if form and thread else None
    if form is None or thread is None or days is None or will_be(place):
        return None
    of_today = story.told[-1].root == "writing" and story.told[-1].passage == place.passage
    tense = tense_at(place) if of_today else "back"
    if tense == "ahead" or (tense == "untold" and was_lately(form, place)):
        return None
    gap = gap_between(days, thread.days)
    if _moved_on(thread, story):
        return None
    if place.passage - thread.passage <= _FEW_PASSAGES and (
        (gap == 0 and thread.days.days > 1) or (gap <= _WITHIN_DAYS and not was_lately(form, place))
    ):
        return thread
    close = _CLOSE if form.kind in ("day", "feast") else _CLOSE_SEASON
    return thread if story.from_text > story.from_writing and gap <= close else None


def _moved_on(thread: Told, story: Story) -> bool:
    """Whether the calendar days told since a mere season or year of the past are those of the year of writing."""
    newest = story.newest.get("day")
    if newest is None or thread.grain == "day" or newest.start < thread.start:
        return False
    return newest.root == "writing" and not newest.from_today


def was_lately(form: Yearly, place: Place) -> bool:
    """Whether the day came by not long before the day of writing."""
    written = place.published
    days = days_in_year(form, written.year) if written else None
    return days is not None and written is not None and -_LATELY <= (days.last - written).days <= 0


def follows_on(form: Yearly | None, near: Told | None, place: Place) -> bool:
    """Whether an expression goes on within days of one in its own passage, whatever year is named between.

    "On 10 March the town fell, long before the campaign planned for 1976. On 11 March ..."
    """
    if form is None or near is None or near.passage != place.passage or near.grain != "day":
        return False
    days = beside(form, near)
    return days is not None and gap_between(days, near.days) <= _WITHIN_DAYS
