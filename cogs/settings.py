"""What moderators can set for their server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers.model import Answer
from bot.answers.server_settings import (
    GRAPHIC,
    NOBODY,
    PLAIN,
    Change,
    Roles,
    no_such_setting,
    settings_answer,
    with_graphic,
    with_moderators,
    with_plain,
)
from bot.archive.archive import Archive
from bot.archive.records import ServerSettings
from cogs._asking import Asking
from cogs._cog import AskingCog
from cogs._commands import Callback, Question, limited
from cogs._permissions import for_server_managers
from cogs._replies import InteractionReply, MessageReply, Reply

Group = commands.HybridGroup[Any, ..., None]


def _group(callback: Callback) -> Group:
    make = commands.hybrid_group(name="settings", description="What is set for this server, and how to change it")
    return make(limited(for_server_managers(callback)))


def _setting(group: Group, name: str, description: str) -> Callable[[Callback], Question]:
    """Make a method a command behind `settings`, for those who may manage the server."""

    def make(callback: Callback) -> Question:
        # With rest_is_raw a value left out, or one word too many, gets to the method as well, to be told what would do.
        command = group.command(name=name, description=description, rest_is_raw=True)
        return command(limited(for_server_managers(callback)))

    return make


def _choices(values: Mapping[Any, str]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=meaning, value=value) for value, meaning in values.items()]


class RoleTyped(app_commands.Transformer, commands.Converter[str]):
    """A role: chosen in a slash command, where it comes as its mention; in a typed one whatever stands there."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A role, as Discord asks for it."""
        return discord.AppCommandOptionType.role

    async def transform(self, interaction: discord.Interaction[Any], value: discord.Role, /) -> str:
        """The role as if it had been mentioned; the one that everybody has by its name, which has no mention."""
        return value.name if value.is_default() else f"<@&{value.id}>"

    async def convert(self, ctx: commands.Context[Any], argument: str) -> str:
        """The words, unchanged."""
        return argument


class SettingsCog(AskingCog, name="Settings"):
    """Shows and changes what a server has set: one command a setting."""

    def __init__(self, asking: Asking, archive: Archive) -> None:
        super().__init__(asking)
        self._archive = archive
        self._one_at_a_time = asyncio.Lock()

    @_group
    async def settings(self, ctx: commands.Context[Any], *, setting: str = "") -> None:
        """Shows what is set, when it is typed alone; what comes here with more behind it is no setting."""
        known = sorted(command.name for command in self.settings.commands)
        await self._answer(ctx, no_such_setting(known) if setting else _as_it_is)

    @_setting(settings, "show", "What is set for this server")
    async def show(self, ctx: commands.Context[Any]) -> None:
        """Shows what is set."""
        await self._answer(ctx, _as_it_is)

    @_setting(settings, "plain", "Whether answers are plain text, without boxes")
    @app_commands.describe(value="Plain text, or laid out with a button beside each item")
    @app_commands.choices(value=_choices(PLAIN))
    async def plain(self, ctx: commands.Context[Any], *, value: str) -> None:
        """Sets whether answers are plain text."""
        await self._answer(ctx, with_plain(value))

    @_setting(settings, "graphic", "How passages on torture, bodies and wounds are shown")
    @app_commands.describe(value="Like any other, or hidden until somebody opens them")
    @app_commands.choices(value=_choices(GRAPHIC))
    async def graphic(self, ctx: commands.Context[Any], *, value: str) -> None:
        """Sets whether graphic passages stand behind a spoiler."""
        await self._answer(ctx, with_graphic(value))

    @_setting(settings, "moderators", "Whose members keep this server's sources, beside those who may manage it")
    @app_commands.describe(role="Members of this role add, correct and withdraw sources; leave it out for nobody")
    async def moderators(self, ctx: commands.Context[Any], *, role: Annotated[str, RoleTyped] = "") -> None:
        """Sets the role of moderators: chosen, mentioned or named; in a slash command none is nobody's."""
        role = role or (NOBODY if ctx.interaction else "")
        await self._answer(ctx, with_moderators(role, _roles(ctx)))

    async def _answer(self, ctx: commands.Context[Any], change: Change) -> None:
        reply, by = _reply_to(ctx), f"discord:{ctx.author.id}"

        async def work() -> Answer:
            settings = await self._changed(reply.viewer.guild, change, by)
            reply.plain = settings.plain
            return settings_answer(settings, _roles(ctx), reply.language)

        await self.asking.do(reply, work)

    async def _changed(self, guild: int | None, change: Change, by: str) -> ServerSettings:
        # Two settings changed at once: the second change must be one of what the first has left.
        async with self._one_at_a_time:
            before = await self._archive.server(guild)
            after = change(before)
            if guild is not None and after != before:
                await self._archive.set_server(guild, after, by=by)
        return after


def _as_it_is(settings: ServerSettings) -> ServerSettings:
    return settings


def _roles(ctx: commands.Context[Any]) -> Roles:
    """The roles of the server that the command was given in."""
    return {role.id: role.name for role in ctx.guild.roles if not role.is_default()} if ctx.guild else {}


def _reply_to(ctx: commands.Context[Any]) -> Reply:
    """Settings are for whoever sets them: a channel need not see them, where Discord allows."""
    return InteractionReply(ctx.interaction, private=True) if ctx.interaction else MessageReply(ctx.message)
