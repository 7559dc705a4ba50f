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

_ASKER = r"(?P<asker>[0-9a-z]{1,13})"
_CALL = r"(?P<question>[a-z]{1,20}):(?P<speaker>[0-9]{0,3}):(?P<words>.*)"
"""A question: its name, the length of the speaker's name (empty: no speaker), and that name with the subject behind
it: so both may hold any character."""


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

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(rf"page:{_ASKER}:(?P<page>[0-9]{{1,9}}):{_CALL}", re.DOTALL)

    asker: int
    call: Call

    def custom_id(self) -> str | None:
        """The state as a `custom_id`; None where it does not fit or cannot be sent."""
        return _fitting(f"page:{_base36(self.asker)}:{self.call.page}:{_call_words(self.call)}")

    @classmethod
    def from_match(cls, match: re.Match[str]) -> PageState:
        """The state that a `custom_id` matching PATTERN stands for."""
        return cls(int(match["asker"], 36), _call_from(match, int(match["page"])))


@dataclass(frozen=True, slots=True)
class JumpState:
    """The button that asks for a page, and the form that it opens: the question and how many pages it has."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(rf"jump:{_ASKER}:(?P<of>[0-9]{{1,9}}):{_CALL}", re.DOTALL)

    asker: int
    of: int
    call: Call

    def custom_id(self) -> str | None:
        """The state as a `custom_id`; None where it does not fit or cannot be sent."""
        return _fitting(f"jump:{_base36(self.asker)}:{self.of}:{_call_words(self.call)}")

    @classmethod
    def from_match(cls, match: re.Match[str]) -> JumpState:
        """The state that a `custom_id` matching PATTERN stands for; its call is for the first page."""
        return cls(int(match["asker"], 36), int(match["of"]), _call_from(match, 1))


@dataclass(frozen=True, slots=True)
class PlainState:
    """The button that shows an answer as plain text: the question, with its page."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(rf"plain:(?P<page>[0-9]{{1,9}}):{_CALL}", re.DOTALL)

    call: Call

    def custom_id(self) -> str | None:
        """The state as a `custom_id`; None where it does not fit or cannot be sent."""
        return _fitting(f"plain:{self.call.page}:{_call_words(self.call)}")

    @classmethod
    def from_match(cls, match: re.Match[str]) -> PlainState:
        """The state that a `custom_id` matching PATTERN stands for."""
        return cls(_call_from(match, int(match["page"])))


@dataclass(frozen=True, slots=True)
class TabState:
    """A button to another side of the same thing: the words that ask for it. `tab` keeps two of one message apart."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(rf"tab:(?P<tab>[0-9]):{_ASKER}:(?P<words>.+)", re.DOTALL)

    tab: int
    asker: int
    words: str

    def custom_id(self) -> str | None:
        """The state as a `custom_id`; None where it does not fit or cannot be sent."""
        return _fitting(f"tab:{self.tab}:{_base36(self.asker)}:{self.words}") if self.words else None

    @classmethod
    def from_match(cls, match: re.Match[str]) -> TabState:
        """The state that a `custom_id` matching PATTERN stands for."""
        return cls(int(match["tab"]), int(match["asker"], 36), match["words"])


@dataclass(frozen=True, slots=True)
class RemoveState:
    """The button that removes an answer: who asked for it."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(rf"remove:{_ASKER}")

    asker: int

    def custom_id(self) -> str:
        """The state as a `custom_id`; it always fits."""
        return f"remove:{_base36(self.asker)}"

    @classmethod
    def from_match(cls, match: re.Match[str]) -> RemoveState:
        """The state that a `custom_id` matching PATTERN stands for."""
        return cls(int(match["asker"], 36))


@dataclass(frozen=True, slots=True)
class ChoiceState:
    """A menu of ways on; the words that each asks for are the values of its options.

    `after` is the kind of answer that the menu stands under: "h" help, "c" a choice or an empty hand, "f" what was
    found on a message, "o" any other.
    """

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(rf"choice:{_ASKER}:(?P<after>[hcof])")

    asker: int
    after: str = "o"

    def custom_id(self) -> str:
        """The state as a `custom_id`; it always fits."""
        return f"choice:{_base36(self.asker)}:{self.after}"

    @classmethod
    def from_match(cls, match: re.Match[str]) -> ChoiceState:
        """The state that a `custom_id` matching PATTERN stands for."""
        return cls(int(match["asker"], 36), match["after"])


@dataclass(frozen=True, slots=True)
class ActState:
    """The button of something that moderators can do: what, and the id of what it is done to."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(r"act:(?P<act>[a-z-]{1,24}):(?P<on>.+)", re.DOTALL)

    act: str
    on: str

    def custom_id(self) -> str | None:
        """The state as a `custom_id`; None where it does not fit or cannot be sent."""
        return _fitting(f"act:{self.act}:{self.on}") if self.on else None

    @classmethod
    def from_match(cls, match: re.Match[str]) -> ActState:
        """The state that a `custom_id` matching PATTERN stands for."""
        return cls(match["act"], match["on"])


@dataclass(frozen=True, slots=True)
class FormState:
    """A form that is filled in: for what, and the id of what it is about (empty: nothing that is there yet)."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(r"form:(?P<form>[a-z-]{1,24}):(?P<on>.*)", re.DOTALL)

    form: str
    on: str = ""

    def custom_id(self) -> str | None:
        """The state as a `custom_id`; None where it does not fit or cannot be sent."""
        return _fitting(f"form:{self.form}:{self.on}")

    @classmethod
    def from_match(cls, match: re.Match[str]) -> FormState:
        """The state that a `custom_id` matching PATTERN stands for."""
        return cls(match["form"], match["on"])


@dataclass(frozen=True, slots=True)
class ReportState:
    """The button with which a member reports a mistake, and the form that it opens: the question with its page."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(rf"report:(?P<page>[0-9]{{1,9}}):{_CALL}", re.DOTALL)

    call: Call

    def custom_id(self) -> str | None:
        """The state as a `custom_id`; None where it does not fit or cannot be sent."""
        return _fitting(f"report:{self.call.page}:{_call_words(self.call)}")

    @classmethod
    def from_match(cls, match: re.Match[str]) -> ReportState:
        """The state that a `custom_id` matching PATTERN stands for."""
        return cls(_call_from(match, int(match["page"])))


def _call_words(call: Call) -> str:
    length = "" if call.speaker is None else str(len(call.speaker))
    return f"{call.question}:{length}:{call.speaker or ''}{call.subject}"


def _call_from(match: re.Match[str], page: int) -> Call:
    length, words = match["speaker"], match["words"]
    speaker = words[: int(length)] if length else None
    return Call(match["question"], words[int(length or 0) :], speaker, page)


def _fitting(custom_id: str) -> str | None:
    return custom_id if units(custom_id) <= CUSTOM_ID and visible(custom_id) == custom_id else None


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"
