"""What stands below an account: credits, copyright, lists of other stories."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.reading.layout.credits import credit_names
from bot.reading.layout.furniture import is_closing_heading, is_furniture, is_menu
from bot.reading.layout.mail import footer_start
from bot.reading.layout.stamps import Stamp, stamp_of

_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’'»)\]]*$")
_PROSE_WORDS = 25
_CREDITS_WITHIN = 12
"""Credit lines and menus stand among the last paragraphs; the same words earlier are the account's own."""


@dataclass(frozen=True, slots=True)
class Tail:
    """Paragraphs that are not the account's, as indices, and the people whom its credit lines name.

    `stamps` are labelled as publication ("Posted 1 July 2031"); like those of the masthead they are data about the
    account, and neither a part of it nor left out.
    """

    left_out: frozenset[int]
    contributors: tuple[str, ...]
    stamps: Mapping[int, Stamp]


def read_tail(paragraphs: Sequence[str], start: int, writers: Collection[str] = ()) -> Tail:
    """What is left out of the paragraphs from `start` (the end of the masthead) on; `writers` are known from it."""
    end = min(_closing(paragraphs, start), footer_start(paragraphs))
    left_out = set(range(end, len(paragraphs)))
    names: list[str] = []
    for n in range(start, end):
        at_end = n > start and n >= end - _CREDITS_WITHIN
        if is_furniture(paragraphs[n]) or (at_end and is_menu(paragraphs[n])):
            left_out.add(n)
        elif at_end and (credited := credit_names(paragraphs[n], writers)) is not None:
            left_out.add(n)
            names.extend(credited)
    left_out |= _scraps(paragraphs, start, end, left_out)
    last = range(max(start + 1, len(paragraphs) - _CREDITS_WITHIN), len(paragraphs))
    stamps = {n: stamp for n in last if (stamp := stamp_of(paragraphs[n])) and stamp.rank > 0}
    return Tail(frozenset(left_out - stamps.keys()), tuple(dict.fromkeys(names)), stamps)


def _scraps(paragraphs: Sequence[str], start: int, end: int, left_out: set[int]) -> set[int]:
    """Lines below the last sentence that come after furniture: headlines of other stories ("Lady Ida's diet")."""
    after_prose = end
    while after_prose > start and not _ENDS_SENTENCE.search(paragraphs[after_prose - 1][-4:]):
        after_prose -= 1
    furniture = next((n for n in range(after_prose, end) if n in left_out), end)
    return set(range(furniture, end))


def _closing(paragraphs: Sequence[str], start: int) -> int:
    """Index of the heading from which on nothing is the account's; the number of paragraphs where there is none.

    A heading with a long paragraph of prose after it stands in the middle of the account, not at its end.
    """
    end = len(paragraphs)
    for n in range(len(paragraphs) - 1, start, -1):
        line = paragraphs[n]
        if is_closing_heading(line):
            end = n
        elif len(line.split()) >= _PROSE_WORDS and _ENDS_SENTENCE.search(line[-4:]):
            break
    return end
