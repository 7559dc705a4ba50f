"""`on DATE`: everything the archive dates to a day, with the expression as written and its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.answers.calls import Call
from bot.answers.catalogue import source_item
from bot.answers.citations import notes_on
from bot.answers.holdings import Holdings
from bot.answers.items import dated_item
from bot.answers.model import Answer, Choice, Item
from bot.answers.paging import Run, leaf_of, page_where
from bot.answers.wording import day_in_words, days_in_words, siege_day
from bot.archive.archive import Archive
from bot.archive.records import DateRecord, Viewer
from bot.errors import InputError
from bot.reading.dates.asked import AskedDay, DayError, read_day

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


async def answer_on(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """What is dated to the day or days asked for: exact first, then the intervals that hold them."""
    if not call.subject:
        raise InputError(f"Which day? For example: {holdings.prefix}on {holdings.day_one.isoformat()}.")
    asked = await _asked_day(holdings, call.subject, viewer)
    archive = holdings.archive
    runs = (await _dated(archive, asked, viewer), await _published(archive, asked, viewer))
    leaf = await leaf_of(runs, call.page)
    before = await archive.nearest_day(asked.earliest, viewer, before=True)
    after = await archive.nearest_day(asked.latest, viewer, before=False)
    return Answer(
        "day" if leaf.items else "nothing",
        _heading(holdings, asked, found=bool(leaf.items)),
        items=leaf.items,
        choices=(*_to_published(runs, asked, leaf.page), *_ways_on(before, after)),
        page=leaf.page,
        of=leaf.of,
        notes=(*([asked.note] if asked.note else []), *_nearest_notes(before, after), *notes_on(leaf.items)),
    )


async def _asked_day(holdings: Holdings, words: str, viewer: Viewer) -> AskedDay:
    try:
        return read_day(words, years=await _years(holdings, words, viewer), day_one=holdings.day_one)
    except DayError as error:
        raise InputError(str(error)) from None


async def _years(holdings: Holdings, words: str, viewer: Viewer) -> list[int]:
    """The years that the archive is about, the siege's own first; wanted only where none was typed."""
    own = holdings.day_one.year
    if _YEAR.search(words):
        return [own]
    return [own, *(year for year in await holdings.archive.years(viewer) if year != own)]


async def _dated(archive: Archive, asked: AskedDay, viewer: Viewer) -> Run:
    async def fetch(limit: int, offset: int) -> list[Item]:
        records = await archive.dates_in(asked.earliest, asked.latest, viewer, limit, offset)
        return [dated_item(record, _section(record, asked)) for record in _one_a_sentence(records)]

    return Run(await archive.count_dates_in(asked.earliest, asked.latest, viewer), fetch)


def _one_a_sentence(records: Sequence[DateRecord]) -> list[DateRecord]:
    """The records without those that date a sentence to the same days once more ("The next day, 7 May, ...")."""
    told: dict[tuple[str, int, date, date], DateRecord] = {}
    for record in records:
        sentence = record.sentence.place
        told.setdefault((sentence.source.id, sentence.start, record.earliest, record.latest), record)
    return list(told.values())


def _section(record: DateRecord, asked: AskedDay) -> str:
    one_day = asked.earliest == asked.latest
    if asked.earliest <= record.earliest and record.latest <= asked.latest and not (one_day and record.approximate):
        return "Dated to this day" if one_day else "Dated within these days"
    return "Times that hold this day" if one_day else "Times that reach into these days"


async def _published(archive: Archive, asked: AskedDay, viewer: Viewer) -> Run:
    sources = await archive.published_on(asked.earliest, asked.latest, viewer)
    section = _published_section(asked)

    async def fetch(limit: int, offset: int) -> list[Item]:
        return [await source_item(archive, source, viewer, section) for source in sources[offset : offset + limit]]

    return Run(len(sources), fetch)


def _published_section(asked: AskedDay) -> str:
    return "Published this day" if asked.earliest == asked.latest else "Published in these days"


def _to_published(runs: Sequence[Run], asked: AskedDay, page: int) -> Iterator[Choice]:
    at = page_where(runs, 1)
    if runs[1].count and at != page:
        days = asked.earliest.isoformat()
        if asked.earliest != asked.latest:
            days = f"{days}..{asked.latest.isoformat()}"
        yield Choice(f"{_published_section(asked)}: {runs[1].count}", f"on {days} page {at}")


def _heading(holdings: Holdings, asked: AskedDay, *, found: bool) -> str:
    number = siege_day(asked.earliest, holdings.day_one, holdings.last_day)
    days = days_in_words(asked.earliest, asked.latest)
    if asked.earliest == asked.latest and number:
        days = f"{days} · Day {number} of the siege"
    return days if found else f"Nothing is dated to {days}"


def _nearest_notes(before: date | None, after: date | None) -> Iterator[str]:
    days = [f"{day_in_words(day)} ({side})" for day, side in ((before, "before"), (after, "after")) if day]
    if days:
        yield f"Nearest {'days' if len(days) > 1 else 'day'} with something: {' and '.join(days)}."


def _ways_on(before: date | None, after: date | None) -> Iterator[Choice]:
    if before:
        yield Choice(f"Earlier: {day_in_words(before)}", f"on {before.isoformat()}")
    if after:
        yield Choice(f"Later: {day_in_words(after)}", f"on {after.isoformat()}")
