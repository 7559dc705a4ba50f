"""What goes between the bot and the process that draws: bytes behind their length."""

from __future__ import annotations

HEAD = 4
"""Bytes of a length."""


def behind_length(data: bytes) -> bytes:
    """The data, with its length before it."""
    return len(data).to_bytes(HEAD, "big") + data


def length_in(head: bytes) -> int:
    """The length that these HEAD bytes say."""
    return int.from_bytes(head, "big")
