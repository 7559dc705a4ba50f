"""Joins what stands side by side: "Sunday, March 21", "from May 2 to July 8", "August and September 1914"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.dates.forms import End, Fixed, Form, Found, Partly, Period, Range, Shift, Within, Yearly
from bot.reading.dates.grammar.neighbours import LONGEST_LINK, is_day, lacks_year, meaning_of_both
from bot.reading.dates.grammar.vocabulary import GAP
from bot.reading.dates.yearly import GRAIN

_LISTED = re.compile(rf",?{GAP}(?:and|or|to){GAP}(?:the{GAP})?(?:in{GAP})?|,{GAP}", re.IGNORECASE)
_FROM = re.compile(rf"(?:from|between){GAP}(?:the{GAP})?$", re.IGNORECASE)
_FIGURES_TO = re.compile(rf"[\d-]{{4,10}}{GAP}to{GAP}[\d-]{{4,10}}", re.IGNORECASE)
_LONGEST_OPENING = 14


def join(text: str, found: Sequence[Found]) -> list[Found]:
    """Neighbours that make one expression as one; the rest as they are."""
    joined: list[Found] = []
    for one in found:
        while joined and (both := _joined(text, joined[-1], one)):
            left = joined.pop()
            if isinstance(both.form, Range) and told_apart(text, both):
                joined.append(Found(left.start, left.end, End(both.form, last=False)))
                one = Found(one.start, one.end, End(both.form, last=True))
                break
            one = both
        joined.append(one)
    return _with_shared_years(text, joined)


def told_apart(text: str, both: Found) -> bool:
    """Whether the two ends of a range are two expressions: both bear a year, or they gloss a name.

    "1861-1863", "from July 1946 to June 1950", "the Battle of the Ford (14 August - 2 September)" and "Prints of the
    Ford, January 5 - March 9, 2031." say when something began and when it ended; "from May 2 to July 8" "11-13
    May" and "1952 to 1954" say all the days between.
    """
    span = both.form
    if not isinstance(span, Range):
        return False
    if isinstance(span.first, Fixed) and isinstance(span.last, Fixed):
        return not _plainly_to(text, both, span.first, span.last)
    if stands_in_brackets(text, both):
        return True
    closes = text[both.end : both.end + 1] in (".", "", "\n") and isinstance(span.last, Fixed)
    return closes and text[both.start - 2 : both.start] == ", " and _months_apart(span)


def _plainly_to(text: str, both: Found, first: Fixed, last: Fixed) -> bool:
    """Whether figures alone are joined by "to": "2031-09-23 to 2031-09-28", "1952 to 1954"."""
    return first.grain == last.grain and _FIGURES_TO.fullmatch(text, both.start, both.end) is not None


def stands_in_brackets(text: str, one: Found) -> bool:
    """Whether an expression opens a bracket: "the Battle of the Ford (14-16 August)"."""
    return text[one.start - 1 : one.start] == "(" and text[one.end : one.end + 1] in (")", ";", ",")


def _months_apart(span: Range) -> bool:
    return (
        isinstance(span.first, Yearly)
        and isinstance(span.last, Fixed)
        and span.first.number != span.last.days.first.month
    )


def _joined(text: str, left: Found, right: Found) -> Found | None:
    """Both as one expression, with the "from" or "between" that opens a range."""
    form = meaning_of_both(text, left, right)
    if form is None:
        return None
    opening = _FROM.search(text, max(0, left.start - _LONGEST_OPENING), left.start) if isinstance(form, Range) else None
    return Found(opening.start() if opening else left.start, right.end, form)


def _with_shared_years(text: str, found: list[Found]) -> list[Found]:
    """August and September 1914, May and June last year: the last of a list lends its year to those before it."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        left, right = shared[at], shared[at + 1]
        if _is_apposed(text, left, right):
            # "The next morning, Feb. 22, the guns opened fire": the date says which day it was.
            shared[at] = Found(left.start, left.end, Shift(0, "day", "story", after=right.form))
            continue
        year = _year_lent(left.form, right.form)
        if year and right.start - left.end <= LONGEST_LINK and _LISTED.fullmatch(text, left.end, right.start):
            shared[at] = Found(left.start, left.end, Within(left.form, year))
    return shared


def _is_apposed(text: str, left: Found, right: Found) -> bool:
    """Whether a date is set beside a day that is told by another: the next morning, Feb. 22,."""
    told = isinstance(left.form, Period) and left.form.unit == "day" and left.form.which not in ("this", "last")
    if not told or not is_day(right.form) or not right.end < len(text):
        return False
    return text[left.end : right.start] == ", " and text[right.end] in ",.;:)"


def _year_lent(left: Form, right: Form) -> Form | None:
    """The expression that tells the year of two listed ones, if the right one bears it and both are as fine."""
    if not lacks_year(left):
        return None
    dated, inner = _whole(right), _whole(left)
    grain = GRAIN[inner.kind] if isinstance(inner, Yearly) else None
    if isinstance(dated, Fixed):
        return dated if dated.grain == grain else None
    if isinstance(dated, Within) and isinstance(dated.inner, Yearly) and GRAIN[dated.inner.kind] == grain:
        return dated.year
    return None


def _whole(form: Form) -> Form:
    return form.whole if isinstance(form, Partly) else form
