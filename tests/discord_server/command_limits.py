"""What Discord accepts where commands are registered.

https://discord.com/developers/docs/interactions/application-commands
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

from .limits import units

CHAT_INPUT, USER, MESSAGE = 1, 2, 3
MOST = {CHAT_INPUT: 100, USER: 5, MESSAGE: 5}
SUB_COMMAND, SUB_COMMAND_GROUP, STRING, INTEGER, NUMBER = 1, 2, 3, 4, 10
CHARACTERS = 8000


def faults_of_commands(commands: list[dict[str, Any]]) -> list[str]:
    """Every limit that a list of commands breaks, one sentence each."""
    return [
        *_counts(commands),
        *(f"/{command['name']}: {fault}" for command in commands for fault in _command_faults(command)),
    ]


def name_fits(name: str) -> bool:
    """Whether a name is that of a slash command or of an option: lower case; letters, digits, hyphens, underscores.

    Discord's rule is ^[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}$, and lower case where a letter has one.
    """
    return 1 <= units(name) <= 32 and name == name.lower() and all(_may_stand(sign) for sign in name)


def _may_stand(sign: str) -> bool:
    return sign in "-_'" or unicodedata.category(sign)[0] in "LN"


def _counts(commands: list[dict[str, Any]]) -> Iterator[str]:
    named = [(command.get("type", CHAT_INPUT), command["name"]) for command in commands]
    if len(named) != len(set(named)):
        yield "two commands of one name"
    for kind, most in MOST.items():
        if sum(other == kind for other, _ in named) > most:
            yield f"more than {most} commands of type {kind}"


def _command_faults(command: dict[str, Any]) -> Iterator[str]:
    if command.get("type", CHAT_INPUT) != CHAT_INPUT:
        if any(not 1 <= units(name) <= 32 for name in _all(command, "name")):
            yield "a name must have 1 to 32 characters"
        if command.get("description") or command.get("options"):
            yield "a command of a context menu has no description and no options"
        return
    yield from _named_faults(command)
    yield from _options_faults(command.get("options") or [], depth=0)
    if _characters(command) > CHARACTERS:
        yield f"more than {CHARACTERS} characters"


def _named_faults(item: dict[str, Any]) -> Iterator[str]:
    for name in _all(item, "name"):
        if not name_fits(name):
            yield f"“{name}” is no name of a command or option"
    for description in _all(item, "description"):
        if not description.strip() or units(description) > 100:
            yield f"a description of {units(description)} characters"


def _options_faults(options: list[dict[str, Any]], depth: int) -> Iterator[str]:
    if len(options) > 25:
        yield f"{len(options)} options"
    for locale in {None, *(code for option in options for code in option.get("name_localizations") or {})}:
        names = [(option.get("name_localizations") or {}).get(locale, option["name"]) for option in options]
        if len(set(names)) != len(names):
            yield f"two options of one name ({locale or 'as registered'})"
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        yield "a required option behind one that may be left out"
    if len({option["type"] in {SUB_COMMAND, SUB_COMMAND_GROUP} for option in options}) > 1:
        yield "options beside subcommands"
    for option in options:
        yield from _option_faults(option, depth)


def _option_faults(option: dict[str, Any], depth: int) -> Iterator[str]:
    yield from _named_faults(option)
    if {SUB_COMMAND: depth > 1, SUB_COMMAND_GROUP: depth > 0}.get(option["type"]):
        yield "subcommands nested too deep"
    yield from _options_faults(option.get("options") or [], depth + 1)
    choices = option.get("choices") or []
    if len(choices) > 25:
        yield f"{len(choices)} choices"
    if choices and option.get("autocomplete"):
        yield "choices beside autocomplete"
    if (choices or option.get("autocomplete")) and option["type"] not in {STRING, INTEGER, NUMBER}:
        yield "choices for an option that takes none"
    yield from faults_of_choices(choices)


def faults_of_choices(choices: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with choices, whether registered or sent while a member types."""
    for choice in choices:
        if any(not name.strip() or units(name) > 100 for name in _all(choice, "name")):
            yield "a choice's name must have 1 to 100 characters"
        if isinstance(choice["value"], str) and not 1 <= units(choice["value"]) <= 100:
            yield "a choice's value must have 1 to 100 characters"


def _all(item: dict[str, Any], key: str) -> list[str]:
    return [item.get(key) or "", *(item.get(f"{key}_localizations") or {}).values()]


def _characters(item: dict[str, Any]) -> int:
    """All names, descriptions and values of a command, each in the language in which it is longest."""
    own = sum(max(map(units, _all(item, key))) for key in ("name", "description"))
    value = units(str(item.get("value", "")))
    return own + value + sum(_characters(part) for key in ("options", "choices") for part in item.get(key) or [])
