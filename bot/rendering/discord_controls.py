"""The controls of an answer. Each holds its state in its `custom_id` and, when pressed, only says so.

A press is dispatched as an event of the client (`source_press`, `page_press`, `choice_press`), with the interaction
and the state; who listens decides what comes of it. Rendering never asks a question.
"""

from __future__ import annotations

import re
from typing import Any

import discord

from bot.rendering.discord_state import ChoiceState, PageState, SourceState


class SourceButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=SourceState.PATTERN):
    """Shows where an item comes from. Raises ValueError for a state that does not fit a `custom_id`."""

    def __init__(self, state: SourceState) -> None:
        super().__init__(discord.ui.Button(label="Source", custom_id=_required(state.custom_id())))
        self.state = state

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> SourceButton:
        """The button as it was when it was sent."""
        return cls(SourceState.from_match(match))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Says that the button was pressed."""
        interaction.client.dispatch("source_press", interaction, self.state)


class PageButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=PageState.PATTERN):
    """Turns to another page. Raises ValueError for a state that does not fit a `custom_id`."""

    def __init__(self, state: PageState, label: str = "Page", *, disabled: bool = False) -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label, custom_id=_required(state.custom_id()), disabled=disabled
        )
        super().__init__(button)
        self.state = state

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> PageButton:
        """The button as it was when it was sent."""
        return cls(PageState.from_match(match))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Says that the button was pressed."""
        interaction.client.dispatch("page_press", interaction, self.state)


class ChoiceMenu(discord.ui.DynamicItem[discord.ui.Select[Any]], template=ChoiceState.PATTERN):
    """A menu of ways on from an answer."""

    def __init__(self, state: ChoiceState, options: list[discord.SelectOption], placeholder: str = "Choose") -> None:
        menu: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=state.custom_id(), options=options, placeholder=placeholder
        )
        super().__init__(menu)
        self.state = state

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> ChoiceMenu:
        """The menu as it was when it was sent."""
        return cls(ChoiceState.from_match(match), item.options if isinstance(item, discord.ui.Select) else [])

    async def callback(self, interaction: discord.Interaction) -> None:
        """Says what was chosen: the words of a question."""
        interaction.client.dispatch("choice_press", interaction, self.state, self.item.values[0])


CONTROLS: tuple[type[discord.ui.DynamicItem[Any]], ...] = (SourceButton, PageButton, ChoiceMenu)
"""What a client must know of to hear presses on messages sent before it started (`add_dynamic_items`)."""


def _required(custom_id: str | None) -> str:
    if custom_id is None:
        raise ValueError("the state does not fit a custom_id")
    return custom_id
