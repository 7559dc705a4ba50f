"""Forms that open when a button is pressed. Like the buttons, a form holds its state in its `custom_id`.

What was filled in comes back as an interaction, which `filled_in` reads: also after a restart in between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from bot.answers.language import Language
from bot.answers.reports import Reportable
from bot.rendering.clamp import MODAL_TEXT, OPTION_LABEL, SELECT_OPTIONS, clamp, units
from bot.rendering.discord_harmless import one_line, visible
from bot.rendering.discord_state import FormState, JumpState, ReportState

PAGE = "page"
"""The `custom_id` of the field in which a page is typed."""
WORDS = "words"
"""That of a field for somebody's own words."""
ITEM = "item"
"""That of the menu from which an item of a page is chosen."""
LONGEST_FIELD = 4000
"""Characters of one field: https://discord.com/developers/docs/components/reference#text-input"""
LONGEST_REPORT = 1000
MOST_FIELDS = 5


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: its `custom_id`, its label, what stands in it already, and what may."""

    name: str
    label: str
    value: str = ""
    required: bool = False
    paragraph: bool = False
    longest: int = 300


def jump_modal(state: JumpState, language: Language) -> discord.ui.Modal:
    """The form that asks for the page to turn to. Raises ValueError for a state that does not fit a `custom_id`."""
    label = language.say("Page, from 1 to {of}", of=language.number(state.of))
    field = Field(PAGE, label, required=True, longest=9)
    return _modal(language.say("Jump to a page"), state.custom_id(), [field])


def report_modal(state: ReportState, offered: Sequence[Reportable], language: Language) -> discord.ui.Modal:
    """The form that asks which of the items of a page is wrong, and what is wrong with it.

    Raises ValueError for a state that does not fit.
    """
    options = [
        discord.SelectOption(
            label=clamp(one_line(each.label), OPTION_LABEL) or "…", value=each.value, default=each.chosen
        )
        for each in offered[:SELECT_OPTIONS]
    ]
    menu = discord.ui.Select[Any](custom_id=ITEM, options=options, required=True)
    label = language.say("What is wrong, and how do you know?")
    field = Field(WORDS, label, required=True, paragraph=True, longest=LONGEST_REPORT)
    modal = _modal(language.say("Report a mistake"), state.custom_id(), [])
    modal.add_item(discord.ui.Label(text=_label(language.say("Which of these?")), component=menu))
    modal.add_item(_labelled(field))
    return modal


def form_modal(title: str, state: FormState, fields: Sequence[Field]) -> discord.ui.Modal:
    """A form of up to MOST_FIELDS fields. Raises ValueError for a state that does not fit a `custom_id`."""
    return _modal(title, state.custom_id(), fields[:MOST_FIELDS])


def filled_in(data: Mapping[str, Any] | None) -> dict[str, str]:
    """What was typed into the fields of a form, or chosen from its menus, by their `custom_id`."""
    return dict(_fields((data or {}).get("components", ())))


def _modal(title: str, custom_id: str | None, fields: Sequence[Field]) -> discord.ui.Modal:
    if custom_id is None:
        raise ValueError("the state does not fit a custom_id")
    modal = discord.ui.Modal(title=_label(title), custom_id=custom_id, timeout=None)
    for field in fields:
        modal.add_item(_labelled(field))
    modal.stop()  # it is found by its custom_id, so the client need not keep it
    return modal


def _labelled(field: Field) -> discord.ui.Label[Any]:
    return discord.ui.Label(text=_label(field.label), component=_input(field))


def _input(field: Field) -> discord.ui.TextInput[Any]:
    # Not shortened for the eye: what is sent back unchanged must be what was there, so a longer text is left out.
    value = visible(field.value)
    return discord.ui.TextInput(
        custom_id=field.name,
        default=value if value and units(value) <= field.longest else None,
        required=field.required,
        style=discord.TextStyle.paragraph if field.paragraph else discord.TextStyle.short,
        max_length=field.longest,
    )


def _label(words: str) -> str:
    return clamp(one_line(words), MODAL_TEXT) or "…"


def _fields(components: Any) -> Iterator[tuple[str, str]]:
    for component in components:
        if isinstance(component.get("value"), str) and component.get("custom_id"):
            yield component["custom_id"], component["value"]
        if component.get("values") and component.get("custom_id"):
            yield component["custom_id"], component["values"][0]
        yield from _fields(component.get("components", ()))
        if component.get("component"):
            yield from _fields([component["component"]])
