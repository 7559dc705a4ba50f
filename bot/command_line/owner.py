"""Whose part of the archive a command is about, and in whose name it changes something."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import click
from rich.console import Console

from bot.answers.changing.keeping import Keeping
from bot.answers.language import ENGLISH
from bot.answers.model import Answer
from bot.rendering.terminal import print_answer
from bot.settings import Settings
from bot.shipped import open_archive

BY = "command line"
"""As which whoever uses the command line stands in the audit log."""
guild_option = click.option(
    "--guild", type=click.IntRange(min=1), help="The Discord server whose part it is; without it, everyone's."
)


async def keep(settings: Settings, guild: int | None, change: Callable[[Keeping], Awaitable[Answer]]) -> int:
    """Open the archive, do what `change` does in the operator's name, and print what came of it."""
    async with open_archive(settings) as archive:
        answer = await change(Keeping(archive, guild, BY, ENGLISH))
    print_answer(answer, Console(highlight=False))
    return 0
