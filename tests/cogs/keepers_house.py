"""A server with those who keep the archive and those who do not, or not any more."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass

import discord
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle, RoleHandle

from .conftest import words_of
from .doors import COMMANDS, given

SLASH, TYPED, MENTIONED = "slash", "typed", "mentioned"


@dataclass
class House:
    """A server with those who may and those who may not, and what another server has in the archive."""

    env: simcord.Env
    guild: GuildHandle
    channel: ChannelHandle
    permitted: RoleHandle
    archivists: RoleHandle
    halyna: MemberActor
    pavlo: MemberActor
    petro: MemberActor
    path: str

    @property
    def archive(self):
        return self.env.bot.get_cog("Reports")._archive

    def let_see(self, name: str, member: MemberActor, kind: int = 1) -> None:
        command = self.env.backend.find_command(name, self.guild.id, type=kind)
        self.guild.set_command_permissions(int(command["id"]), {member: True})

    async def message(self):
        """An answer of the bot, under which anything can be forged."""
        await self.petro.send(self.channel, "!who Lisova")
        return self.channel.last_message

    async def give(self, name: str, form: str, member: MemberActor, words: str = "flour", *, everything=False) -> str:
        """What a member is told who gives a command in one of its forms; "" where the bot says nothing."""
        command = given(name, words, self.permitted, everything=everything) if name in COMMANDS else None
        if form == SLASH:
            assert command is not None
            self.let_see(name.split()[0], member)
            result = await member.slash(self.channel, name, **command.options)
            assert result.response is None or result.ephemeral, name
            return words_of(result.response).strip() if result.response else repr(result.modal)
        before = self.channel.last_message
        prefix = "!" if form == TYPED else f"{self.env.bot.user.mention} "
        await member.send(self.channel, f"{prefix}{command.typed if command else name}")
        after = self.channel.last_message
        assert after is not None
        said = after.author == self.env.bot.user and (before is None or after.id != before.id)
        return words_of(after).strip() if said else ""

    def kept(self) -> dict[str, list]:
        """Everything in the archive file that a moderator could change."""
        tables = ("sources", "documents", "versions", "corrections", "audit", "reports", "drafts", "servers")
        with closing(sqlite3.connect(self.path)) as file:
            return {table: file.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


async def a_member(house: House) -> MemberActor:
    """Somebody who was never a moderator."""
    return house.petro


async def with_a_permission_in_the_channel(house: House) -> MemberActor:
    """Somebody to whom this channel alone gives the permission."""
    house.channel = house.guild.create_text_channel(
        "turned-around", overwrites={house.petro: discord.PermissionOverwrite(manage_guild=True)}
    )
    return house.petro


async def who_has_lost_the_permission(house: House) -> MemberActor:
    """Somebody whose role is taken away."""
    house.env.backend.remove_member_role(house.guild.id, house.halyna.id, house.permitted.id)
    return house.halyna


async def whose_role_has_lost_it(house: House) -> MemberActor:
    """Somebody whose role may not manage the server any more."""
    house.env.backend.edit_role(house.guild.id, house.permitted.id, {"permissions": 0})
    await house.env.settle()
    return house.halyna


async def who_has_lost_the_role_that_is_set(house: House) -> MemberActor:
    """Somebody who kept sources by the role that is set, and has it no more."""
    await set_role(house, f"<@&{house.archivists.id}>")
    house.env.backend.remove_member_role(house.guild.id, house.pavlo.id, house.archivists.id)
    return house.pavlo


async def whose_role_is_set_no_more(house: House) -> MemberActor:
    """Somebody who still has the role, which is not set any more."""
    await set_role(house, f"<@&{house.archivists.id}>")
    await set_role(house, "nobody")
    return house.pavlo


async def whose_role_is_deleted(house: House) -> MemberActor:
    """Somebody whose role is set, and deleted."""
    await set_role(house, f"<@&{house.archivists.id}>")
    house.env.backend.delete_role(house.guild.id, house.archivists.id)
    await house.env.settle()
    return house.pavlo


async def set_role(house: House, role: str) -> None:
    await house.halyna.send(house.channel, f"!settings moderators {role}")
    assert "Settings of this server" in words_of(house.channel.last_message)


WHO_MAY_NOT = (
    a_member,
    with_a_permission_in_the_channel,
    who_has_lost_the_permission,
    whose_role_has_lost_it,
    who_has_lost_the_role_that_is_set,
    whose_role_is_set_no_more,
    whose_role_is_deleted,
)
