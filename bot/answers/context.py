"""`context CITATION`: the passage that a citation names, with its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers.calls import Call
from bot.answers.catalogue import NO_SUCH_SOURCE
from bot.answers.citations import notes_on, read_short_form
from bot.answers.holdings import Holdings
from bot.answers.items import passage_item
from bot.answers.language import Language
from bot.answers.model import Answer, Choice
from bot.answers.wording import repeated
from bot.archive.records import SourceRecord, Viewer
from bot.errors import InputError

NEIGHBOURS = 2
"""Passages shown on either side: with the one asked for they make five, a page."""


async def answer_context(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """The passage asked for between its neighbours, and the ways to read on."""
    if not call.subject:
        raise InputError("Which passage? A citation is a source and the number of a passage, like source-id:12.")
    language = holdings.language
    source_id, number = read_short_form(call.subject)
    source = await holdings.archive.source(source_id, viewer)
    if source is None:
        return Answer("nothing", language.say(NO_SUCH_SOURCE, id=repeated(source_id)))
    if number > source.passages:
        one, many = "“{title}” has {n} passage only", "“{title}” has {n} passages only"
        return Answer("nothing", language.counted(source.passages, one, many, title=source.title))
    first, last = max(1, number - NEIGHBOURS), min(source.passages, number + NEIGHBOURS)
    passages = await holdings.archive.passages(source_id, first, last, viewer)
    cited = language.say("the passage cited")
    items = tuple(passage_item(each, label=cited if each.place.passage == number else None) for each in passages)
    return Answer(
        "context",
        language.say("Passage {number} of {of} in “{title}”", number=number, of=source.passages, title=source.title),
        items=items,
        choices=tuple(_ways_on(source, first, last, language)),
        notes=notes_on(items, language),
    )


def _ways_on(source: SourceRecord, first: int, last: int, language: Language) -> Iterator[Choice]:
    if first > 1:
        at = max(1, first - NEIGHBOURS - 1)
        yield Choice(language.say("Earlier passages"), f"context {source.id}:{at}")
    if last < source.passages:
        at = min(source.passages, last + NEIGHBOURS + 1)
        yield Choice(language.say("Later passages"), f"context {source.id}:{at}")
    yield Choice(language.say("The source"), f"source {source.id}")
