"""What every question is answered from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.answers.language import ENGLISH, Language
from bot.archive.archive import Archive
from bot.archive.calendar import Calendar
from bot.archive.thesaurus import Thesaurus

PAGE_LENGTH = 5
"""Items a page: what a reader takes in at once, and what one Discord message holds with its citations."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """The archive, the thesaurus that topics are widened with, the days between which the siege is counted, and its
    fixed points.

    `language` is that of the answer's own words, `page_length` how many items a page has.
    """

    archive: Archive
    subjects: Thesaurus
    day_one: date
    last_day: date | None
    prefix: str
    language: Language = ENGLISH
    page_length: int = PAGE_LENGTH
    calendar: Calendar = field(default_factory=Calendar)
