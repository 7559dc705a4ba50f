"""Questions about people."""

from __future__ import annotations

from typing import Any

from discord import app_commands
from discord.ext import commands

from cogs._cog import AskingCog
from cogs._commands import question
from cogs._completing import completing
from cogs._replies import reply_to


class PeopleCog(AskingCog, name="People"):
    """Who somebody is, as the accounts put it."""

    @question(
        "who",
        "Who somebody is as the accounts put it, what they said, and where they are named",
        name="A name, or part of it, in any spelling or script",
    )
    @app_commands.autocomplete(name=completing("person"))
    async def who(self, ctx: commands.Context[Any], *, name: str) -> None:
        """Answers with the person, or with a choice where several bear the name."""
        await self.asking.answer(reply_to(ctx), f"who {name}")
