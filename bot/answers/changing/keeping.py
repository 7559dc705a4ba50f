"""In whose name something is changed."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.language import Language
from bot.archive.archive import Archive
from bot.archive.records import Viewer


@dataclass(frozen=True, slots=True)
class Keeping:
    """The archive in the hands of one moderator.

    `owner` is the server whose sources are changed, None for everyone's; `by` is for the audit log, `language` that of
    what is said.
    """

    archive: Archive
    owner: int | None
    by: str
    language: Language

    @property
    def viewer(self) -> Viewer:
        """What they see."""
        return Viewer(self.owner)
