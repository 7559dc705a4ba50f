"""Handing out what a moderator keeps, as files for the moderator alone."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable

import discord

from bot.answers.changing.keeping import Keeping
from bot.answers.language import message
from bot.answers.model import Answer
from bot.archive.exporting import Export
from bot.errors import InputError
from bot.rendering.audit_files import audit_csv, audit_json
from cogs._asking import Handout
from cogs._documents import LARGEST

Pack = Callable[[Export], bytes]
"""Makes one file of an export."""
TOO_LARGE = message(
    "That is more than the {most} MB that Discord takes in one file; whoever runs the bot can hand it out."
)
MIB = 1024 * 1024
MOST_PACKED = 20 * LARGEST
"""Bytes of documents that no packing makes small enough: they need not be brought into memory to find out."""
_ALL = 1_000_000
"""More entries than any log has."""


class Exporting:
    """Makes files of the log, and of all that a server has."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    async def audit_csv(self, keeping: Keeping, on: str) -> Handout:
        """The log as a table."""
        entries = await keeping.archive.audit(keeping.owner, _ALL)
        return _handed_out(keeping, audit_csv(entries), "audit.csv", keeping.language.say("The audit log, as a table."))

    async def audit_json(self, keeping: Keeping, on: str) -> Handout:
        """The log as JSON."""
        entries = await keeping.archive.audit(keeping.owner, _ALL)
        return _handed_out(keeping, audit_json(entries), "audit.json", keeping.language.say("The audit log, as JSON."))

    async def archive_zip(self, keeping: Keeping) -> Handout:
        """The sources with their corrections and the log, in one file."""
        if await keeping.archive.export_size(keeping.owner) > MOST_PACKED:
            raise InputError(TOO_LARGE, most=LARGEST // MIB)
        export = await keeping.archive.export_owner(keeping.owner)
        if not export.sources and not export.corrections:
            raise InputError("There is nothing of this server in the archive yet.")
        data = await asyncio.to_thread(self._pack, export)
        language = keeping.language
        heading = language.say(
            "{sources}, with {corrections} and the audit log.",
            sources=language.counted(len(export.sources), "{n} source", "{n} sources"),
            corrections=language.counted(len(export.corrections), "{n} correction", "{n} corrections"),
        )
        return _handed_out(keeping, data, "archive-export.zip", heading)


def _handed_out(keeping: Keeping, data: bytes, name: str, heading: str) -> Handout:
    if len(data) > LARGEST:
        raise InputError(TOO_LARGE, most=LARGEST // MIB)
    file = discord.File(io.BytesIO(data), filename=name)
    return Handout(Answer("done", heading, language=keeping.language), file)
