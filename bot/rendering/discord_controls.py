"""The controls of an answer, as they come back when they are pressed. Each holds its state in its `custom_id`.

A press is dispatched as an event of the client (`source_press`, `page_press`, ...), with the interaction and the
state; who listens decides what comes of it. Rendering never asks a question.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar, Protocol, Self

import discord

from bot.rendering.discord_state import (
    ActState,
    ChoiceState,
    JumpState,
    PageState,
    PlainState,
    RemoveState,
    ReportState,
    SourceState,
    TabState,
)

_NEVER = r"(?!)"
"""A pattern that no `custom_id` matches: what two kinds of button have in common is no button itself."""


class State(Protocol):
    """What stands in a `custom_id`."""

    PATTERN: ClassVar[re.Pattern[str]]

    def custom_id(self) -> str | None:
        """The state as a `custom_id`."""

    @classmethod
    def from_match(cls, match: re.Match[str]) -> Self:
        """The state that a `custom_id` stands for."""


class PressedButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=_NEVER):
    """A button that says with an event that it was pressed."""

    STATE: ClassVar[type[State]]
    EVENT: ClassVar[str]

    def __init__(self, state: State) -> None:
        super().__init__(discord.ui.Button(label="…", custom_id=state.custom_id()))
        self.state = state

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as it was when it was sent."""
        return cls(cls.STATE.from_match(match))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Says that the button was pressed."""
        interaction.client.dispatch(self.EVENT, interaction, self.state)


class SourceButton(PressedButton, template=SourceState.PATTERN):
    """Shows where an item comes from."""

    STATE, EVENT = SourceState, "source_press"


class PageButton(PressedButton, template=PageState.PATTERN):
    """Turns to another page."""

    STATE, EVENT = PageState, "page_press"


class JumpButton(PressedButton, template=JumpState.PATTERN):
    """Asks for the page to turn to."""

    STATE, EVENT = JumpState, "jump_press"


class TabButton(PressedButton, template=TabState.PATTERN):
    """Turns to another side of the same thing."""

    STATE, EVENT = TabState, "tab_press"


class PlainButton(PressedButton, template=PlainState.PATTERN):
    """Shows the answer as plain text."""

    STATE, EVENT = PlainState, "plain_press"


class RemoveButton(PressedButton, template=RemoveState.PATTERN):
    """Removes the answer."""

    STATE, EVENT = RemoveState, "remove_press"


class ActButton(PressedButton, template=ActState.PATTERN):
    """Does what moderators can do."""

    STATE, EVENT = ActState, "act_press"


class ReportButton(PressedButton, template=ReportState.PATTERN):
    """Asks what is wrong with an answer."""

    STATE, EVENT = ReportState, "report_press"


class ChoiceMenu(discord.ui.DynamicItem[discord.ui.Select[Any]], template=ChoiceState.PATTERN):
    """A menu of ways on from an answer."""

    def __init__(self, state: ChoiceState) -> None:
        super().__init__(discord.ui.Select(custom_id=state.custom_id()))
        self.state = state

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> ChoiceMenu:
        """The menu as it was when it was sent."""
        return cls(ChoiceState.from_match(match))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Says what was chosen: the words of a question."""
        interaction.client.dispatch("choice_press", interaction, self.state, self.item.values[0])


CONTROLS: tuple[type[discord.ui.DynamicItem[Any]], ...] = (
    SourceButton,
    PageButton,
    JumpButton,
    TabButton,
    PlainButton,
    RemoveButton,
    ActButton,
    ReportButton,
    ChoiceMenu,
)
"""What a client must know of to hear presses on messages, also those sent before it started (`add_dynamic_items`)."""
