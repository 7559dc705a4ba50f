"""What one server has in the archive is to all others as if it were not there: answers are compared, word for word.

The same is asked of a bot whose archive holds another server's source, with that server's corrections, reports and
drafts, and of a bot whose archive does not. So is what a server has withdrawn.
"""

import asyncio
import io
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import discord
import pytest
from discord.ext import commands

from bot.answers.calls import QUESTIONS, Call
from bot.archive.accession import Accession, id_for
from bot.archive.archive import Archive
from bot.archive.records import ServerSettings, Viewer
from bot.client import ArchiveBot
from bot.rendering.discord_state import JumpState, PageState, PlainState, ReportState, SourceState, TabState
from bot.settings import Settings
from bot.shipped import open_archive
from cogs.find import MENU as FIND
from tests.small_archive import OWN, OWN_ID, OWN_TEXT, OWNER, settings_for

from .conftest import parts_of, words_of
from .doors import COMMANDS, completed
from .forging import chosen, pressed, quickly, submitted

HERE = 5_005
HIDDEN = "Danylo Zub, a ferryman, hid in the reeds on April 30, 2021. “The reeds were dry,” Mr. Zub said."
MINE = replace(OWN, original=HIDDEN.encode(), text=HIDDEN, title="In the reeds", guild=HERE, source_id="reeds")
MINE_ID = id_for(MINE, ())
BY: dict[str, Any] = {"by": "discord:77", "reason": "her secret reason"}
NAMED = ("Yaryna Kovalchuk", "schoolteacher", "At the ford", "Zorya", "Oksana Lisova")
NAMED_HERE = ("Danylo Zub", "ferryman", "In the reeds", "reeds", "Zubb")
DAYS = ("2021-04-30", "2021-05-04")
LEAST_DOORS = 150


@dataclass
class Asked:
    """Everything that is asked of one bot, with all that was answered, by door."""

    told: dict[str, Any]

    def note(self, door: str, response: Any, *more: Any) -> None:
        assert response is not None, door
        words, parts = words_of(response), parts_of(response)
        assert "on our side" not in words and "too many questions" not in words, door
        controls = [part["custom_id"] for part in parts if "custom_id" in part]
        options = [option for part in parts for option in part.get("options", ())]
        files = [(file.filename, file.size) for file in response.attachments]
        self.told[door] = (words, controls, options, files, *more)


def ids_of(source: str, person: str) -> tuple[str, ...]:
    return (source, f"{source}:1", f"id:{person}--{source}")


PROBES = (*NAMED, *DAYS, *ids_of(OWN_ID, "yaryna-kovalchuk"), "ford from Kovalchuk", "flour")
PROBES_HERE = (*NAMED_HERE, *DAYS, *ids_of(MINE_ID, "danylo-zub"), "reeds from Zub", "flour")


@pytest.fixture(scope="session")
def bare(tmp_path_factory) -> Path:
    """An archive that holds nothing but what everybody has."""
    settings = settings_for(tmp_path_factory.mktemp("bare"))
    asyncio.run(_filled(settings))
    return settings.archive_path


async def _filled(settings: Settings, *fill: Any) -> None:
    async with open_archive(settings) as archive:
        for each in fill:
            await each(archive)


async def another_servers(archive: Archive) -> None:
    """A source of OWNER's, and all that its moderators and members can do."""
    source = await archive.add(OWN)
    (person, *_) = await archive.persons_by_key(["kovalchuk"], Viewer(OWNER))
    await archive.set_server(OWNER, ServerSettings(plain=True, graphic="spoiler"), by="discord:77")
    await archive.rename_person("oksana-lisova", "Zorya Renamed", OWNER, **BY)
    await archive.add_variant("oksana-lisova", "Zorya", OWNER, **BY)
    await archive.rename_person(person.id, "Zorya Kovalchuk", OWNER, **BY)
    await archive.report(OWNER, source.id, 0, 6, "Yaryna", "her secret report")
    await archive.report(OWNER, "mill-siege", 0, 6, "Forty", "her secret report")
    draft = Accession("draft.txt", HIDDEN.encode(), HIDDEN, "In the reeds", guild=OWNER, added_by="discord:77")
    await archive.keep_draft(draft, {})
    await archive.edit_source(source.id, OWNER, {"publisher": "Secret Post"}, **BY)


async def withdrawn(archive: Archive) -> None:
    """A source of HERE's that was withdrawn."""
    source = await archive.add(MINE)
    await archive.withdraw(source.id, HERE, **BY)


quickly = pytest.fixture(autouse=True)(quickly)


@pytest.fixture(autouse=True)
def sentences_alone(env):
    """What was raised was a sentence for members, or a command without what it needs."""
    yield
    assert {type(error) for error in env.errors} <= {commands.MissingRequiredArgument}


@pytest.fixture
def settings(bare, tmp_path) -> Settings:
    shutil.copy(bare, tmp_path / "archive.db")
    return settings_for(tmp_path)


@pytest.fixture
async def bot_with(bare, tmp_path):
    """Makes bots whose archive holds something more."""
    made: list[ArchiveBot] = []

    async def make(*fill: Any) -> ArchiveBot:
        folder = tmp_path / f"with{len(made)}"
        folder.mkdir()
        await asyncio.to_thread(shutil.copy, bare, folder / "archive.db")
        settings = settings_for(folder)
        await _filled(settings, *fill)
        made.append(ArchiveBot(settings, shard_count=2))
        return made[-1]

    yield make
    for bot in made:
        await bot.close()


@pytest.fixture
def place(env):
    guild = env.create_guild("Readers", id=HERE)
    role = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    channel = guild.create_text_channel("history")
    halyna = guild.add_member(env.create_user("halyna"), roles=[role])
    return channel, guild.add_member(env.create_user("petro")), halyna


def states(source: str, words: tuple[str, ...]) -> Iterator[str]:
    """Buttons that nobody was offered."""
    yield SourceState(0, 1, source).custom_id() or ""
    for text in words[:2]:
        for state in (
            PageState(0, Call("search", text)),
            PlainState(Call("search", text)),
            PlainState(Call("context", f"{source}:1")),
            TabState(0, 0, f"who {text}"),
            TabState(0, 0, f"source {source}"),
            ReportState(Call("search", text)),
            ReportState(Call("source", source)),
            ReportState(Call("context", f"{source}:1")),
        ):
            yield state.custom_id() or ""


def typed(probes: tuple[str, ...]) -> Iterator[str]:
    """Every question about each of the probes; those that are about nothing, once."""
    for question in QUESTIONS:
        if question in {"help", "sources"}:
            yield question
        else:
            yield from (f"{question} {words}" for words in probes)


async def asked_by_a_member(place, probes: tuple[str, ...], text: str, source: str) -> dict[str, Any]:
    """All that a member can ask, choose, press and fill in."""
    channel, petro, _ = place
    asked = Asked({})
    for words in typed(probes):
        await petro.send(channel, f"!{words}")
        asked.note(words, channel.last_message)
    await petro.send(channel, "!who Taras Hrytsak")
    message = channel.last_message
    for words in probes:
        asked.note(f"choice {words}", (await chosen(petro, message, "choice:0:h", f"who {words}")).response)
        asked.note(f"choice of {words}", (await chosen(petro, message, "choice:0:h", f"search {words}")).response)
    for custom_id in dict.fromkeys(states(source, probes)):
        result = await pressed(petro, message, custom_id)
        if result.modal:
            asked.told[custom_id] = repr(result.modal)
        else:
            asked.note(custom_id, result.response)
    jump = JumpState(0, 9, Call("search", probes[2])).custom_id() or ""
    asked.note("jump", (await submitted(petro, message, jump, {"page": "2"})).response)
    for call in (Call("search", probes[2]), Call("source", source), Call("search", "flour")):
        form, value = ReportState(call).custom_id() or "", f"{source}:1:0-6"
        told = await submitted(petro, message, form, {"words": "wrong"}, {"item": value})
        asked.note(form, told.response)
    written = await petro.send(channel, text)
    asked.note("find", (await petro.context_menu(channel, FIND, written)).response)
    await suggested(asked, petro, channel, probes)
    return asked.told


async def suggested(asked: Asked, member, channel, probes: tuple[str, ...]) -> None:
    for name, parameter in completed(member._env.bot.tree):
        for part in ("", *(words[:6] for words in probes[:4]), probes[7]):
            asked.told[f"{name} {parameter} {part}"] = await member.autocomplete(channel, name, parameter, part)


async def asked_by_a_moderator(place) -> dict[str, Any]:
    """The lists that moderators have, and what they hand out."""
    channel, _, halyna = place
    asked = Asked({})
    for name, options in {
        "reports": {},
        "settings show": {},
        "audit": {},
        "source history": {"source": OWN_ID},
        "undo": {"number": "1"},
        "archive export": {},
    }.items():
        assert name in COMMANDS
        result = await halyna.slash(channel, name, **options)
        asked.note(name, result.response, [await contents(file) for file in result.response.attachments])
    await suggested(asked, halyna, channel, PROBES)
    return asked.told


async def contents(file: discord.Attachment) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(await file.read())) as packed:
        return [(name, packed.read(name)) for name in packed.namelist()]


def differences(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    assert one.keys() == other.keys()
    return {door: (one[door], other[door]) for door in one if one[door] != other[door]}


async def test_a_member_is_told_nothing_of_another_server(env, place, bot_with):
    without = await asked_by_a_member(place, PROBES, OWN_TEXT, OWN_ID)
    await env.restart_bot(await bot_with(another_servers))
    assert differences(without, await asked_by_a_member(place, PROBES, OWN_TEXT, OWN_ID)) == {}
    assert len(without) >= LEAST_DOORS


async def test_a_member_is_told_nothing_of_what_is_withdrawn(env, place, bot_with):
    without = await asked_by_a_member(place, PROBES_HERE, HIDDEN, MINE_ID)
    await env.restart_bot(await bot_with(withdrawn))
    assert differences(without, await asked_by_a_member(place, PROBES_HERE, HIDDEN, MINE_ID)) == {}
    assert len(without) >= LEAST_DOORS


async def test_a_moderator_is_told_nothing_of_another_server(env, place, bot_with):
    without = await asked_by_a_moderator(place)
    await env.restart_bot(await bot_with(another_servers))
    assert differences(without, await asked_by_a_moderator(place)) == {}


async def test_direct_messages_tell_nothing_of_any_server(env, bot_with):
    user = env.create_user("olha")

    async def asked() -> dict[str, Any]:
        told = Asked({})
        for words in typed(PROBES):
            await user.send_dm(f"!{words}")
            told.note(words, user.dm_channel.last_message)
        return told.told

    without = await asked()
    await env.restart_bot(await bot_with(another_servers))
    assert differences(without, await asked()) == {}


async def test_the_comparison_sees_a_source_that_is_the_servers_own(env, place, bot_with):
    """So that the tests above can fail: what is here, and not withdrawn, makes nearly all the difference."""

    async def added(archive: Archive) -> None:
        await archive.add(MINE)

    probes = PROBES_HERE[:8]
    without = await asked_by_a_member(place, probes, HIDDEN, MINE_ID)
    await env.restart_bot(await bot_with(added))
    found = differences(without, await asked_by_a_member(place, probes, HIDDEN, MINE_ID))
    assert len(found) > 50
