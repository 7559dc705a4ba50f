"""What every question is answered from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.archive.archive import Archive
from bot.archive.thesaurus import Thesaurus


@dataclass(frozen=True, slots=True)
class Holdings:
    """The archive, the thesaurus that topics are widened with, and the days between which the siege is counted."""

    archive: Archive
    subjects: Thesaurus
    day_one: date
    last_day: date | None
    prefix: str
