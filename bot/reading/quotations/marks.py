"""Quotation marks of every kind: which one opens, which one closes, and which are only apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "angle", "single"]
Turn = Literal["open", "close", "either"]

DOUBLE = re.compile(r"``|''|[\"“”„‟«»]")
"""Every double mark, and guillemets."""
_ANY = re.compile(r"``|''|[\"“”„‟«»‘’‚‛'`]")
SINGLE_SPEECH_ENDS = re.compile(r"(?<=\w[,!?])[’'](?=\s+\w)")
"""A single mark that surely ends speech: a comma or its kin before it, more of the sentence behind it."""
_FREE_LEFT = frozenset("([{—–-/…\"“„«‘'`‟‹|•*")
_FREE_RIGHT = frozenset(".,;:!?)]}—–…\"”»’'/›|*")
_STRONG_END = frozenset('.,!?…—–"”»')

# Words that lose their beginning ('tis, 'em, the '90s): the mark before them is an apostrophe.
_ELIDED = re.compile(r"(?:tis|twas|twere|em|til|cause|cos|n|round|bout|neath|im|er)\b|\d\ds?\b", re.IGNORECASE)
# A plural's possessive (soldiers' boots) or a dropped g (goin' home): perhaps an apostrophe, perhaps the end.
_MAYBE_APOSTROPHE = re.compile(r"(?:s|S|z|in|o|an)$")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark: where it stands, what family it is of and which way it turns."""

    start: int
    end: int
    family: Family
    turn: Turn
    doubtful: bool = False


def marks_of(text: str, start: int, end: int, *, singles: bool) -> Iterator[Mark]:
    """The quotation marks of one passage, in order; single marks only where they are asked for.

    `doubtful` is set on a closing single mark that may be an apostrophe.
    """
    pattern = _ANY if singles else DOUBLE
    for match in pattern.finditer(text, start, end):
        mark = _mark(text, match, start, end)
        if mark is not None:
            yield mark


def _mark(text: str, match: re.Match[str], floor: int, ceiling: int) -> Mark | None:
    sign, at, after = match.group(), match.start(), match.end()
    before = text[at - 1] if at > floor else " "
    following = text[after] if after < ceiling else " "
    free_left = before.isspace() or before in _FREE_LEFT
    free_right = following.isspace() or following in _FREE_RIGHT
    if sign in "‘’‚‛'`":
        return _single(text, match, free_left, floor, ceiling)
    if sign in "«»":
        return Mark(at, after, "angle", "open" if sign == "«" else "close")
    if sign == '"' and before.isdigit() and not free_left and following.isdigit():
        return None
    return Mark(at, after, "double", _turn(sign, free_left, free_right))


def _turn(sign: str, free_left: bool, free_right: bool) -> Turn:
    """Which way a double mark turns: its shape, unless what stands around it says the contrary."""
    if sign in ("„", "‟", "``"):
        return "open"
    if free_left == free_right:
        return {"“": "open", "”": "close"}.get(sign, "either")  # type: ignore[return-value]
    return "open" if free_left else "close"


def _single(text: str, match: re.Match[str], free_left: bool, floor: int, ceiling: int) -> Mark | None:
    """A single mark, or None for an apostrophe.

    ‘We left,’ she said -> both are marks; the soldiers’ boots -> doubtful; don’t, ’tis, the ’90s -> none.
    """
    sign, at, after = match.group(), match.start(), match.end()
    before = text[at - 1] if at > floor else " "
    following = text[after] if after < ceiling else " "
    if free_left and (following.isalnum() or following in '[(…“"«') and sign != "’":
        return None if _ELIDED.match(text, after) else Mark(at, after, "single", "open")
    if before.isspace() or following.isalnum() or sign not in "’'":
        return None
    if before in _STRONG_END or not before.isalpha() or not following.isspace():
        return Mark(at, after, "single", "close")
    return Mark(at, after, "single", "close", doubtful=bool(_MAYBE_APOSTROPHE.search(text[max(floor, at - 2) : at])))
