"""The ways in which an answer reaches the member who asked: beside a message, to a slash command, to a button."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import discord
from discord.ext import commands

from bot.answers.language import Language, language_of
from bot.answers.model import Answer
from bot.archive.records import Viewer
from bot.rendering.discord_message import Message

QUIET = frozenset({"error", "nothing", "choice"})
"""Kinds of answer that only the asker needs to see."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer with the message that shows it, and the file that goes with that."""

    answer: Answer
    message: Message
    file: discord.File | None = None

    def sent(self) -> dict[str, Any]:
        """The message as what discord.py's ways of sending take."""
        content = {} if self.message.content is None else {"content": self.message.content}
        return {"view": self.message.view, **content} | ({"file": self.file} if self.file else {})

    def edited(self) -> dict[str, Any]:
        """The message as what takes the place of another of the same form; files of that go."""
        content = {} if self.message.content is None else {"content": self.message.content}
        # Said every time: of an edit, discord.py sends what the client allows only where it is told to.
        mentions = discord.AllowedMentions.none()
        files = [self.file] if self.file else []
        return {"view": self.message.view, "attachments": files, "allowed_mentions": mentions, **content}


class Reply(ABC):
    """Where one answer goes. `asker` is the id of the member, `viewer` what they may see, `language` theirs.

    `plain` is whether it must be plain text; None: as the server has set, until that is known.
    """

    def __init__(self, asker: int, guild: int | None, locale: discord.Locale | None, plain: bool | None = None) -> None:
        self.asker = asker
        self.viewer = Viewer(guild)
        self.language: Language = language_of(locale.value if locale else None)
        self.plain = plain

    @abstractmethod
    def is_private(self, answer: Answer) -> bool:
        """Whether the asker alone will see this answer."""

    @abstractmethod
    async def still_working(self) -> None:
        """Show that the answer takes a moment. Called once at most, before `send`."""

    @abstractmethod
    async def tell(self, shown: Shown) -> None:
        """Show how far long work has come; what `send` sends takes its place. Raises as `send` does."""

    @abstractmethod
    async def send(self, shown: Shown) -> None:
        """Send the answer. Raises discord.HTTPException where Discord does not take it."""


class MessageReply(Reply):
    """An answer beside the message that asked, in the language of the server."""

    def __init__(self, message: discord.Message) -> None:
        guild = message.guild
        super().__init__(message.author.id, guild.id if guild else None, guild.preferred_locale if guild else None)
        self._message = message
        self._told: discord.Message | None = None

    def is_private(self, answer: Answer) -> bool:
        """Never: what stands in a channel is for all."""
        return False

    async def still_working(self) -> None:
        """Shows the bot as typing, where it may."""
        with suppress(discord.HTTPException):
            await self._message.channel.typing()

    async def tell(self, shown: Shown) -> None:
        """Sends a reply, and changes it from then on."""
        if self._told is None:
            reference = self._message.to_reference(fail_if_not_exists=False)
            self._told = await self._message.channel.send(reference=reference, **shown.sent())
        else:
            await self._told.edit(**shown.edited())

    async def send(self, shown: Shown) -> None:
        """Sends a reply; a plain message where the question has been deleted in the meantime."""
        if self._told is not None:
            await self._told.edit(**shown.edited())
            return
        reference = self._message.to_reference(fail_if_not_exists=False)
        # Of two messages with one nonce Discord makes one: a question that comes twice has one answer.
        await self._message.channel.send(reference=reference, nonce=self._message.id, **shown.sent())


class InteractionReply(Reply):
    """A new message that answers a slash command, a button or a menu, in the language of the member.

    Public, but for what only the asker needs to see; for them alone with `private`.
    """

    def __init__(
        self, interaction: discord.Interaction[Any], *, private: bool = False, plain: bool | None = None
    ) -> None:
        super().__init__(interaction.user.id, interaction.guild_id, interaction.locale, plain)
        self._interaction = interaction
        self._private = private
        self._told: discord.Message | None = None

    def is_private(self, answer: Answer) -> bool:
        """Where it was to be, and what only the asker needs to see."""
        return self._private or answer.kind in QUIET

    async def still_working(self) -> None:
        """Shows the bot as thinking."""
        if not self._interaction.response.is_done():
            await self._interaction.response.defer(ephemeral=self._private, thinking=True)

    async def tell(self, shown: Shown) -> None:
        """Sends a message of its own, and changes it from then on."""
        if self._told is not None:
            await self._told.edit(**shown.edited())
            return
        await self.still_working()
        self._told = await self._interaction.followup.send(ephemeral=self._private, wait=True, **shown.sent())

    async def send(self, shown: Shown) -> None:
        """Sends the answer, as the first response or after the waiting."""
        if self._told is not None:
            await self._told.edit(**shown.edited())
            return
        private = self.is_private(shown.answer)
        if not self._interaction.response.is_done():
            await self._interaction.response.send_message(ephemeral=private, **shown.sent())
            return
        if private == self._private:
            # An edit, not what would follow: sent twice, because the first try seemed lost, it is there once.
            await self._interaction.edit_original_response(**shown.edited())
            return
        # What follows the waiting is as public as the waiting was: so that has to go first.
        with suppress(discord.HTTPException):
            await self._interaction.delete_original_response()
        await self._interaction.followup.send(ephemeral=private, **shown.sent())


class EditReply(Reply):
    """An answer that takes the place of the message whose button, menu or form was used, in the form of that."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        message = interaction.message
        plain = None if message is None else not message.flags.components_v2
        super().__init__(interaction.user.id, interaction.guild_id, interaction.locale, plain)
        self._interaction = interaction
        self._alone = message is not None and message.flags.ephemeral

    def is_private(self, answer: Answer) -> bool:
        """Where the message is, and what is said beside it."""
        return self._alone or _said_beside(answer)

    async def still_working(self) -> None:
        """Takes the press; the message stays as it is for now."""
        if not self._interaction.response.is_done():
            await self._interaction.response.defer()

    async def tell(self, shown: Shown) -> None:
        """Puts it where the message was."""
        await self.still_working()
        await self._interaction.edit_original_response(**shown.edited())

    async def send(self, shown: Shown) -> None:
        """Puts the answer where the message was; what is quiet is said beside it instead, and the message stays."""
        if _said_beside(shown.answer):
            await InteractionReply(self._interaction, private=True).send(shown)
            return
        if self._interaction.response.is_done():
            await self._interaction.edit_original_response(**shown.edited())
            return
        await self._interaction.response.edit_message(**shown.edited())


def _said_beside(answer: Answer) -> bool:
    return answer.kind in QUIET - {"choice"}


def reply_to(ctx: commands.Context[Any]) -> Reply:
    """The reply to a command, however it was given."""
    return InteractionReply(ctx.interaction) if ctx.interaction else MessageReply(ctx.message)
