"""`help`: what can be asked, with examples that this very archive has answers to."""

from __future__ import annotations

from collections.abc import AsyncIterator

from bot.answers.calls import Call
from bot.answers.holdings import Holdings
from bot.answers.language import message
from bot.answers.model import Answer, Choice
from bot.archive.records import Viewer

LINES = (
    (message("who NAME"), message("who somebody is as the accounts put it, what they said, where they are named")),
    (
        message("on DATE"),
        message("what is dated to a day: 2022-04-30, 30 April, late April, day 66, 2022-04-26..2022-05-07"),
    ),
    (
        message("quote TOPIC [from NAME]"),
        message("what was said about something; with no topic, a quotation at random"),
    ),
    (
        message("figures SUBJECT"),
        message("what the accounts say in numbers, side by side; with no subject, those that have most"),
    ),
    (message("timeline [NAME or SUBJECT]"), message("what is dated of somebody or something, in order, and a picture")),
    (message("search WORDS"), message("the passages that hold the words")),
    (message("sources"), message("what the archive holds")),
    (message("source ID"), message("one catalogue entry, with its document")),
    (message("context SOURCE:PASSAGE"), message("a passage with its neighbours")),
    (message("find TEXT"), message("the people, days and quotations of a message, as far as the archive has them")),
    (message("help"), message("these lines")),
)


async def answer_help(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """The questions, one a line, and three to try."""
    say = holdings.language.say
    lines = tuple(f"{holdings.prefix}{say(form)} — {say(what)}" for form, what in LINES)
    pages = say("Names may be in any script. “page 2” after a question gives its second page.")
    return Answer("help", say("What you can ask"), choices=await examples(holdings, viewer), notes=(*lines, pages))


async def examples(holdings: Holdings, viewer: Viewer) -> tuple[Choice, ...]:
    """A person, a day and a topic that the archive has answers to; fewer where it has none."""
    return tuple([example async for example in _examples(holdings, viewer)])


async def _examples(holdings: Holdings, viewer: Viewer) -> AsyncIterator[Choice]:
    say = holdings.language.say
    for person in await holdings.archive.top_persons(viewer, 1):
        yield Choice(say("A person"), f"{say('who')} {person.name}")
    day = await holdings.archive.nearest_day(holdings.last_day or holdings.day_one, viewer, before=True)
    if day:
        yield Choice(say("A day"), f"{say('on')} {day.isoformat()}")
    for subject in holdings.subjects.subjects[:1]:
        yield Choice(say("A topic"), f"{say('quote')} {subject.term}")
