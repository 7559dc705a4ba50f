"""The lines of a paged document, and which of them belong to the page and not to the account."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.?|стор\.?|стр\.?)\s*)?\d{1,4}(?:\s*(?:of|/|з|из)\s*\d{1,4})?[\W_]*", re.I
)
_ADDRESS = re.compile(r"https?://\S+(?:\s+\d{1,4}/\d{1,4})?")
"""What a browser prints below a page."""
_FIGURES = re.compile(r"\d+")
_EDGE = 2
"""Lines at the top and at the bottom of a page among which running heads stand."""
_FEWEST = 2
_LEAST_SHARE = 0.3
"""Share of the pages that carry a running head: left and right pages often differ, and first pages have none."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, with its place in points from the lower left corner; `size` is that of its glyphs."""

    text: str
    left: float
    right: float
    base: float
    size: float


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and without lines that stand at the edge of several pages (but for figures).

    A line that also stands further inside a page is the account's own.
    """
    edges = [_edges(page) for page in pages]
    inside = {_alike(line.text) for page, edge in zip(pages, edges, strict=True) for line in _inner(page, edge)}
    times = Counter(key for edge in edges for key in {*edge.values()} if key[1] not in inside)
    least = max(_FEWEST, _LEAST_SHARE * len(pages))
    return [
        [line for n, line in enumerate(page) if n not in edge or not _is_head(line.text, times[edge[n]], least)]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _inner(page: Sequence[Line], edge: Mapping[int, object]) -> Iterator[Line]:
    return (line for n, line in enumerate(page) if n not in edge)


def _edges(page: Sequence[Line]) -> dict[int, tuple[bool, str]]:
    """By index, the lines at the edges of a page: whether at the top, and what they say, figures aside."""
    by_height = sorted(range(len(page)), key=lambda n: -page[n].base)
    bottom = {n: (False, _alike(page[n].text)) for n in by_height[-_EDGE:]}
    return bottom | {n: (True, _alike(page[n].text)) for n in by_height[:_EDGE]}


def _alike(text: str) -> str:
    return " ".join(_FIGURES.sub("0", text).casefold().split())


def _is_head(text: str, times: int, least: float) -> bool:
    return times >= least or bool(_PAGE_NUMBER.fullmatch(text) or _ADDRESS.fullmatch(text))
