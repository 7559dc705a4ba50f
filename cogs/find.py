"""What the archive has on a message: with a right click on it, as a reply to it, or with its words typed."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers.desk import Call
from cogs._asking import Asking
from cogs._cog import AskingCog
from cogs._commands import QUESTIONS, SECONDS, question
from cogs._message_text import plain_words, text_of
from cogs._replies import InteractionReply, reply_to

Client = discord.Interaction[Any]
MENU = "Find in archive"


class FindCog(AskingCog, name="Find"):
    """The people, days and quotations of a message. `tree` is where the message's menu is put."""

    def __init__(self, asking: Asking, tree: app_commands.CommandTree[Any]) -> None:
        super().__init__(asking)
        self._tree = tree
        self._menu = app_commands.ContextMenu(name=app_commands.locale_str(MENU), callback=self.find_in_archive)
        cooldown = commands.Cooldown(QUESTIONS, SECONDS)
        self._cooldown = commands.CooldownMapping[Client](cooldown, lambda interaction: interaction.user.id)

    async def cog_load(self) -> None:
        """Put the entry into the menu of messages."""
        self._tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take the entry out of the menu again."""
        self._tree.remove_command(self._menu.name, type=self._menu.type)

    @question(
        "find",
        "The people, days and quotations that a text speaks of, as far as the archive has them",
        text="The text to look into, such as a message that somebody wrote",
    )
    async def find(self, ctx: commands.Context[Any], *, text: str = "") -> None:
        """Answers with what the archive has on the text; without any, on the message that this one replies to."""
        asked = ctx.message
        meant = asked.reference.resolved if asked.reference else None
        if text or not isinstance(meant, discord.Message):
            await self.asking.answer(reply_to(ctx), Call("find", plain_words(text), written=asked.created_at.date()))
        else:
            await self.asking.answer(reply_to(ctx), _call(meant))

    async def find_in_archive(self, interaction: Client, message: discord.Message) -> None:
        """Answers whoever opened the menu of a message, and nobody else, with what the archive has on it."""
        reply = InteractionReply(interaction, private=True)
        wait = self._cooldown.update_rate_limit(interaction)
        if wait is None:
            await self.asking.answer(reply, _call(message))
            return
        cooldown = commands.Cooldown(QUESTIONS, SECONDS)
        await self.asking.refuse(reply, commands.CommandOnCooldown(cooldown, wait, commands.BucketType.user))


def _call(message: discord.Message) -> Call:
    return Call("find", text_of(message), written=message.created_at.date())
