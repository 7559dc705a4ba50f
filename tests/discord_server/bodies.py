"""The smallest bodies that Discord takes, for tests that make them too large."""

from typing import Any

from .limits import BUTTON, CONTAINER, FILE, GALLERY, ROW, SECTION, STRING_SELECT, TEXT, V2

SILENT: dict[str, Any] = {"allowed_mentions": {"parse": []}}


def text(content: str = "words") -> dict[str, Any]:
    return {"type": TEXT, "content": content}


def button(**more: Any) -> dict[str, Any]:
    return {"type": BUTTON, "style": 1, "label": "Source", "custom_id": "one"} | more


def link(url: str) -> dict[str, Any]:
    return {"type": BUTTON, "style": 5, "label": "Original", "url": url}


def row(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": ROW, "components": list(parts)}


def buttons(count: int) -> dict[str, Any]:
    return row(*(button(custom_id=str(number)) for number in range(count)))


def section(*parts: dict[str, Any], accessory: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"type": SECTION, "components": list(parts), "accessory": accessory or button()}


def container(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": CONTAINER, "components": list(parts)}


def file(name: str) -> dict[str, Any]:
    return {"type": FILE, "file": {"url": f"attachment://{name}"}}


def gallery(*said: str) -> dict[str, Any]:
    """A picture for each of these words."""
    return {
        "type": GALLERY,
        "items": [{"media": {"url": "attachment://a.txt"}, "description": words} for words in said],
    }


def options(count: int) -> list[dict[str, Any]]:
    return [{"label": f"Option {number}", "value": str(number)} for number in range(count)]


def menu(count: int = 2, **more: Any) -> dict[str, Any]:
    return {"type": STRING_SELECT, "custom_id": "menu", "options": options(count)} | more


def option(**more: Any) -> dict[str, Any]:
    """A menu whose one option has this."""
    return menu(options=[{"label": "One", "value": "1"} | more])


def v2(*parts: dict[str, Any], **more: Any) -> dict[str, Any]:
    return SILENT | {"flags": V2, "components": list(parts)} | more


def plain(content: str = "words", **more: Any) -> dict[str, Any]:
    return SILENT | {"content": content} | more
