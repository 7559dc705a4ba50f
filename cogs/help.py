"""Help: as a command, and for whoever only mentions the bot."""

from __future__ import annotations

from typing import Any

import discord
from discord.ext import commands

from bot.answers.desk import Call
from cogs._asking import Asking
from cogs._cog import AskingCog
from cogs._commands import question
from cogs._replies import MessageReply, reply_to


class HelpCog(AskingCog, name="Help"):
    """What can be asked. `client` is asked who the bot is, once it is logged in."""

    def __init__(self, asking: Asking, client: discord.Client) -> None:
        super().__init__(asking)
        self._client = client

    @question("help", "What can be asked, with examples")
    async def help(self, ctx: commands.Context[Any]) -> None:
        """Answers with the questions and examples of each."""
        await self.asking.answer(reply_to(ctx), Call("help"))

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """A bare mention of the bot gets help; every other message is for the commands to read."""
        me = self._client.user
        if me is None or message.author.bot:
            return
        if message.content.strip() in {f"<@{me.id}>", f"<@!{me.id}>"}:
            await self.asking.answer(MessageReply(message), Call("help"))
