"""Mistakes: every member can report one from under an answer, and moderators go through what was reported."""

from __future__ import annotations

import asyncio
import math
from dataclasses import replace
from functools import partial
from typing import Any

import discord
from discord.ext import commands

from bot.answers.calls import Call
from bot.answers.citations import read_short_form
from bot.answers.holdings import PAGE_LENGTH
from bot.answers.language import Language
from bot.answers.model import Answer
from bot.answers.reports import NOTHING_TO_REPORT, reportables, reported_item, thanks
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.errors import InputError, QueryTooSlowError
from bot.rendering.discord_look import PLAIN_PAGE
from bot.rendering.discord_modals import ITEM, WORDS, filled_in, report_modal
from bot.rendering.discord_state import ReportState, SourceState
from cogs._asking import Asking
from cogs._changing import FOR_YOU_ALONE
from cogs._cog import AskingCog
from cogs._commands import Callback, Question, limited
from cogs._moderators import Moderators
from cogs._replies import InteractionReply, MessageReply
from cogs._reporting import Reporting

Press = discord.Interaction[Any]

REPORTS, SECONDS = 4, 60
"""How many mistakes one member may report in how long: more than anybody writes up with care."""
PATIENCE = 2.0
"""Seconds in which a form has its items: after three Discord opens none, and a form cannot be announced."""


def _command(callback: Callback) -> Question:
    description = "For moderators: the mistakes that members have reported"
    make = commands.hybrid_command(name="reports", description=description)
    return make(limited(callback))


class ReportsCog(AskingCog, name="Reports"):
    """Takes reports from members, without keeping who they are, and shows the queue to those who keep the sources."""

    def __init__(self, asking: Asking, archive: Archive, moderators: Moderators, reporting: Reporting) -> None:
        super().__init__(asking)
        self._archive = archive
        self._moderators = moderators
        self._reporting = reporting
        cooldown = commands.Cooldown(REPORTS, SECONDS)
        self._cooldown = commands.CooldownMapping[Press](cooldown, lambda press: press.user.id)

    @_command
    async def reports(self, ctx: commands.Context[Any]) -> None:
        """Shows the queue, one report a page, to the moderator alone: what members write is not for a channel."""
        reply = InteractionReply(ctx.interaction, private=True) if ctx.interaction else MessageReply(ctx.message)

        async def work() -> Answer:
            keeper = await self._moderators.keeper(ctx)
            if ctx.guild and not ctx.interaction:
                raise InputError(FOR_YOU_ALONE, command="/reports")
            return await self._reporting.queue("1", keeper, reply.language)

        await self.asking.do(reply, work)

    @commands.Cog.listener()
    async def on_report_press(self, interaction: Press, state: ReportState) -> None:
        """Opens the form, with the items of the page under which the button stands."""
        reply = InteractionReply(interaction, private=True)
        try:
            # Before somebody has written a report, not after.
            self._refuse_too_many(self._wait(interaction))
            call = _lasting(state.call, interaction)
            async with asyncio.timeout(PATIENCE):
                answer = await self._page(interaction, call, reply.language)
            offered = reportables(answer.items, reply.language, _cited(call))
            if not offered:
                raise InputError(NOTHING_TO_REPORT)
            modal = report_modal(ReportState(call), offered, reply.language)
        except TimeoutError:
            await self.asking.refuse(reply, QueryTooSlowError("The archive is busy just now; try again in a moment."))
        except Exception as error:
            await self.asking.refuse(reply, error)
        else:
            await self.asking.open(interaction, modal)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Press) -> None:
        """Takes the forms that were filled in."""
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        data: Any = interaction.data or {}
        form = ReportState.PATTERN.fullmatch(data.get("custom_id", ""))
        if form is None:
            return
        reply = InteractionReply(interaction, private=True)
        call, typed = ReportState.from_match(form).call, filled_in(data)
        await self.asking.do(reply, partial(self._keep, interaction, call, typed, reply.language))

    async def _keep(self, interaction: Press, call: Call, typed: dict[str, str], language: Language) -> Answer:
        self._refuse_too_many(self._cooldown.update_rate_limit(interaction) or 0.0)
        # What was shown is looked up anew: what a form brings back is anybody's to make up.
        answer = await self._page(interaction, call, language)
        item = reported_item(answer.items, typed.get(ITEM, ""))
        place, guild = item.citation, interaction.guild_id
        await self._archive.report(guild, place.source, place.start, place.end, item.text, typed.get(WORDS, ""))
        return thanks(guild, language)

    async def _page(self, interaction: Press, call: Call, language: Language) -> Answer:
        """The page under which the button stands, as whoever pressed it may see it."""
        message = interaction.message
        length = PAGE_LENGTH if message is None or message.flags.components_v2 else PLAIN_PAGE
        return await self.asking.page(call, Viewer(interaction.guild_id), language, length)

    def _wait(self, interaction: Press) -> float:
        bucket = self._cooldown.get_bucket(interaction)
        return bucket.get_retry_after() if bucket else 0.0

    @staticmethod
    def _refuse_too_many(wait: float) -> None:
        if wait:
            sentence = "That is enough of reports for now; the next one can be sent in {seconds} s."
            raise InputError(sentence, seconds=math.ceil(wait))


def _lasting(call: Call, interaction: Press) -> Call:
    """The call itself; of a quotation at random, which would be another one, that for the passage it stands in."""
    if call.question != "quote" or call.subject or call.speaker or interaction.message is None:
        return call
    for identifier in _identifiers(interaction.message.components):
        match = SourceState.PATTERN.fullmatch(identifier)
        if match:
            return replace(call, question="context", subject=f"{match['source']}:{match['passage']}")
    return call


def _identifiers(components: Any) -> list[str]:
    """The `custom_id` of every button of a message, however deep."""
    found = list[str]()
    for part in components:
        if isinstance(part, discord.Button) and part.custom_id:
            found.append(part.custom_id)
        below = [*getattr(part, "children", ()), getattr(part, "accessory", None)]
        found += _identifiers([each for each in below if each is not None])
    return found


def _cited(call: Call) -> int | None:
    return read_short_form(call.subject)[1] if call.question == "context" else None
