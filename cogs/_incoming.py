"""What the cogs ask of whatever takes documents in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.archive.accession import Accession


class Incoming(Protocol):
    """A document that is not in the archive yet; `found` says of its catalogue data where each value was found."""

    @property
    def document(self) -> Accession:
        """The document."""

    @property
    def found(self) -> Mapping[str, str]:
        """Where each value of its catalogue data was found."""


class TakesIn(Protocol):
    """Takes documents in, for one server or (None) for everyone. Every method raises InputError, one sentence."""

    @property
    def most_bytes(self) -> int:
        """The largest document that is taken in."""

    async def from_bytes(self, filename: str, data: bytes, *, guild: int | None, by: str) -> Incoming:
        """The document in a file."""

    async def from_link(self, url: str, *, guild: int | None, by: str) -> Incoming:
        """The document at a web address."""
