"""What moderators do with the buttons under a preview, and with the forms that these open.

Whether somebody may is asked at every press: they may have lost the role since the button was sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import discord
from discord.ext import commands

from bot.answers.language import message
from bot.errors import InputError
from bot.rendering.discord_modals import filled_in, form_modal
from bot.rendering.discord_state import ActState, FormState
from cogs._acting import Act, Acts
from cogs._asking import Asking
from cogs._cog import AskingCog
from cogs._drafting import DETAILS, RIGHTS, Drafting
from cogs._handed_in import pasted
from cogs._handing import PASTE, TEXT, Handing
from cogs._moderators import Keeper, Moderators
from cogs._replies import EditReply, InteractionReply, Reply

Press = discord.Interaction[Any]
TITLES = {DETAILS: message("Change details"), RIGHTS: message("Place and rights")}


class ActsCog(AskingCog, name="Acts"):
    """Listens to the buttons and forms of moderators. `more` are acts besides those of a preview, by name.

    `changing` are those of sources, corrections and the log.
    """

    def __init__(
        self, asking: Asking, drafting: Drafting, moderators: Moderators, more: Mapping[str, Act], changing: Acts
    ) -> None:
        super().__init__(asking)
        self._drafting = drafting
        self._handing = Handing(asking, drafting)
        self._moderators = moderators
        self._acts: Mapping[str, Act] = {"add": drafting.add, "cancel": drafting.cancel, **more, **changing.acts}
        self._handouts = changing.handouts
        self._forms = changing.forms

    @commands.Cog.listener()
    async def on_act_press(self, interaction: Press, state: ActState) -> None:
        """Does what the button says, or opens its form; what comes of it takes the place of the message."""
        try:
            keeper = await self._moderators.keeper(interaction)
            if state.act in TITLES or state.act in self._forms:
                await self._open(interaction, state, keeper)
                return
            act = self._act(state.act)
        except Exception as error:
            await self.asking.refuse(InteractionReply(interaction, private=True), error)
            return
        beside = state.act in self._handouts
        reply = InteractionReply(interaction, private=True) if beside else EditReply(interaction)
        await self.asking.do(reply, partial(act, state.on, keeper, reply.language))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Press) -> None:
        """Takes the forms that were filled in."""
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        data: Any = interaction.data or {}
        form = FormState.PATTERN.fullmatch(data.get("custom_id", ""))
        if form is None:
            return
        try:
            keeper = await self._moderators.keeper(interaction)
        except Exception as error:
            await self.asking.refuse(InteractionReply(interaction, private=True), error)
            return
        await self._filled_in(interaction, FormState.from_match(form), filled_in(data), keeper)

    async def _filled_in(self, interaction: Press, state: FormState, typed: Mapping[str, str], keeper: Keeper) -> None:
        if state.form == PASTE:
            document = pasted(self._drafting.takes_in, keeper, typed.get(TEXT, ""))
            await self._handing.preview(partial(InteractionReply, interaction, private=True), [document], keeper)
        elif state.form in TITLES:
            reply = EditReply(interaction)
            await self.asking.do(reply, partial(self._drafting.fill_in, state.on, typed, keeper, reply.language))
        elif state.form in self._forms:
            fill_in = self._forms[state.form].fill_in
            where = _after_form(interaction)
            await self.asking.do(where, partial(fill_in, state.on, typed, keeper, where.language))

    async def _open(self, interaction: Press, state: ActState, keeper: Keeper) -> None:
        language = InteractionReply(interaction).language
        form = self._forms.get(state.act)
        wanted = form.fields(state.on, keeper, language) if form else None
        fields = await (wanted or self._drafting.fields(state.act, state.on, keeper, language))
        title = language.say(form.title if form else TITLES[state.act])
        await self.asking.open(interaction, form_modal(title, FormState(state.act, state.on), fields))

    def _act(self, name: str) -> Act:
        act = self._acts.get(name) or self._handouts.get(name)
        if act is None:
            raise InputError("There is nothing behind this button any more.")
        return act


def _after_form(interaction: Press) -> Reply:
    """In the place of the message whose button opened the form; a new one where a command did."""
    return EditReply(interaction) if interaction.message else InteractionReply(interaction, private=True)
