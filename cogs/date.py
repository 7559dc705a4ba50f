"""Which days a date means, as moderators correct it."""

from __future__ import annotations

from functools import partial

from discord import app_commands

from bot.answers.changing import passages
from cogs._changing import ChangingCog, Context, deed, group
from cogs._choosing import choosing


class DateCog(ChangingCog, name="Date"):
    """Corrections of dates."""

    @group("date", "For moderators: correct dates")
    async def date(self, ctx: Context) -> None:
        """Says what can stand behind it."""
        await self.changing.explain(ctx)

    @deed(date, "set", "Say which days a date in an account means")
    @app_commands.describe(
        date="Type the id of a source and a colon, then a passage or words of the date",
        days="With the year: 2022-04-30, late April 2022, 2022-04-26..2022-05-07",
        reason="Why; it is shown with the date",
        approximate="Whether the days are only about right",
    )
    @app_commands.autocomplete(date=choosing("date"))
    async def set_days(self, ctx: Context, date: str, days: str, *, reason: str, approximate: bool = False) -> None:
        """Sets the days; typed, the date may be “a-source-id:12” where that passage has one only."""
        change = partial(passages.set_date, expression=date, days=days, reason=reason, approximate=approximate)
        await self.changing.do(ctx, change)
