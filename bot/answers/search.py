"""`search WORDS`: the passages that hold the words."""

from __future__ import annotations

from bot.answers.calls import Call
from bot.answers.citations import notes_on
from bot.answers.holdings import Holdings
from bot.answers.items import passage_item
from bot.answers.model import Answer, Item
from bot.answers.paging import Run, leaf_of
from bot.answers.wording import counted, echoed
from bot.archive.records import Viewer
from bot.errors import InputError


async def answer_search(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """Passages that hold the words, best first."""
    if not call.subject:
        raise InputError(f"Which words? For example: {holdings.prefix}search drinking water.")

    async def fetch(limit: int, offset: int) -> list[Item]:
        return [passage_item(each) for each in await holdings.archive.search(call.subject, viewer, limit, offset)]

    found = await holdings.archive.count_search(call.subject, viewer)
    if not found:
        return Answer("nothing", f"No passage holds the words {echoed(call.subject)}")
    leaf = await leaf_of((Run(found, fetch),), call.page)
    return Answer(
        "passages",
        f"{counted(found, 'passage')} with the words {echoed(call.subject)}",
        items=leaf.items,
        page=leaf.page,
        of=leaf.of,
        notes=notes_on(leaf.items),
    )
