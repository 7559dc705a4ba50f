"""Finding what is meant by the beginning of a name or word: what is so written first, slips of typing last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import nsmallest

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answers.names import slips_allowed
from bot.answers.suggest.model import MOST
from bot.archive.directory import Prefixes

Rank = Callable[[int], tuple[int, int]]
"""From the number of an entry to what it is sorted by."""


def found(stages: Iterable[set[int]], rank: Rank | None = None) -> list[int]:
    """The first MOST of what the stages hold, stage by stage and in each by rank; by default by their numbers.

    Stages are taken one at a time, and no further than needed.
    """
    taken: dict[int, None] = {}
    for stage in stages:
        taken.update(dict.fromkeys(nsmallest(MOST - len(taken), stage - taken.keys(), key=rank)))
        if len(taken) == MOST:
            break
    return list(taken)


def with_every_word(index: Prefixes, words: Sequence[str]) -> set[int]:
    """Whatever has for each of the words one that begins with it, in whatever order."""
    return _of_every_word(index.beginning(word) for word in _longest_first(words))


def within_slips(index: Prefixes, words: Sequence[str]) -> set[int]:
    """Whatever has for each of the words one that begins so, or that does but for the fewest slips of typing.

    As many are allowed as in a name that is typed whole. To be asked last, where nothing begins as typed: a word that
    begins something is taken for no slip, and looking for slips costs more than all that comes before.
    """
    return _of_every_word(_within_slips(index, word) for word in _longest_first(words))


def _longest_first(words: Sequence[str]) -> list[str]:
    """The longest word leaves the fewest: what follows has little to do."""
    return sorted(words, key=len, reverse=True)


def _of_every_word(bearers: Iterable[set[int]]) -> set[int]:
    common: set[int] | None = None
    for each in bearers:
        common = each if common is None else common & each
        if not common:
            break
    return common or set()


def _within_slips(index: Prefixes, word: str) -> set[int]:
    bearers = index.beginning(word)
    most = slips_allowed(len(word))
    if bearers or not most:
        return bearers
    near: dict[str, int] = {}
    # A letter too few or too many makes the beginning that was meant longer or shorter.
    for length in range(len(word) - most, len(word) + most + 1):
        hits = process.extract(word, index.cut_to(length), scorer=OSA.distance, score_cutoff=most, limit=None)
        near.update({beginning: slips for beginning, slips, _ in hits})
    fewest = min(near.values(), default=0)
    return set().union(*(index.beginning(beginning) for beginning, slips in near.items() if slips == fewest))
