"""What moderators set for their server: who may, what comes of it, and how long it holds."""

import asyncio
import shutil
from dataclasses import dataclass, replace

import discord
import pytest
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle, RoleHandle

from bot.answers.server_settings import with_graphic, with_plain
from bot.archive.records import ServerSettings
from cogs._permissions import NOT_HERE, NOT_YOU, NotAllowedError
from tests.small_archive import DATA

from .conftest import parts_of
from .conftest import words_of as all_words_of

SUBJECT = '\n[[subject]]\nterm = "flour"\ngraphic = true\n'
"""As if flour were something to be warned of: the accounts of the small archive hold nothing worse."""
FLOUR = "The flour ran out on a Sunday"
SHOWN = "graphic show: passages"
SPOILER = "graphic spoiler: passages"
PLAIN_ON, PLAIN_OFF = "plain on: answers", "plain off: answers"


@pytest.fixture
def settings(settings, tmp_path):
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    subjects = data / "subjects.toml"
    subjects.write_text(subjects.read_text("utf-8").replace(', "flour"', "") + SUBJECT, "utf-8")
    return replace(settings, data_path=data)


@dataclass
class Office:
    """A server with a moderator, Halyna, who may manage it by her role, and a member, Petro, who may not."""

    env: simcord.Env
    guild: GuildHandle
    channel: ChannelHandle
    moderators: RoleHandle
    halyna: MemberActor
    petro: MemberActor

    async def asked(self, words: str, member: MemberActor | None = None) -> str:
        """What the bot answers when a member, Halyna if nobody else, writes `words`."""
        return words_of(await self.message(words, member))

    async def message(self, words: str, member: MemberActor | None = None) -> discord.Message:
        await (member or self.halyna).send(self.channel, words)
        message = self.channel.last_message
        assert message is not None
        assert message.author == self.env.bot.user, f"no answer to {words}"
        return message

    def let_everybody_see_the_command(self) -> None:
        """As whoever runs a server can: Discord then lets members give it who lack the permission."""
        command = self.env.backend.find_command("settings", self.guild.id, type=1)
        self.guild.set_command_permissions(int(command["id"]), {self.petro: True})


def words_of(message) -> str:
    return all_words_of(message).strip()


def office_in(env, name: str, **options) -> Office:
    guild = env.create_guild(name, **options)
    channel = guild.create_text_channel("office")
    moderators = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    halyna = guild.add_member(env.create_user("halyna"), roles=[moderators])
    return Office(env, guild, channel, moderators, halyna, guild.add_member(env.create_user("petro")))


@pytest.fixture
def office(env):
    return office_in(env, "Readers")


@pytest.fixture
def refusals(env):
    """Whoever takes this has looked at the refusals: nothing but them was raised in the bot."""
    yield
    assert {type(error) for error in env.errors} == {NotAllowedError}


async def test_a_moderator_sees_what_is_set_in_every_form(env, office):
    typed = await office.asked("!settings")
    assert PLAIN_OFF in typed
    assert SHOWN in typed
    assert await office.asked("!settings show") == typed
    assert await office.asked(f"{env.bot.user.mention} settings show") == typed
    result = await office.halyna.slash(office.channel, "settings show")
    assert words_of(result.response) == typed
    assert result.ephemeral


async def test_a_moderator_changes_each_setting_in_every_form_and_the_other_stays(env, office):
    assert SPOILER in await office.asked("!settings graphic spoiler")
    both = await office.asked(f"{env.bot.user.mention} settings plain ON")
    assert PLAIN_ON in both
    assert SPOILER in both
    result = await office.halyna.slash(office.channel, "settings plain", value="off")
    assert result.ephemeral
    assert PLAIN_OFF in words_of(result.response)
    assert SPOILER in words_of(result.response)
    result = await office.halyna.slash(office.channel, "settings graphic", value="show")
    assert SHOWN in words_of(result.response)


async def test_two_settings_changed_at_once_are_both_kept(env, office):
    change, by = env.bot.get_cog("Settings")._changed, f"discord:{office.halyna.id}"
    guild = office.guild.id
    await asyncio.gather(change(guild, with_plain("on"), by), change(guild, with_graphic("spoiler"), by))
    shown = await office.asked("!settings")
    assert PLAIN_ON in shown
    assert SPOILER in shown


@pytest.mark.parametrize("words", ["plain", "plain maybe", "plain on please", 'plain "on', "plain   "])
async def test_what_plain_cannot_be_is_answered_with_what_it_can(office, words):
    assert await office.asked(f"!settings {words}") == "“plain” can be on or off: settings plain on, for example."
    assert PLAIN_OFF in await office.asked("!settings")


@pytest.mark.parametrize("words", ["graphic", "graphic hide", "graphic spoiler show"])
async def test_what_graphic_cannot_be_is_answered_with_what_it_can(office, words):
    refused = await office.asked(f"!settings {words}")
    assert refused == "“graphic” can be show or spoiler: settings graphic spoiler, for example."
    assert SHOWN in await office.asked("!settings")


async def test_what_is_no_setting_is_answered_with_those_there_are(office):
    refused = await office.asked("!settings colour @everyone blue")
    assert refused == "There is no such setting; behind settings may stand: graphic, moderators, plain, show."


async def test_the_slash_commands_offer_what_would_do(env):
    group = env.bot.tree.get_command("settings")
    offered = {
        command.name: [choice.value for parameter in command.parameters for choice in parameter.choices]
        for command in group.commands
    }
    assert offered == {"show": [], "plain": ["on", "off"], "graphic": ["show", "spoiler"], "moderators": []}
    left_out = [p.name for command in group.commands for p in command.parameters if not p.required]
    assert left_out == ["role"]


@pytest.mark.usefixtures("refusals")
@pytest.mark.parametrize(
    "words",
    ["settings", "settings show", "settings plain on", "settings graphic spoiler", "settings moderators Archivists"],
)
async def test_a_member_who_may_not_manage_the_server_is_refused_in_every_form(env, office, words):
    assert await office.asked(f"!{words}", office.petro) == NOT_YOU
    assert await office.asked(f"{env.bot.user.mention} {words}", office.petro) == NOT_YOU
    before = await office.asked("!settings")
    assert PLAIN_OFF in before
    assert SHOWN in before


async def test_discord_offers_the_command_to_moderators_only(office):
    assert "settings plain" in office.halyna.available_commands(office.channel)
    assert "settings plain" not in office.petro.available_commands(office.channel)
    assert "who" in office.petro.available_commands(office.channel)


@pytest.mark.usefixtures("refusals")
@pytest.mark.parametrize(
    ("name", "value"), [("show", {}), ("plain", {"value": "on"}), ("graphic", {"value": "spoiler"})]
)
async def test_a_member_whom_discord_lets_see_the_command_is_refused_all_the_same(office, name, value):
    office.let_everybody_see_the_command()
    result = await office.petro.slash(office.channel, f"settings {name}", **value)
    assert result.ephemeral
    assert words_of(result.response) == NOT_YOU
    before = await office.asked("!settings")
    assert PLAIN_OFF in before
    assert SHOWN in before


async def test_the_owner_and_administrators_may(env):
    owner = env.create_user("bohdana")
    office = office_in(env, "Owned", owner=owner)
    assert PLAIN_ON in await office.asked("!settings plain on", office.guild.add_member(owner))
    role = office.guild.create_role("Administrators", permissions=discord.Permissions(administrator=True))
    administrator = office.guild.add_member(env.create_user("olena"), roles=[role])
    assert PLAIN_OFF in await office.asked("!settings plain off", administrator)
    result = await administrator.slash(office.channel, "settings show")
    assert PLAIN_OFF in words_of(result.response)


@pytest.mark.usefixtures("refusals")
async def test_what_a_channel_allows_or_denies_makes_no_difference(office):
    office.channel = office.guild.create_text_channel(
        "turned-around",
        overwrites={
            office.petro: discord.PermissionOverwrite(manage_guild=True),
            office.moderators: discord.PermissionOverwrite(manage_guild=False),
        },
    )
    assert await office.asked("!settings plain on", office.petro) == NOT_YOU
    result = await office.petro.slash(office.channel, "settings plain", value="on")
    assert words_of(result.response) == NOT_YOU
    assert PLAIN_ON in await office.asked("!settings plain on")


@pytest.mark.usefixtures("refusals")
async def test_a_moderator_who_loses_the_role_is_refused_from_then_on(env, office):
    assert PLAIN_ON in await office.asked("!settings plain on")
    env.backend.remove_member_role(office.guild.id, office.halyna.id, office.moderators.id)
    assert await office.asked("!settings plain off") == NOT_YOU
    command = env.backend.find_command("settings", office.guild.id, type=1)
    office.guild.set_command_permissions(int(command["id"]), {office.halyna: True})
    result = await office.halyna.slash(office.channel, "settings plain", value="off")
    assert words_of(result.response) == NOT_YOU
    assert (await archive_of(env).server(office.guild.id)).plain


@pytest.mark.usefixtures("refusals")
async def test_a_role_that_loses_the_permission_is_worth_nothing_from_then_on(env, office):
    assert PLAIN_ON in await office.asked("!settings plain on")
    env.backend.edit_role(office.guild.id, office.moderators.id, {"permissions": 0})
    await env.settle()
    assert await office.asked("!settings plain off") == NOT_YOU


@pytest.mark.usefixtures("refusals")
async def test_in_direct_messages_there_is_nothing_to_set(env):
    user = env.create_user("olha")
    for words in ("!settings", "!settings plain on"):
        await user.send_dm(words)
        assert words_of(user.dm_channel.last_message) == NOT_HERE
    assert not [name for name in user.available_commands() if name.startswith("settings")]


@pytest.mark.usefixtures("refusals")
async def test_where_the_bot_does_not_know_the_roles_of_a_server_discords_word_counts(env, office):
    """As in a server that has the slash commands only, and not the bot."""
    office.let_everybody_see_the_command()
    env.bot._connection._remove_guild(env.bot.get_guild(office.guild.id))
    result = await office.halyna.slash(office.channel, "settings plain", value="on")
    assert PLAIN_ON in words_of(result.response)
    result = await office.petro.slash(office.channel, "settings plain", value="off")
    assert words_of(result.response) == NOT_YOU


async def test_what_one_server_sets_is_not_set_in_another(env, office):
    other = office_in(env, "Others", shard_id=1 - (office.guild.id >> 22) % 2)
    await office.asked("!settings plain on")
    await other.asked("!settings graphic spoiler")
    assert PLAIN_ON in await office.asked("!settings")
    assert SHOWN in await office.asked("!settings")
    assert PLAIN_OFF in await other.asked("!settings")
    assert SPOILER in await other.asked("!settings")


async def test_settings_hold_after_a_restart(env, office, new_bot):
    await office.asked("!settings plain on")
    await office.asked("!settings graphic spoiler")
    await env.bot.close()
    await env.restart_bot(new_bot())
    shown = await office.asked("!settings")
    assert PLAIN_ON in shown
    assert SPOILER in shown


async def test_answers_are_plain_text_where_that_is_set_and_laid_out_elsewhere(env, office):
    other = office_in(env, "Others")
    await office.asked("!settings plain on")
    plain, laid_out = await office.message("!search telephone"), await other.message("!search telephone")
    assert "telephone line broke" in plain.content
    assert not plain.flags.components_v2
    assert laid_out.flags.components_v2
    assert not laid_out.content
    assert "telephone line broke" in words_of(laid_out)
    assert not (await office.message("!settings")).flags.components_v2
    await office.asked("!settings plain off")
    assert (await office.message("!search telephone")).flags.components_v2


async def test_graphic_passages_are_covered_where_that_is_set_and_shown_elsewhere(env, office):
    other = office_in(env, "Others")
    await office.asked("!settings graphic spoiler")
    assert covered(await office.asked("!search flour"), FLOUR)
    assert not covered(await office.asked("!search telephone"), "telephone line broke")
    assert not covered(await other.asked("!search flour"), FLOUR)
    await office.asked("!settings plain on")
    assert covered(await office.asked("!search flour"), FLOUR)
    await office.asked("!settings graphic show")
    assert not covered(await office.asked("!search flour"), FLOUR)


async def test_the_passage_behind_a_source_button_is_covered_as_well(office):
    await office.asked("!settings graphic spoiler")
    message = await office.message("!search flour")
    identifier = next(
        part["custom_id"] for part in parts_of(message) if part.get("custom_id", "").startswith("source:")
    )
    pressed = await office.petro.click(message, custom_id=identifier)
    assert covered(words_of(pressed.response), FLOUR)
    assert not covered(words_of(pressed.response), "My daughter learned to count")


async def test_a_busy_archive_keeps_nobody_waiting_in_the_dark(env, office, monkeypatch):
    monkeypatch.setattr("cogs._asking.PATIENCE", 0.01)
    keep, waited = archive_of(env).set_server, asyncio.Event()

    async def slowly(guild: int, settings: ServerSettings, *, by: str) -> None:
        await asyncio.sleep(0.05)
        waited.set()
        await keep(guild, settings, by=by)

    monkeypatch.setattr(archive_of(env), "set_server", slowly)
    result = await office.halyna.slash(office.channel, "settings plain", value="on")
    assert waited.is_set()
    callbacks = [entry.json for entry in env.http_requests if entry.path.endswith("/callback")]
    assert callbacks == [{"type": 5, "data": {"flags": 64}}]
    assert PLAIN_ON in words_of(result.response)
    assert result.response.ephemeral
    assert (await archive_of(env).server(office.guild.id)).plain


def archive_of(env):
    return env.bot.get_cog("Settings")._archive


def covered(words: str, passage: str) -> bool:
    """Whether the passage stands in the words, between the marks of a spoiler; it must stand in them."""
    assert passage in words
    return words[: words.index(passage)].count("||") % 2 == 1


@pytest.mark.parametrize("words", ["who nobody at all", "on the thirtieth of never", "settings plain maybe"])
async def test_sentences_are_plain_text_too_where_that_is_set(office, words):
    await office.asked("!settings plain on")
    sentence = await office.asked(f"!{words}")
    assert office.channel.last_message.content == sentence.strip()
    assert not office.channel.last_message.flags.components_v2
