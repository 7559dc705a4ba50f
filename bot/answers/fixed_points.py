"""The fixed points of the siege as answers use them: asked for by name, and shown in the words of a source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answers.holdings import Holdings
from bot.answers.items import dated_item
from bot.answers.language import message
from bot.answers.model import Item
from bot.archive.calendar import Calendar, FixedPoint
from bot.archive.records import DateRecord, Viewer
from bot.archive.thesaurus import folded

FIXED_POINT = message("Fixed point of the siege")
_SHORTEST_TELLING = 4
"""Letters: what is shorter (“of”, “the”) stands in any sentence."""


def point_meant(calendar: Calendar, words: str) -> FixedPoint | None:
    """The point that somebody asks for by its name, or by the beginnings of words of it; None where it is not one."""
    for meant in (calendar.named(words), calendar.beginning(words)):
        if meant:
            return meant[0] if len(meant) == 1 else None
    return None


async def fixed_items(holdings: Holdings, earliest: date, latest: date, viewer: Viewer) -> list[Item]:
    """The points that these days are or lie in, each in a sentence that dates it; those alone that the viewer may
    read in a source."""
    items: list[Item] = []
    for point in holdings.calendar.on(earliest, latest):
        dated = await holdings.archive.dates_of_sources(point.sources, point.earliest, point.latest, viewer)
        if dated:
            section, name = holdings.language.say(FIXED_POINT), point.name_in(holdings.language.code)
            items.append(dated_item(_telling(point, dated), holdings.language, section, name))
    return items


def _telling(point: FixedPoint, dated: Sequence[DateRecord]) -> DateRecord:
    """Of the first source that dates it, the record whose sentence has most of the words by which the point goes."""
    forms = (point.name, *point.other)
    wanted = {word for form in forms for word in folded(form) if len(word) >= _SHORTEST_TELLING}
    of_first = [record for record in dated if record.place.source.id == dated[0].place.source.id]
    return max(of_first, key=lambda record: len(wanted.intersection(folded(record.sentence.text))))
