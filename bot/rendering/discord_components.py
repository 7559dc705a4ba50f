"""Components of a Discord message, in the shape in which Discord takes them, and the view that sends them.

discord.py would build the same shapes from an object for each part; made as they are, an answer is ready in a
fraction of the time. Presses come back as the items of `discord_controls`.
Shapes: https://discord.com/developers/docs/components/reference
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord

Component = dict[str, Any]

ROW, BUTTON, MENU, SECTION, TEXT, GALLERY, FILE, CONTAINER = 1, 2, 3, 9, 10, 12, 13, 17
MOST_IN_ROW = 5
_GREY, _LINK = 2, 5


def text(content: str) -> Component:
    """Words in Discord's Markdown; not empty."""
    return {"type": TEXT, "content": content}


def section(content: str, control: Component) -> Component:
    """Words with one button beside them."""
    return {"type": SECTION, "components": [text(content)], "accessory": control}


def button(label: str, custom_id: str, *, disabled: bool = False) -> Component:
    """A button that says who was pressed by its `custom_id`."""
    return {"type": BUTTON, "style": _GREY, "label": label, "custom_id": custom_id, "disabled": disabled}


def link(label: str, url: str) -> Component:
    """A button that leads to an address."""
    return {"type": BUTTON, "style": _LINK, "label": label, "url": url}


def menu(custom_id: str, options: Sequence[Component], placeholder: str) -> Component:
    """A menu from which one option is chosen."""
    return {"type": MENU, "custom_id": custom_id, "options": list(options), "placeholder": placeholder}


def option(label: str, value: str, description: str | None = None) -> Component:
    """One option of a menu."""
    return {"label": label, "value": value} | ({"description": description} if description else {})


def row(*controls: Component) -> Component:
    """Up to MOST_IN_ROW buttons beside each other, or one menu."""
    return {"type": ROW, "components": list(controls)}


def file(name: str) -> Component:
    """A file that goes with the message."""
    return {"type": FILE, "file": {"url": f"attachment://{name}"}}


def picture(name: str, said: str) -> Component:
    """A picture that goes with the message, and what is read out instead of it."""
    return {"type": GALLERY, "items": [{"media": {"url": f"attachment://{name}"}, "description": said}]}


def container(parts: Sequence[Component]) -> Component:
    """Parts in one frame."""
    return {"type": CONTAINER, "components": list(parts)}


class ReadyView(discord.ui.LayoutView):
    """A view whose components are made already, for discord.py's ways of sending.

    `v2` tells a message of components alone from one with `content`. The client need not keep it: its controls are
    found by their `custom_id`.
    """

    def __init__(self, components: Sequence[Component], *, v2: bool) -> None:
        super().__init__(timeout=None)
        self._components = list(components)
        self._v2 = v2
        self.stop()

    def to_components(self) -> list[Component]:
        """The components as they were handed in."""
        return self._components

    def has_components_v2(self) -> bool:
        """Whether the message is made of components alone."""
        return self._v2
