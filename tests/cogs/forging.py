"""Presses and forms that nobody was offered: with any `custom_id`, value and field, as whoever sends them likes."""

from typing import Any

import pytest
from simcord import Env
from simcord.actors import _dispatch_actor_interaction, _visible_message
from simcord.backend import serializers
from simcord.builders import ChannelHandle
from simcord.enums import InteractionType

ROW, BUTTON, MENU, TEXT_INPUT, LABEL = 1, 2, 3, 4, 18


def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let SimCord look twenty times as often whether the bot has answered: hundreds of doors take a while."""
    monkeypatch.setitem(Env._settle_internal.__kwdefaults__, "idle", 0.0025)


async def pressed(actor: Any, message: Any, custom_id: str) -> Any:
    """What comes of a button with this `custom_id`, as if it stood under the message."""
    button = {"type": BUTTON, "style": 2, "label": "…", "custom_id": custom_id}
    return await _under(actor, message, {"custom_id": custom_id, "component_type": BUTTON}, button)


async def chosen(actor: Any, message: Any, custom_id: str, value: str) -> Any:
    """What comes of a menu with this `custom_id` from which a value is chosen, as if it stood under the message."""
    data = {"custom_id": custom_id, "component_type": MENU, "values": [value]}
    menu = {"type": MENU, "custom_id": custom_id, "options": [{"label": "…", "value": value}]}
    return await _under(actor, message, data, menu)


async def submitted(
    actor: Any, message: Any, custom_id: str, fields: dict[str, str], chosen: dict[str, str] | None = None
) -> Any:
    """What comes of a form with these fields and choices, as if it had been opened from under the message."""
    parts = [{"type": TEXT_INPUT, "custom_id": name, "value": value} for name, value in fields.items()]
    parts += [{"type": MENU, "custom_id": name, "values": [value]} for name, value in (chosen or {}).items()]
    labels = [{"type": LABEL, "id": number, "component": part} for number, part in enumerate(parts, 1)]
    data = {"custom_id": custom_id, "components": labels}
    return await _under(actor, message, data)


async def _under(actor: Any, message: Any, data: dict[str, Any], control: dict[str, Any] | None = None) -> Any:
    """Send it as Discord would, with the message as it would be if the control stood under it; no control: a form."""
    stored, env = _visible_message(actor, message), actor._env
    channel = ChannelHandle(env, getattr(actor, "guild", None), env.backend.get_channel(stored.channel_id))
    payload = dict(serializers.message_payload(env.backend, stored))
    if control is not None:
        payload["components"] = [
            *payload["components"],
            {"type": ROW, "id": 99, "components": [{**control, "id": 100}]},
        ]
    kind = InteractionType.MODAL_SUBMIT if control is None else InteractionType.MESSAGE_COMPONENT
    extra = {"message": payload}
    return await _dispatch_actor_interaction(actor, kind, channel, data, extra=extra, source_message_id=stored.id)
