"""How much of the siege the archive covers: its accounts by month, publisher and side, and where it has gaps.

It helps whoever looks for the next account to add. Several digests of one account are one account; the sides and
countries are those of `data/publishers.toml`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.archive.archive import Archive
from bot.archive.lookup.coverage import DatedStretch, PersonKnown, SubjectKnown
from bot.archive.publishers import Publisher, Publishers
from bot.archive.records import SourceRecord, Viewer

LONGEST_STRETCH = 31
"""Days: a day is held by an interval of this length at most; “in 2022” says nothing of any day in it."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many accounts there are of a sort, and in how many sources they stand."""

    accounts: int
    sources: int


@dataclass(frozen=True, slots=True)
class PublisherCount:
    """How much there is of one publisher; `publisher` is None where the file of publishers does not know the name."""

    name: str
    publisher: Publisher | None
    count: Count


@dataclass(frozen=True, slots=True)
class HeldDay:
    """A day that nothing is dated to exactly, with the narrowest interval that holds it."""

    day: date
    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Coverage:
    """What there is and what is missing. Months are ISO ("2022-04"); None stands for what is not known."""

    all: Count
    digests: int
    months: tuple[tuple[str | None, Count], ...]
    publishers: tuple[PublisherCount, ...]
    sides: tuple[tuple[str | None, Count], ...]
    first_day: date
    last_day: date
    days_held: tuple[HeldDay, ...]
    days_empty: tuple[date, ...]
    people: int
    people_without_description: tuple[PersonKnown, ...]
    subjects: int
    subjects_without_quotation: tuple[SubjectKnown, ...]
    subjects_without_passage: tuple[SubjectKnown, ...]

    @property
    def days(self) -> int:
        """How many days there are between the first and the last, both counted."""
        return (self.last_day - self.first_day).days + 1


async def coverage_of(archive: Archive, publishers: Publishers, first: date, last: date, viewer: Viewer) -> Coverage:
    """The coverage of all that a viewer sees; `first` and `last` are the days of the siege."""
    sources = await archive.sources(viewer)
    held, empty = _gaps(await archive.dated_stretches(first, last, viewer), first, last)
    people = await archive.persons_known(viewer)
    subjects = await archive.subjects_known(viewer)
    return Coverage(
        all=_count(sources),
        digests=sum(source.kind == "digest" for source in sources),
        months=_by_month(sources),
        publishers=_by_publisher(sources, publishers),
        sides=_by_side(sources, publishers),
        first_day=first,
        last_day=last,
        days_held=held,
        days_empty=empty,
        people=len(people),
        people_without_description=tuple(person for person in people if not person.described),
        subjects=len(subjects),
        subjects_without_quotation=tuple(subject for subject in subjects if not subject.quotations),
        subjects_without_passage=tuple(subject for subject in subjects if not subject.in_passages),
    )


def account_key(source: SourceRecord) -> tuple[object, ...]:
    """What two sources share that stem from one account: its address; else who published it when, and who wrote it.

    A source that states neither is an account of its own.
    """
    if source.url:
        return (source.url.rstrip("/"),)
    if source.publisher and source.published and source.kind == "digest":
        return (source.publisher, source.published, source.contributors)
    return (source.id,)


def _count(sources: Sequence[SourceRecord]) -> Count:
    return Count(len({account_key(source) for source in sources}), len(sources))


def _grouped(
    sources: Sequence[SourceRecord], group_of: Callable[[SourceRecord], str | None]
) -> dict[str | None, list[SourceRecord]]:
    groups: dict[str | None, list[SourceRecord]] = defaultdict(list)
    for source in sources:
        groups[group_of(source)].append(source)
    return groups


def _by_month(sources: Sequence[SourceRecord]) -> tuple[tuple[str | None, Count], ...]:
    """By month of publication, in order; what states no day comes last."""
    groups = _grouped(sources, lambda source: source.published.isoformat()[:7] if source.published else None)
    in_order = sorted(groups, key=lambda month: (month is None, month or ""))
    return tuple((month, _count(groups[month])) for month in in_order)


def _by_publisher(sources: Sequence[SourceRecord], publishers: Publishers) -> tuple[PublisherCount, ...]:
    """By publisher under its preferred name, those with most accounts first."""

    def name_of(source: SourceRecord) -> str:
        known = publishers.named(source.publisher or "")
        return known.name if known else source.publisher or ""

    groups = _grouped(sources, name_of)
    counts = [PublisherCount(name or "", publishers.named(name or ""), _count(each)) for name, each in groups.items()]
    return tuple(sorted(counts, key=lambda each: (-each.count.accounts, -each.count.sources, each.name.casefold())))


def _by_side(sources: Sequence[SourceRecord], publishers: Publishers) -> tuple[tuple[str | None, Count], ...]:
    """By side, the one with most accounts first; publishers that are not known come last."""

    def side_of(source: SourceRecord) -> str | None:
        known = publishers.named(source.publisher or "")
        return known.side if known else None

    counts = {side: _count(each) for side, each in _grouped(sources, side_of).items()}
    in_order = sorted(counts, key=lambda side: (side is None, -counts[side].accounts, side or ""))
    return tuple((side, counts[side]) for side in in_order)


def _gaps(stretches: Sequence[DatedStretch], first: date, last: date) -> tuple[tuple[HeldDay, ...], tuple[date, ...]]:
    """(the days held by an interval only, the days held by nothing) of those that nothing is dated to exactly."""
    exact = {each.earliest for each in stretches if each.earliest == each.latest and not each.approximate}
    held: list[HeldDay] = []
    empty: list[date] = []
    for day in (first + timedelta(days=number) for number in range((last - first).days + 1)):
        if day in exact:
            continue
        narrow = [each for each in stretches if each.earliest <= day <= each.latest and _days(each) <= LONGEST_STRETCH]
        if narrow:
            narrowest = min(narrow, key=lambda each: (_days(each), each.earliest))
            held.append(HeldDay(day, narrowest.earliest, narrowest.latest))
        else:
            empty.append(day)
    return tuple(held), tuple(empty)


def _days(stretch: DatedStretch) -> int:
    return (stretch.latest - stretch.earliest).days + 1
