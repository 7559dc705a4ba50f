"""Who speaks, as a reading tells it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `name` as resolved (None: cannot be told), `written` as the text has it here.

    `person` is the index of a person of the account, -1 for anybody else.
    """

    name: str | None
    written: str | None
    person: int = -1


NOBODY = Speaker(None, None)
"""Whoever speaks where nothing tells who it is."""
