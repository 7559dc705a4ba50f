"""Line breaks inside a paragraph: nothing to the steps of the reader, and kept to the character in what it finds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from bot.reading.document import Document
from bot.reading.model import DateExpression, Description, Figure, IndirectSpeech, Mention, Person, Quotation

Found = TypeVar("Found", Mention, Description, Quotation, IndirectSpeech, DateExpression)

_BREAK = re.compile(r"[\n\r\u2028\u2029]")


def without_wraps(document: Document) -> Document:
    """The document with a space for every line break inside a passage; nothing else changes, and no offset moves.

    A rule that looks for "on Wednesday" then finds it across the end of a line too. What stands between passages stays.
    """
    parts: list[str] = []
    at = 0
    for passage in document.passages:
        parts.append(document.text[at : passage.start])
        parts.append(_BREAK.sub(" ", document.text[passage.start : passage.end]))
        at = passage.end
    return replace(document, text="".join((*parts, document.text[at:])))


def people_as_written(text: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """The people with every mention and description as it stands in the text, line breaks and all."""
    return tuple(
        replace(person, mentions=as_written(text, person.mentions), descriptions=as_written(text, person.descriptions))
        for person in people
    )


def figures_as_written(text: str, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures, and what they count, as they stand in the text."""
    return tuple(
        replace(
            figure,
            text=text[figure.start : figure.end],
            counted=figure.counted and replace(figure.counted, text=text[figure.counted.start : figure.counted.end]),
        )
        for figure in figures
    )


def as_written(text: str, found: Iterable[Found]) -> tuple[Found, ...]:
    """What was found, with its words as they stand in the text."""
    return tuple(_as_written(each, text[each.start : each.end]) for each in found)


def _as_written(found: Found, words: str) -> Found:
    return found if found.text == words else replace(found, text=words)
