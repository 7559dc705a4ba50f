"""The one server of the small Discord, as the gateway describes it."""

from typing import Any

from .state import CHANNEL, GUILD, PERMISSIONS, ROLE, WHEN, State


def guild(state: State) -> dict[str, Any]:
    """What GUILD_CREATE says."""
    channel = {"id": CHANNEL, "type": 0, "name": "history", "position": 0, "permission_overwrites": [], "nsfw": False}
    everyone = {
        "id": ROLE, "name": "@everyone", "color": 0, "colors": {"primary_color": 0}, "hoist": False, "position": 0,
        "permissions": PERMISSIONS, "managed": False, "mentionable": False, "flags": 0,
    }  # fmt: skip
    return {
        "id": GUILD, "name": "A server", "icon": None, "splash": None, "discovery_splash": None, "owner_id": "2001",
        "afk_channel_id": None, "afk_timeout": 60, "verification_level": 0, "default_message_notifications": 0,
        "explicit_content_filter": 0, "roles": [everyone], "emojis": [], "features": [], "mfa_level": 0,
        "application_id": None, "system_channel_id": None, "system_channel_flags": 0, "rules_channel_id": None,
        "vanity_url_code": None, "description": None, "banner": None, "premium_tier": 0,
        "preferred_locale": state.guild_locale, "public_updates_channel_id": None, "nsfw_level": 0,
        "premium_progress_bar_enabled": False,
        "safety_alerts_channel_id": None, "stickers": [], "joined_at": WHEN, "large": False, "unavailable": False,
        "member_count": 2, "members": [], "voice_states": [], "channels": [channel], "threads": [], "presences": [],
        "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [],
    }  # fmt: skip
