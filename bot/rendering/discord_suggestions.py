"""Suggestions as Discord lists them below what a member is typing."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from discord import app_commands

from bot.answers.suggest.model import Suggestion
from bot.rendering.clamp import OPTION_LABEL, OPTION_VALUE, SELECT_OPTIONS, clamp, units
from bot.rendering.harmless import one_line

_LEAST_LABEL = 40
"""Room that a label needs to be recognised; a rest that leaves less is cut with it."""


def choices_of(suggestions: Sequence[Suggestion]) -> list[app_commands.Choice[str]]:
    """The suggestions within Discord's limits, in their order: at most 25, no value twice.

    One whose value is too long for Discord is left out: cut, it would mean something else.
    """
    choices: dict[str, str] = {}
    for each in suggestions:
        if 0 < units(each.value) <= OPTION_VALUE:
            choices.setdefault(each.value, _shown(each))
    return [app_commands.Choice(name=name, value=value) for value, name in list(choices.items())[:SELECT_OPTIONS]]


def _shown(suggestion: Suggestion) -> str:
    """The label and its rest; of the two the label is cut. What cannot be seen is shown by its value."""
    label = one_line(suggestion.label)
    if not _can_be_seen(label):
        label = suggestion.value
    behind = f" · {one_line(suggestion.rest)}" if suggestion.rest else ""
    room = OPTION_LABEL - units(behind)
    if room < _LEAST_LABEL:
        return clamp(label + behind, OPTION_LABEL)
    return clamp(label, room) + behind


def _can_be_seen(text: str) -> bool:
    return any(unicodedata.category(character)[0] not in "CMZ" for character in text)
