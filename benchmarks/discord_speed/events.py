"""What members do, as the events that Discord sends a bot for it."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from typing import Any

BOT = {"id": "1001", "username": "archive", "discriminator": "0001", "global_name": None, "avatar": None, "bot": True}
GUILD = "3003"
CHANNELS = tuple(str(4000 + number) for number in range(64))
"""One for each member who asks at once: discord.py may send the messages of one channel one after another."""
MEMBERS = 200
"""Members who take turns in asking: each stays below what one of them may ask."""
_WHEN = "2024-01-01T00:00:00+00:00"
_EPOCH = 1_420_070_400_000
"""The first millisecond of Discord's ids: https://discord.com/developers/docs/reference#snowflakes"""
_PERMISSIONS = "2147601472"
FALLBACK = "show"
"""What a group typed alone is called as a slash command, since Discord has no command that is a group as well."""
_COMMAND_OF_GROUP = 1
_OPTION_TYPES = {str: 3, int: 4}
_COMMAND, _COMPONENT, _AUTOCOMPLETE = 2, 3, 4
_MEMBER = {"roles": [], "joined_at": _WHEN, "deaf": False, "mute": False, "flags": 0, "nick": None}


class Members:
    """Makes events, each with an id of its own, from members who take turns."""

    def __init__(self) -> None:
        self._asker = itertools.cycle(range(20_000, 20_000 + MEMBERS))
        self._ids = _ids()

    def says(self, content: str, channel: str) -> dict[str, Any]:
        """A message in a channel."""
        about = {"id": next(self._ids), "author": self._user(), "content": content, "guild_id": GUILD}
        return _message(about, channel) | {"member": _MEMBER}

    def uses(self, command: dict[str, Any], options: dict[str, str | int], channel: str) -> dict[str, Any]:
        """A slash command, as registered by the bot."""
        return self._interaction(_COMMAND, _command_data(command, options), channel)

    def types(self, command: dict[str, Any], option: str, typed: str, channel: str) -> dict[str, Any]:
        """The beginning of an option of a slash command, for the bot to complete."""
        data = _command_data(command, {option: typed}, focused=True)
        return self._interaction(_AUTOCOMPLETE, data, channel)

    def presses(self, custom_id: str, message: dict[str, Any], asker: str | None, channel: str) -> dict[str, Any]:
        """A press on a button under a message of the bot, by the member with the id `asker` or whoever is next."""
        data = {"custom_id": custom_id, "component_type": 2}
        shown = sent_message(message, channel)
        return self._interaction(_COMPONENT, data, channel, asker) | {"message": shown}

    def _user(self, asker: str | None = None) -> dict[str, Any]:
        number = asker or str(next(self._asker))
        return {"id": number, "username": f"member{number}", "discriminator": "0", "global_name": None, "avatar": None}

    def _interaction(self, kind: int, data: dict[str, Any], channel: str, asker: str | None = None) -> dict[str, Any]:
        number = next(self._ids)
        return {
            "id": number, "application_id": BOT["id"], "type": kind, "version": 1,
            "token": f"{number}-{channel}",
            "data": data, "guild_id": GUILD, "channel_id": channel, "guild": {"id": GUILD, "features": []},
            "channel": {"id": channel, "type": 0, "name": "history", "guild_id": GUILD},
            "member": {**_MEMBER, "permissions": _PERMISSIONS, "user": self._user(asker)},
            "locale": "en-US", "guild_locale": "en-US", "app_permissions": _PERMISSIONS, "entitlements": [],
            "authorizing_integration_owners": {"0": GUILD}, "context": 0, "attachment_size_limit": 10_485_760,
        }  # fmt: skip


def sent_message(sent: dict[str, Any], channel: str) -> dict[str, Any]:
    """A message of the bot as Discord gives it back."""
    kept = {key: value for key, value in sent.items() if key in {"content", "components", "flags"}}
    return _message({"id": str(_now()), "author": BOT, **kept}, channel)


def guild() -> dict[str, Any]:
    """The server, with a channel for each member who asks at once."""
    everyone = {
        "id": GUILD, "name": "@everyone", "color": 0, "colors": {"primary_color": 0}, "hoist": False, "position": 0,
        "permissions": _PERMISSIONS, "managed": False, "mentionable": False, "flags": 0,
    }  # fmt: skip
    channels = [
        {"id": each, "type": 0, "name": "history", "position": 0, "permission_overwrites": [], "nsfw": False}
        for each in CHANNELS
    ]
    return {
        "id": GUILD, "name": "A server", "icon": None, "splash": None, "discovery_splash": None, "owner_id": "2002",
        "afk_channel_id": None, "afk_timeout": 60, "verification_level": 0, "default_message_notifications": 0,
        "explicit_content_filter": 0, "roles": [everyone], "emojis": [], "features": [], "mfa_level": 0,
        "application_id": None, "system_channel_id": None, "system_channel_flags": 0, "rules_channel_id": None,
        "vanity_url_code": None, "description": None, "banner": None, "premium_tier": 0, "preferred_locale": "en-US",
        "public_updates_channel_id": None, "nsfw_level": 0, "premium_progress_bar_enabled": False,
        "safety_alerts_channel_id": None, "stickers": [], "joined_at": _WHEN, "large": False, "unavailable": False,
        "member_count": 2, "members": [], "voice_states": [], "channels": channels, "threads": [], "presences": [],
        "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [],
    }  # fmt: skip


def _message(about: dict[str, Any], channel: str) -> dict[str, Any]:
    return {
        "channel_id": channel, "content": "", "timestamp": _WHEN, "edited_timestamp": None, "tts": False,
        "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [], "embeds": [],
        "pinned": False, "type": 0, "flags": 0, "components": [],
    } | about  # fmt: skip


def _command_data(command: dict[str, Any], options: dict[str, str | int], *, focused: bool = False) -> dict[str, Any]:
    """What Discord sends of a command and its options; of a group, its command FALLBACK is meant."""
    given = [
        {"name": name, "type": _OPTION_TYPES[type(value)], "value": value} | ({"focused": True} if focused else {})
        for name, value in options.items()
    ]
    if fallback_of(command) is not command:
        given = [{"name": FALLBACK, "type": _COMMAND_OF_GROUP, "options": given}]
    return {"id": command["id"], "name": command["name"], "type": 1, "options": given}


def fallback_of(command: dict[str, Any]) -> dict[str, Any]:
    """The command of a group that is like the group typed alone; the command itself where it is no group."""
    commands = [option for option in command.get("options", ()) if option["type"] == _COMMAND_OF_GROUP]
    return next((each for each in commands if each["name"] == FALLBACK), command)


def _now() -> int:
    return int(time.time() * 1000) - _EPOCH << 22


def _ids() -> Iterator[str]:
    return map(str, itertools.count(_now()))
