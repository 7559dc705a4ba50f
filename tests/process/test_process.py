"""`python -m bot` as its own process against a small Discord on loopback: real HTTP, a real WebSocket, real signals."""

import asyncio

from tests.discord_server.limits import texts, walk
from tests.discord_server.server import DiscordServer
from tests.discord_server.state import TOKEN
from tests.small_archive import DATA

from .bot_process import bot_process

EPHEMERAL = 1 << 6
DEFERRED, NEW_MESSAGE, EDIT = 5, 4, 7


async def test_members_are_answered_in_every_way_and_the_bot_goes_when_told(environment, tmp_path):
    async with DiscordServer() as discord, bot_process(tmp_path, environment | discord.environment) as bot:
        await discord.ready()
        questions = {"who", "on", "quote", "figures", "search", "sources", "source", "context", "help"}
        assert questions <= {command["name"] for command in discord.state.commands}

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

        assert await bot.went() == 0
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
        assert await bot.went() == 0
        assert "message content intent" in bot.log
        assert len(discord.state.identified) == 2


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


async def test_an_answer_that_has_to_be_sent_again_is_waited_for_as_well(environment, tmp_path):
    async with DiscordServer() as discord, bot_process(tmp_path, environment | discord.environment) as bot:
        await discord.ready()
        discord.fails("message", 500)
        discord.fails("callback", 502)
        await discord.says("!who Lisova")
        await discord.slash("on", date="2021-04-30")
        await discord.until(lambda: discord.state.failures == [])
        assert await bot.went() == 0
        first, second = sorted([(await discord.answer()).heading for _ in range(2)])
        assert first.startswith("30 April 2021")
        assert second == "Oksana Lisova"


async def test_commands_that_discord_does_not_register_are_still_typed(environment, tmp_path):
    async with DiscordServer() as discord, bot_process(tmp_path, environment | discord.environment) as bot:
        discord.fails("register", 403)
        await discord.until(lambda: discord.state.identified != [])
        await discord.says("!who Lisova")
        assert (await discord.answer()).heading == "Oksana Lisova"
        assert await bot.went() == 0
        assert "could not be registered (status 403)" in bot.log
        assert "Traceback" not in bot.log
