"""What comes of a press on a button or menu under an answer, however old the answer is."""

from __future__ import annotations

from typing import Any

import discord
from discord.ext import commands

from bot.rendering.discord_state import ChoiceState, PageState, SourceState
from cogs._cog import AskingCog
from cogs._replies import EditReply, InteractionReply, Reply

Press = discord.Interaction[Any]


class PressesCog(AskingCog, name="Presses"):
    """Listens to the controls of `bot.rendering.discord_controls`."""

    @commands.Cog.listener()
    async def on_source_press(self, interaction: Press, state: SourceState) -> None:
        """Shows the presser the passage with its neighbours, and the document."""
        reply = InteractionReply(interaction, private=True)
        await self.asking.answer(reply, f"context {state.source}:{state.passage}", attach=state.source)

    @commands.Cog.listener()
    async def on_page_press(self, interaction: Press, state: PageState) -> None:
        """Turns the page for the asker; anybody else gets the page for themselves."""
        await self.asking.answer(_in_place(interaction, state.asker), state.call)

    @commands.Cog.listener()
    async def on_choice_press(self, interaction: Press, state: ChoiceState, words: str) -> None:
        """Asks what was chosen: in place of the menu, or below it where that is help or was for the asker alone."""
        await self.asking.answer(_after_choice(interaction, state), words)


def _after_choice(interaction: Press, state: ChoiceState) -> Reply:
    quiet = interaction.message is not None and interaction.message.flags.ephemeral
    if state.after == "h" or (state.after == "c" and quiet):
        return InteractionReply(interaction)
    return _in_place(interaction, state.asker)


def _in_place(interaction: Press, asker: int) -> Reply:
    if asker in {0, interaction.user.id}:
        return EditReply(interaction)
    return InteractionReply(interaction, private=True)
