"""Questions about the sources themselves."""

from __future__ import annotations

from typing import Annotated, Any

import discord
from discord import app_commands
from discord.ext import commands

from cogs._cog import AskingCog
from cogs._commands import question
from cogs._completing import completing
from cogs._replies import reply_to


class PageTyped(app_commands.Transformer, commands.Converter[str]):
    """A page: a number in a slash command; in a typed one whatever stands there, for the question to be read from."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A whole number, as Discord asks for it."""
        return discord.AppCommandOptionType.integer

    async def transform(self, interaction: discord.Interaction[Any], value: int, /) -> int:
        """The number, unchanged."""
        return value

    async def convert(self, ctx: commands.Context[Any], argument: str) -> str:
        """The words, unchanged."""
        return argument


class CatalogueCog(AskingCog, name="Catalogue"):
    """What the archive holds."""

    @question("sources", "What the archive holds", page="Which page of the list")
    async def sources(self, ctx: commands.Context[Any], *, page: Annotated[int | str, PageTyped] = 1) -> None:
        """Answers with the catalogue, page by page; in a typed command the page is “2” or “page 2”."""
        await self.asking.answer(reply_to(ctx), f"sources {page}")

    @question("context", "A passage with its neighbours", citation="Source and passage, such as a-source-id:12")
    @app_commands.autocomplete(citation=completing("citation"))
    async def context(self, ctx: commands.Context[Any], *, citation: str) -> None:
        """Answers with the passage cited between its neighbours."""
        await self.asking.answer(reply_to(ctx), f"context {citation}")
