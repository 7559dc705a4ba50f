"""`search WORDS`: the passages that hold the words."""

from __future__ import annotations

from bot.answers.calls import Call
from bot.answers.citations import notes_on
from bot.answers.holdings import Holdings
from bot.answers.items import passage_item
from bot.answers.language import message
from bot.answers.model import Answer, Item
from bot.answers.paging import Run, leaf_of
from bot.answers.wording import repeated
from bot.archive.records import Viewer
from bot.errors import InputError

PASSAGES_WITH_THESE = message("Passages with these words")


async def answer_search(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """Passages that hold the words, best first."""
    if not call.subject:
        raise InputError("Which words? For example: {prefix}search drinking water.", prefix=holdings.prefix)
    words, language = repeated(call.subject), holdings.language

    async def fetch(limit: int, offset: int) -> list[Item]:
        return [passage_item(each) for each in await holdings.archive.search(call.subject, viewer, limit, offset)]

    found = await holdings.archive.count_search(call.subject, viewer)
    if not found:
        return Answer("nothing", language.say("No passage holds the words “{words}”", words=words))
    leaf = await leaf_of((Run(found, fetch),), call.page, holdings.page_length)
    return Answer(
        "passages",
        language.counted(
            found, "{n} passage with the words “{words}”", "{n} passages with the words “{words}”", words=words
        ),
        items=leaf.items,
        page=leaf.page,
        of=leaf.of,
        notes=notes_on(leaf.items, language),
    )
