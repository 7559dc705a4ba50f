"""Commands that are not for everybody: what Discord is told of them, and what is checked whenever one is given."""

from __future__ import annotations

from typing import Any

from discord import app_commands
from discord.ext import commands

from bot.answers.language import message
from bot.errors import InputError
from cogs._commands import Callback
from cogs._moderators import manages_server

NOT_HERE = message("Settings belong to a server: give this command in one.")
NOT_YOU = message("Only members with the Manage Server permission can see and change the settings.")


class NotAllowedError(commands.CheckFailure):
    """A command was given by somebody, or somewhere, that it is not for; `original` says it to members."""

    def __init__(self, original: InputError) -> None:
        super().__init__(str(original))
        self.original = original


def for_server_managers(callback: Callback) -> Callback:
    """Make a command one of servers, for members who may manage theirs.

    Discord hides it from others as a slash command, but whoever runs a server can let anybody see it, and Discord
    knows nothing of typed commands: so it is checked as well, each time and in every form.
    """
    app_commands.guild_only()(callback)
    app_commands.default_permissions(manage_guild=True)(callback)
    return commands.check(_is_server_manager)(callback)


async def _is_server_manager(ctx: commands.Context[Any]) -> bool:
    if ctx.guild is None:
        raise NotAllowedError(InputError(NOT_HERE))
    if not manages_server(ctx):
        raise NotAllowedError(InputError(NOT_YOU))
    return True
