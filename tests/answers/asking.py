"""Asking as people do, and what must be true of every answer."""

from bot.answers.desk import Desk, parse_call
from bot.answers.model import Answer
from bot.archive.archive import Archive
from bot.archive.records import Viewer

NOBODY = Viewer()


async def asked(desk: Desk, words: str) -> Answer:
    """The answer to words as typed."""
    return await desk.ask(parse_call(words), NOBODY)


async def every_page(desk: Desk, words: str) -> list[Answer]:
    """All pages of an answer."""
    first = await asked(desk, words)
    return [first, *[await asked(desk, f"{words} page {page}") for page in range(2, first.of + 1)]]


async def assert_sound(answer: Answer, archive: Archive) -> None:
    """Every item stands in its source: at its place to the character, or (a catalogue entry) by its title."""
    for item in answer.items:
        document = await archive.document(item.citation.source, NOBODY)
        assert document is not None
        there = document.text[item.citation.start : item.citation.end]
        assert item.text in (there, document.source.title)
        assert item.text == there or not item.quotation
        assert item.citation.title == document.source.title
        assert 1 <= item.citation.passage <= document.source.passages
    assert len(answer.items) <= 5
