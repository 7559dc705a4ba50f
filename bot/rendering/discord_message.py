"""An answer as a message of Discord, in the form that is wanted."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.model import Answer
from bot.rendering.discord_components import ReadyView
from bot.rendering.discord_layout import layout_of
from bot.rendering.discord_look import Look
from bot.rendering.discord_plain import plain_content, plain_rows


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: components alone, or words with buttons under them."""

    view: ReadyView
    content: str | None = None


def message_of(answer: Answer, look: Look) -> Message:
    """The message that shows an answer, within Discord's limits whatever the answer holds."""
    if look.plain:
        return Message(ReadyView(plain_rows(answer, look), v2=False), plain_content(answer, look))
    return Message(ReadyView(layout_of(answer, look), v2=True))
