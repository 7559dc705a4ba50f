"""How the story goes on: what is remembered of an expression once its days are known."""

from __future__ import annotations

from bot.reading.dates.asides import aside_of, is_from_today
from bot.reading.dates.beginnings import beginning_of, proof, stand_together
from bot.reading.dates.bounds import bounds_told, outlives
from bot.reading.dates.forms import (
    Figures,
    Fixed,
    Form,
    Found,
    Headed,
    NthWeekday,
    Numbered,
    Partly,
    Period,
    Range,
    Shift,
    Weekday,
    Within,
    Yearly,
)
from bot.reading.dates.resolved import Resolved, Scene
from bot.reading.dates.story import Root, Told


def tell(one: Found, before: Found | None, start: int, found: Resolved, scene: Scene) -> None:
    """Lets the story go on to an expression, unless it only glances back; notes what begins on its day.

    `before` is the expression before it in its line, `start` where it starts with its article.
    """
    if _looks_back(one.form):
        return
    place, story = scene.place, scene.story
    rooted_in_writing = found.anchor.root == "writing" if found.anchor else found.on_writing
    root: Root = "writing" if rooted_in_writing else "text"
    told = Told(
        start,
        one.end,
        place.passage,
        (place.sentence_start, place.sentence_end),
        found.days,
        found.grain,
        root,
        is_from_today(one.form, found),
        aside_of(one, found, story, place),
        place.quoted,
        _teller(found.anchor, found.anchor.year_told_by if found.anchor else None, itself=_tells_year(one.form)),
        _teller(found.anchor, found.anchor.month_told_by if found.anchor else None, itself=_tells_month(one.form)),
    )
    _note_beginning(one, before, told, scene)
    _note_bounds(one, found, told, scene)
    if _is_whole_date(told):
        story.dated[found.days.first.month, found.days.first.day] = told
    story.add(told)


def _teller(anchor: Told | None, further: Told | None, *, itself: bool) -> Told | None:
    """The expression that tells the year or month of one that does not do so itself."""
    return None if itself else further or anchor


def _tells_year(form: Form) -> bool:
    match form:
        case Fixed():
            return True
        case Figures():
            return form.year is not None
        case Headed():
            return _tells_year(form.day)
        case Partly():
            return _tells_year(form.whole)
        case NthWeekday():
            return _tells_year(form.month)
        case Range():
            return _tells_year(form.last)
        case Within():
            return _tells_year(form.year)
        case Period() | Shift():
            return form.unit == "year"
        case _:
            return False


def _tells_month(form: Form) -> bool:
    match form:
        case Yearly():
            return form.kind in ("day", "month")
        case Figures():
            return True
        case Headed():
            return _tells_month(form.day)
        case Partly():
            return _tells_month(form.whole)
        case NthWeekday():
            return _tells_month(form.month)
        case Range():
            return _tells_month(form.last) or _tells_month(form.first)
        case Within():
            return _tells_month(form.inner)
        case _:
            return _tells_year(form)


def _note_beginning(one: Found, before: Found | None, told: Told, scene: Scene) -> None:
    place, story = scene.place, scene.story
    beside = before if before and stand_together(place.text, before.end, one.start) else None
    if isinstance(one.form, Headed):
        begun = None if isinstance(one.form.day, Weekday) else proof(one.form.numbered, told)
    elif isinstance(one.form, Numbered):
        begun = proof(one.form, told) if beside and story.told and story.told[-1].end == beside.end else None
    elif beside and isinstance(beside.form, Numbered):
        begun = proof(beside.form, told)
    else:
        begun = beginning_of(place.text, told, place.alone)
    if begun:
        story.beginnings.append(begun)


def _is_whole_date(told: Told) -> bool:
    """Whether an expression names one day with its year, in the thread of the story."""
    return told.year_told_by is None and told.root == "text" and told.days.days == 1 and not told.aside


def _note_bounds(one: Found, found: Resolved, told: Told, scene: Scene) -> None:
    story = scene.story
    if bounds := bounds_told(one, found, told, story, scene.place):
        story.bounds = bounds
    elif story.bounds and outlives(told, one.form, story.bounds):
        story.bounds = None


def _looks_back(form: Form) -> bool:
    """A year earlier, the previous winter: a glance back, from which the story does not go on."""
    match form:
        case Shift():
            return form.count < 0 and form.unit in ("month", "year", "decade")
        case Period():
            return form.which == "previous" and form.unit not in ("day", "week", "weekend")
        case Yearly():
            return form.which == "previous"
        case _:
            return False
