"""An answer as a plain message of Discord: words, with buttons under them but no layout."""

from __future__ import annotations

from bot.answers.model import Answer
from bot.rendering.clamp import PLAIN_TEXT
from bot.rendering.discord_components import Component, row
from bot.rendering.discord_look import PLAIN_PAGE, Look
from bot.rendering.discord_rows import control_rows
from bot.rendering.discord_sources import source_button
from bot.rendering.discord_text import plain_heading
from bot.rendering.discord_words import words_of

_BREAKS = 2 * (PLAIN_PAGE + 1)
"""Line ends between heading, items and notes."""


def plain_content(answer: Answer, look: Look) -> str:
    """The words of an answer, its items numbered, within the limit of a message."""
    words = words_of(answer, look, plain_heading(answer), most=PLAIN_PAGE, room=PLAIN_TEXT - _BREAKS)
    return "\n\n".join(part for part in (words.heading, *words.items, words.notes) if part)


def plain_rows(answer: Answer, look: Look) -> list[Component]:
    """The buttons under it: where each item comes from, then those that every answer has."""
    shown = answer.items[:PLAIN_PAGE]
    numbered = len(answer.items) > 1
    sources = [source_button(answer, index, item, numbered=numbered) for index, item in enumerate(shown)]
    known = [control for control in sources if control]
    return [*([row(*known)] if known else []), *control_rows(answer, look)]
