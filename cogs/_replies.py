"""The ways in which an answer reaches the member who asked: beside a message, to a slash command, to a button."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import discord
from discord.ext import commands

from bot.answers.model import Answer
from bot.archive.records import Viewer
from bot.rendering.discord_layout import Layout

QUIET = frozenset({"error", "nothing", "choice"})
"""Kinds of answer that only the asker needs to see."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer with the message that shows it, and the file that goes with that."""

    answer: Answer
    layout: Layout
    file: discord.File | None = None

    def message(self) -> dict[str, Any]:
        """The message as what discord.py's ways of sending take.

        The layout is stopped first: its controls are found by their `custom_id`, so the client need not keep it.
        """
        self.layout.stop()
        return {"view": self.layout} | ({"file": self.file} if self.file else {})


class Reply(ABC):
    """Where one answer goes. `asker` is the id of the member, `viewer` what they may see."""

    def __init__(self, asker: int, guild: int | None) -> None:
        self.asker = asker
        self.viewer = Viewer(guild)

    @abstractmethod
    async def still_working(self) -> None:
        """Show that the answer takes a moment. Called once at most, before `send`."""

    @abstractmethod
    async def send(self, shown: Shown) -> None:
        """Send the answer. Raises discord.HTTPException where Discord does not take it."""


class MessageReply(Reply):
    """An answer beside the message that asked."""

    def __init__(self, message: discord.Message) -> None:
        super().__init__(message.author.id, message.guild.id if message.guild else None)
        self._message = message

    async def still_working(self) -> None:
        """Shows the bot as typing, where it may."""
        with suppress(discord.HTTPException):
            await self._message.channel.typing()

    async def send(self, shown: Shown) -> None:
        """Sends a reply; a plain message where the question has been deleted in the meantime."""
        reference = self._message.to_reference(fail_if_not_exists=False)
        await self._message.channel.send(reference=reference, **shown.message())


class InteractionReply(Reply):
    """A new message that answers a slash command, a button or a menu.

    Public, but for what only the asker needs to see; for them alone with `private`. Once the answer has kept the
    asker waiting, Discord wants it as public or private as the waiting was: public, then, unless `private`.
    """

    def __init__(self, interaction: discord.Interaction[Any], *, private: bool = False) -> None:
        super().__init__(interaction.user.id, interaction.guild_id)
        self._interaction = interaction
        self._private = private

    async def still_working(self) -> None:
        """Shows the bot as thinking."""
        await self._interaction.response.defer(ephemeral=self._private, thinking=True)

    async def send(self, shown: Shown) -> None:
        """Sends the answer, as the first response or after the waiting."""
        private = self._private or shown.answer.kind in QUIET
        if self._interaction.response.is_done():
            await self._interaction.followup.send(ephemeral=private, **shown.message())
            return
        await self._interaction.response.send_message(ephemeral=private, **shown.message())


class EditReply(Reply):
    """An answer that takes the place of the message whose button or menu was used."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        super().__init__(interaction.user.id, interaction.guild_id)
        self._interaction = interaction

    async def still_working(self) -> None:
        """Takes the press; the message stays as it is for now."""
        await self._interaction.response.defer()

    async def send(self, shown: Shown) -> None:
        """Puts the answer where the message was; what is quiet is said beside it instead, and the message stays."""
        if shown.answer.kind in QUIET - {"choice"}:
            await InteractionReply(self._interaction, private=True).send(shown)
            return
        shown.layout.stop()
        attachments = [shown.file] if shown.file else []
        if self._interaction.response.is_done():
            await self._interaction.edit_original_response(view=shown.layout, attachments=attachments)
            return
        await self._interaction.response.edit_message(view=shown.layout, attachments=attachments)


def reply_to(ctx: commands.Context[Any]) -> Reply:
    """The reply to a command, however it was given."""
    return InteractionReply(ctx.interaction) if ctx.interaction else MessageReply(ctx.message)
