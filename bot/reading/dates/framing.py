"""Bare years that set the scene: "In 1916 the front froze. On 1 July ..."."""

from __future__ import annotations

import re

from bot.reading.dates.grammar.rules import word_before
from bot.reading.dates.story import Place, Story, Told
from bot.reading.dates.threads import MOSTLY

_NEIGHBOURING_YEARS = 3
_LIMITS = frozenset(["since", "until", "till", "by", "due", "before", "after", "from", "to"])
_PARTLY = re.compile(r"early|mid|late|end|beginning|start|middle", re.IGNORECASE)


def frames(year: Told, near: Told | None, story: Story, place: Place) -> bool:
    """Whether a bare year sets the scene for what follows it in its passage, or stands in the heading above.

    "In 1916 the front froze. On 1 July ..." does, and so does "the year after"; "a fair held since 1983", "a loan due
    1997" and the years that a news story looks back to do not.
    """
    if year.root == "writing" or year.days.days > 366 or story.from_writing > story.from_text + 1:
        return False
    if year.passage != place.passage and not (_under_heading(year, place) or _moves_on(year, near, story, place)):
        return False
    before = word_before(place.text, year.start)
    if before in _LIMITS or _PARTLY.match(place.text, year.start, year.end):
        return False
    opens_sentence = place.text[year.start : year.start + 1].isupper() or not before
    follows = not place.text[year.start].isdigit()
    return (
        opens_sentence
        or follows
        or near is None
        or abs(near.days.first.year - year.days.first.year) <= _NEIGHBOURING_YEARS
    )


def _under_heading(year: Told, place: Place) -> bool:
    return place.heading_before and year.passage == place.passage - 1


def _moves_on(year: Told, near: Told | None, story: Story, place: Place) -> bool:
    """Whether a history has just come to its next year ("The first of the 1777 marches ...", a passage before)."""
    if near is None or story.from_text <= MOSTLY * story.from_writing + 2:
        return False
    later = year.days.first.year - near.days.last.year
    return 0 < later <= 2 and place.passage - year.passage <= 1 and near.passage < year.passage
