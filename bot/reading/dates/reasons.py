"""How the days of an expression were arrived at, as a fragment of a sentence that a person reads."""

from __future__ import annotations

from datetime import date

from bot.reading.dates.calendar import Part
from bot.reading.dates.forms import (
    End,
    EventDay,
    Form,
    Headed,
    MonthDay,
    Numbered,
    Partly,
    Period,
    Range,
    Shift,
    Weekday,
    Within,
    Yearly,
)
from bot.reading.dates.resolved import Resolved
from bot.reading.dates.story import Place, Told

_LONGEST_QUOTE = 40
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_PARTS: dict[Part, str] = {
    "early": "the first third",
    "mid": "the middle third",
    "late": "the last third",
    "first half": "the first half",
    "second half": "the second half",
    "first week": "the first seven days",
    "second week": "the second seven days",
    "third week": "the third seven days",
    "last week": "the last seven days",
    "first day": "the first day",
    "last day": "the last day",
}


def hangs_on(form: Form, resolved: Resolved) -> Told | None:
    """The expression that a reader has to see to follow the reason.

    For what lacks only its year or month that is the one that tells it, however many days were told in between.
    """
    inner = form.whole if isinstance(form, Partly) else _day_headed(form, resolved)
    if resolved.anchor is None:
        return None
    if isinstance(inner, MonthDay):
        return resolved.anchor.month_told_by or resolved.anchor
    if (isinstance(inner, Yearly) and inner.which == "bare") or _is_yearly_range(inner):
        return resolved.anchor.year_told_by or resolved.anchor
    return resolved.anchor


def _day_headed(form: Form, resolved: Resolved) -> Form:
    """Of the heading of an entry, what told its day: the date in it, or, beside a mere weekday, the count."""
    if not isinstance(form, Headed):
        return form
    return form.numbered if isinstance(form.day, Weekday) and resolved.anchor else form.day


def _is_yearly_range(form: Form) -> bool:
    span = form.range if isinstance(form, End) else form
    return isinstance(span, Range) and isinstance(span.last, Yearly | MonthDay)


def reason(form: Form, resolved: Resolved, place: Place) -> str:
    """Why an expression comes to its days, naming what it hangs on: "four days after “April 26”"."""
    told = hangs_on(form, resolved)
    form = _day_headed(form, resolved)
    if isinstance(form, Partly):
        return _part(form, resolved, place)
    if isinstance(form, Shift) and form.after:
        return f"{_counted(form)} the date beside it"
    if told:
        return _from_story(form, resolved, told, _quoted(told, place))
    if resolved.on_writing and place.published:
        return _from_writing(form, resolved, place, place.published)
    return "all the days from the one to the other" if isinstance(form, Range) else "as written"


def _part(form: Partly, resolved: Resolved, place: Place) -> str:
    whole = reason(form.whole, resolved, place)
    part = _PARTS.get(form.part)
    if part is None or (resolved.days.days == 1 and not form.part.endswith(" day")):
        return whole
    return f"{part} of the {resolved.grain}, {whole}" if whole != "as written" else f"{part} of the {resolved.grain}"


def _quoted(told: Told, place: Place) -> str:
    words = " ".join(place.text[told.start : told.end].split())
    return f"“{words[:_LONGEST_QUOTE]}”"


def _from_story(form: Form, resolved: Resolved, told: Told, quoted: str) -> str:
    match form:
        case Range():
            return f"all the days from the one to the other, {_in_year(resolved, told, quoted)}"
        case End():
            return f"the {'last' if form.last else 'first'} of the two, {_in_year(resolved, told, quoted)}"
        case Numbered():
            return _numbered(form, resolved, told, quoted)
        case EventDay() if form.offset and resolved.days == told.days:
            return f"another word for {quoted}"
        case EventDay():
            return f"{_beside(form.offset, 'day')} {quoted}, where the account tells of it"
        case Shift() if form.about and resolved.days == told.days:
            return f"another word for {quoted}"
        case Shift():
            return f"{_counted(form)} {quoted}"
        case MonthDay() | Within(inner=MonthDay()):
            return f"in the month of {quoted}" if _same_month(resolved, told) else f"in the month beside {quoted}"
        case Weekday():
            return f"the {'last' if form.which == 'previous' else 'first'} {_weekday(form)} {_side(form)} {quoted}"
        case Period():
            return f"{_beside({'following': 1, 'next': 1, 'previous': -1}.get(form.which, 0), resolved.grain)} {quoted}"
        case Yearly(which="following" | "next"):
            return f"the first after {quoted}"
        case Yearly(which="previous" | "last"):
            return f"the last before {quoted}"
        case _:
            return _in_year(resolved, told, quoted)


def _in_year(resolved: Resolved, told: Told, quoted: str) -> str:
    year, first, last = resolved.days.last.year, told.days.first.year, told.days.last.year
    if first <= year <= last:
        return f"in the year of {quoted}"
    side = {last + 1: "in the year after", first - 1: "in the year before"}.get(year, "the nearest to")
    return f"{side} {quoted}"


def _same_month(resolved: Resolved, told: Told) -> bool:
    return resolved.days.first.replace(day=1) == told.days.first.replace(day=1)


def _weekday(form: Weekday) -> str:
    return _WEEKDAYS[form.weekday]


def _side(form: Weekday) -> str:
    return {"previous": "before", "that": "from"}.get(form.which, "after")


def _beside(offset: int, unit: str) -> str:
    return f"the {unit} {'after' if offset > 0 else 'before' if offset else 'of'}"


def _numbered(form: Numbered, resolved: Resolved, told: Told, quoted: str) -> str:
    """Told by the date beside it, counted from a first day that is told, or from one that another count proves."""
    if form.elapsed:
        return f"{_count(form.count, form.unit)} after {quoted}, the first day"
    if form.unit == "day" and resolved.days == told.days and form.count != 1:
        return f"another word for {quoted}"
    behind = (resolved.days.first - told.days.first).days
    if behind == (form.count - 1) * (7 if form.unit == "week" else 1):
        return f"{form.unit} {form.count}, counted from {quoted} as the first"
    return f"{form.unit} {form.count}, counted on from {quoted}"


def _counted(form: Shift) -> str:
    """Two weeks after; the two weeks after; the day of."""
    if not form.count:
        return "the day of"
    side = "after" if form.count > 0 else "before"
    return f"{'the ' if form.spread else ''}{_count(form.count, form.unit)} {side}"


def _count(count: int, unit: str) -> str:
    number = abs(count)
    return f"{_NUMBERS[number] if number < len(_NUMBERS) else number} {unit}{'' if number == 1 else 's'}"


def _from_writing(form: Form, resolved: Resolved, place: Place, written: date) -> str:
    """Where the days lie from the day of publication."""
    day = f"{place.written_as} on {written.day} {written:%B %Y}"
    if isinstance(form, Range):
        return f"all the days from the one to the other, {_near(form, resolved, place, written)}"
    if isinstance(form, End):
        return f"the {'last' if form.last else 'first'} of the two, {_near(form, resolved, place, written)}"
    if isinstance(form, Shift) and form.count:
        return f"{_counted(form)} {day}"
    if isinstance(form, Period) and form.which in ("last", "next") and form.unit != "weekend":
        return f"{_beside(1 if form.which == 'next' else -1, form.unit)} {day}"
    return _near(form, resolved, place, written)


def _near(form: Form, resolved: Resolved, place: Place, written: date) -> str:
    day = f"{written.day} {written:%B %Y}"
    if resolved.days.first <= written <= resolved.days.last:
        return f"the {resolved.grain} of {place.written_as}, {day}"
    if isinstance(form, Within) and isinstance(form.inner, MonthDay):
        same = resolved.days.first.replace(day=1) == written.replace(day=1)
        return f"in the month {'of' if same else 'before'} {place.written_as} on {day}"
    if isinstance(form, Yearly | Within | Range | End) and resolved.days.last.year == written.year:
        return f"in the year of {place.written_as}, {written.year}"
    return f"the nearest {'before' if resolved.days.last < written else 'after'} {place.written_as} on {day}"
