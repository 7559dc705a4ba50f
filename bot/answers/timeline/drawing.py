"""From dated days to a chart: its rows, its months, the fixed points of the siege, and the same in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from bot.answers.chart import Chart, ChartRow, Key, Label, Stretch
from bot.answers.holdings import Holdings
from bot.answers.language import Language
from bot.answers.timeline.window import lies_in
from bot.archive.records import AccountDates, DatedDays, SourceRecord, Window

MOST_ROWS = 8
"""Accounts with a row of their own: with more, the picture is taller than it is shown, and its words too small."""
_SAID_DAYS = 4
"""Days of one account that are said in words; the passages themselves stand below the picture."""
_LONGEST_SAID = 1000
"""Characters of the picture in words: what is read out beside it should end, and Discord takes 1024."""


def chart_of(
    holdings: Holdings,
    heading: str,
    days: Sequence[DatedDays],
    window: Window,
    accounts: Sequence[AccountDates],
    of: int,
) -> Chart:
    """The chart of what lies within the window. Of `of` accounts, those without a row of their own share the last."""
    language = holdings.language
    # Chosen by how much they date, shown in order of time.
    in_order = sorted(accounts, key=lambda each: (each.days[0].earliest, each.source.id))
    rows = [_row(each.source, each.days, language) for each in in_order]
    if of > len(accounts):
        more = language.counted(of - len(accounts), "{n} more source", "{n} more sources")
        rows.append(ChartRow(more, "", _stretches(_left(days, window, accounts))))
    points = _points(holdings, window)
    return Chart(
        heading,
        language.days(window.first, window.last),
        window.first,
        window.last,
        tuple(rows),
        tuple(_months(window, language)),
        points,
        Key(
            language.say("one day for certain"),
            language.say("approximate, or several days"),
            language.say("fixed point of the siege"),
        ),
        _in_words(heading, window, rows, points, language),
        _note_on(of - len(accounts), language),
    )


def _note_on(left: int, language: Language) -> str | None:
    one = "In the picture {n} source with fewer dates has no row of its own."
    many = "In the picture {n} sources with fewer dates share the last row."
    return language.counted(left, one, many) if left else None


def _row(source: SourceRecord, days: Iterable[DatedDays], language: Language) -> ChartRow:
    return ChartRow(source.publisher or "", source.title, _stretches(days))


def _stretches(days: Iterable[DatedDays]) -> tuple[Stretch, ...]:
    return tuple(Stretch(each.earliest, each.latest, each.approximate) for each in days)


def _left(days: Sequence[DatedDays], window: Window, accounts: Sequence[AccountDates]) -> Iterator[DatedDays]:
    """What is dated within the window by accounts that have no row."""
    drawn = Counter[tuple[date, date, bool]]()
    for account in accounts:
        for each in account.days:
            drawn[each.earliest, each.latest, each.approximate] += each.hits
    for each in days:
        if lies_in(each, window) and each.hits > drawn[each.earliest, each.latest, each.approximate]:
            yield each


def _months(window: Window, language: Language) -> Iterator[Label]:
    """Where the months begin that the window holds, each with its name."""
    day = window.first.replace(day=1)
    while day <= window.last:
        yield Label(day, language.bare_months[day.month - 1])
        day = (day + timedelta(days=31)).replace(day=1)


def _points(holdings: Holdings, window: Window) -> tuple[Label, ...]:
    points = (point for point in holdings.calendar.points if window.first <= point.earliest <= window.last)
    return tuple(Label(point.earliest, point.name_in(holdings.language.code)) for point in points)


def _in_words(
    heading: str, window: Window, rows: Sequence[ChartRow], points: Sequence[Label], language: Language
) -> str:
    """The chart in words: its rows, then its fixed points, as far as there is room."""
    words = language.say(
        "Chart. {heading}, {days}, one row a source.", heading=heading, days=language.days(window.first, window.last)
    )
    for line in (
        *(_row_in_words(row, window, language) for row in rows),
        *([language.say("Marked:")] if points else []),
        *(f"{_said(point.day, point.day, window, language)}: {point.words}." for point in points),
    ):
        if len(words) + len(line) + 1 > _LONGEST_SAID:
            return f"{words} …"
        words += f" {line}"
    return words


def _row_in_words(row: ChartRow, window: Window, language: Language) -> str:
    account = ", ".join(part for part in (row.publisher, row.title) if part)
    return f"{account}: {_said_days(row.stretches, window, language)}."


def _said_days(stretches: Sequence[Stretch], window: Window, language: Language) -> str:
    said = list[str]()
    for each in stretches[:_SAID_DAYS]:
        days = _said(each.earliest, each.latest, window, language)
        said.append(language.say("about {days}", days=days) if each.approximate else days)
    more = len(stretches) - len(said)
    if more:
        return language.counted(more, "{days} and {n} more time", "{days} and {n} more times", days=", ".join(said))
    return language.listed(said)


def _said(earliest: date, latest: date, window: Window, language: Language) -> str:
    """Days without the year, where the chart shows one year alone: there it has been said before."""
    if len({earliest.year, latest.year, window.first.year, window.last.year}) > 1:
        return language.days(earliest, latest)
    last = language.day_and_month(latest.day, latest.month)
    if earliest == latest:
        return last
    if earliest.month == latest.month:
        return f"{earliest.day}–{last}"
    return f"{language.day_and_month(earliest.day, earliest.month)} – {last}"
