"""What the small Discord knows: one application, one server, its members, and everything that the bot has sent."""

import asyncio
import itertools
from dataclasses import dataclass, field
from typing import Any

TOKEN = "a-token-for-tests"
BOT = {"id": "1001", "username": "archive", "discriminator": "0001", "global_name": None, "avatar": None, "bot": True}
ASKER = {"id": "2002", "username": "iryna", "discriminator": "0", "global_name": "Iryna", "avatar": None}
GUILD, CHANNEL, ROLE = "3003", "4004", "3003"
WHEN = "2024-01-01T00:00:00+00:00"


@dataclass(frozen=True)
class Sent:
    """One request of the bot that shows something: where it went, the JSON, and the files with their bytes."""

    route: str
    body: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def message(self) -> dict[str, Any]:
        """The message in it; an interaction's response has it one level down."""
        return self.body.get("data", {}) if self.route == "callback" else self.body


@dataclass
class State:
    """Knobs first, then what has happened."""

    token: str = TOKEN
    message_content: bool = True
    shards: int = 1
    hold: asyncio.Event | None = None
    """Where given, messages are taken only once it is set; `hung_up` is whether the bot waited for that."""
    hung_up: bool = False
    commands: list[dict[str, Any]] = field(default_factory=list)
    identified: list[dict[str, Any]] = field(default_factory=list)
    sent: "asyncio.Queue[Sent]" = field(default_factory=asyncio.Queue)
    synced: asyncio.Event = field(default_factory=asyncio.Event)
    faults: list[str] = field(default_factory=list)
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(10_000))

    def new_id(self) -> str:
        return str(next(self._ids))

    def guild(self) -> dict[str, Any]:
        channel = {
            "id": CHANNEL,
            "type": 0,
            "name": "history",
            "position": 0,
            "permission_overwrites": [],
            "nsfw": False,
        }
        everyone = {
            "id": ROLE, "name": "@everyone", "color": 0, "colors": {"primary_color": 0}, "hoist": False, "position": 0,
            "permissions": "2147601472", "managed": False, "mentionable": False, "flags": 0,
        }  # fmt: skip
        return {
            "id": GUILD, "name": "A server", "icon": None, "splash": None, "discovery_splash": None, "owner_id": "2002",
            "afk_channel_id": None, "afk_timeout": 60, "verification_level": 0, "default_message_notifications": 0,
            "explicit_content_filter": 0, "roles": [everyone], "emojis": [], "features": [], "mfa_level": 0,
            "application_id": None, "system_channel_id": None, "system_channel_flags": 0, "rules_channel_id": None,
            "vanity_url_code": None, "description": None, "banner": None, "premium_tier": 0,
            "preferred_locale": "en-US", "public_updates_channel_id": None, "nsfw_level": 0,
            "premium_progress_bar_enabled": False,
            "safety_alerts_channel_id": None, "stickers": [], "joined_at": WHEN, "large": False, "unavailable": False,
            "member_count": 2, "members": [], "voice_states": [], "channels": [channel], "threads": [], "presences": [],
            "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [],
        }  # fmt: skip

    def message(self, author: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {
            "id": self.new_id(), "channel_id": CHANNEL, "author": author, "content": "", "timestamp": WHEN,
            "edited_timestamp": None, "tts": False, "mention_everyone": False, "mentions": [], "mention_roles": [],
            "attachments": [], "embeds": [], "pinned": False, "type": 0, "flags": 0, "components": [],
        } | more  # fmt: skip
