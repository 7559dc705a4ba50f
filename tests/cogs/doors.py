"""Every way in which something can be asked of the bot that is not for everybody, found in the bot itself.

A command that is added, an act or a form, is walked from then on: what members may do is the short list here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from unittest.mock import MagicMock

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers.calls import QUESTIONS
from cogs._handing import PASTE
from cogs.acts import TITLES, ActsCog
from cogs.all import all_cogs

FOR_MEMBERS = frozenset(QUESTIONS)
"""Commands that everybody may give, by their whole names; all others are for those who keep the archive."""
FILE = ("account.txt", b"Mx Nobody waited by the river on 3 May 2021.")

POSSIBLE = {
    "person": "id:oksana-lisova",
    "into": "id:taras-hrytsak",
    "to": "id:taras-hrytsak",
    "citation": "mill-siege:1",
    "source": "mill-siege",
    "quotation": "mill-siege:1",
    "date": "mill-siege:1",
    "days": "2021-04-30",
    "number": "1",
}
"""What parameters of commands are about, with something that everybody has."""

_COGS = all_cogs(MagicMock(), MagicMock(), MagicMock(), MagicMock(), None, MagicMock())
_ACTS = next(cog for cog in _COGS if isinstance(cog, ActsCog))

COMMANDS: dict[str, commands.HybridCommand[Any, ..., Any]] = {
    command.qualified_name: command
    for cog in _COGS
    for command in cog.walk_commands()
    if isinstance(command, commands.HybridCommand) and command.qualified_name not in FOR_MEMBERS
}
"""What may be given as a slash command, behind the prefix and behind a mention."""
GROUPS: list[str] = [
    command.qualified_name
    for cog in _COGS
    for command in cog.walk_commands()
    if isinstance(command, commands.HybridGroup) and command.qualified_name not in FOR_MEMBERS
]
"""What may be typed alone, though it is no command of its own in a slash command."""
ACTS: list[str] = sorted({*_ACTS._acts, *_ACTS._handouts, *TITLES, *_ACTS._forms, "withdraw", "no-such-act"})
FORMS: list[str] = sorted({PASTE, *TITLES, *_ACTS._forms})
FIELDS: list[str] = ["text", "title", "published", "publisher", "contributors", "url", "place", "rights", "reason"]
"""Fields that forms have; what a form does not have is of no account."""


@dataclass(frozen=True)
class Given:
    """A command as it is given: in which form, and with which parameters."""

    name: str
    options: dict[str, Any]

    @property
    def typed(self) -> str:
        """The words behind a prefix or a mention; files cannot be typed."""
        return " ".join([self.name, *(_as_typed(value) for value in self.options.values() if _can_be_typed(value))])


def given(name: str, words: str = "flour", role: Any = None, *, everything: bool = False, file: Any = FILE) -> Given:
    """The command with what it needs, or `everything` it takes; words are `words`, whatever they are for."""
    return Given(name, dict(_options(COMMANDS[name], words, role, file, everything)))


def mixed(name: str, value: str) -> Iterator[Given]:
    """The command with what could be done, but that one of what it is about is `value`."""
    for each in _parameters(COMMANDS[name]):
        if each.display_name in POSSIBLE:
            options = {
                other.display_name: POSSIBLE.get(other.display_name, "because")
                for other in _parameters(COMMANDS[name])
                if other.type is discord.AppCommandOptionType.string and not other.choices
            }
            yield Given(name, {**options, each.display_name: value})


def completed(tree: app_commands.CommandTree[Any]) -> Iterator[tuple[str, str]]:
    """Every parameter that is completed while it is typed, members' questions among them: command and parameter."""
    for command in tree.walk_commands():
        if isinstance(command, app_commands.Command):
            for each in command.parameters:
                if each.autocomplete:
                    yield command.qualified_name, each.display_name


def _parameters(command: commands.HybridCommand[Any, ..., Any]) -> list[app_commands.Parameter]:
    assert command.app_command is not None
    return list(command.app_command.parameters)


def _options(
    command: commands.HybridCommand[Any, ..., Any], words: str, role: Any, file: Any, everything: bool
) -> Iterator[tuple[str, Any]]:
    for each in _parameters(command):
        if each.required or everything:
            value = _value(each, words, role, file)
            if value is not None:
                yield each.display_name, value


def _value(parameter: app_commands.Parameter, words: str, role: Any, file: Any) -> Any:
    kind = discord.AppCommandOptionType
    if parameter.choices:
        return parameter.choices[0].value
    return {
        kind.string: words,
        kind.integer: 1,
        kind.number: 1.0,
        kind.boolean: True,
        kind.attachment: file,
        kind.role: role,
    }[parameter.type]


def _can_be_typed(value: Any) -> bool:
    return not isinstance(value, tuple)


def _as_typed(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"' if " " in value else value
    return f"<@&{value.id}>" if hasattr(value, "id") else str(value)
