"""Words that name a part of what follows: "late April", "the end of that year", "the first week of May"."""

from __future__ import annotations

import re

from bot.reading.dates.calendar import Part
from bot.reading.dates.forms import Found, NthWeekday, Partly, Range
from bot.reading.dates.grammar.vocabulary import GAP, weekday_of

_PARTS: dict[str, Part] = {
    "earlier": "some time in",
    "early": "early",
    "beginning": "early",
    "start": "early",
    "outset": "early",
    "middle": "mid",
    "mid": "mid",
    "later": "some time in",
    "latter half": "second half",
    "latter part": "late",
    "late": "late",
    "end": "late",
    "close": "late",
    "first week": "first week",
    "second week": "second week",
    "third week": "third week",
    "last week": "last week",
    "weekend": "weekend of",
    "week": "week of",
    "first days": "early",
    "opening days": "early",
    "last days": "late",
    "final days": "late",
    "closing days": "late",
    "first day": "first day",
    "last day": "last day",
    "final day": "last day",
    "first half": "first half",
    "second half": "second half",
    "last half": "second half",
}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
OPENINGS = frozenset([*_NTH, *(words.split()[0] for words in _PARTS)])
"""The words that a part can open with."""

PART = re.compile(
    rf"(?P<part>(?:early|mid|late|earlier|later)(?:-|{GAP}(?:(?:in|on|of){GAP})?)"
    rf"|(?P<nth>{'|'.join(_NTH)}){GAP}(?P<weekday>{_WEEKDAY}){GAP}(?:of|in){GAP}"
    rf"|(?:middle|end|close|beginning|start|outset|latter{GAP}part|(?:first|opening|last|final|closing){GAP}days"
    rf"|(?:first|last|final){GAP}day|(?:first|second|latter|last){GAP}half"
    rf"|(?:(?:first|second|third|last){GAP})?week|weekend){GAP}of{GAP})(?:the{GAP}(?=\w))?",
    re.IGNORECASE,
)


def partly(prefix: re.Match[str], inner: Found) -> Found:
    """The expression that `prefix` names a part of; of a range it is a part of the first end.

    The last Sunday of January is a part of it, too.
    """
    if prefix["nth"]:
        nth = NthWeekday(weekday_of(prefix["weekday"]), _NTH[prefix["nth"].casefold()], inner.form)
        return Found(prefix.start(), inner.end, nth)
    words = " ".join(prefix["part"].casefold().replace("-", " ").split())
    part = next(part for name, part in _PARTS.items() if words.startswith(name))
    if isinstance(inner.form, Range):
        return Found(prefix.start(), inner.end, Range(Partly(part, inner.form.first), inner.form.last))
    return Found(prefix.start(), inner.end, Partly(part, inner.form))
