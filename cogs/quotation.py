"""Who speaks in a quotation, as moderators correct it."""

from __future__ import annotations

from functools import partial

from discord import app_commands

from bot.answers.changing import passages
from cogs._changing import REASON, ChangingCog, Context, deed, group
from cogs._choosing import choosing


class QuotationCog(ChangingCog, name="Quotation"):
    """Corrections of quotations."""

    @group("quotation", "For moderators: correct quotations")
    async def quotation(self, ctx: Context) -> None:
        """Says what can stand behind it."""
        await self.changing.explain(ctx)

    @deed(quotation, "speaker", "Say who speaks in a quotation")
    @app_commands.describe(
        quotation="Type the id of a source and a colon, then a passage or words of the quotation",
        speaker="A name; unknown; or written: and the account's words for somebody nobody can name",
        reason=REASON,
    )
    @app_commands.autocomplete(quotation=choosing("quotation"), speaker=choosing("speaker"))
    async def set_speaker(self, ctx: Context, quotation: str, speaker: str, *, reason: str) -> None:
        """Sets the speaker; typed, the quotation may be “a-source-id:12” where that passage has one only."""
        change = partial(passages.set_speaker, quotation=quotation, speaker=speaker, reason=reason)
        await self.changing.do(ctx, change)
