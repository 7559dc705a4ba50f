"""The archive as every other room sees it: one object, a method a question, records out.

Whatever is read is read for a Viewer: sources of other servers and withdrawn ones are in no answer and in no count.
"""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from bot.archive import building, servers, state, upkeep
from bot.archive.accession import Accession
from bot.archive.authority import Authority
from bot.archive.counting import Counting
from bot.archive.directory import DayDirectory, PersonDetail, PersonDirectory, SourceDirectory, SubjectDirectory
from bot.archive.drafts import Drafts
from bot.archive.file.connection import Connections, open_connections
from bot.archive.keeping import adding
from bot.archive.keeping.readers import Reader, read_document
from bot.archive.keeping.reading_aside import ReadingRoom, open_reading_room
from bot.archive.lookup import (
    catalogue,
    days,
    evidence,
    figures,
    known_names,
    passages,
    persons,
    quotations,
    stated,
    suggestions,
    timeline,
    verbatim,
)
from bot.archive.lookup.rows import EVERYONE, scope_of
from bot.archive.moderation import Moderation
from bot.archive.records import (
    AccountDates,
    DatedDays,
    DateRecord,
    DescriptionRecord,
    MentionRecord,
    NameForm,
    PassageRecord,
    PersonCounts,
    PersonRecord,
    QuotationRecord,
    ServerSettings,
    SourceCounts,
    SourceRecord,
    Stated,
    StoredDocument,
    TieRecord,
    TimelineQuery,
    VerbatimRecord,
    Viewer,
    Window,
)
from bot.archive.surveying import Surveying
from bot.archive.thesaurus import Thesaurus
from bot.archive.topics import QuotationQuery
from bot.reading.model import Reading

_MOST = 25
"""Rows of what is shown whole: descriptions, ties."""
_MOST_OF_A_DAY = 100
"""Sources published on the days asked for."""


class Archive(Moderation, Drafts, Surveying, Counting):
    """An open archive. Every method raises ArchiveError where the file fails, QueryTooSlowError past the time limit.

    Made by `Archive.open`, which closes it.
    """

    def __init__(self, connections: Connections, reading_room: ReadingRoom) -> None:
        super().__init__(connections, reading_room)
        self._rankings = quotations.Rankings()
        self._figures = figures.FigureRankings()
        self._name_keys = persons.NameKeys()
        self._directories = suggestions.Directories()

    @classmethod
    @asynccontextmanager
    async def open(
        cls, path: Path, *, query_seconds: float = 5.0, read: Reader = read_document
    ) -> AsyncIterator[Archive]:
        """The archive at `path`, made where missing; closed at the end whatever happens.

        `query_seconds` limits every query and every wait for another program's lock; `read` is the reader of texts,
        which reads long ones in another process where it is a function of a module.
        Raises ArchiveError, with a sentence that says what to do, where the file cannot be used.
        """
        async with open_connections(path, query_seconds) as connections, open_reading_room(read) as reading_room:
            yield cls(connections, reading_room)

    # Keeping

    async def add(self, document: Accession) -> SourceRecord:
        """Read a document and store it, whole or not at all.

        Raises DuplicateSourceError where its owner, or everyone, has the same bytes already.
        """
        return await adding.add(self._connections, document, self._reading_room)

    async def read(self, text: str, published: date | None) -> Reading:
        """What the reader makes of a text, as it would when that is added; nothing is stored."""
        return await self._reading_room.read(text, published)

    async def build(
        self,
        shipped: Sequence[Accession],
        authority: Authority,
        subjects: Thesaurus,
        progress: building.Progress | None = None,
        *,
        fingerprint: str = "",
    ) -> building.BuildReport:
        """Take in what ships, read every source again aside, and switch in one step.

        `progress` is told (sources read, of how many, title). Until the switch, questions are answered from what was
        there before, and any error leaves that as it was. `fingerprint` is kept, for `needs_build`.
        """
        data = building.ShippedData(tuple(shipped), authority, subjects, fingerprint)
        return await building.build(self._connections, data, self._reading_room.reader, progress)

    async def needs_build(self, fingerprint: str) -> bool:
        """Whether the reader is another than at the last build, or the fingerprint of what ships."""
        async with self._connections.reading() as database:
            return await state.needs_build(database, fingerprint)

    async def is_new(self) -> bool:
        """Whether nothing was ever built here: the file was just made, or its first build was broken off."""
        async with self._connections.reading() as database:
            return await state.never_built(database)

    async def check(self) -> list[str]:
        """What is wrong with the file or its index, one plain sentence each; empty where nothing is."""
        return await upkeep.check(self._connections)

    async def backup(self, target: Path) -> None:
        """Write a consistent copy to a new file while the archive is in use. Raises InputError, ArchiveError."""
        await upkeep.backup(self._connections, target)

    async def edition(self, viewer: Viewer) -> tuple[str | None, int]:
        """A mark of what this viewer may see: as long as it is the same, and for whom it is, so are all answers."""
        holding = await self._directories.watch.now(self._connections)
        scope = scope_of(viewer)
        return holding.revision, scope if scope in holding.owners else EVERYONE

    # Servers

    async def server(self, guild: int | None) -> ServerSettings:
        """What a server has set; the defaults for one that has not, and outside servers (None).

        One row by its key: cheap enough to be read anew for every answer, so that nothing is held in memory.
        """
        if guild is None:
            return ServerSettings()
        async with self._connections.reading() as database:
            return await servers.find(database, guild)

    async def set_server(self, guild: int, settings: ServerSettings, *, by: str = "", reason: str = "") -> None:
        """Set what holds for a server from now on; nothing else in the archive counts as changed by it."""
        async with self._connections.writing() as database:
            await servers.keep(database, guild, settings, by=by, reason=reason)

    # Catalogue

    async def sources(self, viewer: Viewer, limit: int | None = None, offset: int = 0) -> list[SourceRecord]:
        """Sources by day of publication; all of them from `offset` on where there is no limit."""
        async with self._connections.reading() as database:
            return await catalogue.sources(database, scope_of(viewer), limit, offset)

    async def count_sources(self, viewer: Viewer) -> SourceCounts:
        """How many sources `sources` has in all, and how many of them are digests."""
        async with self._connections.reading() as database:
            return await catalogue.counts(database, scope_of(viewer))

    async def source(self, source_id: str, viewer: Viewer) -> SourceRecord | None:
        """The catalogue entry with this id."""
        async with self._connections.reading() as database:
            return await catalogue.source(database, scope_of(viewer), source_id)

    async def document(self, source_id: str, viewer: Viewer) -> StoredDocument | None:
        """A source with its original bytes and stored text."""
        async with self._connections.reading() as database:
            return await catalogue.document(database, scope_of(viewer), source_id)

    async def published_on(self, earliest: date, latest: date, viewer: Viewer) -> list[SourceRecord]:
        """Sources published between two days, both inclusive, by day."""
        async with self._connections.reading() as database:
            return await catalogue.published_on(database, scope_of(viewer), earliest, latest, _MOST_OF_A_DAY)

    async def years(self, viewer: Viewer) -> list[int]:
        """The years in which sources were published, in order."""
        async with self._connections.reading() as database:
            return await catalogue.years(database, scope_of(viewer))

    async def passages(self, source_id: str, first: int, last: int, viewer: Viewer) -> list[PassageRecord]:
        """The passages of a source from number `first` to `last`, both inclusive; numbers begin at 1."""
        async with self._connections.reading() as database:
            return await catalogue.passages(database, scope_of(viewer), source_id, first, last)

    async def passage_at(self, source_id: str, offset: int, viewer: Viewer) -> PassageRecord | None:
        """The passage that holds an offset (code points) into the source's text."""
        async with self._connections.reading() as database:
            return await catalogue.passage_at(database, scope_of(viewer), source_id, offset)

    # People

    async def persons_by_key(self, keys: Sequence[str], viewer: Viewer) -> list[PersonRecord]:
        """Whoever bears a name, or a part of one, with one of these name keys; where nobody does, by sound key."""
        async with self._connections.reading() as database:
            return await persons.by_key(database, scope_of(viewer), keys)

    async def person(self, person_id: str, viewer: Viewer) -> PersonRecord | None:
        """The person with this id."""
        async with self._connections.reading() as database:
            return await persons.person(database, scope_of(viewer), person_id)

    async def name_keys(self, viewer: Viewer) -> Sequence[tuple[str, str]]:
        """(key, person's id) of every whole name and part of one; kept in memory until the archive changes."""
        async with self._connections.reading() as database:
            return await self._name_keys.of(database, scope_of(viewer))

    async def forms_of_keys(self, keys: Sequence[str], viewer: Viewer) -> dict[str, tuple[str, ...]]:
        """The forms of names with each of these keys: name or sound keys, of a whole or a part."""
        async with self._connections.reading() as database:
            return await known_names.forms_of_keys(database, scope_of(viewer), keys)

    async def top_persons(self, viewer: Viewer, limit: int) -> list[PersonRecord]:
        """The persons who are named most often."""
        async with self._connections.reading() as database:
            return await persons.most_named(database, scope_of(viewer), limit)

    async def names_of(self, person_id: str, viewer: Viewer) -> list[NameForm]:
        """Every form of a person's name: the preferred one, variants, then those that only the sources use."""
        async with self._connections.reading() as database:
            return await persons.names_of(database, scope_of(viewer), person_id)

    async def descriptions_of(self, person_id: str, viewer: Viewer) -> list[DescriptionRecord]:
        """The sources' words for who the person is, each wording once."""
        async with self._connections.reading() as database:
            return await evidence.descriptions_of(database, scope_of(viewer), person_id, _MOST)

    async def ties_of(self, person_id: str, viewer: Viewer) -> list[TieRecord]:
        """The person's ties to others that sources state, each once."""
        async with self._connections.reading() as database:
            return await evidence.ties_of(database, scope_of(viewer), person_id, _MOST)

    async def stated_of(self, person_id: str, viewer: Viewer) -> Stated:
        """What the authority file has of the person, with where the sources that the viewer may see state it."""
        async with self._connections.reading() as database:
            return await stated.stated_of(database, scope_of(viewer), person_id)

    async def mentions_of(self, person_id: str, viewer: Viewer, limit: int, offset: int = 0) -> list[MentionRecord]:
        """Where the person is named, source by source."""
        async with self._connections.reading() as database:
            return await evidence.mentions_of(database, scope_of(viewer), person_id, limit, offset)

    async def quotations_of(self, person_id: str, viewer: Viewer, limit: int, offset: int = 0) -> list[QuotationRecord]:
        """What the person says: verbatim words first, then reported speech."""
        async with self._connections.reading() as database:
            return await evidence.quotations_of(database, scope_of(viewer), person_id, limit, offset)

    async def dates_of(
        self, person_id: str, viewer: Viewer, limit: int, offset: int = 0, *, last_first: bool = False
    ) -> list[DateRecord]:
        """Dates in sentences that name the person, by earliest day; `last_first`: by latest day, the last one first."""
        async with self._connections.reading() as database:
            return await evidence.dates_of(database, scope_of(viewer), person_id, limit, offset, last_first=last_first)

    async def counts_of(self, person_id: str, viewer: Viewer) -> PersonCounts:
        """How many mentions, quotations (reported speech among them) and dates there are of a person."""
        async with self._connections.reading() as database:
            return await evidence.counts_of(database, scope_of(viewer), person_id)

    async def count_quotations_of(self, person_id: str, viewer: Viewer) -> int:
        """How many quotations there are of a person, reported speech among them."""
        return (await self.counts_of(person_id, viewer)).quotations

    # Days

    async def dates_in(
        self, earliest: date, latest: date, viewer: Viewer, limit: int, offset: int = 0
    ) -> list[DateRecord]:
        """Date expressions whose interval meets the days asked for: the very interval first, narrow before wide."""
        async with self._connections.reading() as database:
            return await days.dates_in(database, scope_of(viewer), earliest, latest, limit, offset)

    async def dates_of_sources(
        self, source_ids: Sequence[str], earliest: date, latest: date, viewer: Viewer
    ) -> list[DateRecord]:
        """Date expressions in these sources whose interval is just this one, in the order of the sources."""
        async with self._connections.reading() as database:
            return await days.dates_of_sources(database, scope_of(viewer), source_ids, earliest, latest)

    async def count_dates_in(self, earliest: date, latest: date, viewer: Viewer) -> int:
        """How many expressions `dates_in` has in all."""
        async with self._connections.reading() as database:
            return await days.count_dates_in(database, scope_of(viewer), earliest, latest)

    async def nearest_day(self, day: date, viewer: Viewer, *, before: bool) -> date | None:
        """The nearest day before or after `day` to which something is dated exactly."""
        async with self._connections.reading() as database:
            return await days.nearest_day(database, scope_of(viewer), day, before=before)

    async def timeline_days(self, query: TimelineQuery, viewer: Viewer) -> list[DatedDays]:
        """The different stretches of days to which anything is dated, in order of time."""
        async with self._connections.reading() as database:
            return await timeline.days(database, scope_of(viewer), query)

    async def timeline_accounts(
        self, query: TimelineQuery, window: Window, viewer: Viewer, limit: int
    ) -> tuple[list[AccountDates], int]:
        """The sources with most that is dated within the window, each with its days; and how many have any."""
        async with self._connections.reading() as database:
            return await timeline.accounts(database, scope_of(viewer), query, window, limit)

    async def timeline_dates(
        self, query: TimelineQuery, window: Window, viewer: Viewer, limit: int, offset: int = 0
    ) -> list[DateRecord]:
        """What is dated within the window, in order of time; behind it what is dated to other days, or too widely."""
        async with self._connections.reading() as database:
            return await timeline.dates(database, scope_of(viewer), query, window, limit, offset)

    # Words

    async def quotations_about(
        self, query: QuotationQuery, viewer: Viewer, limit: int, offset: int = 0
    ) -> list[QuotationRecord]:
        """Quotations about a topic, best first; reported speech after verbatim words that match as well."""
        async with self._connections.reading() as database:
            return await self._rankings.page(database, scope_of(viewer), query, limit, offset)

    async def count_quotations_about(self, query: QuotationQuery, viewer: Viewer) -> int:
        """How many quotations `quotations_about` has in all."""
        async with self._connections.reading() as database:
            return await self._rankings.count(database, scope_of(viewer), query)

    async def random_quotation(self, viewer: Viewer) -> QuotationRecord | None:
        """Verbatim words of a known speaker, drawn at random."""
        async with self._connections.reading() as database:
            return await quotations.quotation_from_on(database, scope_of(viewer), random.random())

    async def verbatim(self, words: str, viewer: Viewer, limit: int) -> list[VerbatimRecord]:
        """Where the words stand as given, but for case, spaces and kinds of marks; within quotations first."""
        async with self._connections.reading() as database:
            return await verbatim.verbatim(database, scope_of(viewer), words, limit)

    async def search(self, words: str, viewer: Viewer, limit: int, offset: int = 0) -> list[PassageRecord]:
        """Passages that hold every word as typed, in any inflection, best first. Any text may be handed in."""
        async with self._connections.reading() as database:
            return await passages.search(database, scope_of(viewer), words, limit, offset)

    async def count_search(self, words: str, viewer: Viewer) -> int:
        """How many passages `search` has in all."""
        async with self._connections.reading() as database:
            return await passages.count_search(database, scope_of(viewer), words)

    # Suggestions to whoever is typing

    async def listed_persons(self, viewer: Viewer) -> PersonDirectory:
        """Everybody who is mentioned, with the keys of their names; kept in memory until the archive changes."""
        return await self._directories.persons.of(self._connections, scope_of(viewer))

    async def details_of(
        self, directory: PersonDirectory, person_ids: Sequence[str], viewer: Viewer
    ) -> dict[str, PersonDetail]:
        """What tells each of these persons of the viewer's directory from others of the name, by id."""
        return await suggestions.details_of(self._connections, scope_of(viewer), directory, person_ids)

    async def listed_days(self, viewer: Viewer) -> DayDirectory:
        """The different days and stretches of days that something is dated to; kept like the persons."""
        return await self._directories.days.of(self._connections, scope_of(viewer))

    async def listed_subjects(self, viewer: Viewer) -> SubjectDirectory:
        """The subjects that there are quotations under; kept like the persons."""
        return await self._directories.subjects.of(self._connections, scope_of(viewer))

    async def listed_sources(self, viewer: Viewer) -> SourceDirectory:
        """Every source, with the words that name it; kept like the persons."""
        return await self._directories.sources.of(self._connections, scope_of(viewer))
