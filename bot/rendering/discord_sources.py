"""The button that shows where an item comes from."""

from __future__ import annotations

from bot.answers.model import Answer, Item
from bot.rendering.clamp import BUTTON_LABEL, clamp
from bot.rendering.discord_components import Component, button
from bot.rendering.discord_state import SourceState


def source_button(answer: Answer, index: int, item: Item, *, numbered: bool = False) -> Component | None:
    """The Source button of the item at `index`; None where its state does not fit a `custom_id`.

    `numbered`: with the number of the item, for a button that does not stand beside it.
    """
    custom_id = SourceState(index, item.citation.passage, item.citation.source).custom_id()
    if custom_id is None:
        return None
    label = answer.language.say("Source {number}", number=index + 1) if numbered else answer.language.say("Source")
    return button(clamp(label, BUTTON_LABEL), custom_id)
