"""What Discord accepts in the body of a message: the documented limits, checked on the JSON that is sent.

https://discord.com/developers/docs/components/reference and .../resources/message
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS, V2 = 1 << 2, 1 << 6, 1 << 12, 1 << 15
ROW, BUTTON, STRING_SELECT, SECTION, TEXT = 1, 2, 3, 9, 10
THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 11, 12, 13, 14, 17
SELECTS = {3, 5, 6, 7, 8}
V2_ONLY = {SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER}
TOP_LEVEL = {ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER}
IN_CONTAINER = TOP_LEVEL - {CONTAINER}
LINK_BUTTON = 5


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


def faults_of_message(body: dict[str, Any], *, edit: bool = False, flags: int | None = None) -> list[str]:
    """Every limit that a message body breaks, one sentence each.

    An `edit` may leave out what stays as it is; `flags` are those that may be set where the message goes.
    """
    return [
        *_body_faults(body, edit),
        *_flag_faults(body, flags),
        *_file_faults(body),
        *(fault for part in walk(body.get("components")) for fault in faults_of_part(part)),
    ]


def faults_of_mentions(body: dict[str, Any]) -> list[str]:
    """What in a message would let words in it call people."""
    allowed = body.get("allowed_mentions")
    if allowed is None:
        return ["a message that may mention people"]
    called = [key for key in ("parse", "users", "roles", "replied_user") if allowed.get(key)]
    return [f"a message that may mention people ({', '.join(called)})"] if called else []


def _body_faults(body: dict[str, Any], edit: bool) -> Iterator[str]:
    parts = list(walk(body.get("components")))
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    if len(ids) != len(set(ids)):
        yield "a custom_id stands twice"
    if len(str(body.get("nonce") or "")) > 25:
        yield "a nonce above 25"
    if (body.get("flags") or 0) & V2:
        yield from _v2_faults(body, parts)
        return
    if any(part["type"] in V2_ONLY for part in parts):
        yield "V2 components without the V2 flag"
    if not edit and not ((body.get("content") or "").strip() or body.get("embeds") or body.get("attachments")):
        yield "an empty message"
    if units(body.get("content") or "") > 2000:
        yield "content above 2000"
    if len(body.get("components") or ()) > 5:
        yield "more than 5 action rows"


def _v2_faults(body: dict[str, Any], parts: list[dict[str, Any]]) -> Iterator[str]:
    if body.get("content") or body.get("embeds") or body.get("poll") or body.get("sticker_ids"):
        yield "content or embeds beside V2 components"
    if not 1 <= len(parts) <= 40:
        yield f"{len(parts)} components"
    if any(part["type"] not in TOP_LEVEL for part in body.get("components") or ()):
        yield "a component that cannot stand at the top"
    if sum(units(part["content"]) for part in parts if part["type"] == TEXT) > 4000:
        yield "more than 4000 characters of text"


def _flag_faults(body: dict[str, Any], allowed: int | None) -> Iterator[str]:
    given = body.get("flags") or 0
    if allowed is not None and given & ~allowed:
        yield f"flags that cannot be set here ({given & ~allowed})"


def _file_faults(body: dict[str, Any]) -> Iterator[str]:
    if any(units(file.get("description") or "") > 1024 for file in body.get("attachments") or ()):
        yield "words for a file above 1024"
    attached = {f"attachment://{file['filename']}" for file in body.get("attachments") or () if "filename" in file}
    for part in walk(body.get("components")):
        media = [part.get("file"), part.get("media"), *(item.get("media") for item in part.get("items") or ())]
        for address in (medium["url"] for medium in media if medium):
            if address.startswith("attachment://") and address not in attached:
                yield f"{address} is not attached"


def faults_of_part(part: dict[str, Any]) -> Iterator[str]:
    """Every limit that one component breaks."""
    kind = part["type"]
    if kind == TEXT and not part["content"].strip():
        yield "an empty text"
    if "custom_id" in part and not 1 <= units(part["custom_id"]) <= 100:
        yield f"a custom_id of {units(part['custom_id'])}"
    if kind == BUTTON:
        yield from _button_faults(part)
    if kind == SECTION:
        yield from _section_faults(part)
    if kind == ROW:
        yield from _row_faults(part)
    if kind == CONTAINER and any(child["type"] not in IN_CONTAINER for child in part["components"]):
        yield "a component that cannot stand in a container"
    if kind == CONTAINER and not part["components"]:
        yield "an empty container"
    if kind == GALLERY:
        yield from _gallery_faults(part)
    if kind == FILE and not part["file"]["url"].startswith("attachment://"):
        yield "a file that is not attached"
    if kind == STRING_SELECT:
        yield from _select_faults(part)


def _gallery_faults(part: dict[str, Any]) -> Iterator[str]:
    if not 1 <= len(part["items"]) <= 10:
        yield f"a gallery of {len(part['items'])} pictures"
    if any(units(item.get("description") or "") > 1024 for item in part["items"]):
        yield "words for a picture above 1024"


def _button_faults(part: dict[str, Any]) -> Iterator[str]:
    label = part.get("label") or ""
    if units(label) > 80 or not (label.strip() or part.get("emoji")):
        yield "a button's label"
    if ("custom_id" in part) == ("url" in part):
        yield "a button must have a custom_id or an address, and not both"
    elif ("url" in part) != (part.get("style", LINK_BUTTON if "url" in part else 1) == LINK_BUTTON):
        yield "a button with an address is a link button, and no other is"
    address = part.get("url", "")
    if units(address) > 512:
        yield "an address above 512"
    if address and urlsplit(address).scheme not in {"http", "https", "discord"}:
        yield "an address that is not of the web"


def _section_faults(part: dict[str, Any]) -> Iterator[str]:
    if not 1 <= len(part["components"]) <= 3 or any(child["type"] != TEXT for child in part["components"]):
        yield "a section takes one to three texts"
    if (part.get("accessory") or {}).get("type") not in {BUTTON, THUMBNAIL}:
        yield "a section takes a button or a thumbnail beside it"


def _row_faults(part: dict[str, Any]) -> Iterator[str]:
    kinds = [child["type"] for child in part["components"]]
    if not 1 <= len(kinds) <= 5:
        yield "an action row of no or too many buttons"
    if any(kind in SELECTS for kind in kinds) and len(kinds) > 1:
        yield "a menu fills its action row"


def _select_faults(part: dict[str, Any]) -> Iterator[str]:
    options = part["options"]
    if not 1 <= len(options) <= 25:
        yield f"{len(options)} options"
    if units(part.get("placeholder") or "") > 150:
        yield "a placeholder above 150"
    if len({option["value"] for option in options}) != len(options):
        yield "an option's value stands twice"
    if not 0 <= part.get("min_values", 1) <= part.get("max_values", 1) <= len(options):
        yield "a menu that asks for more options than it has"
    if sum(bool(option.get("default")) for option in options) > part.get("max_values", 1):
        yield "more options chosen beforehand than may be chosen"
    for option in options:
        if not 1 <= units(option["label"]) <= 100 or not 1 <= units(option["value"]) <= 100:
            yield "an option's label or value"
        if units(option.get("description") or "") > 100:
            yield "an option's description above 100"
