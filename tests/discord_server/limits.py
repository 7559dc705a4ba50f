"""What Discord accepts in the body of a message: the documented limits, checked on the JSON that is sent.

https://discord.com/developers/docs/components/reference and .../resources/message
"""

from collections.abc import Iterator
from typing import Any

V2 = 1 << 15
BUTTON, STRING_SELECT, SECTION, TEXT, FILE, CONTAINER = 2, 3, 9, 10, 13, 17
TOP_LEVEL = {1, 9, 10, 12, 13, 14, 17}


def walk(components: Any) -> Iterator[dict[str, Any]]:
    for component in components or ():
        yield component
        yield from walk(component.get("components"))
        if component.get("accessory"):
            yield from walk([component["accessory"]])


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def texts(body: dict[str, Any]) -> str:
    """Everything that a message shows in words, but for the labels of its controls."""
    shown = [part["content"] for part in walk(body.get("components")) if part["type"] == TEXT]
    return "\n".join([body.get("content") or "", *shown])


def faults_of_message(body: dict[str, Any]) -> list[str]:
    """Every limit that a message body breaks, one sentence each."""
    return [*_body_faults(body), *(fault for part in walk(body.get("components")) for fault in _part_faults(part))]


def _body_faults(body: dict[str, Any]) -> Iterator[str]:
    parts = list(walk(body.get("components")))
    if not body.get("flags", 0) & V2:
        if any(part["type"] in {SECTION, TEXT, FILE, CONTAINER} for part in parts):
            yield "V2 components without the V2 flag"
        if not (body.get("content") or body.get("embeds") or body.get("attachments")):
            yield "an empty message"
        if units(body.get("content") or "") > 2000:
            yield "content above 2000"
        return
    if body.get("content") or body.get("embeds"):
        yield "content or embeds beside V2 components"
    if not 1 <= len(parts) <= 40:
        yield f"{len(parts)} components"
    if any(part["type"] not in TOP_LEVEL for part in body["components"]):
        yield "a component that cannot stand at the top"
    if sum(units(part["content"]) for part in parts if part["type"] == TEXT) > 4000:
        yield "more than 4000 characters of text"
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    if len(ids) != len(set(ids)):
        yield "a custom_id stands twice"


def _part_faults(part: dict[str, Any]) -> Iterator[str]:
    kind = part["type"]
    if kind == TEXT and not part["content"].strip():
        yield "an empty text"
    if "custom_id" in part and not 1 <= units(part["custom_id"]) <= 100:
        yield f"a custom_id of {units(part['custom_id'])}"
    if kind == BUTTON and not 1 <= units(part.get("label") or "") <= 80:
        yield "a button's label"
    if kind == BUTTON and ("custom_id" in part) == ("url" in part):
        yield "a button must have a custom_id or an address, and not both"
    if len(part.get("url", "")) > 512:
        yield "an address above 512"
    if kind == SECTION and (not 1 <= len(part["components"]) <= 3 or not part.get("accessory")):
        yield "a section without text or accessory"
    if kind == 1 and not 1 <= len(part["components"]) <= 5:
        yield "an action row of no or too many buttons"
    if kind == FILE and not part["file"]["url"].startswith("attachment://"):
        yield "a file that is not attached"
    if kind == STRING_SELECT:
        yield from _select_faults(part)


def _select_faults(part: dict[str, Any]) -> Iterator[str]:
    options = part["options"]
    if not 1 <= len(options) <= 25:
        yield f"{len(options)} options"
    if units(part.get("placeholder") or "") > 150:
        yield "a placeholder above 150"
    if len({option["value"] for option in options}) != len(options):
        yield "an option's value stands twice"
    for option in options:
        if not 1 <= units(option["label"]) <= 100 or not 1 <= units(option["value"]) <= 100:
            yield "an option's label or value"
