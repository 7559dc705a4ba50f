"""From a question to the message that answers it: parse, ask, render, send. Every command and button comes here."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import discord

from bot.answers.desk import Call, Desk, parse_call
from bot.answers.holdings import PAGE_LENGTH
from bot.answers.language import Language
from bot.answers.model import Answer
from bot.answers.suggest.model import Suggestion
from bot.answers.suggest.suggesting import Sought
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.errors import ArchiveBotError
from bot.rendering.chart.charts import Charts
from bot.rendering.discord_look import PLAIN_PAGE, Look
from bot.rendering.discord_message import message_of
from cogs._documents import file_of
from cogs._errors import UNSENT, as_answer, log_unsent
from cogs._pictures import picture_of, with_note_on
from cogs._replies import Reply, Shown

Tell = Callable[[str], Awaitable[None]]
"""Tells somebody who waits, in a sentence, how far the work has come."""
PATIENCE = 1.5
"""Seconds after which a member is shown that the bot is at work; Discord gives up on an interaction after three."""


@dataclass(frozen=True, slots=True)
class Handout:
    """An answer with a file that was made for it."""

    answer: Answer
    file: discord.File


Outcome = Answer | Handout
"""What comes of work that is no question."""


class Asking:
    """Answers questions, and knows how many it is busy with, so that the bot can finish them before it goes.

    `charts` draws the pictures of answers; without it they go without.
    """

    def __init__(self, desk: Desk, archive: Archive, *, prefix: str = "!", charts: Charts | None = None) -> None:
        self._prefix = prefix
        self._desk = desk
        self._archive = archive
        self._charts = charts
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
        await self._deliver(reply, self._shown(reply, question, speaker, attach))

    async def do(self, reply: Reply, work: Callable[[], Awaitable[Outcome]]) -> None:
        """Answer with what comes of work that is no question, such as a change of settings; else as `answer` does."""
        await self._deliver(reply, self._done(reply, work))

    async def do_telling(self, reply: Reply, work: Callable[[Tell], Awaitable[Answer]]) -> None:
        """As `do`, for long work: it is handed what tells the asker, in a sentence, how far it has come."""

        async def tell(sentence: str) -> None:
            answer = Answer("done", sentence, language=reply.language)
            await reply.tell(Shown(answer, message_of(answer, await self._look(reply, answer))))

        await self._deliver(reply, self._done(reply, partial(work, tell)))

    async def suggest(self, sought: Sought, typed: str, viewer: Viewer, language: Language) -> list[Suggestion]:
        """What somebody may mean who has typed this much. Raises like `Desk.suggest`."""
        return await self._desk.suggest(sought, typed, viewer, language)

    async def page(self, call: Call, viewer: Viewer, language: Language, length: int) -> Answer:
        """The answer to a call, to be looked into and not to be shown. Raises like `Desk.ask`."""
        return await self._desk.ask(call, viewer, language, page_length=length)

    async def refuse(self, reply: Reply, error: Exception) -> None:
        """Answer with what went wrong."""
        try:
            await reply.send(await self._gone_wrong(error, reply))
        except UNSENT as unsent:
            log_unsent(unsent)

    async def open(self, interaction: discord.Interaction[Any], modal: discord.ui.Modal) -> None:
        """Open a form for whoever pressed."""
        try:
            await interaction.response.send_modal(modal)
        except UNSENT as error:
            log_unsent(error)

    async def remove(self, interaction: discord.Interaction[Any]) -> None:
        """Remove the message whose button was pressed."""
        try:
            await interaction.response.defer()
            await interaction.delete_original_response()
        except UNSENT as error:
            log_unsent(error)

    async def finish(self, seconds: float) -> None:
        """Take no more questions, and wait for the answers under way, but no longer than this."""
        self._closing = True
        try:
            await asyncio.wait_for(self._idle.wait(), seconds)
        except TimeoutError:
            return

    async def _deliver(self, reply: Reply, pending: Coroutine[Any, Any, Shown]) -> None:
        if self._closing:
            pending.close()
            return
        with self._at_work():
            try:
                await reply.send(await self._patiently(reply, pending))
            except UNSENT as error:
                log_unsent(error)

    async def _done(self, reply: Reply, work: Callable[[], Awaitable[Outcome]]) -> Shown:
        try:
            outcome = await work()
            answer, file = (outcome.answer, outcome.file) if isinstance(outcome, Handout) else (outcome, None)
            look = replace(await self._look(reply, answer), attached=file.filename if file else None)
            return Shown(answer, message_of(answer, look), file)
        except Exception as error:
            return await self._gone_wrong(error, reply)

    async def _shown(self, reply: Reply, question: Call | str, speaker: str | None, attach: str | None) -> Shown:
        try:
            call = self._call(question, speaker)
            server = await self._archive.server(reply.viewer.guild)
            reply.plain = server.plain if reply.plain is None else reply.plain
            length = PLAIN_PAGE if reply.plain else PAGE_LENGTH
            answer = await self._desk.ask(call, reply.viewer, reply.language, page_length=length)
            file = await self._file(attach or answer.attachment, reply.viewer)
            drawn = await picture_of(answer.chart, self._charts) if answer.chart else None
            answer = with_note_on(drawn, answer)
            look = Look(
                asker=reply.asker,
                plain=reply.plain,
                spoilers=server.graphic == "spoiler",
                removable=not reply.is_private(answer),
                attached=file.filename if file else None,
                picture=drawn.description if drawn else None,
            )
            return Shown(answer, message_of(answer, look), drawn or file)
        except Exception as error:
            return await self._gone_wrong(error, reply)

    async def _gone_wrong(self, error: Exception, reply: Reply) -> Shown:
        answer = as_answer(error, reply.language)
        return Shown(answer, message_of(answer, await self._look(reply, answer)))

    async def _look(self, reply: Reply, answer: Answer) -> Look:
        """How a sentence looks: as the server wants it, as far as the archive can say."""
        if reply.plain is None:
            with suppress(ArchiveBotError):
                reply.plain = (await self._archive.server(reply.viewer.guild)).plain
        return Look(asker=reply.asker, plain=bool(reply.plain), removable=not reply.is_private(answer))

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
