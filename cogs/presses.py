"""What comes of a press on a button or menu under an answer, however old the answer is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord
from discord.ext import commands

from bot.answers.calls import Call
from bot.answers.holdings import PAGE_LENGTH
from bot.errors import InputError
from bot.rendering.discord_look import PLAIN_PAGE
from bot.rendering.discord_modals import PAGE, filled_in, jump_modal
from bot.rendering.discord_state import (
    ChoiceState,
    JumpState,
    PageState,
    PlainState,
    RemoveState,
    SourceState,
    TabState,
)
from cogs._asking import Asking
from cogs._cog import AskingCog
from cogs._commands import QUESTIONS, SECONDS
from cogs._replies import EditReply, InteractionReply, Reply

Press = discord.Interaction[Any]


class PressesCog(AskingCog, name="Presses"):
    """Listens to the controls of `bot.rendering.discord_controls`, and to the forms that they open."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        cooldown = commands.Cooldown(QUESTIONS, SECONDS)
        self._cooldown = commands.CooldownMapping[Press](cooldown, lambda press: press.user.id)

    @commands.Cog.listener()
    async def on_source_press(self, interaction: Press, state: SourceState) -> None:
        """Shows the presser the passage with its neighbours, and the document."""
        reply = InteractionReply(interaction, private=True)
        await self._answer(interaction, reply, f"context {state.source}:{state.passage}", attach=state.source)

    @commands.Cog.listener()
    async def on_page_press(self, interaction: Press, state: PageState) -> None:
        """Turns the page for the asker; anybody else gets the page for themselves."""
        await self._answer(interaction, _in_place(interaction, state.asker), state.call)

    @commands.Cog.listener()
    async def on_tab_press(self, interaction: Press, state: TabState) -> None:
        """Turns to another side of the same thing, as to another page."""
        await self._answer(interaction, _in_place(interaction, state.asker), state.words)

    @commands.Cog.listener()
    async def on_jump_press(self, interaction: Press, state: JumpState) -> None:
        """Asks for the page to turn to."""
        await self.asking.open(interaction, jump_modal(state, InteractionReply(interaction).language))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Press) -> None:
        """Takes the forms that were filled in; everything else is for the commands and controls."""
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        data: Any = interaction.data or {}
        jump = JumpState.PATTERN.fullmatch(data.get("custom_id", ""))
        if jump:
            await self._jump(interaction, JumpState.from_match(jump), filled_in(data).get(PAGE, ""))

    @commands.Cog.listener()
    async def on_plain_press(self, interaction: Press, state: PlainState) -> None:
        """Shows the presser the same items as plain text."""
        page = (state.call.page - 1) * PAGE_LENGTH // PLAIN_PAGE + 1
        reply = InteractionReply(interaction, private=True, plain=True)
        await self._answer(interaction, reply, replace(state.call, page=page))

    @commands.Cog.listener()
    async def on_remove_press(self, interaction: Press, state: RemoveState) -> None:
        """Removes the answer, for whoever asked and for moderators."""
        if state.asker == interaction.user.id or interaction.permissions.manage_messages:
            await self.asking.remove(interaction)
            return
        error = InputError("Only the member who asked and moderators can remove an answer.")
        await self.asking.refuse(InteractionReply(interaction, private=True), error)

    @commands.Cog.listener()
    async def on_choice_press(self, interaction: Press, state: ChoiceState, words: str) -> None:
        """Asks what was chosen: in place of the menu, or below it where that is help or was for the asker alone."""
        await self._answer(interaction, _after_choice(interaction, state), words)

    async def _jump(self, interaction: Press, state: JumpState, typed: str) -> None:
        page = typed.strip()
        if page.isdecimal():
            call = replace(state.call, page=max(1, int(page)))
            await self._answer(interaction, _in_place(interaction, state.asker), call)
            return
        error = InputError("A page is a number from 1 to {of}.", of=state.of)
        await self.asking.refuse(InteractionReply(interaction, private=True), error)

    async def _answer(
        self, interaction: Press, reply: Reply, question: Call | str, *, attach: str | None = None
    ) -> None:
        wait = self._cooldown.update_rate_limit(interaction)
        if wait is None:
            await self.asking.answer(reply, question, attach=attach)
            return
        cooldown = commands.Cooldown(QUESTIONS, SECONDS)
        await self.asking.refuse(
            InteractionReply(interaction, private=True),
            commands.CommandOnCooldown(cooldown, wait, commands.BucketType.user),
        )


def _after_choice(interaction: Press, state: ChoiceState) -> Reply:
    quiet = interaction.message is not None and interaction.message.flags.ephemeral
    if state.after == "h" or (state.after == "c" and quiet):
        return InteractionReply(interaction)
    if state.after == "f":
        # What was found on a message cannot be come back to: its words are kept nowhere.
        return InteractionReply(interaction, private=quiet or interaction.user.id != state.asker)
    return _in_place(interaction, state.asker)


def _in_place(interaction: Press, asker: int) -> Reply:
    if asker in {0, interaction.user.id}:
        return EditReply(interaction)
    return InteractionReply(interaction, private=True)
