"""Every command, walked: none without words for its members, none that behaves unlike the others."""

import discord
import pytest
from discord import app_commands

from bot.answers.calls import QUESTIONS


@pytest.fixture
def commands(env):
    """Every command that can be given, by its whole name; a group is not one."""
    found = env.bot.tree.walk_commands()
    return {command.qualified_name: command for command in found if isinstance(command, app_commands.Command)}


async def test_every_question_is_a_command_of_both_kinds(env, commands):
    # Discord has no command that is a group as well, so that what `!source` alone answers has a name there.
    assert {"source show" if name == "source" else name for name in QUESTIONS} <= set(commands)
    assert set(QUESTIONS) <= {command.name for command in env.bot.commands}


async def test_every_command_can_be_given_as_a_slash_command_and_typed(env, commands):
    typed = {command.qualified_name for command in env.bot.walk_commands()}
    assert set(commands) - {"source show"} <= typed


async def test_every_command_and_parameter_is_described_within_discords_limits(commands):
    for command in commands.values():
        assert 10 <= len(command.description) <= 100
        for parameter in command.parameters:
            assert parameter.display_name.isalnum()
            assert 5 <= len(str(parameter.description)) <= 100
            assert parameter.description != "…"


async def test_every_command_has_the_same_limit_and_a_docstring(env):
    limits = {(c.cooldown.rate, c.cooldown.per) for c in env.bot.walk_commands() if c.cooldown}
    assert len(limits) == 1
    for command in env.bot.walk_commands():
        assert command.cooldown is not None
        assert command.callback.__doc__


async def test_required_parameters_come_first(commands):
    for command in commands.values():
        required = [parameter.required for parameter in command.parameters]
        assert required == sorted(required, reverse=True)


async def test_the_bot_may_mention_nobody_and_keeps_no_messages(env):
    assert env.bot.allowed_mentions.to_dict() == {"parse": []}
    assert list(env.bot.cached_messages) == []
    assert not env.bot.intents.members
    assert isinstance(env.bot, discord.AutoShardedClient)
