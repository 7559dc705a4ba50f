"""What is suggested to moderators while they type, and to nobody else: Discord runs no check before it asks."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
from discord import app_commands

from bot.answers.changing.suggesting import Changed, suggest_changed
from bot.answers.language import language_of
from bot.errors import ArchiveBotError
from bot.rendering.discord_suggestions import choices_of
from cogs._changing import Changing, keeping
from cogs._completing import PATIENCE, Choices, Completion
from cogs._errors import log_fault


def choosing(sought: Changed) -> Completion:
    """What completes a parameter of a moderator's command, in a cog that has a `changing`. It never fails."""

    async def complete(interaction: discord.Interaction[Any], typed: str) -> Choices:
        changing = getattr(getattr(interaction.command, "binding", None), "changing", None)
        if not isinstance(changing, Changing):
            return []
        try:
            async with asyncio.timeout(PATIENCE):
                return await _choices(interaction, sought, typed, changing)
        except (ArchiveBotError, TimeoutError):
            return []
        except Exception as error:
            log_fault(error)
            return []

    return complete


async def _choices(
    interaction: discord.Interaction[Any], sought: Changed, typed: str, changing: Changing
) -> list[app_commands.Choice[str]]:
    keeper = await changing.moderators.keeper(interaction)
    language = language_of(str(interaction.locale))
    return choices_of(await suggest_changed(sought, typed, keeping(changing.archive, keeper, language)))
