"""What was changed, by whom and why; taking it back; and handing it all out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from discord import app_commands
from discord.ext import commands

from bot.answers import audit
from cogs._changing import REASON, Changing, ChangingCog, Context, deed, group
from cogs._choosing import choosing
from cogs._commands import Callback, Question, limited
from cogs._exporting import Exporting


def _command(name: str, description: str) -> Callable[[Callback], Question]:
    def make(callback: Callback) -> Question:
        new = commands.hybrid_command(name=name, description=description)
        return new(limited(callback))

    return make


class RecordCog(ChangingCog, name="Record"):
    """The audit log, undo, and the export of what a server has."""

    def __init__(self, changing: Changing, exporting: Exporting) -> None:
        super().__init__(changing)
        self._exporting = exporting

    @_command("undo", "For moderators: take a change back, without a number the last one")
    @app_commands.describe(number="The number of its entry in the audit log", reason=REASON)
    @app_commands.autocomplete(number=choosing("entry"))
    async def undo(self, ctx: Context, number: str = "", *, reason: str = "") -> None:
        """Undoes an entry of the log."""
        await self.changing.do(ctx, partial(audit.undo, number=number, reason=reason))

    @_command("audit", "For moderators: who changed what, when and why")
    @app_commands.describe(page="Which page of the log")
    async def audit(self, ctx: Context, page: int = 1) -> None:
        """Shows the log, the last entry first."""
        await self.changing.do_alone(ctx, partial(audit.audit_page, page=page))

    @group("archive", "For moderators: what this server has in the archive")
    async def archive(self, ctx: Context) -> None:
        """Says what can stand behind it."""
        await self.changing.explain(ctx)

    @deed(archive, "export", "All sources of this server, with corrections and log, as one file")
    async def export(self, ctx: Context) -> None:
        """Hands out a zip file that the command line takes back."""
        await self.changing.do_alone(ctx, self._exporting.archive_zip)
