"""A message as the rest of this room looks at it: its plain text, its block quotes, and what the reader took out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.reading import read
from bot.reading.model import Reading

_QUOTE_MARK = re.compile(r"^[ \t]*(>{1,3})[ \t]+", re.MULTILINE)
# Members type months in lower case; the reader of prose wants the capital. "may" and "march" are words without one.
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_LOWER_MONTH = re.compile(rf"(?<=\d )(?:{_MONTHS})\b|\b(?:{_MONTHS})(?= \d)")


@dataclass(frozen=True, slots=True)
class Message:
    """One message, read. `blocks` are its block quotes, a paragraph each.

    `reading` takes what is relative from the day of the message, `undated` from no day at all: what differs between
    the two hangs on that day.
    """

    text: str
    blocks: tuple[str, ...]
    reading: Reading
    undated: Reading


def read_message(text: str, written: date) -> Message:
    """Read a message that was written on this day. Takes a while for a long one, so not on the event loop."""
    plain = _QUOTE_MARK.sub(lambda mark: " " * len(mark.group()), text)
    plain = _LOWER_MONTH.sub(lambda month: month.group().capitalize(), plain)
    return Message(plain, tuple(_blocks(text)), read(plain, written), read(plain))


def _blocks(text: str) -> list[str]:
    """The paragraphs of the block quotes: lines behind “> ”, and all lines from “>>> ” on."""
    blocks, here, to_the_end = list[str](), list[str](), False
    for line in text.split("\n"):
        mark = _QUOTE_MARK.match(line)
        to_the_end = to_the_end or (mark is not None and mark[1] == ">>>")
        words = line[mark.end() :].strip() if mark else line.strip() if to_the_end else ""
        if words:
            here.append(words)
        elif here:
            blocks.append("\n".join(here))
            here = []
    return [*blocks, "\n".join(here)] if here else blocks
