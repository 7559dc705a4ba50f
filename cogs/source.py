"""One source: its catalogue entry for everybody, and for moderators what is done to sources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers.audit import history_page
from bot.answers.calls import ALIASES
from bot.answers.changing import sources
from bot.errors import ArchiveBotError, InputError
from cogs._asking import Asking
from cogs._changing import REASON, Changing
from cogs._choosing import choosing
from cogs._cog import AskingCog
from cogs._commands import Callback, limited
from cogs._completing import completing
from cogs._drafting import Drafting
from cogs._handed_in import handed_in, of_message
from cogs._handing import NOTHING_HANDED_IN, Handing
from cogs._moderators import Moderators
from cogs._replies import InteractionReply, MessageReply, Reply, reply_to

MENU = "Add to archive"
ANOTHER_FILE = "Another file"
FORMS = {sources.EDIT: "Title, publisher, authors, day, address", sources.EDIT_MORE: "Place and rights"}
"""The two forms of a source, and what is in them."""
Group = commands.HybridGroup[Any, ..., None]


def _choices(meanings: Mapping[str, str]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=meaning, value=value) for value, meaning in meanings.items()]


def _group(callback: Callback) -> Group:
    description = "One source: its catalogue entry, with the document itself"
    make = commands.hybrid_group(
        name="source", fallback="show", aliases=ALIASES["source"], description=description, invoke_without_command=True
    )
    return make(limited(callback))


class SourceCog(AskingCog, name="Source"):
    """`/source` with all that stands behind it. `tree` is where the menu of messages is put."""

    def __init__(
        self,
        asking: Asking,
        drafting: Drafting,
        moderators: Moderators,
        changing: Changing,
        tree: app_commands.CommandTree[Any],
    ) -> None:
        super().__init__(asking)
        self._drafting = drafting
        self._handing = Handing(asking, drafting)
        self._moderators = moderators
        self.changing = changing
        self._tree = tree
        self._menu = app_commands.ContextMenu(name=app_commands.locale_str(MENU), callback=self.add_to_archive)
        self._menu.default_permissions = discord.Permissions(manage_guild=True)

    async def cog_load(self) -> None:
        """Put the entry into the menu of messages."""
        self._tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take the entry out of the menu again."""
        self._tree.remove_command(self._menu.name, type=self._menu.type)

    @_group
    @app_commands.describe(source="The id of the source")
    @app_commands.autocomplete(source=completing("source"))
    async def source(self, ctx: commands.Context[Any], *, source: str) -> None:
        """Answers with the catalogue entry, and the document attached."""
        await self.asking.answer(reply_to(ctx), f"source {source}")

    @source.command(name="add", description="Add files, a link, or (with nothing given) text that you paste")
    @app_commands.describe(
        link="The address of an account on the web",
        file="A text, Markdown, HTML, PDF or DOCX file",
        file2=ANOTHER_FILE,
        file3=ANOTHER_FILE,
        file4=ANOTHER_FILE,
        file5=ANOTHER_FILE,
    )
    @limited
    async def add(
        self,
        ctx: commands.Context[Any],
        link: str | None = None,
        file: discord.Attachment | None = None,
        file2: discord.Attachment | None = None,
        file3: discord.Attachment | None = None,
        file4: discord.Attachment | None = None,
        file5: discord.Attachment | None = None,
    ) -> None:
        """Shows what each document would bring; nothing is added before that was looked at."""
        files = [each for each in (file, file2, file3, file4, file5) if each]
        try:
            keeper = await self._moderators.keeper(ctx)
            documents = list(handed_in(self._drafting.takes_in, keeper, attachments=files, link=link))
            if not documents and ctx.interaction is None:
                raise InputError(NOTHING_HANDED_IN)
        except ArchiveBotError as error:
            await self.asking.refuse(_alone(ctx), error)
            return
        if documents or ctx.interaction is None:
            await self._handing.preview(partial(_alone, ctx), documents, keeper)
        else:
            await self._handing.ask_for_text(ctx.interaction)

    @source.command(name="edit", description="For moderators: change the catalogue data of a source in a form")
    @app_commands.describe(source="The id of the source", what="Which form")
    @app_commands.choices(what=_choices(FORMS))
    @app_commands.autocomplete(source=choosing("any source"))
    @limited
    async def edit(self, ctx: commands.Context[Any], source: str, what: str = sources.EDIT) -> None:
        """Opens a form, filled in; a typed command has a button that opens it."""
        await self.changing.edit(ctx, source, what)

    @source.command(name="withdraw", description="For moderators: take a source out of every answer; it is kept")
    @app_commands.describe(source="The id of the source", reason=REASON)
    @app_commands.autocomplete(source=choosing("own source"))
    @limited
    async def withdraw(self, ctx: commands.Context[Any], source: str, *, reason: str) -> None:
        """Withdraws a source."""
        await self.changing.do(ctx, partial(sources.withdraw, source_id=source, reason=reason))

    @source.command(name="restore", description="For moderators: take a withdrawn source back")
    @app_commands.describe(source="The id of the source", reason=REASON)
    @app_commands.autocomplete(source=choosing("withdrawn source"))
    @limited
    async def restore(self, ctx: commands.Context[Any], source: str, *, reason: str = "") -> None:
        """Takes a source back."""
        await self.changing.do(ctx, partial(sources.restore, source_id=source, reason=reason))

    @source.command(name="replace", description="For moderators: put another text in the place of that of a source")
    @app_commands.describe(
        source="The id of the source",
        link="The address of the new text on the web",
        file="A text, Markdown, HTML, PDF or DOCX file",
    )
    @app_commands.autocomplete(source=choosing("any source"))
    @limited
    async def replace(
        self,
        ctx: commands.Context[Any],
        source: str,
        link: str | None = None,
        file: discord.Attachment | None = None,
    ) -> None:
        """Shows what would change by it; nothing is replaced before that was looked at."""
        hand_in = partial(handed_in, self._drafting.takes_in, attachments=[file] if file else [], link=link)
        await self.changing.replace(ctx, source, hand_in)

    @source.command(name="history", description="For moderators: what was changed in a source, by whom and why")
    @app_commands.describe(source="The id of the source")
    @app_commands.autocomplete(source=choosing("any source"))
    @limited
    async def history(self, ctx: commands.Context[Any], *, source: str) -> None:
        """Shows the entries of the log about one source."""
        await self.changing.do_alone(ctx, partial(history_page, source_id=source))

    async def add_to_archive(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Shows whoever opened the menu of a message what it would bring."""
        try:
            keeper = await self._moderators.keeper(interaction)
            documents = of_message(self._drafting.takes_in, keeper, message)
        except ArchiveBotError as error:
            await self.asking.refuse(InteractionReply(interaction, private=True), error)
            return
        await self._handing.preview(partial(InteractionReply, interaction, private=True), documents, keeper)


def _alone(ctx: commands.Context[Any]) -> Reply:
    """A reply for the moderator alone, where Discord allows it."""
    return InteractionReply(ctx.interaction, private=True) if ctx.interaction else MessageReply(ctx.message)
