"""An answer's pages: runs of items, one after another, of which only the page asked for is fetched."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.answers.model import Item

PAGE_LENGTH = 5
"""Items a page: what a reader takes in at once, and what one Discord message holds with its citations."""


@dataclass(frozen=True, slots=True)
class Run:
    """Items that belong together: how many there are, and how to fetch `limit` of them from `offset` on."""

    count: int
    fetch: Callable[[int, int], Awaitable[Sequence[Item]]]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its items, its number, and the number of pages."""

    items: tuple[Item, ...]
    page: int
    of: int


def run_of(items: Sequence[Item]) -> Run:
    """A run of items that are at hand already."""

    async def fetch(limit: int, offset: int) -> Sequence[Item]:
        return items[offset : offset + limit]

    return Run(len(items), fetch)


async def leaf_of(runs: Sequence[Run], page: int) -> Leaf:
    """The page asked for over all runs; the last page where there are fewer."""
    total = sum(run.count for run in runs)
    of = max(1, -(-total // PAGE_LENGTH))
    page = min(max(page, 1), of)
    skip, wanted = (page - 1) * PAGE_LENGTH, PAGE_LENGTH
    items: list[Item] = []
    for run in runs:
        here = min(wanted, max(0, run.count - skip))
        if here:
            items.extend(await run.fetch(here, skip))
            wanted -= here
        skip = max(0, skip - run.count)
    return Leaf(tuple(items), page, of)


def page_where(runs: Sequence[Run], index: int) -> int:
    """The page on which the run with this index begins."""
    return sum(run.count for run in runs[:index]) // PAGE_LENGTH + 1
