"""The desk: takes a call to the module that answers it. Console, Discord and JSON all ask here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from bot.answers.calls import Call, checked, parse_call
from bot.answers.catalogue import answer_source, answer_sources
from bot.answers.context import answer_context
from bot.answers.figures import answer_figures
from bot.answers.find import answer_find
from bot.answers.finishing import finished
from bot.answers.graphic import GraphicWords, marked
from bot.answers.help import answer_help, examples
from bot.answers.holdings import PAGE_LENGTH, Holdings
from bot.answers.language import ENGLISH, Language
from bot.answers.model import Answer, Choice
from bot.answers.on import answer_on
from bot.answers.quote import answer_quote
from bot.answers.remembered import Asked, Remembered
from bot.answers.search import answer_search
from bot.answers.suggest.model import Suggestion
from bot.answers.suggest.suggesting import Sought, Suggesting
from bot.answers.timeline import answer_timeline
from bot.answers.who import answer_who
from bot.archive.archive import Archive
from bot.archive.calendar import Calendar
from bot.archive.records import Viewer
from bot.archive.thesaurus import Thesaurus
from bot.errors import ArchiveBotError

__all__ = ["Call", "Desk", "error_answer", "parse_call"]

_ANSWERS: Mapping[str, Callable[[Holdings, Call, Viewer], Awaitable[Answer]]] = {
    "who": answer_who,
    "on": answer_on,
    "quote": answer_quote,
    "timeline": answer_timeline,
    "figures": answer_figures,
    "search": answer_search,
    "sources": answer_sources,
    "source": answer_source,
    "context": answer_context,
    "find": answer_find,
    "help": answer_help,
}


class Desk:
    """Answers calls from one archive.

    `day_one` is the day that “day 1” of the siege means; `last_day`, where given, the last that is counted so.
    `prefix` is what stands before a question where examples are worded. `calendar` holds the siege's fixed points.
    """

    def __init__(
        self,
        archive: Archive,
        *,
        day_one: date,
        subjects: Thesaurus,
        prefix: str = "!",
        last_day: date | None = None,
        calendar: Calendar | None = None,
    ) -> None:
        known = calendar or Calendar()
        self._holdings = Holdings(archive, subjects, day_one, last_day, prefix, calendar=known)
        self._graphic = GraphicWords(subjects)
        self._remembered = Remembered()
        self._suggesting = Suggesting(archive, subjects=subjects, day_one=day_one, last_day=last_day, calendar=known)

    async def ask(
        self, call: Call, viewer: Viewer, language: Language = ENGLISH, *, page_length: int = PAGE_LENGTH
    ) -> Answer:
        """The answer to a call, as far as this viewer may see it, in pages of `page_length` items at most.

        Where there is honestly nothing the answer's kind is "nothing". Raises InputError for a call that cannot be
        looked up, and ArchiveError when the archive cannot be read.
        """
        holdings = replace(self._holdings, language=language, page_length=page_length)
        call = checked(call)
        asked = Asked(await holdings.archive.edition(viewer), call, language.code, page_length)
        return await self._remembered.answer(asked, partial(self._found, holdings, call, viewer))

    async def _found(self, holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
        answer = finished(await _ANSWERS[call.question](holdings, call, viewer), call, holdings)
        return await marked(answer, self._graphic, holdings.archive, viewer)

    async def suggest(
        self, sought: Sought, typed: str, viewer: Viewer, language: Language = ENGLISH
    ) -> list[Suggestion]:
        """What somebody may mean who has typed this much, as `Suggesting.suggest` has it."""
        return await self._suggesting.suggest(sought, typed, viewer, language)

    async def examples(self, viewer: Viewer) -> tuple[Choice, ...]:
        """Questions to try, of which this archive knows the answers."""
        return await examples(self._holdings, viewer)


def error_answer(error: ArchiveBotError, language: Language = ENGLISH) -> Answer:
    """The answer that says in one sentence what was wrong; the one place where an error becomes an answer."""
    return Answer("error", language.say(error.sentence, **error.values), language=language)
