"""What all questions have in common as commands of Discord."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from discord import app_commands
from discord.ext import commands

from bot.answers.calls import ALIASES

Callback = Callable[..., Coroutine[Any, Any, None]]
Question = commands.HybridCommand[Any, ..., None]

QUESTIONS, SECONDS = 100, 10
"""How many questions one member may ask in how long: far more than anybody reads, fewer than a script can send."""


def limited(callback: Callback) -> Callback:
    """Limit how often one member may give a command."""
    return commands.cooldown(QUESTIONS, SECONDS, commands.BucketType.member)(callback)


def question(name: str, description: str, /, **parameters: str) -> Callable[[Callback], Question]:
    """Make a method of a cog a question: a slash command and a message command of one name.

    Typed, it may go by another word as well, that of another language.
    `description` and the `parameters` (name in the code to description) are what Discord shows to members, each of
    at most 100 characters. A parameter called `from_` is shown as "from".
    """

    def make(callback: Callback) -> Question:
        app_commands.describe(**parameters)(callback)
        if "from_" in parameters:
            app_commands.rename(from_="from")(callback)
        # Discord shows slash commands by locale, so that only typed ones need other words.
        make_command = commands.hybrid_command(name=name, description=description, aliases=ALIASES[name])
        return make_command(limited(callback))

    return make
