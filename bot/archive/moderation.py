"""The archive as moderators change it: sources, corrections, the audit log, reports.

`owner` is the server whose sources are changed, None for everyone's archive, which is the operator's; what is not the
owner's is refused with an InputError in the words of what does not exist. `by` is "discord:" with the id of whoever
does it, or "command line". Every change is whole or not at all, is written into the audit log with its `reason`, and,
unless said otherwise, can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.archive import audit, exporting, forgetting, importing, reports, undoing
from bot.archive.correcting import lost, making
from bot.archive.exporting import Export
from bot.archive.file.connection import Connections
from bot.archive.keeping import shingles, sources_changed
from bot.archive.keeping.reading_aside import ReadingRoom
from bot.archive.lookup import catalogue, standing
from bot.archive.lookup.rows import EVERYONE
from bot.archive.lookup.standing import Stretch
from bot.archive.records import (
    AuditEntry,
    DateRecord,
    QuotationRecord,
    Replaced,
    ReportRecord,
    SourceRecord,
    StoredDocument,
)


class Moderation:
    """What moderators do; a part of Archive, which is made from it."""

    def __init__(self, connections: Connections, reading_room: ReadingRoom) -> None:
        self._connections = connections
        self._reading_room = reading_room

    # Sources

    async def owned_source(self, source_id: str, owner: int | None) -> SourceRecord | None:
        """A source of this very owner, withdrawn ones among them."""
        async with self._connections.reading() as database:
            return await catalogue.owned(database, _number(owner), source_id)

    async def owned_sources(self, owner: int | None) -> list[SourceRecord]:
        """Every source of this very owner, withdrawn ones among them, by day of publication."""
        async with self._connections.reading() as database:
            return await catalogue.all_owned(database, _number(owner))

    async def owned_document(self, source_id: str, owner: int | None) -> StoredDocument | None:
        """A source of this very owner with its original bytes and stored text, withdrawn or not."""
        async with self._connections.reading() as database:
            return await standing.document(database, _number(owner), source_id)

    async def quotations_of_source(
        self, source_id: str, owner: int | None, stretch: Stretch, limit: int
    ) -> list[QuotationRecord]:
        """The quotations, reported speech among them, in a stretch of this very owner's source, in order."""
        async with self._connections.reading() as database:
            return await standing.quotations_in(database, _number(owner), source_id, stretch, limit)

    async def dates_of_source(
        self, source_id: str, owner: int | None, stretch: Stretch, limit: int
    ) -> list[DateRecord]:
        """The date expressions in a stretch of this very owner's source, in order."""
        async with self._connections.reading() as database:
            return await standing.dates_in(database, _number(owner), source_id, stretch, limit)

    async def same_bytes(self, sha256: str, owner: int | None) -> SourceRecord | None:
        """The source that has these bytes already, of the owner or of everyone; None where there is none."""
        async with self._connections.reading() as database:
            return await catalogue.same_bytes(database, _number(owner), sha256)

    async def near_duplicates(self, text: str, owner: int | None) -> list[tuple[SourceRecord, float]]:
        """Sources that the owner sees whose text is much like this one, with the likeness (0 to 1), most alike first.

        Near is what shares about a third of its stretches of five words.
        """
        async with self._connections.reading() as database:
            return await shingles.near_duplicates(database, _number(owner), text)

    async def edit_source(
        self, source_id: str, owner: int | None, changes: Mapping[str, Any], *, by: str, reason: str = ""
    ) -> AuditEntry:
        """Change catalogue data: title, publisher, contributors, published, place, url, rights, language.

        A changed day of publication has the text read again, so that its relative dates come to other days.
        """
        return await sources_changed.edit_source(
            self._connections, self._reading_room, source_id, _number(owner), changes, by=by, reason=reason
        )

    async def withdraw(self, source_id: str, owner: int | None, *, by: str, reason: str) -> AuditEntry:
        """Withdraw a source from every answer, suggestion and count; it is kept."""
        return await sources_changed.withdraw(self._connections, source_id, _number(owner), True, by=by, reason=reason)

    async def restore_source(self, source_id: str, owner: int | None, *, by: str, reason: str = "") -> AuditEntry:
        """Take a withdrawn source back."""
        return await sources_changed.withdraw(self._connections, source_id, _number(owner), False, by=by, reason=reason)

    async def replace_source(
        self,
        source_id: str,
        owner: int | None,
        original: bytes,
        text: str,
        *,
        filename: str | None = None,
        by: str,
        reason: str = "",
    ) -> Replaced:
        """Put new text under the same id; the old bytes and text are kept for ever.

        Quotations and corrections whose words are not there any more are returned, and never hung on something alike.
        """
        return await sources_changed.replace_source(
            self._connections,
            self._reading_room,
            source_id,
            _number(owner),
            original,
            text,
            filename=filename,
            by=by,
            reason=reason,
        )

    # Corrections

    async def merge_persons(
        self, person_id: str, into_id: str, owner: int | None, *, by: str, reason: str
    ) -> AuditEntry:
        """Whoever the owner's sources take for `person_id` is `into_id`."""
        async with self._connections.writing() as database:
            return await making.merge(database, _number(owner), person_id, into_id, by=by, reason=reason)

    async def split_person(
        self,
        person_id: str,
        source_id: str,
        owner: int | None,
        *,
        to_id: str | None = None,
        name: str | None = None,
        by: str,
        reason: str,
    ) -> AuditEntry:
        """Whom one source takes for `person_id` is `to_id`, or somebody new, called `name` or as the source does."""
        async with self._connections.writing() as database:
            return await making.split(
                database, _number(owner), person_id, source_id, to_id=to_id, name=name, by=by, reason=reason
            )

    async def rename_person(self, person_id: str, name: str, owner: int | None, *, by: str, reason: str) -> AuditEntry:
        """Give a person another preferred name; the others stay forms under which the person is found."""
        async with self._connections.writing() as database:
            return await making.rename(database, _number(owner), person_id, name, by=by, reason=reason)

    async def add_variant(self, person_id: str, form: str, owner: int | None, *, by: str, reason: str) -> AuditEntry:
        """Let a person be found under another form of the name."""
        async with self._connections.writing() as database:
            return await making.variant(database, _number(owner), person_id, form, add=True, by=by, reason=reason)

    async def remove_variant(self, person_id: str, form: str, owner: int | None, *, by: str, reason: str) -> AuditEntry:
        """Remove a variant name that the owner has set, or, of everyone's archive, that the authority file has."""
        async with self._connections.writing() as database:
            return await making.variant(database, _number(owner), person_id, form, add=False, by=by, reason=reason)

    async def describe_person(
        self, person_id: str, role: str, citation: str, owner: int | None, *, by: str, reason: str
    ) -> AuditEntry:
        """Say in a few words who a person is, as a passage states that the owner sees: “source-id:12”."""
        async with self._connections.writing() as database:
            return await making.describe(database, _number(owner), person_id, role, citation, by=by, reason=reason)

    async def set_speaker(
        self,
        source_id: str,
        start: int,
        end: int,
        owner: int | None,
        *,
        person_id: str | None = None,
        written: str | None = None,
        by: str,
        reason: str,
    ) -> AuditEntry:
        """Say who speaks at these offsets: a person, somebody written so, or, with neither, nobody known."""
        async with self._connections.writing() as database:
            return await making.set_speaker(
                database,
                _number(owner),
                source_id,
                start,
                end,
                person_id=person_id,
                written=written,
                by=by,
                reason=reason,
            )

    async def set_date(
        self,
        source_id: str,
        start: int,
        end: int,
        earliest: date,
        latest: date,
        owner: int | None,
        *,
        approximate: bool = False,
        by: str,
        reason: str,
    ) -> AuditEntry:
        """Say which days the date expression at these offsets means, both inclusive."""
        async with self._connections.writing() as database:
            return await making.set_date(
                database,
                _number(owner),
                source_id,
                start,
                end,
                earliest,
                latest,
                approximate=approximate,
                by=by,
                reason=reason,
            )

    async def lost_corrections(self, owner: int | None) -> list[AuditEntry]:
        """The owner's corrections that change nothing any more, because what they are about is not there as it was."""
        async with self._connections.reading() as database:
            return await audit.of_corrections(database, _number(owner), await lost.lost_of(database, _number(owner)))

    # Record

    async def audit(self, owner: int | None, limit: int = 25, offset: int = 0) -> list[AuditEntry]:
        """The owner's audit log, the last entry first."""
        async with self._connections.reading() as database:
            return await audit.entries(database, _number(owner), limit, offset)

    async def count_audit(self, owner: int | None) -> int:
        """How many entries the owner's audit log has."""
        async with self._connections.reading() as database:
            return await audit.count(database, _number(owner))

    async def audit_entry(self, owner: int | None, number: int) -> AuditEntry | None:
        """The entry with this number, where it is the owner's."""
        async with self._connections.reading() as database:
            return await audit.one(database, _number(owner), number)

    async def history_of(self, source_id: str, owner: int | None) -> list[AuditEntry]:
        """The owner's entries about one source and what stands in it, the last one first."""
        async with self._connections.reading() as database:
            return await audit.history_of(database, _number(owner), source_id)

    async def undo(self, owner: int | None, number: int | None = None, *, by: str, reason: str = "") -> AuditEntry:
        """Undo an entry, without a number the owner's last one that can be undone. InputError says why it cannot be."""
        return await undoing.undo(self._connections, self._reading_room, _number(owner), number, by=by, reason=reason)

    async def forget(self, user: str) -> int:
        """Put "forgotten" in the place of a user ("discord:123") wherever one is named; returns at how many places."""
        async with self._connections.writing() as database:
            return await forgetting.forget(database, user)

    async def export_size(self, owner: int | None) -> int:
        """How many bytes the documents of an export would have together."""
        async with self._connections.reading() as database:
            return await exporting.size_of(database, _number(owner))

    async def export_owner(self, owner: int | None) -> Export:
        """All that belongs to an owner: sources with their documents and versions, corrections, the audit log."""
        async with self._connections.writing() as database:
            return await exporting.export_owner(database, _number(owner))

    async def import_owner(self, export: Export, owner: int | None, *, by: str) -> int:
        """Take an export in, whole or not at all; returns how many sources came. It cannot be undone at one go."""
        return await importing.import_owner(self._connections, self._reading_room, export, _number(owner), by=by)

    # Reports

    async def report(
        self, guild: int | None, source_id: str, start: int, end: int, shown: str, words: str
    ) -> ReportRecord:
        """Keep a member's report of a mistake: where it was seen, what was shown, and what is wrong with it."""
        async with self._connections.writing() as database:
            return await reports.keep(database, _number(guild), source_id, start, end, shown, words)

    async def reports(
        self, owner: int | None, *, open_only: bool = True, limit: int = 25, offset: int = 0
    ) -> list[ReportRecord]:
        """What was reported in a server or about its sources, or about everyone's archive; the last one first."""
        async with self._connections.reading() as database:
            return await reports.reports(database, _number(owner), open_only=open_only, limit=limit, offset=offset)

    async def count_reports(self, owner: int | None, *, open_only: bool = True) -> int:
        """How many reports `reports` has in all."""
        async with self._connections.reading() as database:
            return await reports.count(database, _number(owner), open_only=open_only)

    async def close_report(
        self, number: int, owner: int | None, outcome: str, *, by: str, reason: str = ""
    ) -> AuditEntry:
        """Close a report with an outcome. This is written down and cannot be undone."""
        async with self._connections.writing() as database:
            return await reports.close(database, _number(owner), number, outcome, by=by, reason=reason)


def _number(owner: int | None) -> int:
    return EVERYONE if owner is None else owner
