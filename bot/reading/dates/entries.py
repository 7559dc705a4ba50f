"""Diaries and notebooks: passages headed by a day, in which "yesterday" and "tonight" are seen from it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.dates.forms import Figures, Fixed, Form, Found, Headed, Numbered, Yearly
from bot.reading.dates.lines import Line

_OPENING = re.compile(r"[^\w\n]{0,4}")
_HEADS = re.compile(r"[^\S\n]?(?:[.:–—]|-[^\S\n])|[^\S\n]*(?=\n|$)")
_NUMBERED_HEADS = re.compile(r",[^\n.!?]{1,30}(?=\n|$)")
_CLOCK_OPENS = re.compile(
    r"[^\w\n]{0,3}\d{1,2}(?:[:.h]\d\d\b|(?:[:.h]\d\d)?[^\S\n]?(?:[ap]\.?m\b|[-–—:]))", re.IGNORECASE
)
_LONGEST_REST = 30
_STOPS = frozenset('.!?:;”"')
_FEWEST = 2


def entries_in(text: str, lines: Sequence[tuple[Line, list[Found]]]) -> frozenset[int]:
    """The lines, by their number, that open with a day as with a heading; none in a text that has only one.

    "May 28. The mayor has not slept." and "May 28" alone on its line do, "On May 28 the mayor slept" does not.
    """
    heads = frozenset(
        number
        for number, (line, inside) in enumerate(lines)
        if line.passage >= 0 and inside and _heads(text, line, inside)
    )
    return heads if len(heads) >= _FEWEST else frozenset()


def _heads(text: str, line: Line, inside: list[Found]) -> bool:
    one = inside[0]
    return (
        _is_day(one.form)
        and _OPENING.fullmatch(text, line.start, one.start) is not None
        and (
            _HEADS.match(text, one.end, line.end) is not None
            or (isinstance(one.form, Numbered) and _NUMBERED_HEADS.match(text, one.end, line.end) is not None)
        )
    )


def is_heading(text: str, line: Line, end: int) -> bool:
    """Whether a line is a heading, of which the day ends at `end`: what follows it is the entry."""
    return line.end - end <= _LONGEST_REST and (line.end == end or text[line.end - 1] not in _STOPS)


def opens_with_clock(text: str, line: Line) -> bool:
    """Whether a line is one of a log: "4:10 p.m. – a boat seen"."""
    return _CLOCK_OPENS.match(text, line.start, line.end) is not None


def _is_day(form: Form) -> bool:
    match form:
        case Fixed():
            return form.grain == "day" and form.days.days == 1
        case Yearly():
            return form.kind == "day"
        case Numbered():
            return form.unit == "day" and not form.elapsed
        case Headed():
            return True
        case _:
            return isinstance(form, Figures)
