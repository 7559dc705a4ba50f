"""The stretches of a document that are searched for dates: its passages, and the lines around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from bot.reading.document import Document
from bot.reading.model import Span

_LINE = re.compile(r"\S[^\n]*")
_LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Line(Span):
    """A passage, or a line outside passages (`passage` is then -1).

    In a line that is `left_out` as boilerplate only date stamps count: related posts bear the dates of other accounts.
    """

    passage: int = -1
    left_out: bool = False
    under_heading: bool = False


def lines_of(document: Document) -> Iterator[Line]:
    """Passages and the lines between them, in the order of the text, without what is left out behind the last one."""
    past = 0
    outs = sorted(document.left_out, key=lambda span: span.start)
    for number, passage in enumerate(document.passages):
        yield from _between(document.text, past, passage.start, outs)
        yield Line(passage.start, passage.end, number, under_heading=_under_heading(document, number))
        past = max(past, passage.end)
    for line in _between(document.text, past, len(document.text), outs):
        if not line.left_out:
            yield line


def _between(text: str, start: int, end: int, outs: list[Span]) -> Iterator[Line]:
    for match in _LINE.finditer(text, start, end):
        yield Line(match.start(), match.end(), left_out=_is_out(match.start(), match.end(), outs))


def _is_out(start: int, end: int, outs: list[Span]) -> bool:
    at = bisect_left(outs, end, key=lambda span: span.start) - 1
    return at >= 0 and outs[at].end > start


def _under_heading(document: Document, number: int) -> bool:
    """Whether the passage before is a heading: a short one that ends without a stop."""
    if number == 0:
        return False
    before = document.passages[number - 1]
    return before.end - before.start < _LONGEST_HEADING and document.text[before.end - 1] not in ".!?”\"'"
