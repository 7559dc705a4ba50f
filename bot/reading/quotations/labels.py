"""Speakers whom a quotation names itself: "PALMER: ..." in a transcript, "I am Jane Roe" on meeting."""

from __future__ import annotations

import re

from bot.reading.model import Span
from bot.reading.quotations.scene import Scene
from bot.reading.quotations.speaker import Speaker
from bot.reading.quotations.stretches import Stretch

_LABEL = re.compile(r"([^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,4}):\s")
_INTRODUCTION = re.compile(r"(?:I am|I['’]m|[Mm]y name is|[Mm]y name['’]s)\s+(?:[A-Z][\w.]* ){0,2}$")
_REACH = 60


def own_name(scene: Scene, stretch: Stretch) -> Speaker | None:
    """The speaker whom the quotation itself names, or None."""
    return _label(scene, stretch) or _introduced(scene, stretch)


def _label(scene: Scene, stretch: Stretch) -> Speaker | None:
    """ "ROE: We left." - a label in capitals, or a name of the account, before a colon."""
    match = _LABEL.match(scene.text, stretch.start, stretch.end)
    if match is None:
        return None
    for named in scene.mentions_over(Span(match.start(1), match.end(1))):
        if named.mention.end == match.end(1):
            return Speaker(scene.people[named.person].name, match[1], named.person)
    if not match[1].isupper():
        return None
    person = scene.surnames.get(match[1].casefold().split()[-1])
    return Speaker(match[1], match[1]) if person is None else Speaker(scene.people[person].name, match[1], person)


def _introduced(scene: Scene, stretch: Stretch) -> Speaker | None:
    """ "I am Jane Roe," he said - but not "I am Jane's brother"."""
    for named in scene.mentions_over(Span(stretch.start, min(stretch.end, stretch.start + _REACH))):
        before = scene.text[max(stretch.start, named.mention.start - 40) : named.mention.start]
        after = scene.text[named.mention.end : named.mention.end + 2]
        if _INTRODUCTION.search(before) and after not in ("'s", "’s"):
            return Speaker(scene.people[named.person].name, None, named.person)
    return None
