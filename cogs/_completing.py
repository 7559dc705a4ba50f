"""What is suggested to members while they type the parameters of a slash command."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord import app_commands

from bot.answers.language import language_of
from bot.answers.suggest.suggesting import Sought
from bot.archive.records import Viewer
from bot.errors import ArchiveBotError
from bot.rendering.discord_suggestions import choices_of
from cogs._cog import AskingCog
from cogs._errors import log_fault

Choices = list[app_commands.Choice[str]]
Completion = Callable[[discord.Interaction[Any], str], Coroutine[Any, Any, Choices]]

PATIENCE = 2.0
"""Seconds after which nothing is suggested: after three Discord takes no answer, and the member has typed on."""


def completing(sought: Sought) -> Completion:
    """What completes a parameter that takes this, for `app_commands.autocomplete` above a question of an AskingCog.

    Members are shown what they may see, checks or not: Discord runs none before it. It never fails; where something
    goes wrong nothing is suggested, and any words can be asked as they are.
    """

    async def complete(interaction: discord.Interaction[Any], typed: str) -> Choices:
        cog = getattr(interaction.command, "binding", None)
        if not isinstance(cog, AskingCog):
            return []
        try:
            language = language_of(str(interaction.locale))
            async with asyncio.timeout(PATIENCE):
                return choices_of(await cog.asking.suggest(sought, typed, Viewer(interaction.guild_id), language))
        except (ArchiveBotError, TimeoutError):
            return []
        except Exception as error:
            log_fault(error)
            return []

    return complete
