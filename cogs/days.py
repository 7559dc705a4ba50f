"""Questions about days."""

from __future__ import annotations

from typing import Any

from discord import app_commands
from discord.ext import commands

from cogs._cog import AskingCog
from cogs._commands import question
from cogs._completing import completing
from cogs._replies import reply_to


class DaysCog(AskingCog, name="Days"):
    """What is dated to a day."""

    @question(
        "on",
        "Everything that the accounts date to a day, a month or a range of days",
        date="Such as 2022-04-30, 30 April, late April, April 2022, day 66, or 2022-04-26..2022-05-07",
    )
    @app_commands.autocomplete(date=completing("day"))
    async def on(self, ctx: commands.Context[Any], *, date: str) -> None:
        """Answers with what is dated to the day, exact dates first."""
        await self.asking.answer(reply_to(ctx), f"on {date}")
