"""Days that the account tells by what happened on them: "the day of the ferry", "the night of the flood"."""

from __future__ import annotations

import re

from bot.reading.dates.grammar.vocabulary import listed
from bot.reading.dates.story import Place, Story, Told

_ENDING = re.compile(r"(?:ing|ings|ed|es|s|er|ers|ion|ions|ment|al)$")
_SHORTEST_STEM = 3
_MEMORY = 30


def day_of_event(about: str, story: Story, place: Place) -> Told | None:
    """The day of something told before: the newest day whose sentence shares most words with the event.

    "The ferry sank on March 10" answers "the day of the ferry", "they marched out on Tuesday" the evening of the march.
    """
    stems = [_stem(word) for word in about.casefold().split() if word not in listed("function_words")]
    if not stems:
        return None
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})", re.IGNORECASE)
    best, most = None, 0
    for told in reversed(story.told[-_MEMORY:]):
        if told.grain != "day" or told.days.days != 1:
            continue
        start, end = told.sentence_span
        shared = len({word.casefold() for word in pattern.findall(place.text, start, min(end, place.start))})
        if shared > most:
            best, most = told, shared
    return best


def _stem(word: str) -> str:
    """A word without its ending, for comparing "landing" with "landed"."""
    short = _ENDING.sub("", word)
    return short if len(short) >= _SHORTEST_STEM else word
