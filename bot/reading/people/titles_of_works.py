"""Stretches in marks that are the title of a work, a sign or a slogan: a name in them names nobody."""

from __future__ import annotations

import re
from bisect import bisect_right

from bot.reading.document import Document
from bot.reading.model import Span

_MARKED = re.compile(
    r"“(?P<a>[^“”\n]{2,90})”|\"(?P<b>[^\"\n]{2,90})\"|``(?P<c>[^`\n]{2,90}?)''|«(?P<d>[^«»\n]{2,90})»"
    r"|(?<!\w)[‘`'](?P<e>[^‘’`'\n]{2,60}(?:['’]s [^‘’`'\n]{2,60})?)[’'](?!\w)"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "over",
        "the",
        "to",
        "up",
        "with",
        "vs",
        "via",
        "de",
        "la",
        "le",
        "el",
        "y",
    ]
)


def find_titles(document: Document) -> tuple[Span, ...]:
    """Marked stretches in which every word of weight has a capital, marks excluded, in the order of the text.

    One word counts as well (“Macbeth”); what ends in a comma, “?” or “!” is speech.
    """
    found = []
    for passage in document.passages:
        for match in _MARKED.finditer(document.text, passage.start, passage.end):
            group = match.lastgroup
            if group and _reads_as_title(match[group]):
                found.append(Span(match.start(group), match.end(group)))
    return tuple(found)


def in_title(titles: tuple[Span, ...], start: int, end: int) -> bool:
    """Whether a stretch lies inside one of the titles."""
    at = bisect_right(titles, start, key=lambda span: span.start) - 1
    return at >= 0 and end <= titles[at].end


def _reads_as_title(words: str) -> bool:
    if not words[0].isalpha() or words[-1] in "?!" or ". " in words:
        return False
    found = _WORD.findall(words)
    return bool(found) and all(word[0].isupper() or (n and word in _SMALL) for n, word in enumerate(found))
