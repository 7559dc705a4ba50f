"""What two expressions that stand side by side mean together."""

from __future__ import annotations

import re

from bot.reading.dates.forms import (
    Fixed,
    Form,
    Found,
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
from bot.reading.dates.grammar.rules import word_before
from bot.reading.dates.grammar.vocabulary import GAP

LONGEST_LINK = 12
"""Characters between two expressions that are one."""

_BESIDE = re.compile(rf",?{GAP}(?:the{GAP})?", re.IGNORECASE)
_ON = re.compile(rf",?{GAP}on{GAP}(?:the{GAP})?", re.IGNORECASE)
_TO = re.compile(rf"{GAP}(?:to|through|until|till){GAP}(?:the{GAP})?|[^\S\n]?[-‐‑–—−][^\S\n]?", re.IGNORECASE)
_AND = re.compile(rf"{GAP}and{GAP}(?:the{GAP})?", re.IGNORECASE)
_OF = re.compile(rf",?{GAP}(?:(?:of|in){GAP})?(?:the{GAP})?", re.IGNORECASE)
_POSSESSIVE = re.compile(rf"['’]s?{GAP}")
_BRACKET = re.compile(r"[^\S\n]?\(")
# "Two days after the landing began on April 26": all that lies between is what happened on that day.
_HAPPENED = re.compile(r"[^\n.!?;:,()]{3,60}\son\s(?:the\s)?")
_LONGEST_HAPPENING = 70
_HEADING = re.compile(r"[^\S\n]?[-–—,:][^\S\n]")
_SPANNING = (Fixed, Yearly, MonthDay, Partly, Weekday)


def meaning_of_both(text: str, left: Found, right: Found) -> Form | None:
    """The form of two neighbours taken together, or None where they are two expressions."""
    a, b, link = left.form, right.form, (text, left.end, right.start)
    if right.start - left.end > _LONGEST_HAPPENING:
        return None
    if isinstance(a, Numbered) and a.unit == "day" and _heads_entry(text, left, right):
        return Headed(a, b)
    if isinstance(a, Shift) and a.origin == "story" and isinstance(b, Fixed | Yearly | MonthDay):
        return _counted_from(a, left, right, text)
    if right.start - left.end > LONGEST_LINK:
        return None
    if _BESIDE.fullmatch(*link) and (together := _side_by_side(a, b)):
        return together
    if isinstance(a, Partly) and isinstance(a.whole, Period) and is_day(b) and _ON.fullmatch(*link):
        return b
    if isinstance(b, Weekday) and b.which == "bare" and is_day(a) and _BRACKET.fullmatch(*link):
        return a
    if _OF.fullmatch(*link) and (placed := _placed(a, b)):
        return placed
    if _POSSESSIVE.fullmatch(*link) and isinstance(b, Yearly) and _is_told_year(a):
        return Within(b, a)
    between = _AND.fullmatch(*link) and word_before(text, left.start) == "between"
    return Range(a, b) if (between or _TO.fullmatch(*link)) and _can_span(a, b) else None


def _heads_entry(text: str, left: Found, right: Found) -> bool:
    """Whether a numbered day and its date fill a line: the heading of an entry."""
    if not (is_day(right.form) or (isinstance(right.form, Weekday) and right.form.which == "bare")):
        return False
    opening, close = text[max(0, left.start - 1) : left.start], text[right.end : right.end + 1]
    if opening not in ("", "\n") or close not in ("", "\n", "\r"):
        return False
    return _HEADING.fullmatch(text, left.end, right.start) is not None


def _counted_from(shift: Shift, left: Found, right: Found, text: str) -> Form | None:
    """Three days after April 26; two days after the landing began on April 26."""
    if not text[left.start : left.end].casefold().endswith(("after", "before")):
        return None
    if _BESIDE.fullmatch(text, left.end, right.start) or (
        shift.about and _HAPPENED.fullmatch(text, left.end, right.start)
    ):
        return Shift(shift.count, shift.unit, "story", after=right.form, spread=shift.spread)
    return None


def _side_by_side(a: Form, b: Form) -> Form | None:
    """Friday, May 3; Good Friday, April 11; 1982 summer; a year ago this month."""
    if isinstance(a, Weekday) and isinstance(b, Yearly) and b.kind == "day":
        return Yearly("day", b.number, b.day, weekday=a.weekday)
    if isinstance(a, Weekday) and (is_day(b) or isinstance(b, MonthDay)):
        return b
    if isinstance(a, Yearly) and a.kind == "feast" and is_day(b):
        return b
    if _is_plain_year(a) and isinstance(b, Yearly) and b.kind in ("season", "quarter"):
        return Within(b, a)
    if isinstance(a, Shift) and a.origin == "writing" and a.count < 0 and _fixes_day_of(a, b):
        return Shift(a.count, a.unit, "writing", after=b)
    return None


def _placed(a: Form, b: Form) -> Form | None:
    """June of that year, April this year, the third quarter of 1984; Wednesday of last week, the 9th of that month."""
    if lacks_year(a) and (_is_told_year(b) or _is_plain_year(b)):
        return Within(a, b)
    if isinstance(a, Weekday) and a.which == "bare" and isinstance(b, Period) and b.unit == "week":
        return Within(a, b)
    if isinstance(a, MonthDay) and isinstance(b, Period) and b.unit == "month":
        return Within(a, b)
    return None


def _fixes_day_of(ago: Shift, b: Form) -> bool:
    """A year ago this month, a week ago Friday."""
    if isinstance(b, Weekday):
        return ago.unit == "week"
    if ago.unit not in ("week", "month", "year"):
        return False
    if isinstance(b, Shift):
        return b.origin == "writing" and b.count == 0 and b.after is None
    return isinstance(b, Period) and b.which == "this"


def lacks_year(form: Form) -> bool:
    """April, late April: yearly, with nothing said of the year."""
    inner = form.whole if isinstance(form, Partly) else form
    return isinstance(inner, Yearly) and inner.which == "bare" and inner.kind != "feast"


def is_day(form: Form) -> bool:
    """A calendar day, with or without its year."""
    return (isinstance(form, Fixed) and form.grain == "day") or (isinstance(form, Yearly) and form.kind == "day")


def _is_plain_year(form: Form) -> bool:
    return isinstance(form, Fixed) and form.grain == "year"


def _is_told_year(form: Form) -> bool:
    """This year, that year, two years ago."""
    if isinstance(form, Period):
        return form.unit == "year"
    return isinstance(form, Shift) and form.unit == "year" and form.after is None and not form.spread


def _can_span(a: Form, b: Form) -> bool:
    """Whether one expression can reach from one form to the other."""
    if not isinstance(a, _SPANNING) or not isinstance(b, _SPANNING):
        return False
    if isinstance(a, Weekday) != isinstance(b, Weekday):
        return False
    return not (isinstance(a, MonthDay) and isinstance(b, Fixed) and b.grain != "day")
