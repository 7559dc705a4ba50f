"""The real bot in process, on a small real archive, in a Discord that exists in memory only."""

import shutil
from dataclasses import dataclass

import pytest
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.client import ArchiveBot
from tests.discord_server.checking import faults_of_requests
from tests.discord_server.limits import walk
from tests.small_archive import OWNER, make_archive, settings_for


@dataclass
class Room:
    """A channel with two members in it, and the bot."""

    env: simcord.Env
    channel: ChannelHandle
    iryna: MemberActor
    petro: MemberActor

    def last(self) -> str:
        """All the words of the last message."""
        return words_of(self.channel.last_message)

    async def asked(self, words: str) -> str:
        """What the bot answers when Iryna writes `words`."""
        await self.iryna.send(self.channel, words)
        return self.last()


def parts_of(message) -> list[dict]:
    """The components of a message or of an interaction's response, nested ones too."""
    components = [part if isinstance(part, dict) else part.to_dict() for part in message.components]
    return list(walk(components))


def words_of(message) -> str:
    """All the words of a message or of an interaction's response."""
    return "\n".join([message.content, *(part["content"] for part in parts_of(message) if "content" in part)])


def button(message, label: str) -> str:
    """The `custom_id` of the first button under a message whose label begins with `label`."""
    return next(part["custom_id"] for part in parts_of(message) if part.get("label", "").startswith(label))


def option_of(message, label: str) -> str:
    """The value of the first option in the menu under a message whose label holds `label`."""
    options = next(part["options"] for part in parts_of(message) if "options" in part)
    return next(option["value"] for option in options if label in option["label"])


@pytest.fixture(autouse=True)
def within_limits(request):
    """Fails a story in which the bot sent what Discord would not take."""
    yield
    envs = {id(value): value for value in request.node.funcargs.values() if isinstance(value, simcord.Env)}
    sent = [(entry.method, entry.path, entry.json) for env in envs.values() for entry in env.http_requests]
    faults = faults_of_requests(sent)
    assert not faults, faults[0]


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    return make_archive(tmp_path_factory.mktemp("small")).archive_path


@pytest.fixture
def settings(built, tmp_path):
    shutil.copy(built, tmp_path / "archive.db")
    return settings_for(tmp_path)


@pytest.fixture
async def new_bot(settings):
    """Makes bots, and closes them behind the test: SimCord starts bots, but never stops them."""
    made = []

    def make() -> ArchiveBot:
        made.append(ArchiveBot(settings, shard_count=2))
        return made[-1]

    yield make
    for bot in made:
        await bot.close()


@pytest.fixture
def simcord_bot(new_bot):
    return new_bot()


@pytest.fixture
def env(simcord_env):
    return simcord_env


def room_in(env, name: str, **options) -> Room:
    guild = env.create_guild(name, **options)
    channel = guild.create_text_channel("history")
    iryna, petro = (guild.add_member(env.create_user(name)) for name in ("iryna", "petro"))
    return Room(env, channel, iryna, petro)


@pytest.fixture
def room(env):
    return room_in(env, "Readers")


@pytest.fixture
def owners_room(env):
    return room_in(env, "Owners", id=OWNER)


async def stay(env, new_bot):
    """The bot goes on running."""


async def restart(env, new_bot):
    """Another bot takes the place of the one that runs."""
    await env.restart_bot(new_bot())


@pytest.fixture(params=[stay, restart], ids=["before", "after"])
def a_while_later(request, env, new_bot):
    """What happens between a message and the press on one of its buttons: nothing, or a restart."""
    return lambda: request.param(env, new_bot)
