"""The archive as it is asked for figures: what its sources state in numbers."""

from __future__ import annotations

from bot.archive.file.connection import Connections
from bot.archive.lookup import figures
from bot.archive.lookup.rows import scope_of
from bot.archive.records import GroupedFigure, Viewer
from bot.archive.topics import FigureQuery


class Counting:
    """Looks figures up; a part of Archive, which is made from it."""

    _connections: Connections
    _figures: figures.FigureRankings

    async def figures_about(
        self, query: FigureQuery, viewer: Viewer, limit: int, offset: int = 0
    ) -> list[GroupedFigure]:
        """Figures about something: those of one unit together, by day and value; those merely near it last."""
        async with self._connections.reading() as database:
            return await self._figures.page(database, scope_of(viewer), query, limit, offset)

    async def count_figures_about(self, query: FigureQuery, viewer: Viewer) -> int:
        """How many figures `figures_about` has in all."""
        async with self._connections.reading() as database:
            return await self._figures.count(database, scope_of(viewer), query)

    async def has_figures(self, viewer: Viewer) -> bool:
        """Whether there are figures at all; an archive that was made before there were has none until it is built."""
        async with self._connections.reading() as database:
            return await figures.are_there_any(database, scope_of(viewer))
