"""What a member does, as the events that Discord sends the bot for it."""

from typing import Any

from .state import ASKER, BOT, CHANNEL, GUILD, WHEN, State

PERMISSIONS = "2147601472"
MEMBER = {"roles": [], "joined_at": WHEN, "deaf": False, "mute": False, "flags": 0, "nick": None}
EVERYWHERE = {"id": CHANNEL, "type": 0, "name": "history", "guild_id": GUILD}


def says(state: State, content: str, *, readable: bool) -> dict[str, Any]:
    """A message. Without the message-content intent its words are blank, unless the bot is mentioned."""
    mentioned = f"<@{BOT['id']}>" in content
    return state.message(
        ASKER,
        content=content if readable or mentioned else "",
        guild_id=GUILD,
        member=MEMBER,
        mentions=[{**BOT, "member": MEMBER}] if mentioned else [],
    )


def slash(state: State, name: str, options: dict[str, Any]) -> dict[str, Any]:
    """A slash command, as registered by the bot. Raises StopIteration for one that is not."""
    command = next(command for command in state.commands if command["name"] == name)
    types = {option["name"]: option["type"] for option in command.get("options", [])}
    given = [{"name": key, "type": types[key], "value": value} for key, value in options.items()]
    return _interaction(state, 2, {"id": command["id"], "name": name, "type": 1, "options": given})


def presses(state: State, message: dict[str, Any], custom_id: str, values: list[str] | None = None) -> dict[str, Any]:
    """A press on a button, or a choice from a menu (with `values`), under a message of the bot."""
    data: dict[str, Any] = {"custom_id": custom_id, "component_type": 3 if values else 2}
    shown = state.message(BOT, **{key: message[key] for key in ("components", "flags") if key in message})
    return _interaction(state, 3, data | ({"values": values} if values else {})) | {"message": shown}


def _interaction(state: State, kind: int, data: dict[str, Any]) -> dict[str, Any]:
    number = state.new_id()
    return {
        "id": number, "application_id": BOT["id"], "type": kind, "token": f"interaction-{number}", "version": 1,
        "data": data, "guild_id": GUILD, "channel_id": CHANNEL, "channel": EVERYWHERE,
        "guild": {"id": GUILD, "features": []}, "member": {**MEMBER, "permissions": PERMISSIONS, "user": ASKER},
        "locale": "en-US", "guild_locale": "en-US", "app_permissions": PERMISSIONS, "entitlements": [],
        "authorizing_integration_owners": {"0": GUILD}, "context": 0,
        "attachment_size_limit": 10_485_760,
    }  # fmt: skip
