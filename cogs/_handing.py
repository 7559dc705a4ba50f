"""Handing documents in: a preview each, for the moderator alone where Discord allows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import discord

from bot.answers.language import Language, language_of, message
from bot.answers.model import Answer
from bot.rendering.discord_modals import LONGEST_FIELD, Field, form_modal
from bot.rendering.discord_state import FormState
from cogs._asking import Asking, Tell
from cogs._drafting import Drafting, HandedIn
from cogs._moderators import Keeper
from cogs._replies import Reply

PASTE = "paste"
TEXT = "text"
NOTHING_HANDED_IN = message("Nothing was handed in: attach files, give a link, or paste text with /source add.")


class Handing:
    """Shows a preview for each document that is handed in."""

    def __init__(self, asking: Asking, drafting: Drafting) -> None:
        self.asking = asking
        self.drafting = drafting

    async def preview(self, new_reply: Callable[[], Reply], documents: Sequence[HandedIn], keeper: Keeper) -> None:
        """One preview after another, each a message of its own, made with `new_reply`."""
        for document in documents:
            reply = new_reply()

            await self.asking.do_telling(reply, partial(self._previewed, document, keeper, reply.language))

    async def _previewed(self, document: HandedIn, keeper: Keeper, language: Language, tell: Tell) -> Answer:
        return await self.drafting.preview_of(document, keeper, language, tell)

    async def ask_for_text(self, interaction: discord.Interaction[Any]) -> None:
        """Open the form in which text is pasted."""
        language = language_of(interaction.locale.value)
        field = Field(TEXT, language.say("The text"), required=True, paragraph=True, longest=LONGEST_FIELD)
        await self.asking.open(interaction, form_modal(language.say("Add text"), FormState(PASTE), [field]))
