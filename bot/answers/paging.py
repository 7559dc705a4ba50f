"""An answer's pages: runs of items, one after another, of which only the page asked for is fetched."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.answers.holdings import PAGE_LENGTH
from bot.answers.model import Item


@dataclass(frozen=True, slots=True)
class Run:
    """Items that belong together: how many there are, and how to fetch `limit` of them from `offset` on.

    One that `opens_page` begins on a new page, unless all runs together fit one.
    """

    count: int
    fetch: Callable[[int, int], Awaitable[Sequence[Item]]]
    opens_page: bool = False


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


async def leaf_of(runs: Sequence[Run], page: int, length: int = PAGE_LENGTH) -> Leaf:
    """The page asked for over all runs, of `length` items at most; the last page where there are fewer."""
    starts = _starts(runs, length)
    ends = max((start + run.count for start, run in zip(starts, runs, strict=True)), default=0)
    of = max(1, -(-ends // length))
    page = min(max(page, 1), of)
    first, items = (page - 1) * length, list[Item]()
    for start, run in zip(starts, runs, strict=True):
        skip = max(0, first - start)
        here = min(start + run.count, first + length) - max(start, first)
        if here > 0:
            items.extend(await run.fetch(here, skip))
    return Leaf(tuple(items), page, of)


def page_where(runs: Sequence[Run], index: int, length: int = PAGE_LENGTH) -> int:
    """The page on which the run with this index begins."""
    return _starts(runs, length)[index] // length + 1


def _starts(runs: Sequence[Run], length: int) -> list[int]:
    """Where each run begins, counted in items; what is left of a page before a run that opens one counts as filled."""
    fits_one = sum(run.count for run in runs) <= length
    starts, end = list[int](), 0
    for run in runs:
        if run.opens_page and run.count and not fits_one:
            end = -(-end // length) * length
        starts.append(end)
        end += run.count
    return starts
