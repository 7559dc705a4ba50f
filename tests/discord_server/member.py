"""What a member does, as the events that Discord sends the bot for it."""

import time
from typing import Any

from .response_limits import AUTOCOMPLETE, COMMAND, COMPONENT, LABEL, SUBMIT, fields_of
from .state import BOT, CHANNEL, GUILD, WHEN, Interaction, State

MEMBER = {"roles": [], "joined_at": WHEN, "deaf": False, "mute": False, "flags": 0, "nick": None}
EVERYWHERE = {"id": CHANNEL, "type": 0, "name": "history", "guild_id": GUILD}
CHAT_INPUT, MESSAGE = 1, 3
BUTTON, MENU = 2, 3


def says(state: State, content: str, *, readable: bool) -> dict[str, Any]:
    """A message. Without the message-content intent its words are blank, unless the bot is mentioned."""
    mentioned = f"<@{BOT['id']}>" in content
    return state.message(
        state.asker,
        content=content if readable or mentioned else "",
        guild_id=GUILD,
        member=MEMBER,
        mentions=[{**BOT, "member": MEMBER}] if mentioned else [],
    )


def slash(state: State, name: str, options: dict[str, Any]) -> dict[str, Any]:
    """A slash command, as registered by the bot; of a subcommand the whole name ("settings plain").

    Raises StopIteration for one that is not registered.
    """
    return interaction(state, COMMAND, _typed(state, name, options, None))


def autocompletes(state: State, name: str, focused: str, typed: str, options: dict[str, Any]) -> dict[str, Any]:
    """A member types into an option of a slash command, with the others filled in as `options`."""
    return interaction(state, AUTOCOMPLETE, _typed(state, name, {**options, focused: typed}, focused))


def uses_on_message(state: State, name: str, message: dict[str, Any]) -> dict[str, Any]:
    """A command from the context menu of a message. Raises StopIteration for one that is not registered."""
    command = _command(state, name, MESSAGE)
    target = {key: value for key, value in message.items() if key not in {"member", "guild_id"}}
    data = {"id": command["id"], "name": name, "type": MESSAGE, "target_id": message["id"]}
    return interaction(state, COMMAND, data | {"resolved": {"messages": {message["id"]: target}}})


def presses(state: State, message: dict[str, Any], custom_id: str, values: list[str] | None = None) -> dict[str, Any]:
    """A press on a button, or a choice from a menu (with `values`), under a message of the bot."""
    data: dict[str, Any] = {"custom_id": custom_id, "component_type": MENU if values else BUTTON}
    return interaction(state, COMPONENT, data | ({"values": values} if values else {}), _shown(state, message))


def submits(
    state: State, modal: dict[str, Any], given: dict[str, str], message: dict[str, Any] | None
) -> dict[str, Any]:
    """A modal is sent off, with what was `given` for each `custom_id`; `message` is the one that it was opened from."""
    components = [_filled(part, given) for part in modal["components"]]
    data = {"custom_id": modal["custom_id"], "components": components}
    return interaction(state, SUBMIT, data, _shown(state, message) if message else None)


def interaction(state: State, kind: int, data: dict[str, Any], message: dict[str, Any] | None = None) -> dict[str, Any]:
    """An interaction of the asker, known from now on as one that wants an answer."""
    number = state.new_id()
    token = f"interaction-{number}"
    wanted = Interaction(kind, token, time.monotonic(), message["id"] if message else None)
    state.interactions[number] = state.tokens[token] = wanted
    return {
        "id": number, "application_id": BOT["id"], "type": kind, "token": token, "version": 1,
        "data": data, "guild_id": GUILD, "channel_id": CHANNEL, "channel": EVERYWHERE,
        "guild": {"id": GUILD, "features": [], "locale": state.guild_locale},
        "member": {**MEMBER, "permissions": state.permissions, "user": state.asker},
        "locale": state.locale, "guild_locale": state.guild_locale, "app_permissions": state.permissions,
        "entitlements": [], "authorizing_integration_owners": {"0": GUILD}, "context": 0,
        "attachment_size_limit": 10_485_760,
    } | ({"message": message} if message else {})  # fmt: skip


def _command(state: State, name: str, kind: int) -> dict[str, Any]:
    return next(command for command in state.commands if (command["name"], command.get("type", 1)) == (name, kind))


def _typed(state: State, name: str, options: dict[str, Any], focused: str | None) -> dict[str, Any]:
    first, *path = name.split(" ")
    command = _command(state, first, CHAT_INPUT)
    given = _options(command, path, options, focused)
    return {"id": command["id"], "name": first, "type": CHAT_INPUT, "options": given}


def _options(
    command: dict[str, Any], path: list[str], options: dict[str, Any], focused: str | None
) -> list[dict[str, Any]]:
    registered = {option["name"]: option for option in command.get("options", [])}
    if path:
        inner = registered[path[0]]
        return [{"name": path[0], "type": inner["type"], "options": _options(inner, path[1:], options, focused)}]
    return [
        {"name": key, "type": registered[key]["type"], "value": value} | ({"focused": True} if key == focused else {})
        for key, value in options.items()
    ]


def _filled(part: dict[str, Any], given: dict[str, str]) -> dict[str, Any]:
    filled = [
        {"type": field["type"], "id": 1, "custom_id": field["custom_id"], "value": given[field["custom_id"]]}
        for field in fields_of({"components": [part]})
    ]
    return {"type": part["type"], "id": 1} | (
        {"component": filled[0]} if part["type"] == LABEL else {"components": filled}
    )


def _shown(state: State, message: dict[str, Any]) -> dict[str, Any]:
    """The message as Discord has it; one that is known only by its body is taken as another of the bot's."""
    if message.get("id") in state.messages:
        return state.messages[message["id"]]
    shown = state.message(BOT, **{key: message[key] for key in ("content", "components", "flags") if key in message})
    state.messages[shown["id"]] = shown
    return shown
