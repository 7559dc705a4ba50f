"""What moderators' commands have in common: whether somebody may is asked first, then it is done and said."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import Any

import discord
from discord.ext import commands

from bot.answers.changing import sources
from bot.answers.changing.keeping import Keeping
from bot.answers.changing.meant import SeveralMeantError
from bot.answers.changing.replacing import propose
from bot.answers.language import Language, language_of, message
from bot.answers.model import Answer
from bot.archive.archive import Archive
from bot.errors import ArchiveBotError, InputError
from bot.rendering.discord_modals import Field, form_modal
from bot.rendering.discord_state import FormState
from cogs._acting import Acts
from cogs._asking import Asking, Outcome, Tell
from cogs._cog import AskingCog
from cogs._commands import Callback, Question, limited
from cogs._drafting import HandedIn
from cogs._moderators import Keeper, Moderators
from cogs._replies import InteractionReply, MessageReply, Reply

REASON = "Why; it is kept in the audit log"
Context = commands.Context[Any]
Group = commands.HybridGroup[Any, ..., None]
Change = Callable[[Keeping], Awaitable[Outcome]]
HandIn = Callable[[Keeper], Iterable[HandedIn]]
"""Makes the documents out of what was given with a command."""
FOR_YOU_ALONE = message("That is not for everybody in a channel to read; type {command}, which answers you alone.")
TOO_LONG = message("The id of this source is too long for a form of Discord.")


def group(name: str, description: str) -> Callable[[Callback], Group]:
    """Make a method a group of moderators' commands; typed alone, it says how one is given."""

    def make(callback: Callback) -> Group:
        new = commands.hybrid_group(name=name, description=description, invoke_without_command=True)
        return new(limited(callback))

    return make


def subgroup(parent: Any, name: str, description: str) -> Callable[[Callback], Group]:
    """Make a method a group within a group."""

    def make(callback: Callback) -> Group:
        below: Group = parent.group(name=name, description=description, invoke_without_command=True)(limited(callback))
        return below

    return make


def deed(parent: Any, name: str, description: str) -> Callable[[Callback], Question]:
    """Make a method a command of a group."""

    def make(callback: Callback) -> Question:
        command: Question = parent.command(name=name, description=description)(limited(callback))
        return command

    return make


class Changing:
    """Does what moderators say, and answers them, for themselves alone where Discord allows it."""

    def __init__(self, asking: Asking, archive: Archive, moderators: Moderators, acts: Acts) -> None:
        self.asking = asking
        self.archive = archive
        self.moderators = moderators
        self._forms = acts.forms

    async def do(self, ctx: Context, change: Change) -> None:
        """Do something and say what came of it."""
        reply = _alone(ctx)

        async def work() -> Outcome:
            keeper = await self.moderators.keeper(ctx)
            try:
                return await change(keeping(self.archive, keeper, reply.language))
            except SeveralMeantError as several:
                return several.answer

        await self.asking.do(reply, work)

    async def do_alone(self, ctx: Context, change: Change) -> None:
        """As `do`, for what must not stand in a channel: typed there, it is told which command to give."""
        name = ctx.command.qualified_name if ctx.command else ""

        async def refused(own: Keeping) -> Outcome:
            raise InputError(FOR_YOU_ALONE, command=f"/{name}")

        in_channel = ctx.interaction is None and ctx.guild is not None
        await self.do(ctx, refused if in_channel else change)

    async def explain(self, ctx: Context) -> None:
        """Say what can stand behind a group."""
        await self.asking.refuse(_alone(ctx), usage(ctx))

    async def edit(self, ctx: Context, source_id: str, form: str) -> None:
        """Open a form of a source; a typed command is answered with the buttons that do."""
        if ctx.interaction is None:
            await self.do(ctx, partial(sources.editing, source_id=source_id))
        else:
            wanted = form if form in self._forms else sources.EDIT
            try:
                await self._open(ctx.interaction, wanted, source_id.strip())
            except ArchiveBotError as error:
                await self.asking.refuse(_alone(ctx), error)

    async def replace(self, ctx: Context, source_id: str, hand_in: HandIn) -> None:
        """Show what would change if the document that is handed in took the place of that of a source."""
        reply = _alone(ctx)

        async def work(tell: Tell) -> Answer:
            keeper = await self.moderators.keeper(ctx)
            own = keeping(self.archive, keeper, reply.language)
            await sources.own_source(own, source_id)
            document = next(iter(hand_in(keeper)), None)
            if document is None:
                raise InputError("Attach a file or give a link to the new text, with /source replace.")
            await tell(reply.language.say("Taking in “{name}” …", name=document.name))
            incoming = await document.take_in()
            await tell(reply.language.say("Reading “{name}” …", name=document.name))
            return await propose(own, source_id, incoming.document)

        await self.asking.do_telling(reply, work)

    async def _open(self, interaction: discord.Interaction[Any], form: str, on: str) -> None:
        keeper = await self.moderators.keeper(interaction)
        language = language_of(interaction.locale.value)
        fields = await self._forms[form].fields(on, keeper, language)
        state = FormState(form, on)
        if state.custom_id() is None:
            raise InputError(TOO_LONG)
        await self.asking.open(interaction, form_modal(language.say(self._forms[form].title), state, fields))


class ChangingCog(AskingCog):
    """A cog of moderators' commands."""

    def __init__(self, changing: Changing) -> None:
        super().__init__(changing.asking)
        self.changing = changing


def keeping(archive: Archive, keeper: Keeper, language: Language) -> Keeping:
    """The archive in the hands of whoever may."""
    return Keeping(archive, keeper.guild, keeper.by, language)


def reason_field(language: Language) -> Field:
    """The field in which it is said why."""
    return Field("reason", language.say("Why? It is kept in the audit log."), paragraph=True, longest=500)


def usage(ctx: Context) -> InputError:
    """How a command is typed that was given without what it needs."""
    command = ctx.command
    name = command.qualified_name if command else ""
    if isinstance(command, commands.HybridGroup):
        known = ", ".join(sorted(f"{name} {below.name}" for below in command.commands))
        return InputError("Behind {name} something must follow: {known}.", name=name, known=known)
    parameters = command.clean_params.values() if command else ()
    needed = " ".join(each.name.upper() for each in parameters if each.required)
    return InputError(
        "Type {usage}; what has several words stands in quotation marks, but for the reason at the end.",
        usage=f"{ctx.clean_prefix}{name} {needed}".rstrip(),
    )


def _alone(ctx: Context) -> Reply:
    return InteractionReply(ctx.interaction, private=True) if ctx.interaction else MessageReply(ctx.message)
