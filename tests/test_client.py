"""What the Discord client makes of an archive that cannot be opened, and of a Discord that hangs up."""

import logging
from contextlib import asynccontextmanager
from pathlib import Path

import discord
import pytest

import bot.client
from bot.client import NOT_OPENED, ArchiveBot
from bot.connection import PlainLog
from bot.errors import ArchiveError, DiscordError
from bot.settings import Settings


@pytest.fixture
def bots(monkeypatch: pytest.MonkeyPatch):
    """The bots that are run, each ending as `endings` says, the last without an error."""
    run = []

    class Bot:
        endings: list[Exception] = []

        def __init__(self, settings: Settings, **options: object) -> None:
            run.append(options)

        async def __aenter__(self):
            return self

        async def __aexit__(self, *_: object) -> None:
            pass

        async def start(self, token: str) -> None:
            if Bot.endings:
                raise Bot.endings.pop(0)

    monkeypatch.setattr(bot.client, "ArchiveBot", Bot)
    return Bot, run


async def test_a_fault_of_the_disk_is_not_laid_to_discord(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    @asynccontextmanager
    async def unreadable(settings: Settings):
        raise PermissionError(13, "Permission denied", str(settings.archive_path))
        yield

    monkeypatch.setattr(bot.client, "open_archive", unreadable)
    async with ArchiveBot(Settings(archive_path=tmp_path / "archive.db")) as client:
        with pytest.raises(ArchiveError, match=NOT_OPENED):
            await client.setup_hook()


async def test_a_gateway_that_hangs_up_on_a_bot_that_comes_back_is_no_end(bots) -> None:
    bot_class, run = bots
    bot_class.endings = [discord.gateway.ReconnectWebSocket(0)]
    await bot.client._run(Settings(discord_token="token"))
    assert [options["first_connection"] for options in run] == [bot.client.FIRST_CONNECTION, None]


async def test_the_message_content_intent_is_asked_for_once(bots) -> None:
    bot_class, run = bots
    bot_class.endings = [discord.PrivilegedIntentsRequired(0), discord.PrivilegedIntentsRequired(0)]
    with pytest.raises(DiscordError, match="intents"):
        await bot.client._run(Settings(discord_token="token"))
    assert [options["message_content"] for options in run] == [True, False]


def test_a_lost_connection_is_a_word_in_the_log_and_a_fault_of_ours_is_a_trace() -> None:
    def logged(error: Exception) -> str:
        record = logging.LogRecord("discord.shard", logging.ERROR, "", 0, "Shard %s", (1,), (type(error), error, None))
        assert PlainLog().filter(record)
        return logging.Formatter().format(record)

    assert logged(ConnectionResetError(104, "reset")) == "Shard 1 (ConnectionResetError)"
    assert logged(ValueError("of ours")) == "Shard 1\nValueError: of ours"
