"""`context CITATION`: the passage that a citation names, with its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers.calls import Call
from bot.answers.citations import notes_on, read_short_form
from bot.answers.holdings import Holdings
from bot.answers.items import passage_item
from bot.answers.model import Answer, Choice
from bot.answers.wording import counted, echoed
from bot.archive.records import SourceRecord, Viewer
from bot.errors import InputError

NEIGHBOURS = 2
"""Passages shown on either side: with the one asked for they make five, a page."""


async def answer_context(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """The passage asked for between its neighbours, and the ways to read on."""
    if not call.subject:
        raise InputError("Which passage? A citation is a source and the number of a passage, like source-id:12.")
    source_id, number = read_short_form(call.subject)
    source = await holdings.archive.source(source_id, viewer)
    if source is None:
        return Answer("nothing", f"No source has the id {echoed(source_id)}")
    if number > source.passages:
        return Answer("nothing", f"“{source.title}” has {counted(source.passages, 'passage')} only")
    first, last = max(1, number - NEIGHBOURS), min(source.passages, number + NEIGHBOURS)
    passages = await holdings.archive.passages(source_id, first, last, viewer)
    items = tuple(
        passage_item(each, label="the passage cited" if each.place.passage == number else None) for each in passages
    )
    return Answer(
        "context",
        f"Passage {number} of {source.passages} in “{source.title}”",
        items=items,
        choices=tuple(_ways_on(source, first, last)),
        notes=notes_on(items),
    )


def _ways_on(source: SourceRecord, first: int, last: int) -> Iterator[Choice]:
    if first > 1:
        yield Choice("Earlier passages", f"context {source.id}:{max(1, first - NEIGHBOURS - 1)}")
    if last < source.passages:
        yield Choice("Later passages", f"context {source.id}:{min(source.passages, last + NEIGHBOURS + 1)}")
    yield Choice("The source", f"source {source.id}")
