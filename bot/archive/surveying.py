"""The archive as its keepers survey it: how much it holds of the siege, over all its sources."""

from __future__ import annotations

from datetime import date

from bot.archive.file.connection import Connections
from bot.archive.lookup import coverage
from bot.archive.lookup.coverage import DatedStretch, PersonKnown, SubjectKnown
from bot.archive.lookup.rows import scope_of
from bot.archive.records import Viewer


class Surveying:
    """What the archive holds in sum; a part of Archive, which is made from it."""

    _connections: Connections

    async def dated_stretches(self, first: date, last: date, viewer: Viewer) -> list[DatedStretch]:
        """The different stretches of days between (or beyond) two days that something is dated to, in order."""
        async with self._connections.reading() as database:
            return await coverage.dated_stretches(database, scope_of(viewer), first, last)

    async def persons_known(self, viewer: Viewer) -> list[PersonKnown]:
        """Everybody who is mentioned, with whether anything says who they are; the most often mentioned first."""
        async with self._connections.reading() as database:
            return await coverage.persons_known(database, scope_of(viewer))

    async def subjects_known(self, viewer: Viewer) -> list[SubjectKnown]:
        """The subjects that the archive was built with, and how much there is under each."""
        async with self._connections.reading() as database:
            return await coverage.subjects_known(database, scope_of(viewer))
