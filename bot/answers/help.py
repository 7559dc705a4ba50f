"""`help`: what can be asked, with examples that this very archive has answers to."""

from __future__ import annotations

from collections.abc import AsyncIterator

from bot.answers.calls import Call
from bot.answers.holdings import Holdings
from bot.answers.model import Answer, Choice
from bot.archive.records import Viewer

_LINES = (
    ("who NAME", "who somebody is as the accounts put it, what they said, where they are named"),
    ("on DATE", "what is dated to a day: 2022-04-30, 30 April, late April, day 66, 2022-04-26..2022-05-07"),
    ("quote TOPIC [from NAME]", "what was said about something; with no topic, a quotation at random"),
    ("search WORDS", "the passages that hold the words"),
    ("sources", "what the archive holds"),
    ("source ID", "one catalogue entry, with its document"),
    ("context SOURCE:PASSAGE", "a passage with its neighbours"),
    ("help", "these lines"),
)


async def answer_help(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """The questions, one a line, and three to try."""
    lines = tuple(f"{holdings.prefix}{form} — {what}" for form, what in _LINES)
    pages = "Names may be in any script. “page 2” after a question gives its second page."
    return Answer("help", "What you can ask", choices=await examples(holdings, viewer), notes=(*lines, pages))


async def examples(holdings: Holdings, viewer: Viewer) -> tuple[Choice, ...]:
    """A person, a day and a topic that the archive has answers to; fewer where it has none."""
    return tuple([example async for example in _examples(holdings, viewer)])


async def _examples(holdings: Holdings, viewer: Viewer) -> AsyncIterator[Choice]:
    for person in await holdings.archive.top_persons(viewer, 1):
        yield Choice("A person", f"who {person.name}")
    day = await holdings.archive.nearest_day(holdings.last_day or holdings.day_one, viewer, before=True)
    if day:
        yield Choice("A day", f"on {day.isoformat()}")
    for subject in holdings.subjects.subjects[:1]:
        yield Choice("A topic", f"quote {subject.term}")
