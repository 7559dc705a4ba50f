"""From a question to the message that answers it: parse, ask, render, send. Every command and button comes here."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import discord

from bot.answers.desk import Call, Desk, parse_call
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.rendering.discord_layout import layout_of
from cogs._documents import file_of
from cogs._errors import as_answer, log_unsent
from cogs._replies import Reply, Shown

PATIENCE = 1.5
"""Seconds after which a member is shown that the bot is at work; Discord gives up on an interaction after three."""


class Asking:
    """Answers questions, and knows how many it is busy with, so that the bot can finish them before it goes."""

    def __init__(self, desk: Desk, archive: Archive, *, prefix: str = "!") -> None:
        self._prefix = prefix
        self._desk = desk
        self._archive = archive
        self._busy = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._closing = False

    async def answer(
        self, reply: Reply, question: Call | str, *, speaker: str | None = None, attach: str | None = None
    ) -> None:
        """Answer one question, given as a call or as typed; `speaker` and `attach` add to what was typed.

        `speaker` is whose words are wanted, `attach` the id of a source whose document goes with the answer.
        Whatever goes wrong is said in the answer; nothing is raised. Questions that come after `finish` are left.
        """
        if self._closing:
            return
        with self._at_work():
            try:
                shown = await self._patiently(reply, self._shown(reply, question, speaker, attach))
                await reply.send(shown)
            except discord.HTTPException as error:
                log_unsent(error)

    async def refuse(self, reply: Reply, error: Exception) -> None:
        """Answer with what went wrong."""
        try:
            await reply.send(_gone_wrong(error))
        except discord.HTTPException as unsent:
            log_unsent(unsent)

    async def finish(self, seconds: float) -> None:
        """Take no more questions, and wait for the answers under way, but no longer than this."""
        self._closing = True
        try:
            await asyncio.wait_for(self._idle.wait(), seconds)
        except TimeoutError:
            return

    async def _shown(self, reply: Reply, question: Call | str, speaker: str | None, attach: str | None) -> Shown:
        try:
            call = self._call(question, speaker)
            answer = await self._desk.ask(call, reply.viewer)
            file = await self._file(attach or answer.attachment, reply.viewer)
            layout = layout_of(answer, call, asker=reply.asker, attached=file.filename if file else None)
        except Exception as error:
            return _gone_wrong(error)
        return Shown(answer, layout, file)

    def _call(self, question: Call | str, speaker: str | None) -> Call:
        call = parse_call(question, self._prefix) if isinstance(question, str) else question
        if speaker is None:
            return call
        return replace(call, speaker=parse_call(f"who {speaker}", self._prefix).subject)

    async def _file(self, source_id: str | None, viewer: Viewer) -> discord.File | None:
        document = await self._archive.document(source_id, viewer) if source_id else None
        return file_of(document) if document else None

    @staticmethod
    async def _patiently(reply: Reply, pending: Coroutine[Any, Any, Shown]) -> Shown:
        task = asyncio.create_task(pending)
        done, _ = await asyncio.wait({task}, timeout=PATIENCE)
        if not done:
            await reply.still_working()
        return await task

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        self._busy += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._busy -= 1
            if not self._busy:
                self._idle.set()


def _gone_wrong(error: Exception) -> Shown:
    answer = as_answer(error)
    return Shown(answer, layout_of(answer))
