"""The account's own date stamps: "Sunday, March 21, 2021" under the byline, "Issued on: 21/06/2031 - 14:02"."""

from __future__ import annotations

import re
from datetime import date

from bot.reading.dates.forms import Figures, Fixed, Form, Found, Shift, Yearly
from bot.reading.dates.resolve import resolve
from bot.reading.dates.resolved import Scene
from bot.reading.dates.story import Place, Story
from bot.reading.document import Document

_STAMP_WORD = re.compile(
    r"first|last|page|published|publication|issued|updated|modified|posted|created|date|dated|filed|on|at|in|by|the|of"
    r"|[ap]m|[apm]|gmt|utc|uk|bst|est|edt|cet|cest|pst|pdt|msk|eet|eest|mon|tue|wed|thu|fri|sat|sun|day|\d{1,2}|\d{1,2}h\d{2}",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_LONGEST_STAMP = 160
_DATE_OF_ISSUE = re.compile(r"\s*(?:date|published|issued|updated|posted)?[\s:]*", re.IGNORECASE)
# A dateline opens with a place in capitals and goes over into the report with a dash: "ROME, May 3 (AP) —".
_PLACE = re.compile(r"\s*[^\W\d_a-z]{3,}[^\n.!?;:]{0,60}[\s,]")
_OVER = re.compile(r"[^\n.!?;]{0,45}?(?:\([^()\n]{2,30}\)\s{0,2}[-–—_:]{0,2}|\s[-–—]{1,2}|[-–—]{1,2}\s)")
_LEAD = 90
_SAME_ISSUE = 7
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def stamps_in(text: str, start: int, end: int, found: list[Found]) -> tuple[Found, ...]:
    """Those of the expressions of a line that say when the account appeared."""
    if is_stamp(text, start, end, found):
        return tuple(one for one in found if _full(one.form))
    return tuple(one for one in found[:1] if is_dateline(text, start, one))


def is_stamp(text: str, start: int, end: int, found: list[Found]) -> bool:
    """Whether a line is nothing but full dates, clock times and words such as "updated".

    "May 12, 2031 / 8 years ago" is one too: what is counted from the day on which a page was saved tells nothing.
    """
    full = [_full(one.form) for one in found]
    aside = all(is_full or isinstance(one.form, Shift) for one, is_full in zip(found, full, strict=True))
    if end - start > _LONGEST_STAMP or not any(full) or not aside:
        return False
    others = (
        word
        for word in _WORD.finditer(text, start, end)
        if not any(one.start <= word.start() < one.end for one in found)
    )
    return all(_STAMP_WORD.fullmatch(word.group()) for word in others)


def is_dateline(text: str, start: int, one: Found) -> bool:
    """Whether a date stands in the dateline that opens a line ("2022-04-30 ROME (AP) —", "ROME, May 3 (AP) —")."""
    if one.start - start > _LEAD or not (_full(one.form) or (isinstance(one.form, Yearly) and one.form.kind == "day")):
        return False
    if _DATE_OF_ISSUE.fullmatch(text, start, one.start):
        return (
            _PLACE.match(text, one.end, one.end + _LEAD) is not None
            and _OVER.match(text, one.end, one.end + _LEAD) is not None
        )
    return (
        _PLACE.fullmatch(text, start, one.start) is not None and _OVER.match(text, one.end, one.end + _LEAD) is not None
    )


def stated_day(stamps: list[tuple[Found, ...]], *, day_first: bool) -> date | None:
    """The day that the text states of itself: its first stamp with a year; None without one."""
    nowhere = Scene(Story(), Place("", 0, 0, -1, 0, 0, False, None), day_first)
    for one in (one for line in stamps for one in line if _full(one.form)):
        resolved = resolve(one.form, nowhere)
        return resolved.days.first if resolved else None
    return None


def day_of_writing(document: Document, stamps: list[tuple[Found, ...]], *, day_first: bool) -> date | None:
    """The day that "yesterday" and "on Friday" hang on: as given, or as the text states it.

    A day typed in outweighs labels such as "Published on 12 May 2031"; but a newspaper's date line ("Thursday, May 15,
    2031" and nothing else) is the day its writers spoke from, if it lies within a week of the one typed in.
    """
    given, stated = document.published, stated_day(stamps, day_first=day_first)
    if given is None or stated is None or abs((given - stated).days) > _SAME_ISSUE:
        return given or stated
    first = next(one for line in stamps for one in line if _full(one.form))
    return stated if _is_date_line(document.text, first) else given


def _is_date_line(text: str, one: Found) -> bool:
    """Whether a date is spelled out with its weekday and stands alone on its line."""
    line_start = text.rfind("\n", max(0, one.start - _LEAD), one.start) + 1
    alone = not text[line_start : one.start].strip() and text[one.end : one.end + 1] in ("", "\n", "\r")
    return alone and text[one.start].isalpha() and _WEEKDAY.match(text, one.start) is not None


def _full(form: Form) -> bool:
    return (isinstance(form, Figures) and form.year is not None) or (isinstance(form, Fixed) and form.grain == "day")
