"""The one family of errors that people meet, each with a sentence they may read.

Anything outside this family is a fault of ours: it is logged under an id, and the id is all that is shown.
"""

from __future__ import annotations


class ArchiveBotError(Exception):
    """Base of the family. `str(error)` is one sentence, fit to be shown to a member as it stands.

    `sentence` is that sentence with the places of its `values` in braces, by which it is found in another language;
    without values it is taken as it stands.
    """

    exit_status = 2

    def __init__(self, sentence: str = "", **values: object) -> None:
        super().__init__(sentence.format(**values) if values else sentence)
        self.sentence = sentence
        self.values = values


class InputError(ArchiveBotError):
    """What was asked or handed in cannot be used as it is (a day that cannot be, an empty file)."""


class SettingsError(ArchiveBotError):
    """A setting is missing or out of range."""


class ArchiveError(ArchiveBotError):
    """The archive file cannot be used: damaged, locked, from a newer version, not writable."""


class QueryTooSlowError(ArchiveError):
    """A question ran into the time limit that every query has."""


class DuplicateSourceError(InputError):
    """The same bytes stand in the archive already; `source_id` says as what."""

    def __init__(self, source_id: str, title: str) -> None:
        super().__init__(
            "This document is already in the archive as “{title}” ({source}).", title=title, source=source_id
        )
        self.source_id = source_id


class DiscordError(ArchiveBotError):
    """Discord cannot be reached, or has closed the connection for good."""

    exit_status = 1
