"""A server with a source of its own, a moderator who keeps it, and a member who does not; and another server."""

from dataclasses import dataclass
from datetime import date

import discord
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle, RoleHandle

from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.lookup.standing import Stretch

from .conftest import parts_of, words_of

TEXT = (
    "LYMAN, June 4, 2021 — Nadiya Hrytsak, a baker, baked by candlelight. “The oven was our clock,” Ms. Hrytsak said."
    "\n\n“We had one loaf a day,” said a man in a torn coat. “It was enough.”"
    "\n\nThe candles ran out on May 30, 2021. Four days later Oksana Lisova brought oil. “I walked,” Ms. Lisova said."
)
REASON = "the print edition has it so"


@dataclass
class Office:
    """One server. `source` is the id of its own source, `role` what makes Halyna a moderator."""

    env: simcord.Env
    guild: GuildHandle
    channel: ChannelHandle
    role: RoleHandle
    halyna: MemberActor
    petro: MemberActor
    source: str

    async def asked(self, words: str, member: MemberActor | None = None) -> str:
        """What the bot answers when a member, Petro if nobody else, writes `words`."""
        await (member or self.petro).send(self.channel, words)
        return words_of(self.channel.last_message)

    async def finds(self, words: str) -> bool:
        """Whether a member finds a passage with these words."""
        return "No passage holds" not in await self.asked(f"!search {words}")

    async def does(self, command: str, member: MemberActor | None = None, **options):
        """What comes of a slash command of Halyna's, if of nobody else's."""
        return await (member or self.halyna).slash(self.channel, command, **options)

    async def told(self, command: str, member: MemberActor | None = None, **options) -> str:
        """The words of the same."""
        return words_of((await self.does(command, member, **options)).response).strip()

    async def offered(self, command: str, option: str, typed: str = "", member: MemberActor | None = None):
        """What is offered while it is typed: value to label."""
        choices = await (member or self.halyna).autocomplete(self.channel, command, option, typed)
        return {choice["value"]: choice["name"] for choice in choices}

    def lose_the_role(self) -> None:
        """Halyna moderates no more."""
        self.env.backend.remove_member_role(self.guild.id, self.halyna.id, self.role.id)


def archive_of(env) -> Archive:
    return env.bot.get_cog("Person").changing.archive


async def office_in(env, name: str, text: str = TEXT, *, title: str = "The oven in Lyman") -> Office:
    guild = env.create_guild(name)
    role = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    # Logs in, so that there is an archive.
    channel = guild.create_text_channel("office")
    halyna = guild.add_member(env.create_user(f"halyna-{name.lower()}"), roles=[role])
    petro = guild.add_member(env.create_user(f"petro-{name.lower()}"))
    document = Accession(
        "oven.txt", text.encode(), text, title, published=date(2021, 6, 4), guild=guild.id, added_by="discord:1"
    )
    source = await archive_of(env).add(document)
    return Office(env, guild, channel, role, halyna, petro, source.id)


async def quotation_in(office: Office, words: str) -> str:
    """The pointer to the quotation that begins so."""
    found = await archive_of(office.env).quotations_of_source(office.source, office.guild.id, Stretch(), 100)
    place = next(each.place for each in found if each.text.startswith(words))
    return f"{office.source}@{place.start}-{place.end}"


def labels_of(message) -> list[str]:
    return [part["label"] for part in parts_of(message) if part.get("label")]
