"""`timeline [NAME or SUBJECT]`: what the accounts date, in order of time, with the chart of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answers.calls import Call
from bot.answers.citations import notes_on
from bot.answers.holdings import Holdings
from bot.answers.items import dated_item
from bot.answers.language import message
from bot.answers.model import Answer, Item
from bot.answers.paging import Run, leaf_of
from bot.answers.timeline.drawing import MOST_ROWS, chart_of
from bot.answers.timeline.meant import Meant, meant_by
from bot.answers.timeline.window import is_in, lies_in, window_of
from bot.archive.records import DatedDays, DateRecord, Viewer, Window

OTHER_DAYS = message("Other days, and times longer than two months")


async def answer_timeline(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """Dated passages of a person or about a subject, or of all accounts, in order of time."""
    meant = await meant_by(holdings, call.subject, viewer)
    if isinstance(meant, Answer):
        return meant
    days = await holdings.archive.timeline_days(meant.query, viewer)
    if not days:
        choices = (*meant.choices, *meant.elsewhere)
        return Answer("nothing", meant.empty, choices=choices, notes=meant.notes)
    window = window_of(days, holdings)
    leaf = await leaf_of((_run(holdings, meant, days, window, viewer),), call.page, holdings.page_length)
    accounts, of = await holdings.archive.timeline_accounts(meant.query, window, viewer, MOST_ROWS)
    return Answer(
        "timeline",
        meant.heading,
        items=leaf.items,
        choices=meant.choices,
        page=leaf.page,
        of=leaf.of,
        notes=(
            *meant.notes,
            *_notes(holdings, days, window, of),
            *notes_on(leaf.items, holdings.language),
        ),
        asked=replace(call, subject=meant.ask, page=leaf.page),
        chart=chart_of(holdings, meant.heading, days, window, accounts, of) if accounts else None,
    )


def _run(holdings: Holdings, meant: Meant, days: Sequence[DatedDays], window: Window, viewer: Viewer) -> Run:
    async def fetch(limit: int, offset: int) -> list[Item]:
        records = await holdings.archive.timeline_dates(meant.query, window, viewer, limit, offset)
        return [dated_item(record, holdings.language, _section(holdings, record, window)) for record in records]

    return Run(sum(each.hits for each in days), fetch)


def _section(holdings: Holdings, record: DateRecord, window: Window) -> str:
    if not is_in(record.earliest, record.latest, window):
        return holdings.language.say(OTHER_DAYS)
    return holdings.language.month(record.earliest.month, record.earliest.year)


def _notes(holdings: Holdings, days: Sequence[DatedDays], window: Window, of: int) -> Iterator[str]:
    language = holdings.language
    inside = sum(each.hits for each in days if lies_in(each, window))
    outside = sum(each.hits for each in days) - inside
    if inside:
        yield language.say(
            "{days}: {dates} {sources}.",
            days=language.days(window.first, window.last),
            dates=language.counted(inside, "{n} dated passage", "{n} dated passages"),
            sources=language.counted(of, "in {n} source", "in {n} sources"),
        )
    else:
        yield language.say(
            "Nothing of it is dated to {days}, so there is no picture.", days=language.days(window.first, window.last)
        )
    if outside and inside:
        one = "{n} more is dated to other days, or to more than two months, and stands at the end of the list."
        many = "{n} more are dated to other days, or to more than two months, and stand at the end of the list."
        yield language.counted(outside, one, many)
