"""What a button or a menu must know when it is pressed, as the `custom_id` that Discord keeps for us.

Nothing is kept in memory, so a control works after a restart, on another shard and for months. The shapes below
stand in messages already sent: a new shape takes a new first word, and the old one goes on being read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from bot.answers.calls import Call
from bot.rendering.clamp import CUSTOM_ID, units
from bot.rendering.discord_harmless import visible


@dataclass(frozen=True, slots=True)
class SourceState:
    """The Source button of one item: which passage of which source. `item` keeps two of one message apart."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(
        r"source:(?P<item>[0-9]{1,3}):(?P<passage>[0-9]{1,9}):(?P<source>.+)", re.DOTALL
    )

    item: int
    passage: int
    source: str

    def custom_id(self) -> str | None:
        """The state as a `custom_id`; None where it does not fit or cannot be sent."""
        return _fitting(f"source:{self.item}:{self.passage}:{self.source}")

    @classmethod
    def from_match(cls, match: re.Match[str]) -> SourceState:
        """The state that a `custom_id` matching PATTERN stands for."""
        return cls(int(match["item"]), int(match["passage"]), match["source"])


@dataclass(frozen=True, slots=True)
class PageState:
    """A button to another page: the question with the page it leads to, and the member who asked it (0: unknown)."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(
        r"page:(?P<asker>[0-9a-z]{1,13}):(?P<page>[0-9]{1,9}):(?P<question>[a-z]{1,20}):(?P<speaker>[0-9]{0,3}):(?P<words>.*)",
        re.DOTALL,
    )

    asker: int
    call: Call

    def custom_id(self) -> str | None:
        """The state as a `custom_id`; None where it does not fit or cannot be sent.

        The last two fields are the length of the speaker's name (empty: no speaker), and that name with the
        subject behind it: so both may hold any character.
        """
        call = self.call
        length = "" if call.speaker is None else str(len(call.speaker))
        words = (call.speaker or "") + call.subject
        return _fitting(f"page:{_base36(self.asker)}:{call.page}:{call.question}:{length}:{words}")

    @classmethod
    def from_match(cls, match: re.Match[str]) -> PageState:
        """The state that a `custom_id` matching PATTERN stands for."""
        length, words = match["speaker"], match["words"]
        speaker = words[: int(length)] if length else None
        subject = words[int(length or 0) :]
        return cls(int(match["asker"], 36), Call(match["question"], subject, speaker, int(match["page"])))


@dataclass(frozen=True, slots=True)
class ChoiceState:
    """A menu of ways on; the words that each asks for are the values of its options.

    `after` is the kind of answer that the menu stands under: "h" help, "c" a choice or an empty hand, "o" any other.
    """

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(r"choice:(?P<asker>[0-9a-z]{1,13}):(?P<after>[hco])")

    asker: int
    after: str = "o"

    def custom_id(self) -> str:
        """The state as a `custom_id`; it always fits."""
        return f"choice:{_base36(self.asker)}:{self.after}"

    @classmethod
    def from_match(cls, match: re.Match[str]) -> ChoiceState:
        """The state that a `custom_id` matching PATTERN stands for."""
        return cls(int(match["asker"], 36), match["after"])


def _fitting(custom_id: str) -> str | None:
    return custom_id if units(custom_id) <= CUSTOM_ID and visible(custom_id) == custom_id else None


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"
