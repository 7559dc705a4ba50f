"""The day that some exports put in front of an account: "date 2031-05-12 ROME (AP) — Two women ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.model import Span

# Behind the word "date" anything may follow, a headline that begins with a figure too; without it, what is no figure.
_HEADER = re.compile(r"(?:date[:\s]\s*\d{4}-\d\d-\d\d(?=\s+\S)|\d{4}-\d\d-\d\d(?=\s+[^\W\d_a-z]))")
_SPACE = re.compile(r"\s*")


def with_header_apart(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs, the day in front of the first one as a paragraph of its own: a stamp like any other."""
    if not paragraphs:
        return ()
    first, *others = paragraphs
    header = _HEADER.match(text, first.start, first.end)
    if header is None:
        return (first, *others)
    space = _SPACE.match(text, header.end())
    start = space.end() if space else header.end()
    return (Span(first.start, header.end()), Span(start, first.end), *others)
