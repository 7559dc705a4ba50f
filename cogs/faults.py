"""What becomes of an error that no command has dealt with."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers.calls import one_letter_off
from cogs._asking import Asking
from cogs._changing import usage
from cogs._cog import AskingCog
from cogs._replies import InteractionReply, MessageReply, reply_to


class FaultsCog(AskingCog, name="Faults"):
    """Answers errors, those of slash commands through `tree`; leaves messages alone that only look like commands."""

    def __init__(self, asking: Asking, tree: app_commands.CommandTree[Any]) -> None:
        super().__init__(asking)
        tree.error(self.on_tree_error)

    @commands.Cog.listener()
    async def on_command_error(self, ctx: commands.Context[Any], error: commands.CommandError) -> None:
        """Answers with what was wrong.

        An unknown command is not ours to answer, unless it was said to us by name or is one letter off.

        A question without its subject is asked as it is: the answer says what it needs.
        """
        if isinstance(error, commands.CommandNotFound):
            by_name = ctx.prefix is not None and ctx.prefix.startswith("<@")
            if ctx.prefix and (by_name or one_letter_off(ctx.invoked_with or "")):
                await self.asking.answer(MessageReply(ctx.message), ctx.message.content.removeprefix(ctx.prefix))
        elif isinstance(error, commands.MissingRequiredArgument) and ctx.command and ctx.command.parent:
            await self.asking.refuse(reply_to(ctx), usage(ctx))
        elif isinstance(error, commands.MissingRequiredArgument) and ctx.command:
            await self.asking.answer(reply_to(ctx), ctx.command.name)
        else:
            await self.asking.refuse(reply_to(ctx), error)

    async def on_tree_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError) -> None:
        """Answers a slash command that failed before it reached its question."""
        await self.asking.refuse(InteractionReply(interaction, private=True), error)
