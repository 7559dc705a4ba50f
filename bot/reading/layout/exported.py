"""What exports put in front of an account: "date 2031-05-12 ROME (AP) — Two", "By Ana Ruiz ROME (AP) - Two"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.model import Span

# Behind the word "date" anything may follow, a headline that begins with a figure too; without it, what is no figure.
_HEADER = re.compile(r"(?:date[:\s]\s*\d{4}-\d\d-\d\d(?=\s+\S)|\d{4}-\d\d-\d\d(?=\s+[^\W\d_a-z]))")
_WRITER = r"[^\W\d_a-z][\w’'-]*[a-z.](?:\s+[^\W\d_a-z](?:[\w’'-]*[a-z])?\.?){1,3}"
_BYLINE = re.compile(
    rf"By\s+{_WRITER}(?:(?:,|\s+and)\s+{_WRITER}){{0,2}}(?=\s+[A-Z]{{3}}[\w, ]{{0,30}}\([A-Za-z]{{2,12}}\)\s?[-–—])"
)
_WITHIN = 6
"""Paragraphs among which a byline is looked for that runs on into the dateline."""
_SPACE = re.compile(r"\s*")


def with_header_apart(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs, a day or a byline in front of one as a paragraph of its own: a stamp or byline like others."""
    if not paragraphs:
        return ()
    for n, paragraph in enumerate(paragraphs[:_WITHIN]):
        if text.startswith("By ", paragraph.start) and (byline := _BYLINE.match(text, paragraph.start, paragraph.end)):
            apart = (Span(paragraph.start, byline.end()), Span(byline.end() + 1, paragraph.end))
            return (*paragraphs[:n], *apart, *paragraphs[n + 1 :])
    first, *others = paragraphs
    header = _HEADER.match(text, first.start, first.end)
    if header is None:
        return (first, *others)
    space = _SPACE.match(text, header.end())
    start = space.end() if space else header.end()
    return (Span(first.start, header.end()), Span(start, first.end), *others)
