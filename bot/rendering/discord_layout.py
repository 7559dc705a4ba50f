"""An answer as a Components V2 message of Discord, within Discord's limits whatever the answer holds."""

from __future__ import annotations

from bot.answers.model import Answer, Item
from bot.rendering.clamp import MESSAGE_TEXT
from bot.rendering.discord_components import Component, container, file, picture, section, text
from bot.rendering.discord_look import PICTURE, Look
from bot.rendering.discord_rows import control_rows
from bot.rendering.discord_sources import source_button
from bot.rendering.discord_text import heading_text
from bot.rendering.discord_words import words_of

MOST_ITEMS = 6
"""Items of one message: each takes three components of the 40, all else 21, and at least LEAST_ITEM of text."""


def layout_of(answer: Answer, look: Look) -> list[Component]:
    """The components that show an answer: each item with a Source button beside it, controls below."""
    words = words_of(answer, look, heading_text(answer), most=MOST_ITEMS, room=MESSAGE_TEXT)
    parts = [text(words.heading)]
    if look.picture:
        parts.append(picture(PICTURE, look.picture))
    shown = zip(answer.items, words.items, strict=False)
    parts += [_with_source_button(answer, index, item, content) for index, (item, content) in enumerate(shown)]
    if look.attached:
        parts.append(file(look.attached))
    if words.notes:
        parts.append(text(words.notes))
    return [container([*parts, *control_rows(answer, look)])]


def _with_source_button(answer: Answer, index: int, item: Item, content: str) -> Component:
    control = source_button(answer, index, item)
    return section(content, control) if control else text(content)
