"""What every bot in a process of its own is given: a copy of the small archive, and settings that name it."""

import shutil

import pytest
import pytest_asyncio

from tests.discord_server.server import DiscordServer
from tests.small_archive import DATA, make_archive

from .bot_process import bot_process


@pytest.fixture(scope="session")
def archive_path(tmp_path_factory):
    return make_archive(tmp_path_factory.mktemp("archive")).archive_path


def settings_in(folder, archive_path):
    copy = shutil.copy(archive_path, folder / "archive.db")
    return {"ARCHIVE_PATH": str(copy), "DATA_PATH": str(DATA), "SIEGE_DAY_ONE": "2021-03-21"}


@pytest.fixture
def environment(archive_path, tmp_path):
    return settings_in(tmp_path, archive_path)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def at_work(archive_path, tmp_path_factory):
    """A bot at work in its own process, and the Discord that it is at work in; one for all stories of a module.

    Whatever befell it, it goes when it is told to, has shown nobody a trace, and has kept no member's words.
    """
    folder = tmp_path_factory.mktemp("at-work")
    settings, server = settings_in(folder, archive_path), DiscordServer()
    async with server as discord, bot_process(folder, settings | discord.environment) as bot:
        await discord.ready()
        yield discord
        assert await bot.went() == 0
        assert "Traceback" not in bot.log
        assert "Lisova" not in bot.log


@pytest.fixture
def discord(at_work):
    """The Discord of the module, with nothing left over from the story before."""
    assert at_work.state.sent.empty()
    at_work.state.requests.clear()
    yield at_work
    assert at_work.state.failures == [], "the bot never met what was to go wrong"
    at_work.check()
