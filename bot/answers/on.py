"""`on DATE`: everything the archive dates to a day, with the expression as written and its reason.

A fixed point of the siege may be named instead of its day, and stands above what else is dated to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.answers.calls import Call
from bot.answers.catalogue import source_item
from bot.answers.citations import notes_on
from bot.answers.fixed_points import fixed_items, point_meant
from bot.answers.holdings import Holdings
from bot.answers.items import dated_item, one_a_sentence
from bot.answers.language import Language, message
from bot.answers.model import Answer, Choice, Item
from bot.answers.paging import Run, leaf_of, page_where, run_of
from bot.answers.typed_days import typed_day_in
from bot.answers.wording import siege_day
from bot.archive.records import DateRecord, Viewer
from bot.errors import InputError
from bot.reading.dates.asked import AskedDay, DayError, read_day

DATED_TO_DAY = message("Dated to this day")
DATED_WITHIN = message("Dated within these days")
TIMES_WITH_DAY = message("Times that hold this day")
TIMES_REACHING = message("Times that reach into these days")
PUBLISHED_THIS_DAY = message("Published this day")
PUBLISHED_IN_DAYS = message("Published in these days")

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


async def answer_on(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """What is dated to the day or days asked for: exact first, then the intervals that hold them."""
    if not call.subject:
        raise InputError(
            "Which day? For example: {prefix}on {day}.", prefix=holdings.prefix, day=holdings.day_one.isoformat()
        )
    asked = await _asked_day(holdings, call.subject, viewer)
    archive, language = holdings.archive, holdings.language
    fixed = await fixed_items(holdings, asked.earliest, asked.latest, viewer)
    runs = (run_of(fixed), await _dated(holdings, asked, fixed, viewer), await _published(holdings, asked, viewer))
    leaf = await leaf_of(runs, call.page, holdings.page_length)
    before = await archive.nearest_day(asked.earliest, viewer, before=True)
    after = await archive.nearest_day(asked.latest, viewer, before=False)
    return Answer(
        "day" if leaf.items else "nothing",
        _heading(holdings, asked, found=bool(leaf.items)),
        items=leaf.items,
        choices=(*_to_published(holdings, runs, asked, leaf.page), *_ways_on(before, after, language)),
        page=leaf.page,
        of=leaf.of,
        notes=(
            *([typed_day_in(language, asked.note)] if asked.note else []),
            *_nearest_notes(before, after, language),
            *notes_on(leaf.items, language),
        ),
        asked=replace(call, subject=_typed(asked)),
    )


def _typed(asked: AskedDay) -> str:
    """The days asked for as they can be asked for again, whatever year or order was taken for granted."""
    if asked.earliest == asked.latest:
        return asked.earliest.isoformat()
    return f"{asked.earliest.isoformat()}..{asked.latest.isoformat()}"


async def _asked_day(holdings: Holdings, words: str, viewer: Viewer) -> AskedDay:
    try:
        return read_day(words, years=await _years(holdings, words, viewer), day_one=holdings.day_one)
    except DayError as error:
        point = point_meant(holdings.calendar, words)
        if point:
            return AskedDay(point.earliest, point.latest, point.name)
        raise InputError(typed_day_in(holdings.language, str(error))) from None


async def _years(holdings: Holdings, words: str, viewer: Viewer) -> list[int]:
    """The years that the archive is about, the siege's own first; wanted only where none was typed."""
    own = holdings.day_one.year
    if _YEAR.search(words):
        return [own]
    return [own, *(year for year in await holdings.archive.years(viewer) if year != own)]


async def _dated(holdings: Holdings, asked: AskedDay, fixed: Sequence[Item], viewer: Viewer) -> Run:
    """What is dated to the days, but for the sentences that the fixed points were shown with."""
    archive, language = holdings.archive, holdings.language
    shown = {item.citation for item in fixed}

    async def fetch(limit: int, offset: int) -> list[Item]:
        records = one_a_sentence(await archive.dates_in(asked.earliest, asked.latest, viewer, limit, offset))
        items = [dated_item(record, language, language.say(_section(record, asked))) for record in records]
        new = [item for item in items if item.citation not in shown]
        # Rather the same once more than a page without anything; the first one has the fixed points.
        return new if new or not offset else items

    return Run(await archive.count_dates_in(asked.earliest, asked.latest, viewer), fetch)


def _section(record: DateRecord, asked: AskedDay) -> str:
    one_day = asked.earliest == asked.latest
    if asked.earliest <= record.earliest and record.latest <= asked.latest and not (one_day and record.approximate):
        return DATED_TO_DAY if one_day else DATED_WITHIN
    return TIMES_WITH_DAY if one_day else TIMES_REACHING


async def _published(holdings: Holdings, asked: AskedDay, viewer: Viewer) -> Run:
    sources = await holdings.archive.published_on(asked.earliest, asked.latest, viewer)
    section = holdings.language.say(_published_section(asked))

    async def fetch(limit: int, offset: int) -> list[Item]:
        return [await source_item(holdings, source, viewer, section) for source in sources[offset : offset + limit]]

    return Run(len(sources), fetch)


def _published_section(asked: AskedDay) -> str:
    return PUBLISHED_THIS_DAY if asked.earliest == asked.latest else PUBLISHED_IN_DAYS


def _to_published(holdings: Holdings, runs: Sequence[Run], asked: AskedDay, page: int) -> Iterator[Choice]:
    at, count = page_where(runs, len(runs) - 1, holdings.page_length), runs[-1].count
    if count and at != page:
        label = f"{holdings.language.say(_published_section(asked))}: {count}"
        yield Choice(label, f"on {_typed(asked)} page {at}", tab=True)


def _heading(holdings: Holdings, asked: AskedDay, *, found: bool) -> str:
    number, language = siege_day(asked.earliest, holdings.day_one, holdings.last_day), holdings.language
    days = language.days(asked.earliest, asked.latest)
    if asked.earliest == asked.latest and number:
        days = language.say("{day} · Day {number} of the siege", day=days, number=number)
    return days if found else language.say("Nothing is dated to {days}", days=days)


def _nearest_notes(before: date | None, after: date | None, language: Language) -> Iterator[str]:
    if before and after:
        yield language.say(
            "Nearest days with something: {before} (before) and {after} (after).",
            before=language.day(before),
            after=language.day(after),
        )
    elif before:
        yield language.say("Nearest day with something: {day} (before).", day=language.day(before))
    elif after:
        yield language.say("Nearest day with something: {day} (after).", day=language.day(after))


def _ways_on(before: date | None, after: date | None, language: Language) -> Iterator[Choice]:
    if before:
        yield Choice(language.say("Earlier: {day}", day=language.day(before)), f"on {before.isoformat()}", tab=True)
    if after:
        yield Choice(language.say("Later: {day}", day=language.day(after)), f"on {after.isoformat()}", tab=True)
