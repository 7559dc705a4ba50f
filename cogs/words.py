"""Questions about what was said and written."""

from __future__ import annotations

from typing import Any

from discord import app_commands
from discord.ext import commands

from cogs._cog import AskingCog
from cogs._commands import question
from cogs._completing import completing
from cogs._replies import reply_to


class WordsCog(AskingCog, name="Words"):
    """Quotations about a topic, and passages that hold words."""

    @question(
        "quote",
        "What was said about something, in the speakers' own words; one at random if no topic is given",
        topic="What it is about, such as evacuation or water",
        from_="Whose words, by name",
    )
    @app_commands.autocomplete(topic=completing("topic"), from_=completing("speaker"))
    async def quote(self, ctx: commands.Context[Any], *, topic: str = "", from_: str | None = None) -> None:
        """Answers with quotations about the topic; in a typed command "from NAME" stands behind the topic."""
        await self.asking.answer(reply_to(ctx), f"quote {topic}", speaker=from_)

    @question("search", "The passages that hold certain words", words="The words to look for")
    async def search(self, ctx: commands.Context[Any], *, words: str) -> None:
        """Answers with passages, those that fit best first."""
        await self.asking.answer(reply_to(ctx), f"search {words}")
