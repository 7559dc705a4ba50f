"""Documents from members to accessions: attachments, links and pasted text, within the limits of the settings."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.archive.accession import Accession
from bot.intake import IntakeDocument, take_in, take_in_aside
from bot.intake.links import LinkLimits, fetch_link
from bot.settings import Settings
from bot.shipped import accession_of

AT_ONCE = 2
"""Documents that are taken in at the same time; each has a process of its own."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document that is not in the archive yet; `found` says of its catalogue data where each value was found."""

    document: Accession
    found: Mapping[str, str]


class Accessions:
    """Takes documents in, for one server or (None) for everyone. Every method raises InputError, one sentence."""

    def __init__(self, settings: Settings) -> None:
        self._most = settings.max_document_bytes
        self._local_allowed = settings.allow_local_links
        self._places = asyncio.Semaphore(AT_ONCE)

    @property
    def most_bytes(self) -> int:
        """The largest document that is taken in: what is larger need not be fetched."""
        return self._most

    async def from_bytes(self, filename: str, data: bytes, *, guild: int | None, by: str) -> Incoming:
        """The document in a file."""
        async with self._places:
            taken = await take_in_aside(filename, data, max_bytes=self._most)
        return _incoming(taken, guild, by)

    async def from_file(self, path: Path, *, guild: int | None, by: str) -> Incoming:
        """The document in a file of this machine."""
        async with self._places:
            taken = await asyncio.to_thread(take_in, path, max_bytes=self._most)
        return _incoming(taken, guild, by)

    async def from_link(self, url: str, *, guild: int | None, by: str) -> Incoming:
        """The document at a web address; where it says nothing of its address, that is where it was found."""
        limits = LinkLimits(max_bytes=self._most)
        async with self._places:
            fetched = await fetch_link(url, limits=limits, local_allowed=self._local_allowed)
            taken = await take_in_aside(fetched.filename, fetched.data, max_bytes=self._most)
        incoming = _incoming(taken, guild, by)
        if incoming.document.url:
            return incoming
        return replace(incoming, document=replace(incoming.document, url=fetched.address))


def _incoming(taken: IntakeDocument, guild: int | None, by: str) -> Incoming:
    return Incoming(accession_of(taken, added_by=by, guild=guild), taken.found)
