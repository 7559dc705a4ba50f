"""The words that a message puts forward as somebody's, and where they stand in the archive word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answers.find.message import Message
from bot.archive.archive import Archive
from bot.archive.records import VerbatimRecord, Viewer

LEAST_WORDS = 3
"""Fewer words stand somewhere by chance."""
MOST_STRETCHES = 10
_MOST_PLACES = 3
_MARKED = re.compile(r"“([^“”„]+)[”“]|„([^“”„]+)[”“]|«([^«»]+)»|\"([^\"\n]+)\"")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Looked:
    """One stretch of words with the places where it stands; none where it stands nowhere."""

    words: str
    places: tuple[VerbatimRecord, ...]


async def looked_up(archive: Archive, message: Message, viewer: Viewer) -> list[Looked]:
    """Every stretch of a message in quotation marks or a block quote, looked up; at most MOST_STRETCHES.

    A block quote that holds words in marks is told by those: they are somebody's, the rest is around them.
    """
    looked = [await _looked(archive, words, viewer) for words in _marked(message)]
    for block in message.blocks:
        looked.extend(await _block(archive, block, looked, viewer))
    return looked[:MOST_STRETCHES]


async def _looked(archive: Archive, words: str, viewer: Viewer) -> Looked:
    return Looked(words, tuple(await archive.verbatim(words, viewer, _MOST_PLACES)))


async def _block(archive: Archive, block: str, looked: list[Looked], viewer: Viewer) -> list[Looked]:
    told = any(_on_one_line(each.words) in _on_one_line(block) for each in looked)
    if told or len(looked) >= MOST_STRETCHES or _words(block) < LEAST_WORDS:
        return []
    whole = await _looked(archive, block, viewer)
    lines = [line for line in block.split("\n") if _words(line) >= LEAST_WORDS]
    if whole.places or not lines or lines == [block]:
        return [whole]
    return [await _looked(archive, line, viewer) for line in lines[: MOST_STRETCHES - len(looked)]]


def _marked(message: Message) -> list[str]:
    """What stands between marks, each wording once; words within others already there are no stretch of their own."""
    stretches = list[str]()
    for words in (*_between_marks(message.text), *(each.text for each in message.reading.quotations)):
        plain = words.strip()
        if _words(plain) >= LEAST_WORDS and not any(plain in other or other in plain for other in stretches):
            stretches.append(plain)
    return stretches[:MOST_STRETCHES]


def _between_marks(text: str) -> Iterator[str]:
    for match in _MARKED.finditer(text):
        yield next(words for words in match.groups() if words)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))
