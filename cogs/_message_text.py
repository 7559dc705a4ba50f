"""What a message says, in plain words: of a bot or a forwarded message that is not where members write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import discord

from bot.answers.calls import LONGEST_TEXT
from bot.answers.wording import clipped

_LINK = re.compile(r"\[([^\[\]]{1,200})\]\(<?https?://[^\s()<>]*>?\)")
_ADDRESS = re.compile(r"<?\bhttps?://[^\s<>]+>?")
_TIMESTAMP = re.compile(r"<t:(\d{1,11})(?::[a-zA-Z])?>")
# Mentions of members, roles, channels and commands, and emoji of a server: names of Discord's, not of people.
_DISCORDS_OWN = re.compile(r"<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|/[^<>:]{1,100}:\d+|id:\w+)>|@everyone|@here")
_STYLE = re.compile(r"\*{1,3}|~~|\|\||`{1,3}|__|(?<!\w)_|_(?!\w)|^-# |^#{1,3} ", re.MULTILINE)


def text_of(message: discord.Message) -> str:
    """The words of a message: its text, embeds, laid-out text, and what it forwards; "" where it has none.

    At most as long as `find` takes, and without Discord's own marks.
    """
    parts = [*_parts(message), *(part for each in message.message_snapshots for part in _parts(each))]
    return clipped(plain_words("\n\n".join(part for part in parts if part.strip())), LONGEST_TEXT)


def plain_words(text: str) -> str:
    """The text without Discord's Markdown, mentions and addresses; marks of block quotes and line ends stay.

    A timestamp becomes its day in UTC.
    """
    for pattern, plain in ((_LINK, r"\1"), (_ADDRESS, " "), (_DISCORDS_OWN, " ")):
        text = pattern.sub(plain, text)
    return _STYLE.sub("", _TIMESTAMP.sub(_day, text)).strip()


def _parts(message: discord.Message | discord.MessageSnapshot) -> Iterator[str]:
    yield message.content
    for embed in message.embeds:
        yield from (embed.title or "", embed.description or "")
        for field in embed.fields:
            yield from (field.name or "", field.value or "")
    yield from _laid_out(message.components)


def _laid_out(components: Iterable[object]) -> Iterator[str]:
    """The words of text displays, those within containers and sections too."""
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        elif isinstance(component, discord.Container | discord.SectionComponent):
            yield from _laid_out(component.children)


def _day(match: re.Match[str]) -> str:
    try:
        return datetime.fromtimestamp(int(match[1]), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return " "
