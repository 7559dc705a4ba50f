"""Days that head the entries of old diaries, logs and letters which an account tells of."""

from __future__ import annotations

import re

from bot.reading.dates.calendar import gap_between
from bot.reading.dates.forms import Yearly
from bot.reading.dates.grammar.rules import word_before
from bot.reading.dates.nearness import beside
from bot.reading.dates.story import Place, Story, Told

_ENTRY_OF = re.compile(
    r"\b(?:entry|entries|page|pages|letters?|telegram)\s(?:for|of|from|dated|on)\s(?:the\s(?:night|evening|morning)\sof\s)?(?:the\s)?$"
    r"|\b(?:diary|diaries|log|logbook|journal|notebook)\s(?:[a-z]+\s){1,3}(?:on|with|at|until)\s$",
    re.IGNORECASE,
)
_LINGERING = frozenset(["since", "until", "by", "born"])
_LONGEST_LOOK = 60
_CLOSE = 60
_MEMORY = 40


def of_old_page(form: Yearly, story: Story, place: Place) -> Told | None:
    """What tells the year of an entry: the thread of the story that it lies close to, else the newest year told.

    "She was shut up in the mill in 1984. ... “The gate is closed,” the entry for June 3 begins.": the page belongs to
    the time that is told of, however the account speaks of the book today. It does not where the days told last are
    those of the year of writing.
    """
    if not _ENTRY_OF.search(place.text, max(place.sentence_start, place.start - _LONGEST_LOOK), place.start):
        return None
    day = story.newest.get("day")
    if day and day.root == "writing" and not day.from_today:
        return None
    for close in (day, story.thread):
        days = beside(form, close) if close and close.root == "text" else None
        if close and days and gap_between(days, close.days) <= _CLOSE:
            return close
    told_of = (told for told in reversed(story.told[-_MEMORY:]) if told.root == "text" and not told.from_today)
    own = (told for told in told_of if word_before(place.text, told.start) not in _LINGERING)
    return next((told for told in own if told.grain not in ("decade", "century")), None)
