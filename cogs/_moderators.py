"""Who keeps which part of the archive: asked again at every command, button, form, menu and suggestion.

A server's own sources are kept by its moderators: those who may manage the server, and members of the role that is set
for it. The shared archive is the operator's: on the command line, or in direct messages from the operator's account.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import discord
from discord.ext import commands

from bot.answers.language import message
from bot.archive.archive import Archive
from bot.archive.records import ServerSettings, Viewer
from bot.errors import InputError

NOT_A_MODERATOR = message("That is for this server's moderators: the Manage Server permission, or the role set for it.")
NOT_THE_OPERATOR = message(
    "The shared archive is its operator's to keep; give this command in a server that you moderate."
)

Place = commands.Context[Any] | discord.Interaction[Any]


@dataclass(frozen=True, slots=True)
class Keeper:
    """Somebody who may change sources: those of `guild`, or with None the shared ones. `by` is for the audit log."""

    guild: int | None
    by: str

    @property
    def viewer(self) -> Viewer:
        """What they see: their server's sources and the shared ones."""
        return Viewer(self.guild)


class Moderators:
    """Tells who may keep what. `operator` is the id of the operator's account, where one is set."""

    def __init__(self, archive: Archive, operator: int | None) -> None:
        self._archive = archive
        self._operator = operator

    async def keeper(self, place: Place) -> Keeper:
        """Whoever gave the command or pressed the button there. Raises InputError for everybody who may not."""
        asker = _asker(place)
        by = f"discord:{asker.user.id}"
        if asker.guild is None:
            if self._operator is None or asker.user.id != self._operator:
                raise InputError(NOT_THE_OPERATOR)
            return Keeper(None, by)
        if not moderates(place, await self._archive.server(asker.guild)):
            raise InputError(NOT_A_MODERATOR)
        return Keeper(asker.guild, by)


def moderates(place: Place, settings: ServerSettings) -> bool:
    """Whether the member there may keep the server's sources."""
    return manages_server(place) or (settings.moderators is not None and settings.moderators in _roles(place))


def manages_server(place: Place) -> bool:
    """Whether the member's roles let them manage the server; its owner and administrators may.

    It is a permission of the whole server: what a channel allows or denies makes no difference. Of a server whose
    roles are unknown (the bot is not in it), Discord's word on the interaction is all there is.
    """
    asker = _asker(place)
    known = asker.client.get_guild(asker.guild) if asker.guild else None
    if known is not None and not known.unavailable:
        return isinstance(asker.user, discord.Member) and asker.user.guild_permissions.manage_guild
    return asker.interaction is not None and asker.interaction.permissions.manage_guild


class _Asker(NamedTuple):
    client: discord.Client
    user: discord.User | discord.Member
    guild: int | None
    interaction: discord.Interaction[Any] | None


def _asker(place: Place) -> _Asker:
    if isinstance(place, discord.Interaction):
        return _Asker(place.client, place.user, place.guild_id, place)
    return _Asker(place.bot, place.author, place.guild.id if place.guild else None, place.interaction)


def _roles(place: Place) -> set[int]:
    user = _asker(place).user
    return {role.id for role in user.roles} if isinstance(user, discord.Member) else set()
