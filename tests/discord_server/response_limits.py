"""What Discord accepts as the response to an interaction.

https://discord.com/developers/docs/interactions/receiving-and-responding
"""

from collections.abc import Iterator
from typing import Any

from .command_limits import faults_of_choices
from .limits import (
    EPHEMERAL,
    ROW,
    SUPPRESS_EMBEDS,
    SUPPRESS_NOTIFICATIONS,
    TEXT,
    V2,
    faults_of_mentions,
    faults_of_message,
    faults_of_part,
    units,
)

MESSAGE, DEFERRED, DEFERRED_EDIT, EDIT, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
NEW_MESSAGE_FLAGS = SUPPRESS_EMBEDS | EPHEMERAL | SUPPRESS_NOTIFICATIONS | V2
LABEL, TEXT_INPUT = 18, 4
COMMAND, COMPONENT, AUTOCOMPLETE, SUBMIT = 2, 3, 4, 5
ALLOWED = {
    COMMAND: {MESSAGE, DEFERRED, MODAL},
    COMPONENT: {MESSAGE, DEFERRED, DEFERRED_EDIT, EDIT, MODAL},
    AUTOCOMPLETE: {CHOICES},
    SUBMIT: {MESSAGE, DEFERRED, DEFERRED_EDIT, EDIT},
}
"""Which responses each type of interaction takes."""


def faults_of_response(body: dict[str, Any]) -> list[str]:
    """Every limit that a response breaks, one sentence each."""
    kind, data = body["type"], body.get("data") or {}
    if kind in {MESSAGE, EDIT}:
        return [*faults_of_message(data, edit=kind == EDIT, flags=NEW_MESSAGE_FLAGS), *faults_of_mentions(data)]
    if kind == DEFERRED and data.get("flags", 0) & ~EPHEMERAL:
        return ["flags that cannot be set while a member waits"]
    if kind == CHOICES:
        return list(_choices_faults(data.get("choices")))
    if kind == MODAL:
        return list(_modal_faults(data))
    return []


def _choices_faults(choices: list[dict[str, Any]] | None) -> Iterator[str]:
    if choices is None:
        yield "no list of choices"
        return
    if len(choices) > 25:
        yield f"{len(choices)} choices"
    yield from faults_of_choices(choices)


def _modal_faults(modal: dict[str, Any]) -> Iterator[str]:
    if not 1 <= units(modal.get("title") or "") <= 45:
        yield "a modal's title must have 1 to 45 characters"
    if not 1 <= units(modal.get("custom_id") or "") <= 100:
        yield "a modal's custom_id must have 1 to 100 characters"
    if not 1 <= len(modal["components"]) <= 5:
        yield f"a modal of {len(modal['components'])} components"
    for part in modal["components"]:
        yield from _modal_part_faults(part)
    ids = [field["custom_id"] for field in fields_of(modal)]
    if len(ids) != len(set(ids)):
        yield "a custom_id stands twice"
    for field in fields_of(modal):
        yield from faults_of_part(field)
        yield from _field_faults(field)


def _modal_part_faults(part: dict[str, Any]) -> Iterator[str]:
    if part["type"] not in {LABEL, ROW, TEXT}:
        yield "a component that cannot stand in a modal"
    if part["type"] == LABEL and not 1 <= units(part.get("label") or "") <= 45:
        yield "a label in a modal must have 1 to 45 characters"
    if part["type"] == LABEL and units(part.get("description") or "") > 100:
        yield "a description in a modal above 100"


def _field_faults(field: dict[str, Any]) -> Iterator[str]:
    if field["type"] != TEXT_INPUT:
        return
    if units(field.get("placeholder") or "") > 100:
        yield "a placeholder in a modal above 100"
    if units(field.get("value") or "") > field.get("max_length", 4000):
        yield "a value in a modal is longer than it may be"


def fields_of(modal: dict[str, Any]) -> list[dict[str, Any]]:
    """What a member fills in, in the order in which it is shown."""
    inner = [[part["component"]] if "component" in part else part.get("components", []) for part in modal["components"]]
    return [field for group in inner for field in group]
