"""Discord's limits, and the one place where text is shortened to them.

Lengths are UTF-16 code units, the strictest of the ways in which Discord's clients and servers count.
Limits: https://discord.com/developers/docs/components/reference
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

MESSAGE_TEXT = 4000
"""All the text of one Components V2 message."""
PLAIN_TEXT = 2000
"""The text of a message without V2 components."""
CUSTOM_ID = 100
SELECT_OPTIONS = 25
OPTION_LABEL = 100
OPTION_VALUE = 100
BUTTON_LABEL = 80
PLACEHOLDER = 150
ALT_TEXT = 1024
"""What is read out instead of a picture: https://discord.com/developers/docs/resources/message#attachment-object"""
MODAL_TEXT = 45
"""Titles of forms and labels of their fields."""

_ELLIPSIS = "…"
_ZERO_WIDTH_JOINER = "\u200d"


def units(text: str) -> int:
    """Length of a text in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def clamp(text: str, limit: int) -> str:
    """The text, or as many whole words of it as fit `limit` units with "…" behind.

    A word longer than the room is cut, but never between a backslash and the mark that it escapes, and never
    inside a character made of several code points.
    """
    if units(text[: limit + 1]) <= limit and len(text) <= limit:
        return text
    if limit < 1:
        return ""
    room = _longest(text, limit - 1)
    at = room if text[room : room + 1].isspace() else _last_space(text, room)
    if at <= 0:
        at = _whole_character(text, room)
    return text[:at].rstrip() + _ELLIPSIS


def shares(wanted: Sequence[int], total: int) -> list[int]:
    """How much each gets of `total`: what it wants while there is enough, and else no more than an even share.

    What the modest leave over goes to the others. No share is above what was wanted; their sum is at most `total`.
    """
    given = [0] * len(wanted)
    left, waiting = max(total, 0), sorted(range(len(wanted)), key=lambda index: wanted[index])
    for position, index in enumerate(waiting):
        given[index] = min(wanted[index], left // (len(waiting) - position))
        left -= given[index]
    return given


def _longest(text: str, limit: int) -> int:
    if units(text[:limit]) == len(text[:limit]):
        return len(text[:limit])
    taken = 0
    for index, character in enumerate(text):
        taken += 2 if character > "\uffff" else 1
        if taken > limit:
            return index
    return len(text)


def _last_space(text: str, end: int) -> int:
    return next((index for index in range(end - 1, 0, -1) if text[index].isspace()), 0)


def _whole_character(text: str, end: int) -> int:
    while end > 0 and (_joins(text[end : end + 1]) or text[end - 1] == _ZERO_WIDTH_JOINER):
        end -= 1
    backslashes = len(text[:end]) - len(text[:end].rstrip("\\"))
    return end - backslashes % 2


def _joins(character: str) -> bool:
    return character == _ZERO_WIDTH_JOINER or (character != "" and unicodedata.combining(character) > 0)
