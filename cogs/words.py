"""Questions about what was said, counted and written."""

from __future__ import annotations

from typing import Any

from discord import app_commands
from discord.ext import commands

from cogs._cog import AskingCog
from cogs._commands import question
from cogs._completing import completing
from cogs._replies import reply_to


class WordsCog(AskingCog, name="Words"):
    """Quotations about a topic, what is dated of it, and passages that hold words."""

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

    @question(
        "timeline",
        "What the accounts date of somebody or something, in order of time, with a picture",
        of="A name, or a subject such as evacuation; everything if left out",
    )
    @app_commands.autocomplete(of=completing("dated"))
    async def timeline(self, ctx: commands.Context[Any], *, of: str = "") -> None:
        """Answers with what is dated, day after day, and a chart of it."""
        await self.asking.answer(reply_to(ctx), f"timeline {of}")

    @question(
        "figures",
        "What the accounts say in numbers, side by side; the subjects with most figures if none is given",
        subject="What is counted, such as wounded or civilians",
    )
    @app_commands.autocomplete(subject=completing("counted"))
    async def figures(self, ctx: commands.Context[Any], *, subject: str = "") -> None:
        """Answers with figures about the subject, those that count the same under each other."""
        await self.asking.answer(reply_to(ctx), f"figures {subject}")

    @question("search", "The passages that hold certain words", words="The words to look for")
    async def search(self, ctx: commands.Context[Any], *, words: str) -> None:
        """Answers with passages, those that fit best first."""
        await self.asking.answer(reply_to(ctx), f"search {words}")
