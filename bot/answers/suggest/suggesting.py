"""The desk's other window: what to suggest for each parameter of a question while it is being typed."""

from __future__ import annotations

from datetime import date
from itertools import chain, zip_longest
from typing import Literal

from bot.answers.language import ENGLISH, Language
from bot.answers.suggest.days import Siege, suggest_days
from bot.answers.suggest.model import MOST, Suggestion
from bot.answers.suggest.people import suggest_dated_people, suggest_people, suggest_speakers
from bot.answers.suggest.sources import suggest_citations, suggest_sources
from bot.answers.suggest.topics import Topics
from bot.answers.wording import cleaned
from bot.archive.archive import Archive
from bot.archive.calendar import Calendar
from bot.archive.records import Viewer
from bot.archive.thesaurus import Thesaurus

Sought = Literal["person", "speaker", "day", "topic", "counted", "dated", "source", "citation"]
"""What a parameter takes."""
LONGEST_TYPED = 100
"""Characters of what is typed that are looked at: longer than any name, day or title is typed."""


class Suggesting:
    """Suggests from one archive; siege, subjects and calendar are those that questions are answered with."""

    def __init__(
        self,
        archive: Archive,
        *,
        subjects: Thesaurus,
        day_one: date,
        last_day: date | None,
        calendar: Calendar | None = None,
    ) -> None:
        self._archive = archive
        self._topics = Topics(subjects)
        self._siege = Siege(day_one, last_day, calendar or Calendar())

    async def suggest(
        self, sought: Sought, typed: str, viewer: Viewer, language: Language = ENGLISH
    ) -> list[Suggestion]:
        """At most 25, the likeliest first; what most is known of where nothing is typed yet.

        No two have the same value. Raises ArchiveError when the archive cannot be read.
        """
        words = cleaned(typed[:LONGEST_TYPED])
        archive = self._archive
        match sought:
            case "person":
                return await suggest_people(archive, words, viewer, language)
            case "speaker":
                return await suggest_speakers(archive, words, viewer, language)
            case "day":
                return await suggest_days(archive, self._siege, words, viewer, language)
            case "topic":
                return await self._topics.suggest(archive, words, viewer, language)
            case "counted":
                return await self._topics.suggest_counted(archive, words, viewer, language)
            case "dated":
                return await self._dated(words, viewer, language)
            case "source":
                return await suggest_sources(archive, words, viewer, language)
            case "citation":
                return await suggest_citations(archive, words, viewer, language)

    async def _dated(self, words: str, viewer: Viewer, language: Language) -> list[Suggestion]:
        """People and subjects by turns: a timeline is of either."""
        people = await suggest_dated_people(self._archive, words, viewer, language)
        subjects = await self._topics.suggest_dated(self._archive, words, viewer, language)
        by_turns = chain.from_iterable(zip_longest(people, subjects))
        return [each for each in by_turns if each is not None][:MOST]
