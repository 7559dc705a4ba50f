"""What stands outside the thread of the story: words of today, words in a mouth, looks ahead and back."""

from __future__ import annotations

import re

from bot.reading.dates.calendar import gap_between
from bot.reading.dates.forms import (
    End,
    Figures,
    Fixed,
    Form,
    Found,
    MonthDay,
    NthWeekday,
    Partly,
    Range,
    Within,
    Yearly,
)
from bot.reading.dates.grammar.rules import words_before
from bot.reading.dates.resolved import Resolved
from bot.reading.dates.story import Aside, Place, Story, Told
from bot.reading.dates.tense import tense_at

_CLOSE = 60
"""Days. What somebody says of a calendar day this close to the story belongs to it."""
_LONGEST_CLAUSE = 120
_OF_A_LIFE = re.compile(r",\s(?:who|whose|which\s(?:[a-z]+\s)?had)\s[^,;:.!?—–]{0,100}$")
_HAD_ONCE = re.compile(r"\bhad\s(?:last|once|first|never|previously|earlier)\s[^,;:.!?]{0,80}$")
_LIMITS = frozenset(["until", "till", "before"])


def is_from_today(form: Form, found: Resolved) -> bool:
    """Whether an expression is told by where it lies from the day of writing, itself or through what it hangs on."""
    if found.anchor:
        return found.anchor.from_today
    return found.on_writing and not _is_of_calendar(form)


def _is_of_calendar(form: Form) -> bool:
    match form:
        case Fixed() | Figures() | MonthDay():
            return True
        case Yearly():
            return form.which == "bare"
        case NthWeekday():
            return _is_of_calendar(form.month)
        case Partly():
            return _is_of_calendar(form.whole)
        case End():
            return _is_of_calendar(form.range.first)
        case Range():
            return _is_of_calendar(form.first)
        case Within():
            return _is_of_calendar(form.year)
        case _:
            return False


def aside_of(one: Found, found: Resolved, story: Story, place: Place) -> Aside:
    """Why the story does not go on from an expression in the passages after it; empty where it does.

    It does not from "since Christmas" or "born on 2 May", nor from a day that "she would not see until"; nor from what
    somebody says of other times than the story's. Where nothing else has been told, all goes on.
    """
    before, further = words_before(place.text, one.start)
    if "born" in (before, further) or _is_glance(found, place):
        return "since"
    known = story.newest.get("day") or story.newest.get("month")
    if known is None:
        return ""
    if "since" in (before, further if before == "the" else ""):
        return "since"
    if before in _LIMITS and tense_at(place) == "ahead":
        return "until"
    if not place.quoted or (found.grain == "day" and _is_of_calendar(one.form) and _is_near(found, known, story)):
        return ""
    return "said"


def _is_glance(found: Resolved, place: Place) -> bool:
    """Whether an expression tells of somebody's life beside the story, or of what had been before it.

    "Pohl, who emigrated in the spring of 1947, ..." and "she had last called in November 2026" do.
    """
    opening = max(place.sentence_start, place.start - _LONGEST_CLAUSE)
    if found.grain != "day" and _OF_A_LIFE.search(place.text, opening, place.start):
        return True
    return _HAD_ONCE.search(place.text, opening, place.start) is not None


def _is_near(found: Resolved, known: Told, story: Story) -> bool:
    within = story.span is not None and gap_between(found.days, story.span) == 0
    return within or gap_between(found.days, known.days) <= _CLOSE
