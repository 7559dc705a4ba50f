"""What a moderator hands in, in each of its ways: attachments, a link, pasted text, a message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

import discord

from bot.errors import InputError
from cogs._drafting import HandedIn
from cogs._incoming import Incoming, TakesIn
from cogs._message_text import text_of
from cogs._moderators import Keeper

PASTED = "pasted.txt"
_LONGEST_NAME = 60
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


def handed_in(
    takes_in: TakesIn, keeper: Keeper, *, attachments: Sequence[discord.Attachment] = (), link: str | None = None
) -> Iterator[HandedIn]:
    """Files, and what stands at a link."""
    for attachment in attachments:
        yield HandedIn(attachment.filename[:_LONGEST_NAME], partial(_of_attachment, takes_in, keeper, attachment))
    if link:
        take_in = partial(takes_in.from_link, link.strip().strip("<>"), guild=keeper.guild, by=keeper.by)
        yield HandedIn(link[:_LONGEST_NAME], take_in)


def pasted(takes_in: TakesIn, keeper: Keeper, text: str) -> HandedIn:
    """Text that was pasted into a form."""
    return HandedIn(PASTED, partial(takes_in.from_bytes, PASTED, text.encode(), guild=keeper.guild, by=keeper.by))


def of_message(takes_in: TakesIn, keeper: Keeper, message: discord.Message) -> list[HandedIn]:
    """The attachments of a message; without any, the link that it consists of, else its text.

    Raises InputError for a message that has none of these.
    """
    if message.attachments:
        return list(handed_in(takes_in, keeper, attachments=message.attachments))
    if _LINK.fullmatch(message.content.strip()):
        return list(handed_in(takes_in, keeper, link=message.content))
    text = text_of(message)
    if not text:
        raise InputError("That message holds no text and no file that could be added.")
    return [pasted(takes_in, keeper, text)]


async def _of_attachment(takes_in: TakesIn, keeper: Keeper, attachment: discord.Attachment) -> Incoming:
    name = attachment.filename[:_LONGEST_NAME]
    if attachment.size > takes_in.most_bytes:
        most = f"{takes_in.most_bytes / 1_000_000:g}"
        raise InputError("“{name}” is too large: at most {most} MB can be added.", name=name, most=most)
    try:
        data = await attachment.read()
    except (discord.HTTPException, OSError):
        raise InputError("Discord did not hand over “{name}”; attach it again.", name=name) from None
    return await takes_in.from_bytes(attachment.filename, data, guild=keeper.guild, by=keeper.by)
