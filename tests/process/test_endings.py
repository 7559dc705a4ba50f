"""What ends the bot: one plain sentence on standard error, and an exit status that says whose fault it was."""

import pytest

from tests.discord_server.server import DiscordServer

from .bot_process import bot_process

NOWHERE = "ws://127.0.0.1:1/"
SETTINGS, NOT_OURS = 2, 1


def is_plain(bot):
    """Whether the last line is a sentence, not a line of the log, and nothing above it a trace."""
    return "Traceback" not in bot.log and bot.last_words[-1] in ".?" and not bot.last_words[0].isdigit()


async def test_a_token_that_the_api_refuses(environment, tmp_path):
    async with DiscordServer() as discord:
        settings = environment | discord.environment | {"DISCORD_TOKEN": "wrong"}
        async with bot_process(tmp_path, settings) as bot:
            assert await bot.ended() == SETTINGS
            assert "DISCORD_TOKEN" in bot.last_words
            assert is_plain(bot)
            assert "wrong" not in bot.log


@pytest.mark.parametrize(
    ("code", "status", "words"),
    [(4004, SETTINGS, "DISCORD_TOKEN"), (4014, NOT_OURS, "intents"), (4011, NOT_OURS, "closed the connection")],
)
async def test_a_gateway_that_refuses_the_bot_for_good(environment, tmp_path, code, status, words):
    refusing = DiscordServer(turned_away=("identify", code))
    async with refusing as discord, bot_process(tmp_path, environment | discord.environment) as bot:
        assert await bot.ended() == status
        assert words in bot.last_words
        assert is_plain(bot)


async def test_a_gateway_that_closes_for_good_on_a_bot_at_work(environment, tmp_path):
    async with DiscordServer() as discord, bot_process(tmp_path, environment | discord.environment) as bot:
        await discord.ready()
        await discord.closes(4004)
        assert await bot.ended() == SETTINGS
        assert "DISCORD_TOKEN" in bot.last_words
        assert is_plain(bot)


async def test_an_archive_that_cannot_be_opened(environment, tmp_path):
    (tmp_path / "archive.db").write_bytes(b"this is no archive" * 300)
    async with DiscordServer() as discord, bot_process(tmp_path, environment | discord.environment) as bot:
        assert await bot.ended() == SETTINGS
        assert "ARCHIVE_PATH" in bot.last_words
        assert is_plain(bot)


async def test_a_discord_that_cannot_be_reached(environment, tmp_path):
    async with DiscordServer() as gone:
        nowhere = gone.environment
    async with bot_process(tmp_path, environment | nowhere) as bot:
        assert await bot.ended() == NOT_OURS
        assert bot.last_words.startswith("Discord cannot be reached")
        assert is_plain(bot)


async def test_an_api_that_refuses_the_bot_just_now(environment, tmp_path):
    async with DiscordServer() as discord, bot_process(tmp_path, environment | discord.environment) as bot:
        discord.fails("me", 403)
        assert await bot.ended() == NOT_OURS
        assert bot.last_words == "Discord does not let the bot in just now (status 403)."
        assert is_plain(bot)


@pytest.mark.parametrize("turned_away", [None, ("hello", 4000), ("identify", 4000)])
async def test_a_gateway_that_never_lets_the_bot_in(environment, tmp_path, turned_away):
    async with DiscordServer(turned_away=turned_away) as discord:
        settings = environment | discord.environment
        settings |= {} if turned_away else {"DISCORD_GATEWAY_URL": NOWHERE}
        async with bot_process(tmp_path, settings, first_connection=0.6) as bot:
            assert await bot.ended() == NOT_OURS
            assert bot.last_words.startswith("Discord's gateway does not let the bot in")
            assert is_plain(bot)
            assert discord.state.connections < 5


async def test_told_to_go_while_the_gateway_does_not_answer_it_goes(environment, tmp_path):
    silent = DiscordServer(turned_away=("connect", 503))
    async with silent as discord, bot_process(tmp_path, environment | discord.environment) as bot:
        await discord.until(lambda: discord.state.connections > 0)
        assert await bot.went() == 0
        assert "Traceback" not in bot.log


async def test_a_bot_that_was_let_in_once_waits_longer_than_for_the_first_time(environment, tmp_path):
    settings, server = environment, DiscordServer()
    async with server as discord, bot_process(tmp_path, settings | discord.environment, first_connection=1.0) as bot:
        await discord.ready()
        discord.state.turned_away = ("connect", 503)
        discord.drops()
        await discord.until(lambda: discord.state.connections >= 3)
        discord.state.turned_away = None
        await discord.ready()
        assert await bot.went() == 0
        assert "Traceback" not in bot.log
