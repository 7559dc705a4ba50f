"""`python -m bot` as its own process against a small Discord on loopback: real HTTP, a real WebSocket, real signals."""

import asyncio
import shutil

import pytest

from tests.discord_server.limits import texts, walk
from tests.discord_server.server import DiscordServer
from tests.discord_server.state import TOKEN
from tests.small_archive import DATA, make_archive

from .bot_process import bot_process

EPHEMERAL = 1 << 6
DEFERRED, NEW_MESSAGE, EDIT = 5, 4, 7


@pytest.fixture(scope="module")
def archive_path(tmp_path_factory):
    return make_archive(tmp_path_factory.mktemp("archive")).archive_path


@pytest.fixture
def environment(archive_path, tmp_path):
    copy = shutil.copy(archive_path, tmp_path / "archive.db")
    return {"ARCHIVE_PATH": str(copy), "DATA_PATH": str(DATA), "SIEGE_DAY_ONE": "2021-03-21"}


async def went(bot):
    bot.terminate()
    return await bot.ended()


async def test_members_are_answered_in_every_way_and_the_bot_goes_when_told(environment, tmp_path):
    async with DiscordServer() as discord, bot_process(tmp_path, environment | discord.environment) as bot:
        await discord.ready()
        assert {command["name"] for command in discord.state.commands} == {
            "who", "on", "quote", "search", "sources", "source", "context", "help",
        }  # fmt: skip

        await discord.says("!who Lisova")
        by_prefix = await discord.answer()
        assert by_prefix.route == "message"
        assert "Oksana Lisova" in texts(by_prefix.message)

        await discord.mentions("who Lisova")
        assert texts((await discord.answer()).message) == texts(by_prefix.message)

        await discord.slash("who", name="Lisova")
        by_slash = await discord.answer()
        assert (by_slash.route, by_slash.body["type"]) == ("callback", NEW_MESSAGE)
        assert texts(by_slash.message) == texts(by_prefix.message)

        button = next(part for part in walk(by_slash.message["components"]) if part.get("label") == "Source")
        await discord.presses(by_slash.message, button["custom_id"])
        source = await discord.answer()
        assert source.message["flags"] & EPHEMERAL
        assert list(source.files.values()) == [(DATA / "accounts" / "mill-siege.md").read_bytes()]

        await discord.says("!weather in Kamianka")
        await discord.says("!who Hrytsak")
        assert [part["type"] for part in walk((await discord.answer()).message["components"])].count(3) == 1

        assert await went(bot) == 0
        assert discord.state.faults == []
        assert "Traceback" not in bot.log
        assert "Hrytsak" not in bot.log
        assert TOKEN not in bot.log


async def test_without_the_message_content_intent_mentions_and_slash_commands_are_answered(environment, tmp_path):
    knobs = DiscordServer(message_content=False)
    async with knobs as discord, bot_process(tmp_path, environment | discord.environment) as bot:
        await discord.ready()
        await discord.says("!who Lisova")
        await discord.mentions("on 2021-04-30")
        assert "30 April 2021" in texts((await discord.answer()).message)
        await discord.slash("quote", topic="flour", **{"from": "Lisova"})
        assert "We ground flour" in texts((await discord.answer()).message)
        assert await went(bot) == 0
        assert "message content intent" in bot.log
        assert len(discord.state.identified) == 2


async def test_a_refused_token_is_one_sentence_and_a_fault_of_the_settings(environment, tmp_path):
    async with DiscordServer() as discord:
        settings = environment | discord.environment | {"DISCORD_TOKEN": "wrong"}
        async with bot_process(tmp_path, settings) as bot:
            assert await bot.ended() == 2
            assert "DISCORD_TOKEN" in bot.log.splitlines()[-1]
            assert "Traceback" not in bot.log
            assert "wrong" not in bot.log


async def test_an_archive_that_cannot_be_opened_is_one_sentence(environment, tmp_path):
    (tmp_path / "archive.db").write_bytes(b"this is no archive" * 300)
    async with DiscordServer() as discord, bot_process(tmp_path, environment | discord.environment) as bot:
        assert await bot.ended() == 2
        assert "ARCHIVE_PATH" in bot.log.splitlines()[-1]
        assert "Traceback" not in bot.log


async def test_a_discord_that_cannot_be_reached_is_one_sentence(environment, tmp_path):
    async with DiscordServer() as gone:
        nowhere = gone.environment
    async with bot_process(tmp_path, environment | nowhere) as bot:
        assert await bot.ended() == 1
        assert bot.log.splitlines()[-1].startswith("Discord cannot be reached")
        assert "Traceback" not in bot.log


async def test_an_answer_under_way_is_finished_before_the_bot_goes(environment, tmp_path):
    hold = asyncio.Event()
    async with DiscordServer(hold=hold) as discord, bot_process(tmp_path, environment | discord.environment) as bot:
        await discord.ready()
        await discord.says("!who Lisova")
        await discord.answer()
        bot.terminate()
        await asyncio.sleep(0.5)
        hold.set()
        assert await bot.ended() == 0
        assert not discord.state.hung_up
        assert "did not take" not in bot.log
